"""An exercise of one's own: written in the window with one's own pictures, kept as text, played."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QListView, QPlainTextEdit

from hinge_gui.app import App
from hinge_gui.core.exercise import Dose
from hinge_gui.ui.exercise.page import ExercisePage
from hinge_gui.ui.messages import Sheet
from hinge_gui.ui.question import Question
from tests.ui.asking import button, cut, named, slider, words
from tests.ui.dropping import drop

Key = Qt.Key
TEXT = """format: hinge-exercise/1
id: odd
name: Odd
kind: stretch
posture: standing
sides: both
hold: {default: 30, min: 5, max: 60}
repetitions: {default: 2, min: 1, max: 4}
pace: {in: 4, out: 4, rest: 10}
"""
CTRL = Qt.KeyboardModifier.ControlModifier


def picture(folder: Path, name: str, colour: str = "red", width: int = 60) -> Path:
    image = QImage(width, 40, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    assert image.save(str(folder / name))
    return folder / name


def svg(folder: Path, inside: str) -> Path:
    file = folder / "drawing.svg"
    file.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">{inside}</svg>')
    return file


def page(app: App) -> ExercisePage:
    shown = app.window.beside.page
    assert isinstance(shown, ExercisePage)
    return shown


def type_in(app: App, name: str, text: str) -> None:
    line = named(page(app), QLineEdit, name)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)


def write_down(app: App, name: str = "Wall angel") -> None:
    app.show_page("exercise")
    type_in(app, "Name of the exercise", name)
    button(page(app), "Save").click()


def sheet(app: App, kind: type[QDialog]) -> QDialog:
    return next(s for s in app.window.findChildren(kind) if s.isVisible())


def test_from_the_template_to_the_routine_and_into_play(app: App, home: Path, tmp_path: Path) -> None:
    app.show_page("home")
    button(app.pages.home, "New routine").click()
    button(app.window, "New exercise").click()
    type_in(app, "Name of the exercise", "Wall angel")
    button(page(app), "Both at once").click()
    slider(page(app), "Hold").setValue(450)
    cues = named(page(app), QPlainTextEdit, "While you hold")
    QTest.keyClicks(cues, "Breathe easily.")
    QTest.keyClick(cues, Key.Key_Return)
    QTest.keyClicks(cues, "Ribs stay quiet.")
    drop(page(app), picture(tmp_path, "low.png"), picture(tmp_path, "high.webp", "blue"))
    type_in(app, "Picture 1 in words", "Arms low")
    button(page(app), "Picture 1: longer").click()
    button(page(app), "Save").click()
    assert (home / "exercises" / "wall-angel.yaml").read_text().splitlines()[-8:] == [
        "  hold:", "    - Breathe easily.", "    - Ribs stay quiet.", "pictures:",
        "  - file: low.png", "    alt: Arms low", "    seconds: 6", "  - file: high.webp",
    ]  # fmt: skip
    assert sorted(p.name for p in (home / "pictures").iterdir()) == ["high.webp", "low.png"]
    QTest.keyClick(page(app), Key.Key_Escape)
    gallery = named(app.window, QListView, "Exercises to add")
    assert gallery.model().index(0, 0).data() == "Wall angel"
    QTest.keyClick(gallery, Key.Key_Return)
    button(app.window, "Save").click()
    app.at_hand.open("my-routine")
    app.practice.play_pause()
    assert app.practice.timeline.segments[0].exercise == "wall-angel"
    assert [s.duration_ms for s in app.practice.timeline.segments if s.kind == "hold"] == [45_000, 45_000]


def test_it_is_edited_again_with_undo(app: App, home: Path) -> None:
    write_down(app)
    text = (home / "exercises" / "wall-angel.yaml").read_text()
    app.pages.exercises.edit("wall-angel")
    button(page(app), "Hold: more").click()
    button(page(app), "Lying").click()
    QTest.keyClick(page(app), Key.Key_Z, CTRL)
    button(page(app), "Undo: Hold").click()
    assert not page(app).differs
    QTest.keyClick(page(app), Key.Key_Y, CTRL)
    QTest.keyClick(page(app), Key.Key_S, CTRL)
    assert (home / "exercises" / "wall-angel.yaml").read_text() == text.replace("default: 30", "default: 35")


def test_undo_beyond_the_first_save_keeps_the_file(app: App, home: Path) -> None:
    write_down(app)
    QTest.keyClick(page(app), Key.Key_Z, CTRL)
    type_in(app, "Name of the exercise", "Angel")
    QTest.keyClick(page(app), Key.Key_S, CTRL)
    assert [f.name for f in (home / "exercises").iterdir()] == ["wall-angel.yaml"]
    assert app.library.catalogue["wall-angel"].name == "Angel"
    assert not page(app).differs


def test_pictures_change_places_and_go(app: App, tmp_path: Path) -> None:
    app.show_page("exercise")
    drop(page(app), picture(tmp_path, "a.png"), picture(tmp_path, "b.jpg"), svg(tmp_path, "<path d='M0 0h9v9z'/>"))
    button(page(app), "Picture 3: earlier").click()
    button(page(app), "Picture 1: take out").click()
    assert [p.file for p in page(app).exercise.pictures] == ["drawing.svg", "b.jpg"]
    button(page(app), "Undo: Take the picture out").click()
    assert len(page(app).exercise.pictures) == 3


@pytest.mark.parametrize("kind", ["text", "loads", "huge", "half"])
def test_a_bad_picture_is_refused_with_place_and_remedy(app: App, tmp_path: Path, kind: str) -> None:
    app.show_page("exercise")
    if kind == "text":
        bad, said = tmp_path / "note.png", "this is not a PNG picture, whatever its name says"
        bad.write_text("hello")
    elif kind == "loads":
        bad, said = svg(tmp_path, '<image href="http://x.example/y.png"/>'), "save it as plain SVG"
    elif kind == "huge":
        bad, said = picture(tmp_path, "huge.png"), "make it at most 8000 pixels wide and high"
        raw = bytearray(bad.read_bytes())
        raw[16:24] = (30_000).to_bytes(4, "big") * 2
        bad.write_bytes(raw)
    else:
        bad, said = tmp_path / "half.webp", "save it anew as PNG or JPEG"
        bad.write_bytes(b"RIFF\x16\0\0\0WEBPVP8 \x0a\0\0\0" + b"\1" * 10)
    drop(page(app), bad, picture(tmp_path, "good.png"))
    told = named(sheet(app, Sheet), QPlainTextEdit, "Details").toPlainText()
    assert str(bad) in told
    assert said in told
    button(sheet(app, Sheet), "Close").click()
    assert [p.file for p in page(app).exercise.pictures] == ["good.png"]


def test_a_copy_of_a_built_in_one_keeps_its_poses(app: App, home: Path) -> None:
    app.pages.exercises.copy("calf-stretch")
    assert page(app).exercise.figure == app.library.catalogue["calf-stretch"].figure
    button(page(app), "Hold: more").click()
    button(page(app), "Save").click()
    mine = app.library.catalogue["calf-stretch-my-way"]
    assert (mine.name, mine.hold.default) == ("Calf stretch, my way", 35)
    assert set(mine.variants) == set(app.library.catalogue["calf-stretch"].variants)


def test_what_is_deleted_comes_back(app: App, home: Path) -> None:
    write_down(app)
    app.show_page("exercises")
    app.pages.exercises.do("delete", "wall-angel")
    assert "wall-angel" not in app.library.catalogue
    assert "Wall angel is in the bin." in words(app.window)
    button(app.window, "Undo").click()
    assert app.library.catalogue["wall-angel"].hold == Dose(30, 5, 120)


def test_two_of_one_name_stand_beside_each_other(app: App, home: Path) -> None:
    write_down(app)
    write_down(app)
    assert sorted(f.name for f in (home / "exercises").iterdir()) == ["wall-angel-2.yaml", "wall-angel.yaml"]


def test_nothing_is_lost_by_leaving(app: App) -> None:
    app.show_page("exercise")
    type_in(app, "Name of the exercise", "Bridge")
    QTest.keyClick(page(app), Key.Key_Escape)
    assert "Your changes are not saved." in words(page(app))
    button(page(app), "Throw them away").click()
    assert app.window.beside.page is None
    app.show_page("exercise")
    QTest.keyClick(page(app), Key.Key_Escape)
    assert app.window.beside.page is None


def test_who_changed_the_file_meanwhile_is_not_overwritten(app: App, home: Path) -> None:
    write_down(app)
    file = home / "exercises" / "wall-angel.yaml"
    theirs = file.read_text().replace("default: 30", "default: 60")
    button(page(app), "Lying").click()
    file.write_text(theirs)
    button(page(app), "Save").click()
    button(sheet(app, Question), "Take the other one").click()
    assert file.read_text() == theirs
    assert "posture: lying" in (home / "exercises" / "wall-angel-2.yaml").read_text()
    assert page(app).exercise.hold.default == 60


def test_a_faulty_exercise_is_told_on_the_home_page(app: App, home: Path) -> None:
    (home / "exercises").mkdir(parents=True)
    (home / "exercises" / "odd.yaml").write_text(TEXT.replace("stretch", "strech"))
    app.library.forget()
    app.show_page("home")
    app.pages.home.finish_painting()
    assert "odd.yaml, line 4" in words(app.pages.home)
    assert "stretch" in words(app.pages.home)


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1024, 640), (520, 900), (400, 800)])
def test_nothing_is_cut(app: App, tmp_path: Path, width: int, height: int) -> None:
    app.show_page("exercise")
    drop(page(app), picture(tmp_path, "a.png"), picture(tmp_path, "b.png"))
    app.window.resize(width, height)
    assert cut(page(app)) == []
