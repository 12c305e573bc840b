"""The figure looks as it did when somebody last looked: `python -m tools.golden` paints the pictures anew."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from PySide6.QtGui import QImage

from hinge_gui.figure.joints import SIDES
from hinge_gui.figure.motion import Motion
from hinge_gui.figure.skeleton import Body3D
from hinge_gui.store.library import Library
from hinge_gui.store.places import places
from tests.paint.figures import bend, differing
from tools.golden import FOLDER, GOLDEN, Golden

pytestmark = pytest.mark.usefixtures("qapp")

MAY_DIFFER = 0.0006  # of the pixels, for the antialiasing of another Qt; a foot alone has some 2 % of them


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda golden: golden.name)
def test_it_looks_as_it_did(golden: Golden) -> None:
    entry = Library(places()).exercises.find(golden.exercise)
    assert entry is not None
    assert entry.exercise is not None
    before = QImage(str(FOLDER / f"{golden.name}.png"))
    assert not before.isNull(), "no such picture; run python -m tools.golden and look at it"
    assert differing(before, golden.paint(entry.exercise)) < MAY_DIFFER


def test_there_is_no_picture_that_nobody_compares() -> None:
    assert {file.stem for file in FOLDER.glob("*.png")} == {golden.name for golden in GOLDEN}


SECOND = tuple(golden for golden in GOLDEN if golden.seen_from)
LIMBS = tuple(product(SIDES, ("shoulder", "elbow", "wrist", "hip", "knee", "ankle")))
WAYS = ((12.0, False), (-12.0, False), (12.0, True), (-12.0, True))
Move = tuple[str, str, float, bool]
"""Side, joint, by how many degrees, and whether aside instead of bent."""
ALL: tuple[Move, ...] = tuple(
    (*limb, *way) for limb, way in product(LIMBS, WAYS) if not (way[1] and limb[1] in ("wrist", "ankle"))
)  # a foot or hand that turns about its own length looks the same
SOME_OF = 5  # as many as exercises with a second picture have no divisor with, so that each has moves of its own


def is_seen(golden: Golden, move: Move, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether a picture of its pose, from its own side or the other, tells; the solved body itself is bent."""
    entry = Library(places()).exercises.find(golden.exercise)
    assert entry is not None
    assert entry.exercise is not None
    side, joint, by_deg, aside = move
    solved = Motion.solved

    def bent(motion: Motion, progress: float, breath: float = 0.0) -> tuple[Body3D, dict[str, float]]:
        body, misses = solved(motion, progress, breath)
        return bend(body, side, joint, by_deg, aside=aside), misses

    monkeypatch.setattr(Motion, "solved", bent)
    for one in (replace(golden, seen_from=None), golden):
        before = QImage(str(FOLDER / f"{one.name}.png"))
        if not before.isNull() and differing(before, one.paint(entry.exercise)) > MAY_DIFFER:
            return True
    return False


@pytest.mark.parametrize(
    ("golden", "move"),
    [(golden, move) for n, golden in enumerate(SECOND) for move in ALL[n % SOME_OF :: SOME_OF]],
    ids=str,
)
def test_some_limbs_that_move_by_twelve_degrees_are_seen(
    golden: Golden, move: Move, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert is_seen(golden, move, monkeypatch)


@pytest.mark.torture
@pytest.mark.only_in_torture
@pytest.mark.parametrize("golden", SECOND, ids=lambda golden: golden.name)
def test_each_limb_that_moves_by_twelve_degrees_any_way_is_seen(
    golden: Golden, monkeypatch: pytest.MonkeyPatch
) -> None:
    unseen = []
    for move in ALL:
        with monkeypatch.context() as patch:
            if not is_seen(golden, move, patch):
                unseen.append(move)
    assert unseen == []
