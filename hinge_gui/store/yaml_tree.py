"""A YAML text as a tree of spans, so that a change can be made in the text itself.

Spans are offsets into the text, end exclusive. A block's span ends with its last value, before any comment, line
break or blank line that follows; what a person wrote around the values belongs to nobody here and stays.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from hinge_gui.store.yaml_text import MAX_DEPTH, events, scalar

LINE_BREAK = re.compile("\r\n|[\n\r]")


class NotSoundError(Exception):
    """The text is not what the guard of `yaml_text` lets through; the guard says why, with the place."""


@dataclass(slots=True)
class Entry:
    """A key of a mapping with its value, or an item of a list.

    `start` is the key, the dash or, in brackets, the item itself; `head` is the end of key and colon or of the dash.
    """

    start: int
    head: int
    value: Node
    key: str | None = None
    nested: bool = False  # it stands inside of brackets

    @property
    def end(self) -> int:
        return self.value.end


@dataclass(slots=True)
class Node:
    """A value in the text. `style` is that of a scalar's quotes: None, `'`, `"`, `|` or `>`."""

    start: int
    end: int
    kind: str  # scalar | map | list
    flow: bool = False  # written in brackets
    style: str | None = None
    value: Any = None  # of a scalar
    entries: list[Entry] = field(default_factory=list)

    def data(self) -> Any:
        """The plain data of this value."""
        if self.kind == "map":
            return {entry.key: entry.value.data() for entry in self.entries}
        return [entry.value.data() for entry in self.entries] if self.kind == "list" else self.value

    def entry(self, part: str | int) -> Entry | None:
        """The entry under a key or at an index, or None."""
        if isinstance(part, str):
            return next((entry for entry in self.entries if entry.key == part), None)
        return self.entries[part] if self.kind == "list" and 0 <= part < len(self.entries) else None


def tree(text: str) -> Node:
    """The tree of a text without byte-order mark. NotSoundError where the guard would refuse the text."""
    maker = _Maker(text)
    try:
        for event in events(text):
            maker.feed(event)
    except yaml.MarkedYAMLError as error:
        raise NotSoundError from error
    if maker.root is None:
        raise NotSoundError
    return maker.root


@dataclass(slots=True)
class _Open:
    """A mapping or list whose end is still to come."""

    node: Node
    at: int  # up to here the text is accounted for
    key: tuple[int, int, str] | None = None  # start, end, name


class _Maker:
    def __init__(self, text: str) -> None:
        self.root: Node | None = None
        self._text = text
        self._stack: list[_Open] = []

    def feed(self, event: Any) -> None:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) or getattr(event, "tag", None):
            raise NotSoundError
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._open(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close(event)

    def _scalar(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        top = self._stack[-1] if self._stack else None
        if top is not None and top.node.kind == "map" and top.key is None:
            if top.node.entry(event.value) is not None:
                raise NotSoundError
            top.key = start, end, event.value
            return
        value = scalar(event.value) if event.implicit[0] else event.value
        if event.style in {"|", ">"}:
            end = self._block_end(start, end)
        self._add(Node(start, end, "scalar", style=event.style, value=value))

    def _block_end(self, start: int, end: int) -> int:
        """Where a block of text ends: with its last word, or before its last line break where it keeps them all."""
        header = LINE_BREAK.split(self._text[start:end], maxsplit=1)[0].split("#", 1)[0]
        if "+" not in header:
            return start + len(self._text[start:end].rstrip())
        kept = self._text[:end].rstrip(" ")
        last = LINE_BREAK.match(kept, len(kept) - (2 if kept.endswith("\r\n") else 1))
        return last.start() if last else len(kept)

    def _open(self, event: Any) -> None:
        if len(self._stack) >= MAX_DEPTH:
            raise NotSoundError
        top = self._stack[-1] if self._stack else None
        if top is not None and top.node.kind == "map" and top.key is None:
            raise NotSoundError
        start = event.start_mark.index
        kind = "map" if isinstance(event, yaml.MappingStartEvent) else "list"
        node = Node(start, start, kind, flow=bool(event.flow_style))
        self._add(node)
        self._stack.append(_Open(node, start + 1 if node.flow else start))

    def _close(self, event: Any) -> None:
        node = self._stack.pop().node
        node.end = event.end_mark.index if node.flow else node.entries[-1].end
        if self._stack:
            self._stack[-1].at = node.end

    def _add(self, node: Node) -> None:
        if not self._stack:
            if self.root is not None:
                raise NotSoundError  # a second document
            self.root = node
            return
        top = self._stack[-1]
        if top.key is not None:
            start, end, key = top.key
            top.key = None
            colon = self._text.find(":", end, node.start + 1)
            top.node.entries.append(Entry(start, colon + 1 if colon >= 0 else end, node, key, top.node.flow))
        elif top.node.flow:
            top.node.entries.append(Entry(node.start, node.start, node, nested=True))
        else:
            dash = self._dash(top.at, node.start)
            top.node.entries.append(Entry(dash, dash + 1, node))
        top.at = node.end

    def _dash(self, at: int, before: int) -> int:
        """The dash of a list's item: the first character from `at` on that is neither blank nor comment."""
        while at <= before and self._text[at] != "-":
            found = LINE_BREAK.search(self._text, at) if self._text[at] == "#" else None
            at = found.end() if found else at + 1
        return at
