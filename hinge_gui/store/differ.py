"""The least change of a YAML text from what it says to what it is to say."""

from __future__ import annotations

import json
from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any

from hinge_gui.store.splice_list import New, carried, relist
from hinge_gui.store.splice_map import remap, rewritten
from hinge_gui.store.splice_text import Edit, Source, replaced
from hinge_gui.store.yaml_tree import Entry, Node

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


def changes(source: Source, root: Entry, wanted: Any, stays: Stays = never) -> list[Edit]:
    """The edits that make the root's value say `wanted`; to `wanted` is added what stays."""
    return _Change(source, root, wanted, stays).edits()


class _Change:
    """One change of a whole text. An item that leaves one list for another takes its text and comments along."""

    def __init__(self, source: Source, root: Entry, wanted: Any, stays: Stays) -> None:
        self._source, self._root, self._wanted, self._stays = source, root, wanted, stays
        self._leaving: list[tuple[Node, int]] | None = None  # found when first asked for

    def edits(self) -> list[Edit]:
        return self._of(self._root, self._wanted)

    def _of(self, entry: Entry, wanted: Any) -> list[Edit]:
        node = entry.value
        if isinstance(wanted, dict) and node.kind == "map":
            return self._of_map(entry, wanted)
        if _are_lists(node, wanted):
            return self._of_list(entry, wanted)
        return [] if same(node.data(), wanted) else replaced(self._source, entry, wanted)

    def _of_map(self, entry: Entry, wanted: dict[str, Any]) -> list[Edit]:
        source, node = self._source, entry.value
        for old in node.entries:
            key = str(old.key)
            if key not in wanted and self._stays(key, value := old.value.data()):
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
                edits += self._of(old, wanted[str(old.key)])
        return edits + remap(source, node, added, removed)  # of two at one place, what is inside comes first

    def _of_list(self, entry: Entry, wanted: list[Any]) -> list[Edit]:
        entries = entry.value.entries
        partners = _partners(entry.value, wanted)
        if entry.value.flow and not any(partner is not None for partner in partners):
            return replaced(self._source, entry, wanted)
        items: list[int | New] = []
        inner: list[Edit] = []
        for item, partner in zip(wanted, partners, strict=True):
            items.append(New(item, self._moved) if partner is None else partner)
            if partner is not None:
                inner += self._of(entries[partner], item)
        return relist(self._source, entry.value, items, inner)

    def _moved(self, value: Any, column: int) -> list[str] | None:
        """The lines of an item that leaves its list, `column` spaces in; None where no such item leaves one."""
        if self._leaving is None:
            self._leaving = list(_leaving(self._root, self._wanted))
        for key in (_text, _name):
            for node, index in self._leaving:
                entry = node.entries[index]
                if isinstance(value, dict) and key(entry.value.data()) == key(value):
                    self._leaving = [(a, b) for a, b in self._leaving if not _lies_in(a.entries[b], entry)]
                    return carried(self._source, node, index, self._of(entry, value), column)
        return None


def _lies_in(inner: Entry, outer: Entry) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _are_lists(node: Node, wanted: Any) -> bool:
    return isinstance(wanted, list) and node.kind == "list" and bool(node.entries and wanted)


def _partners(node: Node, wanted: list[Any]) -> list[int | None]:
    return matched([old.value.data() for old in node.entries], wanted)


def _leaving(entry: Entry, wanted: Any) -> Iterator[tuple[Node, int]]:
    """The items, each with its list, that continue nowhere in the list where they stand."""
    node = entry.value
    if isinstance(wanted, dict) and node.kind == "map":
        for old in node.entries:
            yield from _leaving(old, wanted[old.key]) if old.key in wanted else _inside(old)
    elif _are_lists(node, wanted):
        goes_on = {a: item for a, item in zip(_partners(node, wanted), wanted, strict=True) if a is not None}
        for n, old in enumerate(node.entries):
            if n in goes_on:
                yield from _leaving(old, goes_on[n])
            else:
                yield node, n
                yield from _inside(old)


def _inside(entry: Entry) -> Iterator[tuple[Node, int]]:
    """All items of the lists in an entry."""
    for n, inner in enumerate(entry.value.entries):
        if entry.value.kind == "list":
            yield entry.value, n
        yield from _inside(inner)


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
