"""Sharing by menu and by drag and drop: a routine goes out as one file; one comes in after the person has looked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from hinge_gui.app.telling import told_where
from hinge_gui.core.errors import PersonError
from hinge_gui.store.places import Places
from hinge_gui.ui.editing_page import EditingPage

if TYPE_CHECKING:
    from hinge_gui.app import App
    from hinge_gui.store.share_import import ImportPlan, Piece

ENDING: Final = ".hinge"
FILTER: Final = "Shared routines (*.hinge)"
_NAMED: Final = 6  # of a kind; more are counted


class Sharing(QObject):
    def __init__(self, app: App, places: Places, changed: Callable[[], None]) -> None:
        super().__init__(app)
        self._app, self._places, self._changed = app, places, changed

    def share(self, routine_id: str) -> None:
        """Ask where to, and write. PersonError where that cannot be."""
        target, _ = QFileDialog.getSaveFileName(
            self._app.window, "Share as a file", str(Path.home() / f"{routine_id}{ENDING}"), FILTER
        )
        if target:
            told_where(self._app, self.write(routine_id, Path(target)))

    def write(self, routine_id: str, target: Path) -> Path:
        """The file, its ending put right. PersonError where it cannot be written or would replace another."""
        from hinge_gui.store.share import export_routine

        library = self._app.library
        path = target if target.suffix == ENDING else target.with_name(target.name + ENDING)
        export_routine(library.routine(routine_id), library, self._places, path)
        return path

    def ask_for_file(self) -> None:
        file, _ = QFileDialog.getOpenFileName(self._app.window, "Take in a routine", str(Path.home()), FILTER)
        if file:
            self.look_at(Path(file))

    def look_at(self, file: Path) -> None:
        """Show what the file brings; nothing is written before the person agrees."""
        from hinge_gui.store.share_import import plan_import
        from hinge_gui.ui.question import Question

        try:
            plan = plan_import(file, self._app.library, self._places)
        except PersonError as error:
            self._app.tell(error)
            return
        title = f"Take in “{plan.routine.name}”?"
        question = Question(self._app.theme, title, brings(plan), ("Take it in", "Leave it"), self._app.window)
        question.answered.connect(lambda answer: self._take_in(plan) if answer == 0 else None)
        question.open()

    def _take_in(self, plan: ImportPlan) -> None:
        from hinge_gui.store.share_import import carry_out

        try:
            carry_out(plan)
        except PersonError as error:
            self._app.tell(error)
            return
        self._changed()
        name, pages = plan.routine.name, self._app.pages
        page = self._app.window.beside.page
        if isinstance(page, EditingPage) and page.differs:
            page.say_done(f"“{name}” is among your practices.", "You find it there when you are done here.")
        else:
            self._app.show_page("home")
            pages.home.say_done(
                f"“{name}” is among your practices.", "", "Open it", lambda: pages.home.opened.emit(plan.routine.id)
            )


def brings(plan: ImportPlan) -> list[str]:
    """What comes with it, in words; of many pieces of one kind only how many there are."""
    words = []
    for kind in ("routine", "exercise", "picture"):
        pieces = [piece for piece in plan.pieces if piece.kind == kind]
        if len(pieces) <= _NAMED:
            words += [_brought(piece) for piece in pieces]
        else:
            there = sum(piece.there for piece in pieces)
            words.append(f"{len(pieces)} {kind}s" + (f", {there} of which you have already." if there else "."))
    return [*words, "Nothing of yours is written over."]


def _brought(piece: Piece) -> str:
    what = f"{piece.kind.capitalize()} “{piece.name}”"
    if piece.there:
        return f"{what}: you have it already."
    if piece.is_renamed:
        return f"{what}: you have another one of that name; this comes as {piece.path.name}."
    return f"{what}: comes as {piece.path.name}."
