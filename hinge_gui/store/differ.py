"""The least change of a YAML text from what it says to what it is to say."""

from __future__ import annotations

import json
from collections import defaultdict, deque
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from typing import Any

from hinge_gui.store.splice_list import New, relist
from hinge_gui.store.splice_map import remap, rewritten
from hinge_gui.store.splice_text import Edit, Source, replaced
from hinge_gui.store.yaml_tree import Entry

Stays = Callable[[str, Any], bool]
_NAMES = ("exercise", "id", "file", "pause", "rounds")
_MATCHED = 400  # items; what differs of longer lists is matched without regard to order


def never(_key: str, _value: Any) -> bool:
    return False


def same(a: Any, b: Any) -> bool:
    """Whether two values mean the same in a file: 30 is 30.0, true is not 1, a text's last line break says nothing."""
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(same(a[key], b[key]) for key in a)
    if isinstance(a, list | tuple) and isinstance(b, list | tuple):
        return len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, str) and isinstance(b, str):
        return a.rstrip("\n") == b.rstrip("\n")
    return isinstance(a, bool) == isinstance(b, bool) and bool(a == b)


def changes(source: Source, entry: Entry, wanted: Any, stays: Stays = never) -> list[Edit]:
    """The edits that make the entry's value say `wanted`; to `wanted` is added what stays."""
    node = entry.value
    if isinstance(wanted, dict) and node.kind == "map":
        return _map(source, entry, wanted, stays)
    if isinstance(wanted, list) and node.kind == "list" and node.entries and wanted:
        return _list(source, entry, wanted, stays)
    return [] if same(node.data(), wanted) else replaced(source, entry, wanted)


def _map(source: Source, entry: Entry, wanted: dict[str, Any], stays: Stays) -> list[Edit]:
    node = entry.value
    for old in node.entries:
        key = str(old.key)
        if key not in wanted and stays(key, value := old.value.data()):
            wanted[key] = value
    if not any(old.key in wanted for old in node.entries):
        if node.entries and wanted and not node.flow:
            return rewritten(source, node, wanted)
        return [] if not node.entries and not wanted else replaced(source, entry, wanted)
    added = {key: value for key, value in wanted.items() if node.entry(key) is None}
    removed = [str(old.key) for old in node.entries if old.key not in wanted]
    edits = []
    for old in node.entries:
        if old.key in wanted:
            edits += changes(source, old, wanted[str(old.key)], stays)
    return edits + remap(source, node, added, removed)  # of two at one place, what is inside comes first


def _list(source: Source, entry: Entry, wanted: list[Any], stays: Stays) -> list[Edit]:
    entries = entry.value.entries
    partners = matched([old.value.data() for old in entries], wanted)
    if entry.value.flow and not any(partner is not None for partner in partners):
        return replaced(source, entry, wanted)
    items: list[int | New] = []
    inner: list[Edit] = []
    for item, partner in zip(wanted, partners, strict=True):
        items.append(New(item) if partner is None else partner)
        if partner is not None:
            inner += changes(source, entries[partner], item, stays)
    return relist(source, entry.value, items, inner)


def matched(old: Sequence[Any], new: Sequence[Any]) -> list[int | None]:
    """For each new item the old one that it continues: equal and in order, then equal, then of one name.

    Where there are as many as before, an item that took another name is still the same one.
    """
    partners: list[int | None] = [None] * len(new)
    for keys in (_text, _name, _kind) if len(old) == len(new) else (_text, _name):
        taken = set(partners)
        free_old = [n for n in range(len(old)) if n not in taken]
        free_new = [n for n in range(len(new)) if partners[n] is None]
        for a, b in _pairs([keys(old[n]) for n in free_old], [keys(new[n]) for n in free_new]):
            partners[free_new[b]] = free_old[a]
    return partners


def _pairs(old: list[str], new: list[str]) -> list[tuple[int, int]]:
    """Pairs of places with equal texts: those in one order first, then the others."""
    both = min(len(old), len(new))
    start = next((n for n in range(both) if old[n] != new[n]), both)
    end = next((n for n in range(both - start) if old[-1 - n] != new[-1 - n]), both - start)
    pairs = [(n, n) for n in range(start)]
    pairs += [(len(old) - 1 - n, len(new) - 1 - n) for n in range(end)]
    middle_old, middle_new = old[start : len(old) - end], new[start : len(new) - end]
    if max(len(middle_old), len(middle_new)) <= _MATCHED:
        blocks = SequenceMatcher(None, middle_old, middle_new, autojunk=False).get_matching_blocks()
        pairs += [(start + b.a + n, start + b.b + n) for b in blocks for n in range(b.size)]
    taken_old, taken_new = {a for a, _ in pairs}, {b for _, b in pairs}
    left: defaultdict[str, deque[int]] = defaultdict(deque)
    for n, text in enumerate(old):
        if n not in taken_old:
            left[text].append(n)
    pairs += [(left[text].popleft(), n) for n, text in enumerate(new) if n not in taken_new and left[text]]
    return pairs


def _text(value: Any) -> str:
    return json.dumps(value, sort_keys=True)


def _name(value: Any) -> str:
    """What an item keeps while the rest of it changes."""
    if not isinstance(value, dict):
        return type(value).__name__
    key = _kind(value)
    return f"{key} {value[key]}" if key in _NAMES[:3] else key


def _kind(value: Any) -> str:
    return next((key for key in _NAMES if key in value), "") if isinstance(value, dict) else type(value).__name__
