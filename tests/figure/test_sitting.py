"""Who sits on a chair gives way to it: nothing hangs through the seat."""

from __future__ import annotations

from math import hypot

import pytest

from hinge_gui.figure.camera import Camera
from hinge_gui.figure.flesh import Flesh
from hinge_gui.figure.look import Look
from hinge_gui.figure.motion import Motion
from hinge_gui.figure.prop import CM, prop
from hinge_gui.figure.proportions import PROPORTIONS
from hinge_gui.figure.shapes import Flat, Ring
from hinge_gui.figure.sitting import Seat, pressed
from tests.figure.forms import Form, form

SEATED = [
    form(exercise, variant)
    for exercise, variant in (
        ("calf-stretch", "seated"),
        ("soleus-stretch", "seated"),
        ("top-of-foot-stretch", "seated"),
        ("twist-on-the-floor", "seated"),
        ("legs-on-the-wall", "chair"),
    )
]
SIDE = Camera(0.0, 0.0)  # the picture's axes are those of the room, its depth is how far to the right
HIPS = (0.0, 53.5 * CM, 0.0)


def chair(at_cm: tuple[float, float, float] = (-6, 0, 0), turn_deg: float = 0.0) -> Seat | None:
    return Seat.among([prop("chair", at_cm, turn_deg=turn_deg)], HIPS)


def bottom(flat: Flat) -> float:
    return flat.y - hypot(flat.ay, flat.by)


@pytest.mark.parametrize("one", SEATED, ids=str)
def test_no_thigh_hangs_through_the_seat_that_it_lies_on(one: Form) -> None:
    for body in PROPORTIONS:
        now = Motion(one.spec, body=body).at(1.0)
        seat = Seat.among(one.spec.props("usual", "right"), now.joints["pelvis"])
        assert seat
        parts = {part.name: part.flats for part in Flesh(Look(build=body), SIDE, seat).parts(now)}
        over = [
            flat
            for flat in (*parts["r_thigh"], *parts["l_thigh"])
            if seat.beyond((flat.x, flat.y, flat.depth)) == 0.0
        ]
        assert over
        assert min(map(bottom, over)) > seat.middle[1] - 0.2 * CM, body


def test_who_stands_beside_a_chair_does_not_sit_on_it() -> None:
    assert Seat.among([prop("chair", (54, 0, -37))], (0.0, 0.53, 0.0)) is None
    assert Seat.among([prop("stool", (0, 0, 0))], HIPS) is None
    assert chair() is not None


@pytest.mark.parametrize("turn_deg", [0.0, 90.0, 180.0])
def test_beyond_its_edge_flesh_may_hang_lower_the_farther_it_is(turn_deg: float) -> None:
    seat = chair(turn_deg=turn_deg)
    assert seat
    over, near, far, away = (seat.under((x * CM, 0.0, 0.0)) for x in (10, 19, 25, 90))
    assert over == pytest.approx(45 * CM)
    assert over > near > far > away == 0.0


def test_what_is_pressed_lies_flat_on_the_seat_and_keeps_its_upper_side() -> None:
    seat = chair()
    ring = Ring((0.05, 50 * CM, 0.0), (0.0, 8 * CM, 0.0), (0.0, 0.0, 8 * CM))
    (flat,) = pressed((ring,), seat)
    assert flat.centre[1] - flat.a[1] == pytest.approx(45 * CM)
    assert flat.centre[1] + flat.a[1] == pytest.approx(58 * CM)
    assert pressed((ring,), None) == (ring,)


def test_a_limb_that_hangs_straight_down_is_not_pressed() -> None:
    level = Ring((0.0, 0.2, 0.0), (0.05, 0.0, 0.0), (0.0, 0.0, 0.05))
    seat = Seat.among([prop("chair", (0, 0, 0))], (0.0, 0.3, 0.0))
    assert seat is not None
    assert pressed((level,), seat) == (level,)
