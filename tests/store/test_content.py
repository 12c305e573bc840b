"""The six exercises and eight routines that come along: complete, within bounds, sayable in their time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hinge_gui.core.phrases import BREATH_MS, phrase_ms
from hinge_gui.figure.marks import cue_of
from hinge_gui.store.assets import asset
from tests.helpers import yaml_of

EXERCISES = {
    "calf-stretch": {"seated", "half-roller"},
    "soleus-stretch": {"seated", "flat-floor", "half-roller"},
    "top-of-foot-stretch": {"seated", "further-back"},
    "legs-on-the-wall": {"sitting", "chair", "bent-knees", "slides"},
    "twist-on-the-floor": {"both-knees", "seated", "raised-arm"},
    "hip-hinge": {"counter", "stool", "hands-free", "hands-and-knees"},
}
ONE_SIDE_AT_A_TIME = {"calf-stretch", "soleus-stretch", "top-of-foot-stretch", "twist-on-the-floor"}
MUSCLES = {
    "calf", "soleus", "shin", "top-of-foot", "hamstrings", "buttock", "back", "adductors", "waist", "chest",
}  # fmt: skip
PROPS = {
    "rolled towel", "half roller", "chair", "counter", "stool", "wall", "mat", "pillow", "cushion", "bolster",
    "folded blanket", "folded towel", "mirror", "stick", "strap",
}  # fmt: skip
HINGE_MISTAKES = ["rounded", "pelvis-forward", "squat", "over-arched", "too-far"]
# Words that promise what no stretch can keep.
PROMISES = re.compile(r"\b(cures?|heals?|detox\w*|metabolism|prevents?|pain[- ]free|guarantee\w*)\b", re.IGNORECASE)

# What the post teaches about the hinge: each point with words that stand together in one of the texts.
HINGE_POINTS = {
    "a skill, not an exercise as such": "skill more than exercise",
    "check it even if you are sure": "check even if sure",
    "watch the whole movement from the side in a mirror": "large mirror side watch whole movement",
    "feet about hip distance apart": "feet wide as your hips",
    "feet forward, not turned out": "forward not turned out",
    "is the leg vertical or the pelvis forward?": "is it vertical pelvis sit forward",
    "hips back until the leg is vertical": "back up hips until leg vertical forward at its top",
    "weight may go to the heels": "weight may shift heels",
    "shoulders stay where they were": "shoulders stay place while hips",
    "that is a mini bend": "already mini bend",
    "a counter or stool helps": "with a counter before you",
    "stop when the pelvis stops": "pelvis stops turning over the legs, stop",
    "whole spine steeper, hands may rest": "whole spine steeper angle rest hands",
    "how far is what the hamstrings can lengthen": "length hamstrings can give decides",
    "back muscles work unless the hands rest": "no support muscles back keep hands rest ease",
    "low back and ribs keep their upright curves": "low back rib cage keep curves upright",
    "not rounded: look in the mirror again": "mirror again nothing rounded",
    "most go too far, the author too, for the stretch": "most people too far stretch author photograph",
    "stretching the hamstrings is not the aim": "hamstrings not the aim may feel",
    "hip joints alone, trunk in one piece": "hip joints alone trunk one piece",
    "no bending of the spine": "no bending of the spine",
    "most find it hard; hands and knees first": "most people hard hands and knees",
    "look at the spine, low back sinks, tail lifts": "low back soften sink tail untucks lifts",
    "no effort, gravity does it": "no muscle work gravity enough",
    "bent hips, neutral curves: the look wanted": "hips bent curves neutral when you stand",
    "seldom parallel to the floor in standing": "not usually parallel floor few people",
    "do not hang on the tendons under the pelvis": "never hang tendons hamstrings underside pelvis",
    "stand again: does it come from the hips only?": "stand up again hips only",
    "choosing how to bend matters for many tasks": "choice bending task",
    "bending the spine is not bad in itself": "bending spine not bad in itself never use hips think",
}


def exercise(name: str) -> dict[str, Any]:
    return yaml_of(asset("resources", "exercises", f"{name}.yaml"))


def merged(base: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    """A variant's changes in its exercise: maps key by key, all else replaced."""
    both = dict(base)
    for key, value in changes.items():
        known = both.get(key)
        both[key] = merged(known, value) if isinstance(known, dict) and isinstance(value, dict) else value
    return both


