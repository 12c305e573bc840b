"""Keys that come into a map's text and keys that leave it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from hinge_gui.store.splice_text import Edit, Source, UnableError
from hinge_gui.store.yaml_tree import Entry, Node
from hinge_gui.store.yaml_write import flow, key_text, order_of, ordered, pair


def remap(source: Source, node: Node, added: Mapping[str, Any], removed: Collection[str]) -> list[Edit]:
    """The edits for a map of which at least one key stays. A new key goes to its place in the formats' order."""
    kept = [entry for entry in node.entries if entry.key not in removed]
    if not kept:
        raise UnableError
    edits = _without_flow(source, node, kept) if node.flow else _without(source, node, kept)
    known = dict.fromkeys([*(str(entry.key) for entry in node.entries), *added])
    if root := node.entry("format"):
        known["format"] = root.value.value
    for key in ordered({**known, **added}):
        if key in added:
            after = _predecessor(kept, key, list(order_of(known)))
            edits.append(_added(source, node, after, key, added[key]))
    return edits


def rewritten(source: Source, node: Node, wanted: Mapping[str, Any]) -> list[Edit]:
    """The edit for a map in lines of its own of which no key stays; comments among them would have no place."""
    if "#" in source.text[node.start : node.end]:
        raise UnableError
    column = source.column(node.start)
    first, *more = (line for key in ordered(wanted) for line in pair(key, wanted[key], column))
    return [Edit(node.start, node.end, first.lstrip(" ") + source.below(more))]


def _predecessor(kept: list[Entry], key: str, order: list[str]) -> Entry:
    """The last of the keys that the formats put before this one; where there is none, the last of all."""
    before = order[: order.index(key)] if key in order else []
    return next((entry for entry in reversed(kept) if entry.key in before), kept[0 if key in order else -1])


def _added(source: Source, node: Node, after: Entry, key: str, value: Any) -> Edit:
    if node.flow:
        return Edit(after.end, after.end, f", {key_text(key)}: {flow(value)}")
    end = source.line_end(after.end)
    return Edit(end, end, source.below(pair(key, value, source.column(node.start))))


def _without(source: Source, node: Node, kept: list[Entry]) -> list[Edit]:
    """Whole lines go; the first key after a dash leaves the dash to the next."""
    edits = []
    for entry, after in zip(node.entries, [*node.entries[1:], None], strict=True):
        if entry in kept:
            continue
        if source.begins_line(entry.start) or entry is not node.entries[0]:
            edits.append(_lines_of(source, entry))
        elif after is None or after not in kept or "#" in source.text[source.next_line(entry.end) : after.start]:
            blank = len(source.text[: entry.start].rstrip(" "))
            edits.append(Edit(blank, source.line_end(entry.end), ""))  # the dash alone in its line
        else:
            edits.append(Edit(entry.start, after.start, ""))
    return edits


def _lines_of(source: Source, entry: Entry) -> Edit:
    return Edit(source.line_start(entry.start), source.next_line(entry.end), "")


def _without_flow(source: Source, node: Node, kept: list[Entry]) -> list[Edit]:
    edits = []
    entries, last = node.entries, node.entries.index(kept[-1])
    for n, entry in enumerate(entries):
        if entry in kept:
            continue
        start, end = (entry.start, entries[n + 1].start) if n < last else (entries[n - 1].end, entry.end)
        if "#" in source.text[start : entry.start] + source.text[entry.end : end]:
            raise UnableError
        edits.append(Edit(start, end, ""))
    return edits
