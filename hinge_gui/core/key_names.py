"""Keys by name, as `settings.yaml` has them: `Right`, `N`, `Ctrl+N`; several with `or` between them."""

from __future__ import annotations

from collections.abc import Iterable

BETWEEN = " or "
_MODIFIERS = frozenset({"Ctrl", "Alt", "Shift", "Meta"})
_NAMED = frozenset(
    [
        "Space", "Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown", "Return", "Enter", "Backspace",
        "Del", "Ins", "Esc", "Pause", "Print", "Help", "Back", "Forward", "Menu", "Select", "Search", "Refresh", "Stop",
        *(f"F{n}" for n in range(1, 36)),
    ]
)  # fmt: skip
_BEGINNINGS = ("Media ", "Volume ", "Launch ", "Bass ", "Treble ", "Home Page", "Zoom ", "Channel ", "Audio ")


def key_names(text: str) -> list[str]:
    """The names in a setting's text."""
    return [name for part in text.split(BETWEEN) if (name := part.strip())]


def joined(names: Iterable[str]) -> str:
    return BETWEEN.join(names)


def key_fault(setting: str, text: str) -> str | None:
    """What is wrong with a setting's text, or None."""
    wrong = [name for name in key_names(text) if not _is_key(name)]
    return f"{setting}: there is no key {wrong[0]!r}; write Right, N, Ctrl+N, or N or Right" if wrong else None


def _is_key(name: str) -> bool:
    *modifiers, key = name.split("+") if not name.endswith("+") else [*name[:-1].rstrip("+").split("+"), "+"]
    known = key in _NAMED or key.startswith(_BEGINNINGS) or (len(key) == 1 and key.isprintable() and not key.islower())
    return known and all(modifier in _MODIFIERS for modifier in modifiers if modifier)
