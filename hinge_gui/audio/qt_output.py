"""Sound by QSoundEffect: the onset within a millisecond, where Qt finds an output.

QtMultimedia (16 ms, 7 MB) is imported when the output is made, the first look at the devices takes up
to 80 ms more: make it after the first paint.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLoggingCategory, QObject, QTimer, QUrl

from hinge_gui.audio import pulse
from hinge_gui.audio.protocols import Tell

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect

NO_DEVICE = "No sound output was found. Plug in or switch on a speaker or headphones."
NO_SERVER = "The sound server has gone. Sound returns when it runs again."
_PASSING = 4  # of the files that were not loaded ahead, so many stay: a phrase and those just before it
_LOOK_MS = 500


class QtOutput(QObject):
    """Plays through Qt. Only to be made where `pulse.server_answers()`; ImportError without QtMultimedia."""

    def __init__(self, tell: Tell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        QLoggingCategory.setFilterRules("qt.multimedia.symbolsresolver=false\nqt.multimedia.ffmpeg=false")
        from PySide6.QtMultimedia import QMediaDevices

        self._tell = tell
        self._devices = QMediaDevices(self)
        self._here = not QMediaDevices.defaultAudioOutput().isNull()
        self._by_pulse = pulse.qt_is_connected()
        self._connected = True
        self._wanted: tuple[Path, ...] = ()
        self._loaded: dict[Path, QSoundEffect] = {}
        self._passing: OrderedDict[Path, QSoundEffect] = OrderedDict()
        self._silence: QSoundEffect | None = None
        self._begun = False
        self._devices.audioOutputsChanged.connect(self._devices_changed)
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._look_at_server)

    @property
    def trouble(self) -> str | None:
        if not self._connected:
            return NO_SERVER
        return None if self._here else NO_DEVICE

    def load(self, files: Sequence[Path]) -> None:
        self._wanted = tuple(files)
        if self._usable():
            self._loaded = {file: self._loaded.get(file) or self._effect(file) for file in files}

    def play(self, file: Path, gain: float) -> None:
        if not self._usable():
            return
        effect = self._loaded.get(file) or self._passing.pop(file, None) or self._effect(file)
        if file not in self._loaded:
            self._passing[file] = effect
            while len(self._passing) > _PASSING:
                self._passing.popitem(last=False)
        effect.setVolume(gain)
        effect.play()

    def stop(self, file: Path) -> None:
        effect = self._loaded.get(file) or self._passing.get(file)
        if effect is not None:
            effect.stop()

    def begin(self) -> None:
        self._begun = True
        self._look_at_server()
        self._renew()
        if self._by_pulse:
            self._look.start()

    def rest(self) -> None:
        self._begun = False
        self._look.stop()
        if self._silence is not None:
            self._silence.stop()

    def close(self) -> None:
        self.rest()
        self._silence = None
        self._loaded.clear()
        self._passing.clear()
        self._devices.audioOutputsChanged.disconnect(self._devices_changed)

    def _usable(self) -> bool:
        """Also looks whether Qt is still connected: a sound made when it is not ends the program."""
        self._look_at_server()
        return self._connected and self._here

    def _look_at_server(self) -> None:
        connected = not self._by_pulse or pulse.qt_is_connected()
        if connected != self._connected:
            self._connected = connected
            self._renew()
            self._tell()

    def _devices_changed(self) -> None:
        from PySide6.QtMultimedia import QMediaDevices

        self._here = not QMediaDevices.defaultAudioOutput().isNull()
        self._renew()
        self._tell()

    def _renew(self) -> None:
        """Makes all sounds anew: those of a device or a server that has gone stay "ready" and silent.

        All old ones go first, since they share the connection that has to be made anew.
        """
        if not self._connected:
            return
        self._silence = None
        self._loaded.clear()
        self._passing.clear()
        if not self._here:
            return
        self._loaded = {file: self._effect(file) for file in self._wanted}
        if self._begun and self._wanted:
            self._hold_open(self._wanted[0])

    def _hold_open(self, file: Path) -> None:
        """Silence all through the practice: devices that fell asleep swallow the first syllable."""
        self._silence = self._effect(file)
        self._silence.setVolume(0.0)
        self._silence.setLoopCount(-2)  # for ever; the enumeration's member is not accepted
        self._silence.play()

    def _effect(self, file: Path) -> QSoundEffect:
        from PySide6.QtMultimedia import QSoundEffect

        effect = QSoundEffect()  # without a parent: it ends when we let go of it
        effect.setSource(QUrl.fromLocalFile(str(file)))
        return effect
