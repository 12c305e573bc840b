"""Single changes of a text, as the whole that it is to say afterwards: what the editor and the settings ask for."""

from __future__ import annotations

from typing import Any

from hinge_gui.core.routine import Path
from hinge_gui.store.splice import update
from hinge_gui.store.yaml_text import parse


def data_of(text: str) -> Any:
    return parse(text.removeprefix("\ufeff")).data


def inside(data: Any, path: Path) -> Any:
    for part in path:
        data = data[part]
    return data


def set_value(text: str, path: Path, value: Any) -> str:
    data = data_of(text)
    inside(data, path[:-1])[path[-1]] = value
    return update(text, data)


def remove(text: str, path: Path) -> str:
    data = data_of(text)
    del inside(data, path[:-1])[path[-1]]
    return update(text, data)


def insert(text: str, path: Path, value: Any) -> str:
    data = data_of(text)
    inside(data, path[:-1]).insert(path[-1], value)
    return update(text, data)


def move(text: str, path: Path, to: int) -> str:
    """Within its list."""
    data = data_of(text)
    items = inside(data, path[:-1])
    items.insert(to, items.pop(path[-1]))
    return update(text, data)
