"""The output that the practice uses: Qt where it has one, programs where it has none, and no silence unsaid."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from hinge_gui.audio import pulse
from hinge_gui.audio.protocols import Output, Tell

MakeFirst = Callable[[Tell], Output | None]
MakeSecond = Callable[[Tell], Output]
_AGAIN_MS = 1000


def qt_output(tell: Tell) -> Output | None:
    """Sound by Qt, or None where Qt cannot be asked. Not asked in vain: without a server Qt gives up for good."""
    if not pulse.server_answers():
        return None
    try:
        from hinge_gui.audio.returning_output import ReturningOutput

        return ReturningOutput(tell)
    except ImportError:  # QtMultimedia, or a library of the system that it needs
        return None


def program_output(tell: Tell) -> Output:
    """Sound by the machine's programs; imported late, since few machines need it."""
    from hinge_gui.audio.process_output import ProcessOutput

    return ProcessOutput(tell)


class Speaker(QObject):
    """Chooses among outputs, and chooses again whenever play starts or the one in use has trouble.

    Make it after the first paint (see `qt_output`).
    """

    changed = Signal()
    """`trouble` may be another."""
    _told = Signal()

    def __init__(
        self, parent: QObject | None = None, first: MakeFirst = qt_output, second: MakeSecond = program_output
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._make_first, self._make_second = first, second
        self._files: tuple[Path, ...] = ()
        self._device = ""
        self._begun = False
        # Queued, since an output may tell from a thread of its own, or in the midst of a call of ours.
        self._told.connect(self._choose, Qt.ConnectionType.QueuedConnection)
        self._first: Output | None = None
        self._second: Output | None = None
        self._again = QTimer(self, interval=_AGAIN_MS)  # a server may come while play goes on
        self._again.timeout.connect(self._look_for_first)
        self._choose()

    @property
    def trouble(self) -> str | None:
        return self._output.trouble

    @property
    def devices(self) -> Sequence[str]:
        return self._output.devices

    def choose(self, device: str) -> None:
        self._device = device
        self._output.choose(device)

    @property
    def way(self) -> str:
        """The class of the output in use, for `doctor`."""
        return type(self._output).__name__

    def load(self, files: Sequence[Path]) -> None:
        self._files = tuple(files)
        self._output.load(files)

    def play(self, file: Path, gain: float) -> None:
        self._output.play(file, gain)

    def stop(self, file: Path) -> None:
        self._output.stop(file)

    def begin(self) -> None:
        self._begun = True
        self._choose()
        self._output.begin()
        self._again.start()

    def rest(self) -> None:
        self._begun = False
        self._again.stop()
        for output in (self._first, self._second):
            if output is not None:
                output.rest()

    def close(self) -> None:
        self._again.stop()
        for output in (self._first, self._second):
            if output is not None:
                output.close()
        self._told.disconnect(self._choose)

    @property
    def _output(self) -> Output:
        """The first that has no trouble; else the first that there is, for its words."""
        there = [output for output in (self._first, self._second) if output is not None]
        return next((output for output in there if output.trouble is None), there[0])

    def _look_for_first(self) -> None:
        if self._first is None:
            self._choose()

    def _choose(self) -> None:
        before = self._output if self._first or self._second else None
        self._first = self._first or self._make_first(self._told.emit)
        if (self._first is None or self._first.trouble) and self._second is None:
            self._second = self._make_second(self._told.emit)
        if self._output is not before:
            self._output.choose(self._device)
            self._output.load(self._files)
            if self._begun:
                self._output.begin()
        self.changed.emit()
