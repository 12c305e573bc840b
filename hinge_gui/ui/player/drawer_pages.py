"""The pages of the drawer: how, why, mistakes, care."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtWidgets import QPushButton, QWidget

from hinge_gui.core.exercise import Mistake
from hinge_gui.core.moment import SIDES
from hinge_gui.ui.player.figure_card import FigureCard
from hinge_gui.ui.player.figures import Shown
from hinge_gui.ui.player.picture_card import PictureCard
from hinge_gui.ui.player.picture_cast import showable
from hinge_gui.ui.theme import Theme
from hinge_gui.ui.widgets.boxes import column, row
from hinge_gui.ui.widgets.prose import notice, paragraph, points, section, steps

PAIN: Final = "Pain means stop"
PAIN_TEXT: Final = (
    "A mild pull is enough. At pain, pinching, tingling or dizziness come out slowly and leave it for today."
)
FIGURE_PX: Final = 240
PAIR_PX: Final = 208


@dataclass(frozen=True)
class Reading:
    """What a page is made from, and whom to tell that a mistake shall be shown large.

    With its figures, unless a larger one stands beside the words already.
    """

    theme: Theme
    shown: Shown
    compare: Callable[[str], None]
    figures: bool = True


def how(reading: Reading) -> list[QWidget]:
    learn = reading.shown.exercise.learn
    parts: list[QWidget] = [_figure(reading)] if reading.figures else []
    if learn.how:
        parts.append(section("Step by step", steps(learn.how)))
    if learn.far:
        parts.append(section("How far", paragraph(learn.far)))
    return [*parts, notice(PAIN, PAIN_TEXT)]


def why(reading: Reading) -> list[QWidget]:
    learn = reading.shown.exercise.learn
    parts: list[QWidget] = [_figure(reading)] if reading.figures else []
    if learn.helps:
        parts.append(section("What it helps", paragraph(learn.helps)))
    if learn.daily:
        parts.append(section("In the day", points(learn.daily)))
    return parts


def mistakes(reading: Reading) -> list[QWidget]:
    found = reading.shown.exercise.learn.mistakes
    if not found:
        return [paragraph("Nothing is known to go wrong in this form. Go gently and stay where it feels mild.")]
    if not reading.figures:
        return [_named(reading, mistake) for mistake in found]
    larger = QPushButton("Show them large")
    larger.setToolTip("Right beside wrong (X)")
    larger.setAutoDefault(False)
    larger.clicked.connect(lambda: reading.compare(found[0].id))
    return [larger, *(_mistake(reading, mistake) for mistake in found)]


def care(reading: Reading) -> list[QWidget]:
    learn = reading.shown.exercise.learn
    parts: list[QWidget] = [notice(PAIN, PAIN_TEXT)]
    if learn.care:
        parts.append(section("Ask first, or take another form", points(learn.care)))
    if learn.sources:
        parts.append(section("Sources", points(learn.sources, "caption")))
    return parts


@dataclass(frozen=True)
class Page:
    title: str
    make: Callable[[Reading], list[QWidget]]


PAGES: Final[Mapping[str, Page]] = {
    "how": Page("How", how),
    "why": Page("Why", why),
    "mistakes": Page("Mistakes", mistakes),
    "care": Page("Care", care),
}


def page(key: str, reading: Reading) -> QWidget:
    """One page, to be scrolled."""
    made = QWidget()
    rows = column(made, gap=3)
    for part in PAGES[key].make(reading):
        rows.addWidget(part)
    rows.addStretch(1)
    return made


def _figure(reading: Reading) -> QWidget:
    shown = reading.shown
    if pictures := showable(shown.exercise.pictures):
        mirrored = shown.exercise.sides == "each" and shown.side == "left"
        return PictureCard(reading.theme, FIGURE_PX, pictures, mirrored=mirrored)
    card = FigureCard(reading.theme, FIGURE_PX)
    side = "" if shown.side == "both" else f", {SIDES[shown.side].lower()}"
    card.show_figure(shown.right, shown.look, f"{shown.exercise.name}{side}: the position that is held")
    return card


def _named(reading: Reading, mistake: Mistake) -> QWidget:
    """A mistake whose pictures stand elsewhere: a press shows them there; whoever shows them checks its button."""
    made = QWidget()
    rows = column(made, gap=1)
    shows = QPushButton(mistake.name, autoDefault=False)
    shows.setCheckable(True)
    shows.setProperty("mistake", mistake.id)
    shows.clicked.connect(lambda: reading.compare(mistake.id))
    rows.addWidget(shows)
    rows.addWidget(paragraph(mistake.text))
    return made


def _mistake(reading: Reading, mistake: Mistake) -> QWidget:
    right, wrong = reading.shown.pair(mistake)
    pictures = row(gap=1)
    for make, verdict, name in ((right, "right", "The right way"), (wrong, "wrong", f"Mistake: {mistake.name}")):
        card = FigureCard(reading.theme, PAIR_PX, "right" if verdict == "right" else "wrong")
        card.show_figure(make, reading.shown.look, name)
        pictures.addWidget(card)
    made = QWidget()
    rows = column(made, gap=1)
    rows.addLayout(pictures)
    rows.addWidget(paragraph(mistake.name, "section"))
    rows.addWidget(paragraph(mistake.text))
    return made
