"""Which key does what on the player page, for keyboards, presenters' clickers and media keys."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from hinge_gui.core.key_names import key_names
from hinge_gui.core.settings import BY_KEY, DEEDS, Settings
from hinge_gui.ui.player.turning import TURNS

_K = Qt.Key
_PORTABLE: Final = QKeySequence.SequenceFormat.PortableText
ALWAYS_BACK: Final = "Esc"  # the one key that the person cannot give away: it leads out of everything
# A presenter's clicker sends pages; its black-screen button sends B or a full stop. They work where they are free.
CLICKER: Final[Mapping[int, str]] = {
    _K.Key_PageUp: "previous", _K.Key_PageDown: "next", _K.Key_B: "play_pause", _K.Key_Period: "play_pause",
}  # fmt: skip
MEDIA: Final[Mapping[int, str]] = {
    _K.Key_MediaTogglePlayPause: "play_pause",
    _K.Key_MediaPlay: "play_pause",
    _K.Key_MediaPause: "pause",
    _K.Key_MediaNext: "next",
    _K.Key_MediaPrevious: "previous",
    _K.Key_MediaStop: "leave",
    _K.Key_Back: "leave",
}
_NOT_A_KEY: Final = frozenset(
    {_K.Key_Shift, _K.Key_Control, _K.Key_Alt, _K.Key_AltGr, _K.Key_Meta, _K.Key_CapsLock, _K.Key_NumLock,
     _K.Key_Super_L, _K.Key_Super_R, _K.Key_Tab, _K.Key_Backtab}
)  # fmt: skip
_CALM: Final = frozenset(
    {"mute", "follow", "turn", *TURNS, "figure_back", "leave", "drawer", "compare", "adjust", "home", "learn", "log",
     "preferences", "sound", "shortcuts"}
)  # fmt: skip
_SYMBOLS: Final[Mapping[str, str]] = {
    "Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "PgUp": "Page up", "PgDown": "Page down",
}  # fmt: skip


class Keymap:
    """Key (with its modifiers) → deed, as the person has them; what they bound goes before clickers and media keys."""

    def __init__(self, settings: Settings) -> None:
        self.deeds: dict[int, str] = {_code(ALWAYS_BACK): "leave"}
        for deed in DEEDS:
            for name in key_names(settings.word(f"key_{deed}")):
                self.deeds.setdefault(_code(name), deed)
        for key, deed in {**CLICKER, **MEDIA}.items():
            self.deeds.setdefault(int(key), deed)
        self.deeds.pop(0, None)  # names that this Qt does not know

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Keymap) and self.deeds == other.deeds

    def __hash__(self) -> int:
        return hash(frozenset(self.deeds.items()))

    def deed_of(self, key: int, *, waiting: bool = False) -> str | None:
        """What a key asks for. While the practice waits any key goes on, but for those that only change the view."""
        deed = self.deeds.get(int(key))
        if waiting and key not in _NOT_A_KEY and deed not in _CALM:
            return "play_pause"
        return deed

    def words(self, deed: str) -> str:
        """The keyboard's keys for a deed, as they are written on it."""
        keys = [key for key, done in self.deeds.items() if done == deed and key not in MEDIA and key != _K.Key_Period]
        return ", ".join(shown(name_of(key)) for key in keys)

    def first(self, deed: str) -> str:
        """The one key to name where there is little room; empty where it has none."""
        return self.words(deed).partition(", ")[0]


def first_key(settings: Settings, deed: str) -> str:
    return Keymap(settings).first(deed)


def taken_by(settings: Settings, name: str, but: str) -> str | None:
    """The key of the setting that has this key already."""
    code = _code(name)
    for deed in DEEDS:
        setting = f"key_{deed}"
        if setting != but and code in map(_code, key_names(settings.word(setting))):
            return setting
    return None


def without(settings: Settings, setting: str, name: str) -> list[str]:
    """The other keys of a setting."""
    return [own for own in key_names(settings.word(setting)) if _code(own) != _code(name)]


def name_of(key: int) -> str:
    """As `settings.yaml` writes it."""
    return QKeySequence(key).toString(_PORTABLE)


def shown(name: str) -> str:
    """As it is written on a keyboard."""
    *modifiers, key = name.split("+") if not name.endswith("+") else [name]
    return "+".join([*modifiers, _SYMBOLS.get(key, key)])


def pressed(event: QKeyEvent) -> str | None:
    """The name of a key that was pressed to be bound; None for those that cannot be."""
    key, modifiers = _K(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if key in _NOT_A_KEY or key in {_K.Key_unknown, _K.Key_Escape}:
        return None
    if event.text().isprintable() and event.text() and not event.text().isalpha():
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier  # how else would one type a question mark
    name = QKeySequence(QKeyCombination(modifiers, key)).toString(_PORTABLE)
    return name if BY_KEY["key_next"].fault(name) is None else None


def _code(name: str) -> int:
    sequence = QKeySequence.fromString(name, _PORTABLE)
    return int(sequence[0].toCombined()) if sequence.count() else 0  # type: ignore[index]
