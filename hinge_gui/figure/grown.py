"""Which parts are one: where two grow into each other, or one gives way under the other, either may cover the other."""

from __future__ import annotations

from functools import cache

APART = 0.014  # of stature, a finger's breadth: parts no farther apart may cover each other either way
GROWN = 0.070  # half a thigh: so may neighbours that grow into each other, and a body and what gives way under it
_NEIGHBOURS = (
    {"shirt", "neck"},
    {"shirt", "upper_arm"},
    {"upper_arm", "forearm"},
    {"forearm", "hand"},
    {"seat", "thigh"},
    {"thigh", "shank"},
    {"shank", "foot"},
    {"neck", "head"},
    {"neck", "nape"},
    {"hair", "head"},
    {"hair", "cap"},
    {"hair", "nape"},
    {"lock", "cap"},
    {"lock", "head"},
    {"lock", "nape"},
)
_GIVE_WAY = ("seat", "thigh", "cushion", "pillow", "bolster", "folded", "rolled")


@cache
def merge_within(one: str, other: str) -> float:
    """By how much of stature the farther of two parts, by name, may cover the nearer."""
    pair = {bare(one), bare(other)}
    a_thing = " " in one or " " in other
    if a_thing and any(name.startswith(_GIVE_WAY) for name in pair):
        return GROWN
    return GROWN if on_one_side(one, other) and pair in _NEIGHBOURS else APART


@cache
def bare(name: str) -> str:
    """The name of a part without its side."""
    return name[2:] if name[1:2] == "_" else name


@cache
def on_one_side(one: str, other: str) -> bool:
    """Whether two parts are of one side of the body, or one of them of none."""
    return one[1:2] != "_" or other[1:2] != "_" or one[0] == other[0]
