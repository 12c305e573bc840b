"""The output that the practice uses: Qt where it has one, programs where it has none, and no silence unsaid."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from hinge_gui.audio import pulse
from hinge_gui.audio.protocols import Output, Tell
from hinge_gui.audio.relay import Relay

MakePreferred = Callable[[Tell], Output | None]
MakeFallback = Callable[[Tell], Output]
_AGAIN_MS = 1000


def qt_output(tell: Tell) -> Output | None:
    """Sound by Qt, or None where Qt cannot be asked. Not asked in vain: without a server Qt gives up for good."""
    if not pulse.server_answers():
        return None
    try:
        from hinge_gui.audio.reconnecting_output import ReconnectingOutput

        return ReconnectingOutput(tell)
    except ImportError:  # QtMultimedia, or a library of the system that it needs
        return None


def program_output(tell: Tell) -> Output:
    """Sound by the machine's programs; imported late, since few machines need it."""
    from hinge_gui.audio.process_output import ProcessOutput

    return ProcessOutput(tell)


class Speaker(Relay):
    """Plays through the first that has no trouble, and looks again whenever play begins or one of them tells.

    Make it after the first paint (see `qt_output`). The fallback is made when it is first needed.
    """

    changed = Signal()
    """`trouble` may be another."""
    _told = Signal()

    def __init__(
        self, parent: QObject | None = None, preferred: MakePreferred = qt_output,
        fallback: MakeFallback = program_output,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._make_preferred, self._make_fallback = preferred, fallback
        # Queued, since an output may tell from a thread of its own, or in the midst of a call of ours.
        self._told.connect(self._choose, Qt.ConnectionType.QueuedConnection)
        self._preferred: Output | None = None
        self._fallback: Output | None = None
        self._again = QTimer(self, interval=_AGAIN_MS)  # a server may come while play goes on
        self._again.timeout.connect(self._look_for_preferred)
        self._choose()

    @property
    def way(self) -> str:
        """The class of the output in use, for `doctor`."""
        return type(self._in_use).__name__

    def begin(self) -> None:
        self._choose()
        super().begin()
        if self._preferred is not None and self._preferred is not self._in_use:
            self._preferred.begin()  # so that it finds out when it can play again
        self._again.start()

    def rest(self) -> None:
        self._begun = False
        self._again.stop()
        for output in self._outputs:
            output.rest()

    def close(self) -> None:
        self._again.stop()
        for output in self._outputs:
            output.close()
        self._told.disconnect(self._choose)

    @property
    def _outputs(self) -> list[Output]:
        return [output for output in (self._preferred, self._fallback) if output is not None]

    @property
    def _in_use(self) -> Output:
        """The first that has no trouble; else the first that there is, for its words."""
        return next((output for output in self._outputs if output.trouble is None), self._outputs[0])

    def _look_for_preferred(self) -> None:
        if self._preferred is None:
            self._choose()

    def _choose(self) -> None:
        before = self._in_use if self._outputs else None
        self._preferred = self._preferred or self._make_preferred(self._told.emit)
        if (self._preferred is None or self._preferred.trouble) and self._fallback is None:
            self._fallback = self._make_fallback(self._told.emit)
        if self._in_use is not before:
            self._hand_over_to(self._in_use)
        self.changed.emit()
