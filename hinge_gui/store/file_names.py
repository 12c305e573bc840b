"""Names of files made from names of things, such that every operating system and synchroniser takes them."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Collection
from pathlib import Path

PICTURE_SUFFIXES = (".png", ".jpg", ".jpeg", ".webp", ".svg")
_MAX_BYTES = 80  # far below what any disk takes; leaves room for a number and an ending
_RESERVED = {"con", "prn", "aux", "nul", *(f"{device}{n}" for device in ("com", "lpt") for n in "0123456789¹²³")}
# What some system forbids, and what makes a name read otherwise than it is (from right to left, gpj.exe).
_UNSAFE = re.compile('[<>:"/\\\\|?*\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]')


def file_name(name: str) -> str:
    """Small letters, digits and hyphens, accents of Latin letters dropped; other scripts stay as they are."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
    plain = unicodedata.normalize("NFC", re.sub("([a-z])[\u0300-\u036f]+", r"\1", plain))
    kept = "".join(c if c.isalnum() or unicodedata.category(c).startswith("M") else "-" for c in plain)
    short = kept.encode()[:_MAX_BYTES].decode(errors="ignore")
    stem = "-".join(filter(None, short.split("-")))
    return f"{stem}-1" if stem in _RESERVED else stem or "untitled"


def exercise_id(name: str) -> str:
    """The id of an exercise: as a file's name, but of Latin letters alone."""
    stem = "-".join(filter(None, re.split("[^a-z0-9]+", file_name(name))))
    return f"{stem}-1" if stem in _RESERVED else stem or "exercise"


def free_name(name: str, taken: Collection[str]) -> str:
    """A file's name for the thing that no other has, also where large and small letters are the same."""
    return free(file_name(name), taken)


def free(stem: str, taken: Collection[str]) -> str:
    """The stem itself, or the first of `stem-2`, `stem-3`… that is not taken."""
    known = {alike(other) for other in taken}
    number = 1
    while alike(numbered(stem, number)) in known:
        number += 1
    return numbered(stem, number)


def numbered(stem: str, number: int) -> str:
    return stem if number == 1 else f"{stem}-{number}"


def alike(name: str) -> str:
    """Equal for names that some disk takes for one: case and composition of accents do not count."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def compositions(name: str) -> list[str]:
    """The name, and how it may stand on a disk: some systems write é as one letter, others as e with its accent."""
    return list(dict.fromkeys((name, *(unicodedata.normalize(form, name) for form in ("NFC", "NFD")))))


def beside(path: Path) -> Path:
    """The path, or the first free one with a number."""
    number = 1
    while os.path.lexists(found := path.with_name(numbered(path.stem, number) + path.suffix)):
        number += 1
    return found


def is_safe(part: str) -> bool:
    """Whether every operating system takes this as the name of a file, just as it stands."""
    if not part or part[-1] in ". " or part in {".", ".."} or _UNSAFE.search(part):
        return False
    return part.split(".")[0].rstrip(" ").casefold() not in _RESERVED and len(part.encode()) <= 200
