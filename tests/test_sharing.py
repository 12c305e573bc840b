"""What goes out of the window and comes in: shared routines, hand-outs on paper and as a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QListView, QWidget

from hinge_gui.app import App
from hinge_gui.app.sharing import brings
from hinge_gui.store.share_import import ImportPlan, Piece
from hinge_gui.ui.editor.page import EditorPage
from hinge_gui.ui.messages import Sheet
from hinge_gui.ui.question import Question
from tests.ui.asking import button, named, words
from tests.ui.dropping import drop

MINE = "format: hinge-routine/1\nname: Mine   # of March\nsteps:\n  - exercise: calf-stretch\n    hold: 30\n"


def shown(app: App) -> QWidget:
    page = app.window.beside.page
    assert page is not None
    return page


def editor(app: App) -> EditorPage:
    page = shown(app)
    assert isinstance(page, EditorPage)
    return page


def sheet(app: App, kind: type[QDialog]) -> QDialog:
    return next(s for s in app.window.findChildren(kind) if s.isVisible())


def test_shared_and_taken_in(mine: Path, app: App, tmp_path: Path) -> None:
    file = tmp_path / "for-you.hinge"
    app.pages.sharing.write("mine", file)
    mine.unlink()
    app.pages.sharing.look_at(file)
    question = sheet(app, Question)
    assert "comes as mine.yaml" in words(question)
    assert not mine.exists()
    button(question, "Take it in").click()
    assert mine.read_text() == MINE
    assert named(shown(app), QListView, "Practices").model().rowCount() == 9
    button(shown(app), "Open it").click()
    assert app.practice.routine.name == "Mine"


def test_what_is_taken_in_while_something_is_edited_leaves_that_in_sight(mine: Path, app: App, tmp_path: Path) -> None:
    file = tmp_path / "for-you.hinge"
    app.pages.sharing.write("standing-break", file)
    app.pages.own.edit("mine")
    button(editor(app), "Hold: more").click()
    app.pages.sharing.look_at(file)
    button(sheet(app, Question), "Take it in").click()
    assert "is among your practices" in words(editor(app))
    assert editor(app).differs


def test_many_pieces_of_a_shared_file_are_counted(tmp_path: Path) -> None:
    pictures = [Piece("picture", f"{n}.png", tmp_path / f"{n}.png", b"", there=n < 5) for n in range(30)]
    exercise = Piece("exercise", "side-bend", tmp_path / "side-bend-2.yaml", b"", there=False)
    routine = Piece("routine", "Für Änna", tmp_path / "fur-anna.yaml", b"", there=False)
    assert brings(ImportPlan(tmp_path / "x.hinge", (*pictures, exercise, routine))) == [
        "Routine “Für Änna”: comes as fur-anna.yaml.",
        "Exercise “side-bend”: you have another one of that name; this comes as side-bend-2.yaml.",
        "30 pictures, 5 of which you have already.",
        "Nothing of yours is written over.",
    ]


def test_a_shared_file_is_dropped_on_the_window(mine: Path, app: App, tmp_path: Path) -> None:
    written, file = tmp_path / "for-you.hinge", tmp_path / "for-you.HINGE"
    app.pages.sharing.write("mine", written)
    written.rename(file)
    assert drop(app.window, file)
    question = sheet(app, Question)
    assert "you have it already" in words(question)
    button(question, "Leave it").click()


@pytest.mark.parametrize(("deed", "name"), [("share", "mine.hinge"), ("page", "mine.pdf")])
def test_where_a_file_went_is_told_with_the_way_to_its_folder(
    mine: Path, app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, deed: str, name: str
) -> None:
    folder, opened = tmp_path / "for-you", []
    folder.mkdir()

    def open_url(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(folder / "mine"), ""))
    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    app.show_page("home")
    app.pages.home.asked.emit(deed, "mine")
    assert (folder / name).exists()
    assert f"{name} is saved." in words(shown(app))
    button(shown(app), "Open its folder").click()
    assert opened == [str(folder)]
    QTest.keyClick(shown(app), Qt.Key.Key_Escape)
    app.show_page("home")
    assert "is saved" not in words(shown(app))


def test_the_hand_out(app: App, tmp_path: Path) -> None:
    app.pages.hand_outs.write("standing-break", tmp_path / "page")
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")


def test_the_hand_out_goes_to_a_printer_by_the_same_strokes(
    app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "printed.pdf"

    def accept(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFileName(str(file))
        return 1

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["upstairs"])
    monkeypatch.setattr(QPrintDialog, "exec", accept)
    app.show_page("print")
    assert file.read_bytes().startswith(b"%PDF")
    document = QPdfDocument()
    document.load(str(file))
    assert document.pageCount() == 1
    assert "Gentle practice" in document.getAllText(0).text()
    document.close()


def test_without_a_printer_a_plain_message_says_what_to_do(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    app.show_page("print")
    told = sheet(app, Sheet)
    assert "There is no printer here." in words(told)
    assert "PDF" in words(told)
    button(told, "Close").click()


def test_a_file_that_is_none_is_refused_with_a_reason(app: App, tmp_path: Path) -> None:
    file = tmp_path / "odd.hinge"
    file.write_bytes(b"no zip")
    app.pages.sharing.look_at(file)
    button(sheet(app, Sheet), "Close").click()
