"""Items that come into a list's text, leave it or change places in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from hinge_gui.records import dataclass
from hinge_gui.store.splice_text import Edit, Source, UnableError, apply
from hinge_gui.store.yaml_tree import LINE_BREAK, Node
from hinge_gui.store.yaml_write import flow, list_item


@dataclass(frozen=True, slots=True)
class New:
    """An item that was not there; `moved` gives the lines of what stood elsewhere, so many columns in, or None."""

    value: Any
    moved: Callable[[Any, int], list[str] | None]

    def lines(self, column: int) -> list[str]:
        """With its dash, which stands `column` spaces in."""
        if (lines := self.moved(self.value, column)) is not None:
            return lines
        if isinstance(self.value, dict) and isinstance(inside := self.value.get("steps"), list) and inside:
            head = list_item({key: value for key, value in self.value.items() if key != "steps"}, column)
            within = [line for item in inside for line in New(item, self.moved).lines(column + 4)]
            return [*head, " " * (column + 2) + "steps:", *within]
        return list_item(self.value, column)


class Span(NamedTuple):
    start: int
    end: int


def relist(source: Source, node: Node, items: Sequence[int | New], inner: Iterable[Edit] = ()) -> list[Edit]:
    """The list with these items, old ones by their index; `inner` are edits inside of those.

    In brackets at least one of the old ones stays.
    """
    if items == list(range(len(node.entries))):
        return list(inner)
    if not node.entries or (node.flow and not any(isinstance(item, int) for item in items)):
        raise UnableError
    return [_flow(source, node, items, inner) if node.flow else _block(source, node, items, inner)]


def carried(source: Source, node: Node, index: int, inner: Iterable[Edit], column: int) -> list[str] | None:
    """The lines of an item with its comments, changed by `inner`, its dash now `column` spaces in.

    None where it does not stand in lines of its own.
    """
    if node.flow or not source.begins_line(node.entries[index].start):
        return None
    place = _spans(source, node)[index]
    lines = LINE_BREAK.split(apply(source.text, inner, *place).rstrip("\r\n"))
    shift = column - source.column(node.entries[0].start)
    if any(len(line) - len(line.lstrip(" ")) < -shift for line in lines if line.strip()):
        return None
    return [(" " * shift + line if shift > 0 else line[-shift:]) if line.strip() else line for line in lines]


def _spans(source: Source, node: Node) -> list[Span]:
    """The whole lines of each item of a block, with the comments that belong to it."""
    column = source.column(node.entries[0].start)
    out: list[Span] = []
    floor = 0
    for entry in node.entries:
        if not source.begins_line(entry.start):
            raise UnableError
        start, end = source.line_start(entry.start), source.next_line(entry.end)
        while start > floor and _comment(source, above := source.line_start(start - 1)) == column:
            start = above
        while (inside := _comment(source, end)) is not None and inside > column:
            end = source.next_line(end)
        out.append(Span(start, end))
        floor = end
    return out


def _comment(source: Source, at: int) -> int | None:
    """The column of the comment that fills the line beginning here; None where there is none."""
    line = source.text[at : source.line_end(at)]
    return len(line) - len(line.lstrip(" ")) if line.lstrip(" ").startswith("#") else None


def _block(source: Source, node: Node, items: Sequence[int | New], inner: Iterable[Edit]) -> Edit:
    places, inner, newline = _spans(source, node), list(inner), source.newline
    start, end = places[0].start, places[-1].end
    gaps = _Gaps([source.text[a.end : b.start] for a, b in pairwise(places)], [n for n in items if isinstance(n, int)])
    column = source.column(node.entries[0].start)
    written, stayed = gaps.before, 0
    for n, item in enumerate(items):
        if isinstance(item, New):
            written += (gaps.usual if n else "") + newline.join([*item.lines(column), ""])
            continue
        within = [e for e in inner if places[item].start <= e.start and e.end <= places[item].end]
        part = apply(source.text, within, *places[item])
        written += gaps.between[stayed - 1] if stayed else gaps.usual if n else ""
        written += part if part.endswith(("\n", "\r")) else part + newline
        stayed += 1
    written += gaps.after
    unended = not source.text[start:end].endswith(("\n", "\r"))
    return Edit(start, end, written.removesuffix(newline) if unended else written)


class _Gaps:
    """What lies between items and belongs to none of them: it keeps its place while items change theirs."""

    def __init__(self, gaps: list[str], stay: list[int]) -> None:
        in_order = sorted(stay) or [len(gaps)]  # where none stays, all that lay between comes first
        self.usual = gaps[0] if gaps and all(gaps) and not any(gap.strip() for gap in gaps) else ""
        self.before = _words(gaps[: in_order[0]])
        self.between = [_words(gaps[a:b]) or gaps[a] for a, b in pairwise(in_order)]
        self.after = _words(gaps[in_order[-1] :])


def _words(gaps: list[str]) -> str:
    """What must not be lost of these gaps."""
    return "".join(gap for gap in gaps if gap.strip())


def _flow(source: Source, node: Node, items: Sequence[int | New], inner: Iterable[Edit]) -> Edit:
    entries, inner = node.entries, list(inner)
    gaps = [source.text[a.end : b.start] for a, b in pairwise(entries)]
    if len(items) != len(entries) and any("#" in gap for gap in gaps):
        raise UnableError
    written = ""
    for n, item in enumerate(items):
        written += (gaps[n - 1] if n <= len(gaps) else gaps[0] if gaps else ", ") if n else ""
        if isinstance(item, New):
            written += flow(item.value)
        else:
            within = [e for e in inner if entries[item].start <= e.start and e.end <= entries[item].end]
            written += apply(source.text, within, entries[item].start, entries[item].end)
    return Edit(entries[0].start, entries[-1].end, written)
