"""The hand-out: one page, words that can be selected, figures that are vectors."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument
from pytestqt.qtbot import QtBot

from hinge_gui.cli import main
from hinge_gui.core.exercise import Exercise, Picture
from hinge_gui.core.phrases import spoken
from hinge_gui.core.routine import ExerciseStep, PauseStep, Routine
from hinge_gui.paper.entry import Bounds, roomier
from hinge_gui.paper.sheet import MOST_EXERCISES, Paper, sheet
from tests.ui.built_in import catalogue, routine

EVERY = (
    "gentle-practice", "post-order", "first-weeks", "regulars",
    "standing-break", "evening-wind-down", "hinge-skill", "feet-and-ankles",
)  # fmt: skip


def read(pdf: bytes) -> tuple[QPdfDocument, str]:
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    text = document.getAllText(0).text()
    return document, " ".join(text.replace("ﬁ", "fi").replace("ﬂ", "fl").split())


@pytest.mark.parametrize("name", EVERY)
def test_each_routine_is_one_page_with_all_its_words(qtbot: QtBot, name: str) -> None:
    played = routine(name)
    document, text = read(sheet(played, catalogue(), 600_000))
    assert document.pageCount() == 1
    assert played.name in text
    assert "10:00 min" in text
    assert "Pain means stop." in text
    for _, leaf in played.written():
        if isinstance(leaf, ExerciseStep):
            form = catalogue()[leaf.exercise].form(leaf.variant)
            assert form.name in text
            assert form.cues.setup[0].replace("{side}", "left").replace("{other}", "right") in text


def test_figures_are_vectors(qtbot: QtBot) -> None:
    assert b"/Subtype /Image" not in sheet(routine(), catalogue(), 600_000)


@pytest.mark.parametrize(
    ("bounds", "above"),
    [((-0.8, 0.0, 0.8, 0.9), True), ((-0.3, 0.0, 0.5, 1.8), False), ((-0.8, -0.8, 0.8, 0.8), False)],
    ids=["on hands and knees", "standing", "lying, seen from above"],
)
def test_a_wide_figure_has_the_whole_width(bounds: Bounds, above: bool) -> None:
    start = QRectF(0, 0, 116, 213)
    first, second = roomier(bounds, start, start.translated(120, 0), 4)
    assert (first.width(), second.left()) == ((236, 0) if above else (116, 120))
    assert second.bottom() == start.bottom()


@pytest.mark.parametrize(("paper", "points"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_the_paper(qtbot: QtBot, paper: Paper, points: tuple[int, int]) -> None:
    document, _ = read(sheet(routine(), catalogue(), 600_000, paper))
    size = document.pagePointSize(0)
    assert (round(size.width()), round(size.height())) == points


def test_a_longer_side_and_the_side_that_is_shown_are_told(qtbot: QtBot) -> None:
    step = ExerciseStep("calf-stretch", extra={"left": 15})
    _, text = read(sheet(Routine("x", "X", (step,), first_side="right"), catalogue(), 60_000))
    assert "left 15 s longer" in text
    assert "Start, right" in text


@pytest.fixture
def photo(tmp_path: Path) -> tuple[Picture, ...]:
    """Takes less time than a figure."""
    QImage(30, 20, QImage.Format.Format_RGB32).save(str(tmp_path / "a.png"))
    return (Picture("a.png", path=str(tmp_path / "a.png")),)


def forms() -> list[ExerciseStep]:
    """Every form of every exercise that comes with the program."""
    return [ExerciseStep(e.id, variant) for e in catalogue().values() for variant in (None, *e.variants)]


def many(count: int, pictures: tuple[Picture, ...] = ()) -> tuple[tuple[ExerciseStep, ...], dict[str, Exercise]]:
    """So many different ones: where those that come with the program are too few, with a person's own."""
    known = dict(catalogue())
    calf = replace(known["calf-stretch"], pictures=pictures)
    own = [replace(calf, id=f"own-{n}", name=f"Own {n}") for n in range(count - len(forms()))]
    known |= {exercise.id: exercise for exercise in own}
    return tuple([*forms(), *(ExerciseStep(exercise.id) for exercise in own)][:count]), known


