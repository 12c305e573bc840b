"""The practice drawn in a terminal: what stands where, in any size."""

from __future__ import annotations

import io
import re

import pytest

from hinge_gui.core.compiler import compile_routine
from hinge_gui.core.plan import plan_routine
from hinge_gui.core.player import Player
from hinge_gui.core.routine import ExerciseStep
from hinge_gui.verbs.follow_board import Board
from hinge_gui.verbs.follow_panel import Panel, fitted, giant
from hinge_gui.verbs.follow_screen import Paper
from hinge_gui.verbs.text import columns_of
from tests.core.builders import CATALOGUE, routine
from tests.helpers import FakeClock

STYLED = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def plain(lines: list[str]) -> list[str]:
    return [STYLED.sub("", line) for line in lines]


@pytest.fixture
def panel() -> Panel:
    what = routine(ExerciseStep("calf", hold=20, repetitions=1), ready=10)
    timeline, clock = compile_routine(what, CATALOGUE), FakeClock()
    board, player = Board(timeline, plan_routine(what, CATALOGUE)), Player(timeline)
    facts = player.play(0)
    while clock.now_ms < 20_000:
        facts += player.advance(clock.advance(1000))
    for fact in facts:
        board.hear(fact)
    return Panel(board, Paper(io.StringIO()))


@pytest.mark.parametrize("size", [(80, 24), (200, 60), (40, 12), (20, 6), (10, 3), (1, 1)])
def test_the_panel_fits_every_terminal(panel: Panel, size: tuple[int, int]) -> None:
    columns, rows = size
    lines = plain(panel.lines(columns, rows))
    assert len(lines) <= rows
    assert max(map(columns_of, lines)) <= max(columns, 2)


def test_the_panel_says_exercise_side_phase_seconds_and_what_comes(panel: Panel) -> None:
    text = "\n".join(plain(panel.lines(40, 12)))
    assert "Calf stretch, left side" in text
    assert "Hold" in text
    assert "14" in text
    assert "Next: Right side" in text


def test_seconds_are_giant_where_there_is_room(panel: Panel) -> None:
    blocks = [line for line in plain(panel.lines(120, 50)) if "█" in line]
    assert len(blocks) >= 50 // 5


def test_giant_digits() -> None:
    assert giant("1", 1) == ["  ██", "████", "  ██", "  ██", "██████"]


def test_long_words_give_way_by_columns_not_letters() -> None:
    assert fitted("Wadenbeinmuskeldehnung", 10) == "Wadenbein…"
    assert columns_of(fitted("ふくらはぎを伸ばす", 9)) <= 9


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-8"])
def test_a_terminal_without_the_signs_gets_plain_ones(encoding: str) -> None:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding=encoding)
    Paper(out).write("█━ “Hold…” · ふ")
    text = raw.getvalue().decode(encoding)
    assert "Hold" in text
    assert ("█" in text) == (encoding == "utf-8")
