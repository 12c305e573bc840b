"""A speaker that is made when sound is first needed, a little at a time so that the window never waits for it.

Qt's part of it takes 11 MB, and its import, its first look at the devices and the bells 20 to 70 ms each.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from hinge_gui.audio import pulse
from hinge_gui.audio.speaker import Speaker


def _import_output() -> None:
    from hinge_gui.audio.qt_output import hush_qt

    hush_qt()


def _import_multimedia() -> None:
    with suppress(ImportError):  # the speaker finds that out for itself, and has another way
        import PySide6.QtMultimedia  # noqa: F401


def _look_for_devices() -> None:
    from hinge_gui.audio.qt_output import look_for_sound_alone

    with suppress(ImportError):
        look_for_sound_alone()


WARMING = (_import_output, _import_multimedia, _look_for_devices)
"""Each in a turn of the event loop of its own; none of them where no sound server answers."""


class LateSpeaker(QObject):
    """An `Output`; what is asked for while it is being made sounds as soon as it is."""

    changed = Signal()
    """`trouble` may be another."""

    def __init__(
        self, parent: QObject | None = None, make: Callable[[QObject], Speaker] = Speaker,
        warming: Sequence[Callable[[], None]] = WARMING,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._make, self._warming = make, warming
        self._speaker: Speaker | None = None
        self._files: tuple[Path, ...] = ()
        self._asked: dict[Path, float] = {}
        self._device = ""
        self._begun = False
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._go_on)
        self._done = 0

    @property
    def trouble(self) -> str | None:
        """None too as long as nobody has looked."""
        return self._speaker.trouble if self._speaker else None

    @property
    def devices(self) -> Sequence[str]:
        return self._speaker.devices if self._speaker else ()

    def choose(self, device: str) -> None:
        self._device = device
        if self._speaker:
            self._speaker.choose(device)

    def load(self, files: Sequence[Path]) -> None:
        self._files = tuple(files)
        if self._speaker:
            self._speaker.load(files)

    def play(self, file: Path, gain: float) -> None:
        if self._speaker:
            self._speaker.play(file, gain)
        else:
            self._asked[file] = gain
            self._turn.start()

    def stop(self, file: Path) -> None:
        self._asked.pop(file, None)
        if self._speaker:
            self._speaker.stop(file)

    def begin(self) -> None:
        self._begun = True
        if self._speaker:
            self._speaker.begin()
        else:
            self._turn.start()

    def rest(self) -> None:
        self._begun = False
        if self._speaker:
            self._speaker.rest()

    def close(self) -> None:
        self._turn.stop()
        if self._speaker:
            self._speaker.close()

    def _go_on(self) -> None:
        """The next part of the making, and then the next turn."""
        if self._done < len(self._warming) and pulse.server_answers():
            self._warming[self._done]()
            self._done += 1
            self._turn.start()
        elif self._speaker is None:
            self._speaker = self._make(self)
            self._speaker.changed.connect(self.changed)
            self._turn.start()
        else:
            self._take_up()

    def _take_up(self) -> None:
        assert self._speaker is not None
        self._speaker.choose(self._device)
        self._speaker.load(self._files)
        if self._begun:
            self._speaker.begin()
        for file, gain in self._asked.items():
            self._speaker.play(file, gain)
        self._asked.clear()
        self.changed.emit()
