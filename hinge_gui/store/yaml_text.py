"""YAML bytes become plain data with the place of every value; what a practice file may not hold is refused here.

Built from the parser's events, never from its loaders: those walk alias bombs for ever, crash on deep brackets, let
doubled keys pass and read `1:30` as 90, `no` as false and `010` as 8. Nothing is built from a file before the guard
has seen it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml

from hinge_gui.core.routine import Path
from hinge_gui.figure.faults import shown
from hinge_gui.store.yaml_words import Problem, control_problems, syntax_problems, without_controls

MAX_DEPTH = 32
PARSER: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C parser is 15 times as fast, where there
_NO_BREAKS = str.maketrans("\x85\u2028\u2029", "   ")  # they end a line in YAML 1.1, which the parsers read, not in 1.2
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,14})")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]{1,15}|(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{0,15})?)(?:[eE][-+]?[0-9]{1,2})?")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "": None, "~": None, "null": None}


class Place(NamedTuple):
    """Where a value stands and where its key does, lines and columns from 1; an entry of a list is its own key."""

    line: int
    column: int
    key_line: int
    key_column: int


@dataclass(slots=True)
class Document:
    """What a file says. Where there are problems, `data` is what could be read around them.

    `refused` are the paths whose values are not to be trusted; they have a problem of their own already.
    """

    data: Any = None
    places: dict[Path, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    refused: set[Path] = field(default_factory=set)
    broken: bool = False  # the text ends before the file does: what was read is not the whole

    def place(self, path: Path) -> Place:
        """The place of a path, or of the nearest thing around it."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, Place(1, 1, 1, 1))


def parse(text: str) -> Document:
    """Read one YAML document; never raises on account of the text."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if problems := control_problems(text):
        return Document(problems=problems, broken=True)
    builder = _Builder()
    try:
        for event in events(text):
            builder.feed(event)
    except _TooMuchError:
        builder.document.broken = True
    except yaml.MarkedYAMLError as error:
        if error.problem_mark and "maximum nesting depth" in (error.problem or ""):
            return parse(text[: error.problem_mark.index])  # PyYAML from 6.0.4 looks ahead of the guard
        builder.document.broken = True
        builder.document.problems += syntax_problems(error, text)
    return builder.document


def events(text: str) -> Iterator[Any]:
    """The parser's events, whose marks fit this text; yaml.MarkedYAMLError where it cannot be read."""
    found: Iterator[Any] = yaml.parse(text.translate(_NO_BREAKS), Loader=PARSER)
    return found


def scalar(text: str) -> bool | int | float | str | None:
    """A plain scalar by the core rules of YAML 1.2; numbers written in any other way stay text, to be told of."""
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text


class _TooMuchError(Exception):
    """Reading on would not help."""


@dataclass(slots=True)
class _Frame:
    """A mapping or list under construction; `path` is None where its contents are thrown away."""

    into: dict[str, Any] | list[Any]
    path: Path | None
    key: str | None = None  # of a mapping: read, its value still to come
    keep: bool = True  # the value of `key` is wanted
    is_key: bool = False  # the thing itself stands where a key should
    key_line: int = 0
    key_column: int = 0


class _Builder:
    def __init__(self) -> None:
        self.document = Document()
        self._stack: list[_Frame] = []
        self._documents = 0
        self._handlers: dict[type[Any], Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.AliasEvent: self._alias,
            yaml.MappingStartEvent: self._open,
            yaml.SequenceStartEvent: self._open,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.DocumentStartEvent: self._document,
        }

    def feed(self, event: Any) -> None:
        handler = self._handlers.get(type(event))
        if handler is not None:
            handler(event)

    def _keyless(self) -> _Frame | None:
        """The mapping that awaits a key, where the next thing in the text is one."""
        top = self._stack[-1] if self._stack else None
        return top if top is not None and isinstance(top.into, dict) and top.key is None else None

    def _tell(self, mark: Any, message: str) -> None:
        self.document.problems.append(Problem(mark.line + 1, mark.column + 1, message))

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            self._tell(event.start_mark, "a second document begins here; leave out the line `---` and what follows")
            raise _TooMuchError

    def _scalar(self, event: Any) -> None:
        if frame := self._keyless():
            self._key(frame, event)
            return
        path = self._place(event)
        self._guard(event, path)
        text = self._readable(event, path)
        self._put(scalar(text) if event.implicit[0] else text)

    def _alias(self, event: Any) -> None:
        self._tell(event.start_mark, f"*{event.anchor} repeats another part of the file; write it out instead")
        if frame := self._keyless():
            frame.key, frame.keep = "", False
            return
        path = self._place(event)
        if path is not None:
            self.document.refused.add(path)
        self._put(None)

    def _open(self, event: Any) -> None:
        if len(self._stack) >= MAX_DEPTH:
            self._tell(event.start_mark, f"more than {MAX_DEPTH} levels inside each other; write it flatter")
            raise _TooMuchError
        into: dict[str, Any] | list[Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
        if frame := self._keyless():
            self._tell(event.start_mark, "a key is a single word, not a list or a map")
            frame.key, frame.keep = "", False
            self._stack.append(_Frame(into, None, is_key=True))
            return
        path = self._place(event)
        self._guard(event, path)
        self._put(into, opened=True)
        self._stack.append(_Frame(into, path))

    def _close(self, _event: Any) -> None:
        frame = self._stack.pop()
        if self._stack and not frame.is_key:
            self._stack[-1].key = None

    def _key(self, frame: _Frame, event: Any) -> None:
        mark, key = event.start_mark, self._readable(event, None)
        self._guard(event, None)
        frame.key, frame.keep = key, frame.path is not None
        frame.key_line, frame.key_column = mark.line + 1, mark.column + 1
        if key in frame.into:
            first = self.document.places.get((*(frame.path or ()), key))
            where = f", first in line {first.key_line}" if first else ""
            self._tell(mark, f"{shown(key) if key else 'an empty key'} stands here twice{where}; leave one of them out")
            frame.keep = False

    def _guard(self, event: Any, path: Path | None) -> None:
        if event.anchor is not None:
            self._tell(event.start_mark, f"&{event.anchor} is a name for reuse, which is not read here; leave it out")
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")  # as it is written
            self._tell(event.start_mark, f"the tag {tag} is not read here; leave it out")
            if path is not None:
                self.document.refused.add(path)

    def _readable(self, event: Any, path: Path | None) -> str:
        text, fault = without_controls(event.value)
        if fault:
            self._tell(event.start_mark, fault)
            if path is not None:
                self.document.refused.add(path)
        return text

    def _place(self, event: Any) -> Path | None:
        """The path of the value that begins here, noted with its place; None where it is thrown away."""
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        if not self._stack:
            self.document.places[()] = Place(line, column, line, column)
            return ()
        top = self._stack[-1]
        if top.path is None or not top.keep:
            return None
        if isinstance(top.into, dict):
            assert top.key is not None
            path: Path = (*top.path, top.key)
            self.document.places[path] = Place(line, column, top.key_line, top.key_column)
        else:
            path = (*top.path, len(top.into))
            self.document.places[path] = Place(line, column, line, column)
        return path

    def _put(self, value: Any, *, opened: bool = False) -> None:
        if not self._stack:
            self.document.data = value
            return
        top = self._stack[-1]
        if isinstance(top.into, list):
            top.into.append(value)
            return
        assert top.key is not None
        if top.keep:
            top.into[top.key] = value
        if not opened:
            top.key = None