def forms(name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    base = exercise(name)
    yield name, base
    for variant in base["variants"]:
        yield f"{name}/{variant['id']}", merged(base, variant)


ALL_FORMS = [form for name in EXERCISES for form in forms(name)]
each_exercise = pytest.mark.parametrize("name", EXERCISES)
each_form = pytest.mark.parametrize("form", [form for _, form in ALL_FORMS], ids=[label for label, _ in ALL_FORMS])


def texts(node: object) -> Iterator[str]:
    """Every text in a tree of maps and lists."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict | list):
        for child in node.values() if isinstance(node, dict) else node:
            yield from texts(child)


def test_the_six_and_no_other() -> None:
    files = Path(asset("resources", "exercises")).glob("*.yaml")
    assert {f.stem for f in files} == set(EXERCISES)


@each_exercise
def test_ids_sides_and_variants_are_those_that_others_write_down(name: str) -> None:
    e = exercise(name)
    assert (e["format"], e["id"]) == ("hinge-exercise/1", name)
    assert e["sides"] == ("each" if name in ONE_SIDE_AT_A_TIME else "both")
    assert {v["id"] for v in e["variants"]} == EXERCISES[name]
    assert {v["ease"] for v in e["variants"]} >= {"easier", "harder"}


@each_exercise
def test_the_three_teachings_are_there(name: str) -> None:
    learn = exercise(name)["learn"]
    assert len(learn["how"]) >= 4
    assert len(learn["daily"]) >= 3
    assert len(learn["helps"]["text"].split()) >= 25
    assert learn["helps"]["muscles"]
    assert re.search(r"\b[Ss]top\b|[Ee]ase off|[Cc]lose the legs", learn["far"]), "says when to stop"
    assert learn["care"]
    assert 1 <= len(learn["sources"]) <= 6
    assert 2 <= len(learn["mistakes"]) <= 5


@each_form
def test_words_are_of_the_vocabularies(form: dict[str, Any]) -> None:
    assert set(form["learn"]["helps"]["muscles"]) <= MUSCLES
    assert set(form["props"]) <= PROPS
    for mistake in form["learn"]["mistakes"]:
        assert mistake["pose"] == mistake["id"]
        assert mistake["breaks"]


@each_form
def test_dose_is_within_its_bounds(form: dict[str, Any]) -> None:
    for dose in (form["hold"], form["repetitions"]):
        assert dose["min"] <= dose["default"] <= dose["max"]
    assert form["hold"]["max"] <= (180 if form["posture"] in {"wall", "seated"} else 90)
    pace = form["pace"]
    assert form["kind"] == "skill" or pace["rest"] >= pace["in"] + pace["out"]


@each_form
def test_cues_are_short_and_have_room(form: dict[str, Any]) -> None:
    cues = form["cues"]
    assert cues["setup"]
    assert cues["in"]
    assert cues["out"]
    for phrase in texts(cues):
        assert len(phrase.split()) <= 10, phrase
    # What is said on the way in may run into the hold by two seconds, on the way out not at all.
    for phase, spare_ms in (("in", 2000), ("out", 0)):
        said_ms = sum(phrase_ms(p) for p in cues[phase]) + BREATH_MS * (len(cues[phase]) - 1)
        assert said_ms <= form["pace"][phase] * 1000 + spare_ms, cues[phase]


@each_form
def test_every_mark_goes_with_words_that_are_said(form: dict[str, Any]) -> None:
    figure = form["figure"].get("instead", form["figure"])
    for mark in figure["marks"]:
        phase, number = cue_of(mark)
        assert number <= len(form["cues"][phase]), mark


@each_form
def test_a_side_is_named_only_where_there_is_one(form: dict[str, Any]) -> None:
    named = any("{" in phrase for phrase in texts(form["cues"]["in"]))
    assert named == (form["sides"] == "each"), "the second side hears the cue of the way in anew"
    for phrase in texts(form["cues"]):
        assert set(re.findall(r"\{.*?\}", phrase)) <= {"{side}", "{other}"}
        assert not re.search(r"\b(left|right)\b", phrase), f"{phrase!r} is wrong on the other side"


@each_exercise
def test_nothing_is_promised(name: str) -> None:
    assert [t for t in texts(exercise(name)) if PROMISES.search(t)] == []


def test_the_hinge_has_its_five_mistakes() -> None:
    assert [m["id"] for m in exercise("hip-hinge")["learn"]["mistakes"]] == HINGE_MISTAKES


def test_the_post_has_thirty_points() -> None:
    assert len(HINGE_POINTS) == 30


@pytest.mark.parametrize("point", HINGE_POINTS)
def test_the_hinge_says_each_point_of_the_post(point: str) -> None:
    words = [w.strip(",").lower() for w in HINGE_POINTS[point].split()]
    hinge = [re.findall(r"[a-z-]+", text.lower()) for text in texts(exercise("hip-hinge"))]
    assert any(all(word in text for word in words) for text in hinge), f"no text says: {point}"
