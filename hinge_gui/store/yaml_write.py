"""Plain data as YAML that a person likes to read: the keys in the order of the formats, short things in one line."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from hinge_gui.store.yaml_text import scalar
from hinge_gui.store.yaml_words import without_controls

WIDTH = 110
_FLOW_WIDTH = 72
ROUTINE_KEYS = ("format", "name", "about", "ready", "advance", "first_side", "rise", "steps")
STEP_KEYS = ("exercise", "variant", "rounds", "pause", "say", "hold", "repetitions", "rest", "extra", "range", "pace",
             "wait", "travel", "steps")  # fmt: skip
EXERCISE_KEYS = ("format", "id", "name", "kind", "posture", "screen", "sides", "props", "hold", "repetitions", "pace",
                 "cues", "learn", "variants", "figure", "pictures")  # fmt: skip
_STEP_KINDS = {"exercise", "rounds", "pause"}
_IN_ONE_LINE = {"props", "muscles", "breaks"}
# Words that other programs, or an eye, may take for something else than text.
_DOUBTFUL = re.compile(r"(?i)y|n|yes|no|on|off|true|false|null|~|[-+]?[.\d][\d_.,:eExXobn/-]*|[-+]?\.(inf|nan)")
_PLAIN = re.compile(r"[^\W_](?:[^:#]|:(?=\S)|(?<=\S)#)*", re.DOTALL)
_NOT_PRINTED = re.compile("[\x00-\x1f\x7f-\x9f\ufeff\u2028\u2029\ud800-\udfff\ufffe\uffff]")


def write_file(data: Mapping[str, Any]) -> str:
    """The text of a new routine's or exercise's file."""
    return "\n".join(_pairs(data, 0)) + "\n"


def order_of(data: Mapping[str, Any]) -> Sequence[str]:
    """The order in which the formats have the keys of this map; empty where they have none."""
    if "format" in data:
        return EXERCISE_KEYS if "exercise" in str(data["format"]) else ROUTINE_KEYS
    return STEP_KEYS if _STEP_KINDS & data.keys() else ()


def ordered(data: Mapping[str, Any]) -> list[str]:
    """The keys in the order of the formats, those that it does not know last, as they came."""
    order = order_of(data)
    places = {key: n for n, key in enumerate(order)}
    return sorted(data, key=lambda key: places.get(key, len(order)))


def block(value: Any, indent: int) -> list[str]:
    """The lines of a value that begins on a line of its own, `indent` spaces in."""
    if isinstance(value, Mapping) and value:
        return _pairs(value, indent)
    if isinstance(value, list | tuple) and value:
        return [line for item in value for line in list_item(item, indent)]
    return [" " * indent + flow(value)]


def list_item(value: Any, indent: int) -> list[str]:
    """The lines of a list's item with its dash, which stands `indent` spaces in."""
    if isinstance(value, Mapping) and value:
        lines = _pairs(value, indent + 2)
        return [" " * indent + "- " + lines[0].lstrip(" "), *lines[1:]]
    first, *more = after_colon(value, indent, "")
    return [" " * indent + "-" + first, *more]


def pair(key: str, value: Any, indent: int) -> list[str]:
    """The lines of a key with its value, `indent` spaces in."""
    first, *more = after_colon(value, indent, key)
    return [f"{' ' * indent}{key_text(key)}:{first}", *more]


def _pairs(data: Mapping[str, Any], indent: int) -> list[str]:
    return [line for key in ordered(data) for line in pair(key, data[key], indent)]


def after_colon(value: Any, indent: int, key: str) -> list[str]:
    """What follows `key:` or a dash: the rest of its line and the lines after it."""
    if isinstance(value, str):
        return _text(value, indent)
    if isinstance(value, Mapping | list | tuple) and not _short(value, key):
        return ["", *block(value, indent + 2)]
    return [" " + flow(value)]


def _short(value: Mapping[str, Any] | Sequence[Any], key: str) -> bool:
    """Whether a map or list reads well in brackets."""
    inside = value.values() if isinstance(value, Mapping) else value
    if any(isinstance(v, Mapping | list | tuple) for v in inside):
        return False
    if not isinstance(value, Mapping) and key not in _IN_ONE_LINE and any(isinstance(v, str) for v in inside):
        return False
    return len(flow(value)) <= _FLOW_WIDTH


def flow(value: Any) -> str:
    """A value in one line, in brackets where it is a map or a list."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key_text(key)}: {flow(value[key])}" for key in ordered(value)) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(flow(v) for v in value) + "]"
    if isinstance(value, str):
        return quoted(value) if _bracketed(value) else one_line(value)
    return number(value)


def _bracketed(text: str) -> bool:
    return any(c in ",[]{}" for c in text)


def number(value: Any) -> str:
    """A number, true, false or nothing."""
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else format(Decimal(repr(value)), "f")  # as short as it reads
    return str(value)


def one_line(text: str, style: str | None = None) -> str:
    """A text in one line, in the given quotes where it can be, plain where that is safe."""
    if _NOT_PRINTED.search(text):
        return quoted(text)
    if style == "'":
        return "'" + text.replace("'", "''") + "'"
    safe = _PLAIN.fullmatch(text) and not text.endswith((" ", ":")) and "  " not in text
    if style == '"' or not safe or _DOUBTFUL.fullmatch(text) or scalar(text) != text:
        return quoted(text)
    return text


def quoted(text: str) -> str:
    """A text in double quotes, which are JSON's as well; control characters that came in by pasting are left out."""
    kept, _ = without_controls(text)
    return _NOT_PRINTED.sub(lambda c: f"\\u{ord(c[0]):04x}", json.dumps(kept, ensure_ascii=False))


def key_text(key: str) -> str:
    return quoted(key) if _bracketed(key) else one_line(key)


def _text(text: str, indent: int) -> list[str]:
    """A text after its colon, folded below where it is long; its last line break says nothing and goes."""
    text = text.rstrip("\n")
    if len(text) + indent + 12 <= WIDTH or not (lines := folded(text, indent + 2)):
        return [" " + one_line(text)]
    return [" >-", *lines]


def folded(text: str, indent: int) -> list[str]:
    """The lines of a text under `>`, `indent` spaces in; none where folding would change it."""
    text = text.removesuffix("\n")
    if not re.fullmatch(r"\S+( \S+)*", text) or _NOT_PRINTED.search(text):
        return []
    lines, room = [""], WIDTH - indent
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > room:
            lines.append("")
        lines[-1] += (" " if lines[-1] else "") + word
    return [" " * indent + line for line in lines]
