"""Changes to a person's YAML, made in the text itself: every other byte stays as it was written.

Text in, text out; a path is that of the core, such as `("steps", 2, "hold")`. Comments, order, blank lines, quotes,
line ends and byte-order mark are kept. To an item of a list belong its lines, the comment lines right above it (as
far in as its dash) and those right below it (further in than its dash): they move and go with it. To a key belongs
what stands on its lines.

The result is read again and must say what was wanted, nothing else. Otherwise, and where the text has faults to begin
with, nothing is returned but a PersonError: better no change than a wrong one. KeyError and IndexError where there is
no such path.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

from hinge_gui.core.errors import PersonError
from hinge_gui.core.routine import Path
from hinge_gui.store.differ import Stays, changes, never, same
from hinge_gui.store.splice_list import New, relist, spans
from hinge_gui.store.splice_map import remap
from hinge_gui.store.splice_text import Edit, Source, UnableError, apply, replaced
from hinge_gui.store.yaml_tree import Entry, NotSoundError, tree

_BOM = "\ufeff"
_Edits = Callable[[Source, Entry], list[Edit]]


def set_value(text: str, path: Path, value: Any) -> str:
    """The text with another value at the path; a key that is not there yet is added to its map."""
    *parents, last = path

    def edits(source: Source, root: Entry) -> list[Edit]:
        parent = _at(root, parents)
        if parent.value.kind != "map" or not parent.value.entries:
            return replaced(source, parent, {**(parent.value.data() or {}), last: value})
        entry = parent.value.entry(last)
        if entry is None:
            return remap(source, parent.value, {str(last): value}, ())
        return changes(source, entry, value)

    def change(data: Any) -> Any:
        holder = _inside(data, parents[:-1])
        if parents and holder[parents[-1]] is None:
            holder[parents[-1]] = {}
        _inside(data, parents)[last] = value
        return data

    return _edited(text, edits, change)


def remove(text: str, path: Path) -> str:
    """The text without the key or the item at the path."""
    *parents, last = path

    def edits(source: Source, root: Entry) -> list[Edit]:
        parent = _at(root, parents)
        if len(parent.value.entries) == 1:
            return replaced(source, parent, {} if isinstance(last, str) else [])
        if isinstance(last, str):
            return remap(source, parent.value, {}, [last])
        return relist(source, parent.value, [n for n in range(len(parent.value.entries)) if n != last])

    def change(data: Any) -> Any:
        del _inside(data, parents)[last]
        return data

    return _edited(text, edits, change)


def insert(text: str, path: Path, value: Any) -> str:
    """The text with a new item that then stands at the path, whose last part is an index from 0 to the length."""
    return _insert(text, path, New(value))


def move(text: str, path: Path, to: Path) -> str:
    """The text with the item at `path` moved; `to` is its place in the lists as they are once it has been taken out."""
    if path[:-1] == to[:-1]:
        return _reorder(text, path[:-1], int(path[-1]), int(to[-1]))
    bare = text.removeprefix(_BOM)
    source, root = Source(bare), _root(bare)
    items = _at(root, path[:-1]).value
    value = items.entries[int(path[-1])].value.data()
    lines: tuple[str, ...] = ()
    if not items.flow:
        lines = source.undented(*spans(source, items)[int(path[-1])], source.column(items.entries[0].start))
    return _insert(remove(text, path), to, New(value, lines))


def update(text: str, wanted: Any, stays: Stays = never) -> str:
    """The text changed as little as need be to say `wanted`; moved items take their comments along.

    A key that `wanted` leaves out goes, unless `stays(key, value)`: what says no more than its absence may remain.
    """
    target = copy.deepcopy(wanted)  # what stays is added to it
    return _edited(text, lambda source, root: changes(source, root, target, stays), lambda _: target)


def _insert(text: str, path: Path, item: New) -> str:
    *parents, index = path

    def edits(source: Source, root: Entry) -> list[Edit]:
        entry = _at(root, parents)
        if not entry.value.entries:
            return replaced(source, entry, [item.value])
        items: list[int | New] = list(range(len(entry.value.entries)))
        items.insert(int(index), item)
        return relist(source, entry.value, items)

    def change(data: Any) -> Any:
        holder = _inside(data, parents[:-1])
        if holder[parents[-1]] is None:
            holder[parents[-1]] = []
        holder[parents[-1]].insert(index, item.value)
        return data

    return _edited(text, edits, change)


def _reorder(text: str, parents: Path, at: int, to: int) -> str:
    def edits(source: Source, root: Entry) -> list[Edit]:
        items = _at(root, parents).value
        order = list(range(len(items.entries)))
        order.insert(to, order.pop(at))
        return relist(source, items, list(order))

    def change(data: Any) -> Any:
        items = _inside(data, parents)
        items.insert(to, items.pop(at))
        return data

    return _edited(text, edits, change)


def _edited(text: str, edits: _Edits, change: Callable[[Any], Any]) -> str:
    """The text after the edits, once it has been read again and says what was wanted."""
    bare = text.removeprefix(_BOM)
    root = _root(bare)
    try:
        new = apply(bare, edits(Source(bare), root))
        wanted = change(root.value.data())
        if new != bare and not same(tree(new).data(), wanted):
            raise UnableError
    except (UnableError, NotSoundError) as error:
        message = "This change cannot be made in the text of the file without losing some of what stands there."
        raise PersonError(message, "Make it in a text editor, or save the whole under a new name.") from error
    return text[: len(text) - len(bare)] + new


def _root(bare: str) -> Entry:
    try:
        root = tree(bare)
    except NotSoundError as error:
        remedy = "Mend them first; `hinge-gui check` names them."
        raise PersonError("The text of the file has faults.", remedy) from error
    return Entry(root.start, root.start, root)


def _at(root: Entry, path: Path | list[str | int]) -> Entry:
    entry = root
    for part in path:
        found = entry.value.entry(part)
        if found is None:
            raise KeyError(tuple(path))
        entry = found
    return entry


def _inside(data: Any, path: Path | list[str | int]) -> Any:
    for part in path:
        data = data[part]
    return data
