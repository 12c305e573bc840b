"""Edits of a text: what they are, how they are applied, and the writing of one value over another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from hinge_gui.store.yaml_tree import LINE_BREAK, Entry, Node
from hinge_gui.store.yaml_write import after_colon, flow, folded, number, one_line

_USUAL_BREAK = re.compile(r"\r\n|\n|\r")


class UnableError(Exception):
    """The text is written in a way in which this change would lose something."""


class Edit(NamedTuple):
    """Put `text` in the place of what stands from `start` to `end`."""

    start: int
    end: int
    text: str


class Source:
    """The text with its lines."""

    def __init__(self, text: str) -> None:
        self.text = text
        found = _USUAL_BREAK.search(text)
        self.newline = found[0] if found else "\n"

    def line_start(self, at: int) -> int:
        if self.text[at - 1 : at + 1] == "\r\n":
            at -= 1  # between the two halves of a line break
        return max(self.text.rfind(end, 0, at) for end in "\n\r") + 1

    def line_end(self, at: int) -> int:
        """Where the line ends, before its break."""
        found = LINE_BREAK.search(self.text, at)
        return found.start() if found else len(self.text)

    def next_line(self, at: int) -> int:
        found = LINE_BREAK.search(self.text, at)
        return found.end() if found else len(self.text)

    def column(self, at: int) -> int:
        """Columns from 0."""
        return at - self.line_start(at)

    def begins_line(self, at: int) -> bool:
        """Whether only spaces stand before it in its line."""
        return not self.text[self.line_start(at) : at].strip(" ")

    def below(self, lines: Iterable[str]) -> str:
        """Further lines, each after a line break as this text has it."""
        return "".join(self.newline + line for line in lines)


def apply(text: str, edits: Iterable[Edit], start: int = 0, end: int | None = None) -> str:
    """The text from `start` to `end` with the edits that lie within; they must not overlap."""
    end = len(text) if end is None else end
    parts, at = [], start
    for edit in sorted(edits, key=lambda e: (e.start, e.end)):
        if edit.start < at or edit.end > end:
            raise UnableError
        parts += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*parts, text[at:end]])


def replaced(source: Source, entry: Entry, value: Any) -> list[Edit]:
    """Another value in the entry's place."""
    node, text = entry.value, source.text
    if entry.nested:
        if node.kind != "scalar" and "#" in text[node.start : node.end]:
            raise UnableError
        return [_in_place(source, node, _nested(node, value))]
    if node.kind == "scalar" and not isinstance(value, dict | list):
        return _scalar(source, entry, value)
    if "#" in text[entry.head : node.end]:
        raise UnableError  # comments stand between, or inside of what would go
    first, *more = after_colon(value, source.column(entry.start), entry.key or "")
    return _with_lines(source, Edit(entry.head, node.end, first), more)


def _with_lines(source: Source, edit: Edit, lines: list[str]) -> list[Edit]:
    """The edit, with further lines under the line in which it ends, so that a comment there stays where it is."""
    if not lines:
        return [edit]
    end = source.line_end(edit.end)
    return [edit, Edit(end, end, source.below(lines))]


def _nested(node: Node, value: Any) -> str:
    """A value inside of brackets, in the quotes that were there."""
    quoted_before = isinstance(value, str) and node.kind == "scalar" and node.style in {"'", '"'}
    return one_line(value, node.style) if quoted_before else flow(value)


def _in_place(source: Source, node: Node, text: str) -> Edit:
    """A scalar's new text, with a space before it where there was nothing."""
    apart = node.start == node.end and source.text[node.start - 1 : node.start] not in {" ", ""}
    return Edit(node.start, node.end, " " + text if apart else text)


def _scalar(source: Source, entry: Entry, value: Any) -> list[Edit]:
    node = entry.value
    if not isinstance(value, str):
        return [_in_place(source, node, number(value))]
    if node.style in {"|", ">"} and (block := _same_block(source, node, value)) is not None:
        return [block]
    if node.style in {"|", ">"} and "#" in source.text[node.start : source.line_end(node.start)]:
        raise UnableError
    if node.style is None and "\n" not in source.text[node.start : node.end]:
        first, *more = after_colon(value, source.column(entry.start), entry.key or "")
        return _with_lines(source, _in_place(source, node, first.lstrip(" ")), more)
    return [_in_place(source, node, one_line(value, node.style))]


def _same_block(source: Source, node: Node, value: str) -> Edit | None:
    """The new text under the old `|` or `>`; what a text ends with is the header's affair."""
    first = source.next_line(node.start)
    written = re.match(r"( *)\S", source.text[first : node.end])
    if written is None:
        return None
    indent = len(written[1])
    lines = folded(value, indent) if node.style == ">" else literal(value, indent)
    if not lines:
        return None
    return Edit(source.line_end(node.start), node.end, source.below(lines))


def literal(text: str, indent: int) -> list[str]:
    """The lines of a text under `|`; none where it cannot be written so."""
    lines = text.removesuffix("\n").split("\n")
    if any(not line.strip() or line != line.strip() or not line.isprintable() for line in lines):
        return []
    return [" " * indent + line for line in lines]
