"""What is near covers what is far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import combinations

import pytest

from hinge_gui.figure.body import Part
from hinge_gui.figure.camera import Camera
from hinge_gui.figure.flesh import Flesh
from hinge_gui.figure.look import Look
from hinge_gui.figure.order import Covers, DepthOrder, Orders, depth_order, in_order
from hinge_gui.figure.prop import prop
from hinge_gui.figure.props import prop_parts
from hinge_gui.figure.scene import furnish
from hinge_gui.figure.skeleton import Body3D, Skeleton, placed
from hinge_gui.figure.stage import Stage
from tests.figure.forms import Form, forms


def painted(body: Body3D, camera: Camera) -> list[str]:
    return [part.name for part in in_order(Flesh(Look(), camera).parts(body))]


def found(parts: list[Part], before: Mapping[tuple[str, str], float]) -> DepthOrder:
    return depth_order(parts, 0, Covers().of(parts), before)


def standing(**angles: float) -> Body3D:
    return placed(Skeleton().pose(angles), "r_heel", (0.0, 0.0, 0.05))


@pytest.mark.parametrize(
    ("yaw_deg", "nearer", "farther"),
    [
        (0, "r_upper_arm", "shirt"),
        (0, "shirt", "l_upper_arm"),
        (0, "r_thigh", "l_thigh"),
        (0, "r_foot", "l_foot"),
        (180, "l_upper_arm", "shirt"),
        (180, "l_thigh", "r_thigh"),
        (90, "head", "neck"),
        (90, "shirt", "seat"),
        (270, "hair", "cap"),
        (270, "cap", "neck"),
        (270, "neck", "nape"),
    ],
)
def test_of_a_person_who_stands(yaw_deg: float, nearer: str, farther: str) -> None:
    order = painted(standing(), Camera(yaw_deg))
    assert order.index(nearer) > order.index(farther)


@pytest.mark.parametrize("yaw_deg", range(0, 360, 30))
def test_no_part_is_lost_whatever_the_side(yaw_deg: int) -> None:
    parts = Flesh(Look(), Camera(yaw_deg, 10)).parts(standing(r_hip=80, r_knee=90, l_sh=90))
    assert sorted(part.name for part in in_order(parts)) == sorted(part.name for part in parts)


def test_arms_held_forward_cover_the_chest_from_the_front_and_not_from_behind() -> None:
    body = standing(r_sh=85, l_sh=85)
    front, back = painted(body, Camera.named("front")), painted(body, Camera.named("back"))
    assert front.index("r_forearm") > front.index("shirt")
    assert back.index("r_forearm") < back.index("shirt")


@pytest.mark.parametrize(("yaw_deg", "hidden"), [(90.0, True), (270.0, False)])
def test_a_counter_hides_the_legs_only_of_whom_it_stands_before(yaw_deg: float, hidden: bool) -> None:
    camera = Camera(yaw_deg, 5)
    parts = [*prop_parts(prop("counter", (80, 0, 0)), camera), *Flesh(Look(), camera).parts(standing())]
    order = [part.name for part in in_order(parts)]
    assert (order.index("counter 0") > order.index("r_shank")) is hidden


def test_a_hand_on_the_stool_lies_over_its_seat() -> None:
    body = standing(pelvis_tilt=45, r_hip=45, l_hip=45, r_sh=60, l_sh=60, r_wrist=60, l_wrist=60)
    x, y, z = body.joints["r_hand"]
    stool = prop("stool", (x * 170 + 8, 0, z * 170), (34, (y - 0.012) * 170, 34))
    camera = Camera(20, 10)
    pieces = prop_parts(stool, camera)
    order = [p.name for p in in_order([*pieces, *Flesh(Look(), camera).parts(body)])]
    assert order.index("r_hand") > order.index(pieces[-1].name)


def test_a_wall_is_behind_all_that_stands_before_it() -> None:
    camera = Camera(225, 12)
    things = [prop("wall", (60, 0, 0)), prop("pillow", (-40, 0, 0))]
    furniture = furnish(things, standing(), camera)
    parts = [*furniture.among, *Flesh(Look(), camera).parts(standing())]
    assert in_order(parts, len(furniture.among))[0].name == "wall 0"


def test_the_near_rim_of_a_seat_covers_what_sinks_into_it() -> None:
    camera = Camera(10, 5)
    body = placed(
        Skeleton().pose({"r_hip": 88, "l_hip": 88, "r_knee": 88, "l_knee": 88}), "pelvis", (0.0, 53.5 / 170, 0.0)
    )
    chair = prop_parts(prop("chair", (-6, 0, 0)), camera)
    order = [part.name for part in in_order([*chair, *Flesh(Look(), camera).parts(body)])]
    assert order.index("r_thigh") > order.index(chair[-2].name)
    assert order.index("r_thigh") < order.index(chair[-1].name)


@pytest.mark.parametrize("one", forms(), ids=str)
def test_shirt_and_trousers_change_places_once_at_most_on_the_way(one: Form) -> None:
    stage, changes = Stage(one.spec), Counter[frozenset[str]]()
    before: list[str] = []
    for step in range(25):
        names = (part.name for part in stage.scene(step / 24).parts)
        now = [*dict.fromkeys(name for name in names if name.endswith(("shirt", "seat", "thigh")))]
        if before:
            pairs = combinations(now, 2)
            changes.update(frozenset(pair) for pair in pairs if before.index(pair[0]) > before.index(pair[1]))
        before = now
    assert max(changes.values(), default=0) <= 1, changes


def test_what_covered_another_goes_on_doing_so_until_it_is_clearly_behind() -> None:
    body = standing(r_sh=85, l_sh=85)
    front = found(Flesh(Look(), Camera.named("front")).parts(body), {})
    assert front.told["shirt", "r_forearm"] < 0
    parts = Flesh(Look(), Camera.named("back")).parts(body)
    again = [parts[n].name for n in found(parts, front.told).order]
    assert again.index("r_forearm") < again.index("shirt")


def test_an_order_once_found_is_known_also_after_a_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    orders, parts = Orders(), Flesh(Look(), Camera()).parts(standing())
    before = orders.of(parts, 0, 0.5)
    orders.rest()
    monkeypatch.setattr("hinge_gui.figure.order.depth_order", None)
    assert orders.of(parts, 0, 0.5) == before


def test_while_the_view_goes_round_no_two_parts_change_places_to_and_fro() -> None:
    body, told = standing(r_sh=40, l_sh=40, r_hip=80, r_knee=90), dict[tuple[str, str], float]()
    changes = Counter[tuple[str, str]]()
    for yaw_deg in range(0, 360, 3):
        before = dict(told)
        told |= found(Flesh(Look(), Camera(yaw_deg, 12)).parts(body), told).told
        changes.update(pair for pair, nearer in told.items() if before.get(pair, nearer) * nearer < 0)
    assert max(changes.values()) <= 4, changes.most_common(3)