def test_an_exercise_in_many_doses_stands_there_once_with_all_of_them(qtbot: QtBot) -> None:
    steps = tuple(ExerciseStep(name, hold=20 + n) for n in range(4) for name in list(catalogue())[:5])
    _, text = read(sheet(replace(routine(), steps=steps), catalogue(), 60_000))
    assert text.count("Calf stretch") == 1
    assert all(f"{20 + n} s × 2 each side" in text for n in range(4))


# Of one, two and three columns: on the lower paper when they are fullest. Four are fullest on both.
@pytest.mark.parametrize(("paper", "counts"), [("a4", (1, 4, 13)), ("letter", (3, 12, 18))])
def test_everything_stays_on_the_page_however_many_there_are(
    qtbot: QtBot, paper: Paper, counts: tuple[int, ...], photo: tuple[Picture, ...]
) -> None:
    for count in (*counts, MOST_EXERCISES):
        steps, known = many(count, photo)
        document, text = read(sheet(replace(routine(), name="Sehr" + "lang" * 30, steps=steps), known, 60_000, paper))
        assert all(known[step.exercise].form(step.variant).name in text for step in steps)
        assert document.pageCount() == 1
        assert "Notes" in text
        lowest = max(box.boundingRect().bottom() for box in document.getAllText(0).bounds())
        assert lowest < document.pagePointSize(0).height() - 30


def test_more_than_a_page_can_hold_is_refused(qtbot: QtBot) -> None:
    steps, known = many(MOST_EXERCISES + 1)
    with pytest.raises(ValueError, match=r"at most 40 exercises, not 41\. Split it"):
        sheet(replace(routine(), steps=steps), known, 60_000)


def test_of_many_exercises_fewer_words_are_told_rather_than_smaller_ones(
    qtbot: QtBot, photo: tuple[Picture, ...]
) -> None:
    def told(count: int) -> str:
        calf = replace(catalogue()["calf-stretch"], pictures=photo)
        own = [replace(calf, id=f"own-{n}", name=f"An exercise of my own, number {n}") for n in range(count)]
        steps = tuple(ExerciseStep(exercise.id) for exercise in own)
        return read(sheet(replace(routine(), steps=steps), {e.id: e for e in own}, 60_000))[1]

    cues = catalogue()["calf-stretch"].cues
    first = [spoken(texts[:1], "left")[0] for texts in (cues.move_out, cues.setup, cues.move_in)]
    assert [[words in told(count) for words in first] for count in (6, 12, 30, 40)] == [
        [True, True, True], [False, True, True], [False, False, True], [False, False, False],
    ]  # fmt: skip


def test_a_routine_of_pauses_alone_has_no_sheet_and_is_not_told_to_be_split(qtbot: QtBot) -> None:
    with pytest.raises(ValueError, match="no exercise in it"):
        sheet(replace(routine(), steps=(PauseStep(20),)), catalogue(), 60_000)


def test_own_pictures_stand_in_the_place_of_the_figure(qtbot: QtBot, tmp_path: Path) -> None:
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    image.save(str(tmp_path / "a.png"))
    own = replace(catalogue()["calf-stretch"], id="own", pictures=(Picture("a.png", path=str(tmp_path / "a.png")),))
    pdf = sheet(Routine("x", "X", (ExerciseStep("own"),)), {"own": own}, 60_000)
    assert pdf.count(b"/Subtype /Image") == 1


def test_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    file = tmp_path / "sheet.pdf"
    assert main(["sheet", "standing-break", "-o", str(file), "--paper", "letter"]) == 0
    assert file.read_bytes().startswith(b"%PDF")
