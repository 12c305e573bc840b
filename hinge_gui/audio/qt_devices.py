"""The devices as Qt names them; imported with the first sound, as QtMultimedia takes 16 ms and 7 MB."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLoggingCategory, qInstallMessageHandler

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioDevice

_NOWHERE = b"auto_null"


def hush_qt() -> None:
    """Qt tells on stderr which libraries it tried; nobody can do anything about it."""
    QLoggingCategory.setFilterRules("qt.multimedia.symbolsresolver=false\nqt.multimedia.ffmpeg=false")


def look_for_sound_alone() -> None:
    """To be called before anything else of QtMultimedia is; once more does no harm.

    Its first look loads the part that plays films and drives cameras, 12 MB; where it finds none, it has sound alone.
    """
    from PySide6.QtMultimedia import QMediaDevices

    places, teller = QCoreApplication.libraryPaths(), qInstallMessageHandler(_say_nothing)
    QCoreApplication.setLibraryPaths([])
    QMediaDevices.defaultAudioOutput()
    QCoreApplication.setLibraryPaths(places)
    qInstallMessageHandler(teller)


def _say_nothing(_kind: object, _context: object, _message: str | None) -> None:
    """It would tell that it found no other part."""


def is_heard(device: QAudioDevice) -> bool:
    """PulseAudio puts a sink that nobody hears in the place of the last one that has gone."""
    return not device.isNull() and bytes(device.id().data()) != _NOWHERE


def device_named(name: str) -> QAudioDevice:
    """The output of that name; where it is not there, the system's own."""
    from PySide6.QtMultimedia import QMediaDevices

    named = (device for device in QMediaDevices.audioOutputs() if name and device.description() == name)
    return next(named, QMediaDevices.defaultAudioOutput())
