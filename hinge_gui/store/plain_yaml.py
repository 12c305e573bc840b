"""Settings and adjustments as YAML that a person can read and change; `yaml_text` reads back the same."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from hinge_gui.store.yaml_text import scalar

_BARE = re.compile(r"[A-Za-z][\w-]*(?: [\w-]+)*", re.ASCII)


def to_yaml(data: Mapping[str, Any]) -> str:
    """A block mapping of maps, lists and single values."""
    return "".join(f"{line}\n" for line in _mapping(data, 0))


def inline(value: object) -> str:
    """A single value, in quotation marks where it would be read as something else."""
    if isinstance(value, str) and _BARE.fullmatch(value) and scalar(value) == value:
        return value
    return json.dumps(value, ensure_ascii=False)


def _mapping(data: Mapping[str, Any], indent: int) -> Iterator[str]:
    for key, value in data.items():
        head = f"{' ' * indent}{inline(key)}:"
        if value and isinstance(value, Mapping):
            yield head
            yield from _mapping(value, indent + 2)
        elif value and isinstance(value, list):
            yield head
            yield from (f"{' ' * indent}  - {inline(entry)}" for entry in value)
        else:
            yield f"{head} {inline(value)}"
