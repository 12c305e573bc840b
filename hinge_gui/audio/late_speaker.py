"""A speaker that is made when sound is first needed, a little at a time so that the window never waits for it.

Qt's part of it takes 11 MB, and its import, its first look at the devices and the bells 20 to 70 ms each.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from hinge_gui.audio import pulse
from hinge_gui.audio.protocols import Output
from hinge_gui.audio.relay import Relay
from hinge_gui.audio.speaker import Speaker


def _import_output() -> None:
    from hinge_gui.audio.qt_devices import hush_qt

    hush_qt()


def _import_multimedia() -> None:
    with suppress(ImportError):  # the speaker finds that out for itself, and has another way
        import PySide6.QtMultimedia  # noqa: F401


def _look_for_devices() -> None:
    from hinge_gui.audio.qt_devices import look_for_sound_alone

    with suppress(ImportError):
        look_for_sound_alone()


WARMING = (_import_output, _import_multimedia, _look_for_devices)
"""Each in a turn of the event loop of its own; none of them where no sound server answers."""


class LateSpeaker(Relay):
    """Made bit by bit from the first `begin` or `play` on; what is asked for meanwhile sounds once it is made."""

    changed = Signal()
    """`trouble` may be another."""

    def __init__(
        self, parent: QObject | None = None, make: Callable[[QObject], Speaker] = Speaker,
        warming: Sequence[Callable[[], None]] = WARMING,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._make, self._warming = make, warming
        self._speaker: Speaker | None = None
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._go_on)
        self._waiting = _Waiting(self._turn.start)
        self._done = 0

    @property
    def _in_use(self) -> Output:
        return self._speaker or self._waiting

    def close(self) -> None:
        self._turn.stop()
        super().close()

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
            self._hand_over_to(self._speaker)
            for file, gain in self._waiting.asked.items():
                self._speaker.play(file, gain)
            self._waiting.asked.clear()
            self.changed.emit()


class _Waiting:
    """The `Output` until there is one; `wake` is called when sound is first needed."""

    trouble: str | None = None
    devices: Sequence[str] = ()

    def __init__(self, wake: Callable[[], None]) -> None:
        self._wake = wake
        self.asked: dict[Path, float] = {}

    def choose(self, device: str) -> None: ...

    def load(self, files: Sequence[Path]) -> None: ...

    def play(self, file: Path, gain: float) -> None:
        self.asked[file] = gain
        self._wake()

    def stop(self, file: Path) -> None:
        self.asked.pop(file, None)

    def begin(self) -> None:
        self._wake()

    def rest(self) -> None: ...

    def close(self) -> None: ...
