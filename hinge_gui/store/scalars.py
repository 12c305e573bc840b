"""Checks of single values, each in plain words with what would be right; None where there is nothing to say."""

from __future__ import annotations

import re

from hinge_gui.figure.faults import shown

OR_LEAVE_OUT = ", or leave the key out"
_CLOCK = re.compile(r"(\d{1,3}):([0-5]\d)(?::([0-5]\d))?")
_PADDED = re.compile(r"([-+]?)0+(\d+(?:\.\d+)?)")
_GROUPED = re.compile(r"\d+(?:[_,' ]\d{3})+")
_WITH_UNIT = re.compile(r"(\d+(?:[.,]\d)?) ?(s|sec|secs|second|seconds|m|min|mins|minute|minutes)\.?")
_NUMBER = re.compile(r"[-+]?(?:0|[1-9]\d{0,14})(?:\.\d+)?")
_TRUE = {"yes", "on", "y", "true"}
_FALSE = {"no", "off", "n", "false"}


def seconds_fault(value: object) -> str | None:
    """Seconds: a whole number or one with one decimal."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return _not_a(value, "a number of seconds")
    if abs(value * 10 - round(value * 10)) > 1e-6:
        return f"{value:g} has more than one decimal; write {round(value, 1):g}"
    return None


def scale_fault(value: object) -> str | None:
    """How many times as much."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return _not_a(value, "a number, such as 1.5")
    return None


def whole_fault(value: object) -> str | None:
    """A whole number."""
    if isinstance(value, float):
        low = int(value // 1)
        right = f"{low}" if value == low else f"{low} or {low + 1}"
        return f"{value} is not a whole number; write {right}"
    if isinstance(value, bool) or not isinstance(value, int):
        return _not_a(value, "a whole number")
    return None


def flag_fault(value: object) -> str | None:
    if isinstance(value, bool):
        return None
    if value in ("true", "false"):
        return f"{value} is written as a text; leave out the quotation marks"
    word = str(value).lower()
    right = "true" if word in _TRUE else "false" if word in _FALSE else "true or false"
    return f"{shown(value)} is not true or false; write {right}"


def text_fault(value: object) -> str | None:
    if isinstance(value, str):
        return None if value.strip() else f"there is no text here; write some{OR_LEAVE_OUT}"
    if value is None:
        return f"there is nothing here; write a text{OR_LEAVE_OUT}"
    if isinstance(value, list | dict):
        return f"a text is expected here, not {shown(value)}"
    return f"{shown(value)} is not a text; put it in quotation marks"


def pose_fault(value: object) -> str | None:
    """A pose is the name of one or is written out."""
    return None if isinstance(value, str | dict) else f"{shown(value)} is not a pose; write the name of one"


def _not_a(value: object, what: str) -> str:
    example = "30" if "seconds" in what else "2"
    if value is None:
        return f"there is nothing here; write {what}, such as {example}"
    text = value.strip() if isinstance(value, str) else ""
    if _NUMBER.fullmatch(text):
        return f"{text} is written as a text; leave out the quotation marks"
    return f"{shown(value)} is not {what}; write {_meant(text) or f'a number, such as {example}'}"


def _meant(text: str) -> str | None:
    """The number that somebody who wrote this surely meant."""
    if clock := _CLOCK.fullmatch(text):
        hours_or_minutes, second, third = (int(part or 0) for part in clock.groups())
        total = hours_or_minutes * 60 + second
        return str(total * 60 + third if clock[3] else total)
    if padded := _PADDED.fullmatch(text):
        return f"{padded[1].removeprefix('+')}{padded[2]}"
    if _GROUPED.fullmatch(text):
        return re.sub(r"\D", "", text)
    if unit := _WITH_UNIT.fullmatch(text):
        number = float(unit[1].replace(",", "."))
        return f"{number * (60 if unit[2].startswith('m') else 1):g}"
    return text.replace(",", ".") if re.fullmatch(r"\d+,\d+", text) else None
