"""The hand-out from the window: saved as a PDF, or printed by the same strokes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QObject, QRectF
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtWidgets import QDialog, QFileDialog

from hinge_gui.app.telling import told_where
from hinge_gui.core.compiler import total_ms
from hinge_gui.core.errors import MachineError, PersonError
from hinge_gui.core.routine import Routine

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from hinge_gui.app import App
    from hinge_gui.paper.sheet import HandOut


class HandOuts(QObject):
    """Every deed raises PersonError where it cannot be done."""

    def __init__(self, app: App) -> None:
        super().__init__(app)
        self._app = app

    def save(self, routine_id: str) -> None:
        """Ask where to, and write the page as a PDF."""
        start = str(Path.home() / f"{routine_id}.pdf")
        target, _ = QFileDialog.getSaveFileName(self._app.window, "Hand-out", start, "PDF (*.pdf)")
        if target:
            told_where(self._app, self.write(routine_id, Path(target)))

    def write(self, routine_id: str, target: Path) -> Path:
        """The file, its ending put right. The file manager's dialog asked about replacing."""
        from hinge_gui.paper.sheet import pdf_of
        from hinge_gui.store.atomic import write_atomic

        pdf = pdf_of(self._hand_out(self._app.library.playable(routine_id)))
        path = target if target.suffix else target.with_suffix(".pdf")
        write_atomic(path, pdf)
        return path

    def print_routine(self, routine_id: str) -> None:
        self._print(self._hand_out(self._app.library.playable(routine_id)))

    def print_practice(self) -> None:
        """The practice at hand, as the person has adjusted it; it pauses meanwhile."""
        if self._app.practice.state == "playing":
            self._app.practice.play_pause()
        self._print(self._hand_out(self._app.practice.prepared.played))

    def _hand_out(self, routine: Routine) -> HandOut:
        """With the figure that the person chose."""
        from hinge_gui.paper.sheet import HandOut
        from hinge_gui.ui.player.looks import look_of

        catalogue = self._app.library.catalogue
        look = look_of(self._app.practice.settings)
        try:
            return HandOut(routine, catalogue, total_ms(routine, catalogue), look)
        except ValueError as error:
            raise PersonError(f"{routine.name}: {error}.") from error

    def _print(self, hand_out: HandOut) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

        if not QPrinterInfo.availablePrinterNames():
            remedy = "Add one in your system's settings, or save the hand-out as a PDF from the cards of all practices."
            raise MachineError("There is no printer here.", remedy)
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self._app.window)
        dialog.setWindowTitle(f"Print “{hand_out.routine.name}”")
        if dialog.exec() == QDialog.DialogCode.Accepted:
            print_on(printer, hand_out)


def print_on(printer: QPrinter, hand_out: HandOut) -> None:
    """PersonError where the printer takes no work."""
    from hinge_gui.paper.sheet import MARGIN_MM

    printer.setDocName(hand_out.routine.name)
    printer.setPageMargins(QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM), QPageLayout.Unit.Millimeter)
    painter = QPainter()
    if not painter.begin(printer):
        raise PersonError("The printer did not take the page.", "See whether it is on and has paper, and try again.")
    try:
        size = printer.pageLayout().paintRectPixels(printer.resolution()).size()
        hand_out.paint(painter, QRectF(0, 0, size.width(), size.height()), printer.resolution())
    finally:
        painter.end()
