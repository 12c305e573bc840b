"""What the YAML parser complains of, in plain words with the remedy."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any, NamedTuple

MOST_TABS = 20  # told one by one, as are control characters
_CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WRITTEN_OUT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")  # as "\\x1b" within quotes may say


class Problem(NamedTuple):
    """What is wrong at a place; line and column from 1."""

    line: int
    column: int
    message: str


_CONTROL_FAULT = "a control character (number {}) stands here; take it out"
_TAB = "a tab stands where spaces belong; indent with spaces"
# A piece of the parser's words (as libyaml and as PyYAML put it) → ours. The first that fits is taken.
_WORDS: tuple[tuple[str, str], ...] = (
    ("mapping values are not allowed", "no colon is expected here; indent as above, or put the text in quotes"),
    ("block sequence entries are not allowed", "a list does not begin here; put the `-` in a line of its own"),
    ("expected '-' indicator", "this line does not fit the list above it; indent it like its neighbours, after a `-`"),
    ("expected <block end>, but found '-'", "this `-` does not fit above; indent it like its neighbours"),
    ("did not find expected key", "this line does not fit those above; indent it like them, as `key: value`"),
    ("expected <block end>", "this line does not fit those above; indent it like them, as `key: value`"),
    ("could not find expected ':'", "a colon is missing; write `key: value`"),
    ("expected ',' or", "the bracket opened before this is not closed; end it, or put a comma between its entries"),
    ("did not find expected node content", "something is missing or too much between these brackets and commas"),
    ("expected the node content", "something is missing or too much between these brackets and commas"),
    ("invalid Unicode character escape", "\\u names half a letter here; write the letter itself"),
    ("expected comment or line break", "after `|` or `>` a text begins in the next line; else put it in quotes"),
    ("expected alphabetic or numeric", "a text cannot begin with & or *; put it in quotation marks"),
    ("unknown escape character", "within double quotes a backslash has a meaning of its own; use single quotes"),
    ("found unexpected document", "the quotation mark opened before this is not closed; close it"),
    ("expected <document start>", "the file goes on after its end; indent this line or take it out"),
    ("expected '<document start>'", "the file goes on after its end; indent this line or take it out"),
    ("incompatible YAML document", "only YAML 1.2 is read; leave out the line that begins with %"),
)
_UNCLOSED = "the quotation mark opened here is never closed; close it"


def control_problems(text: str) -> list[Problem]:
    """Characters that no YAML may hold, and that its parser does not survive."""
    found = islice(_CONTROL.finditer(text), MOST_TABS)
    return [
        Problem(
            text.count("\n", 0, match.start()) + 1,
            match.start() - text.rfind("\n", 0, match.start()),
            _CONTROL_FAULT.format(ord(match[0])),
        )
        for match in found
    ]


def without_controls(text: str) -> tuple[str, str]:
    """A value without characters that make a terminal do something, and the fault where there were any."""
    found = None if text.isprintable() else _WRITTEN_OUT.search(text)
    return (_WRITTEN_OUT.sub("", text), _CONTROL_FAULT.format(ord(found[0]))) if found else (text, "")


def syntax_problems(error: Any, text: str) -> list[Problem]:
    """A parser's error as problems; of tabs, all that follow too."""
    mark = error.problem_mark or error.context_mark
    what = " ".join(filter(None, (error.context, error.problem)))
    if mark is None:
        return [Problem(1, 1, f"this is not YAML: {what}")]
    lines = text.split("\n")
    if "unexpected end of stream" in what and error.context_mark is not None:
        return [_inside(lines, error.context_mark.line, error.context_mark.column, _UNCLOSED)]
    found = lines[mark.line][mark.column : mark.column + 1] if mark.line < len(lines) else ""
    if found == "\t":
        return _tabs(lines, mark.line, mark.column)
    if "cannot start any token" in what:
        return [_inside(lines, mark.line, mark.column, f"a text cannot begin with {found}; put it in quotation marks")]
    if "expected ',' or" in what and found in {"{", "["}:
        return [_inside(lines, mark.line, mark.column, f"a text with {found} in a bracketed list needs quotes")]
    message = next((ours for theirs, ours in _WORDS if theirs in what), None)
    return [_inside(lines, mark.line, mark.column, message or f"this cannot be read as YAML: {error.problem or what}")]


def _inside(lines: list[str], line: int, column: int, message: str) -> Problem:
    """The place, brought back into the text where the parser stopped beyond its end."""
    if line >= len(lines) or (line == len(lines) - 1 and not lines[line].strip()):
        line = max((n for n, words in enumerate(lines) if words.strip()), default=0)
        column = len(lines[line].rstrip())
    return Problem(line + 1, min(column, len(lines[line])) + 1, message)


def _tabs(lines: list[str], line: int, column: int) -> list[Problem]:
    """The tab that stopped the parser and those that begin later lines."""
    found = [Problem(line + 1, column + 1, _TAB)]
    for n, words in enumerate(lines[line + 1 :], line + 1):
        indent = re.match(r" *\t", words)
        if indent and len(found) < MOST_TABS:
            found.append(Problem(n + 1, indent.end(), _TAB))
    return found
