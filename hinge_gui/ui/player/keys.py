"""Which key does what on the player page, for keyboards, presenters' clickers and media keys."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from PySide6.QtCore import Qt

Deed = Literal[
    "play_pause", "pause", "previous", "next", "back", "on", "again",
    "mute", "follow", "turn", "leave", "drawer", "compare", "adjust", "undo", "explain",
    "home", "learn", "shortcuts",
]  # fmt: skip

_K = Qt.Key
KEYS: Final[Mapping[int, Deed]] = {
    _K.Key_Space: "play_pause",
    _K.Key_Left: "previous",
    _K.Key_Right: "next",
    _K.Key_Down: "back",
    _K.Key_Up: "on",
    _K.Key_S: "again",
    _K.Key_M: "mute",
    _K.Key_F: "follow",
    _K.Key_R: "turn",
    _K.Key_Escape: "leave",
    _K.Key_I: "drawer",
    _K.Key_X: "compare",
    _K.Key_A: "adjust",
    _K.Key_U: "undo",
    _K.Key_E: "explain",
    _K.Key_H: "home",
    _K.Key_L: "learn",
    _K.Key_Question: "shortcuts",
    # A presenter's clicker sends pages; its black-screen button sends B or a full stop.
    _K.Key_PageUp: "previous",
    _K.Key_PageDown: "next",
    _K.Key_B: "play_pause",
    _K.Key_Period: "play_pause",
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
    {"mute", "follow", "turn", "leave", "drawer", "compare", "adjust", "home", "learn", "shortcuts"}
)


def deed_of(key: int, *, waiting: bool = False) -> Deed | None:
    """What a key asks for. While the practice waits any key goes on, but for those that only change the view."""
    deed = KEYS.get(key)
    if waiting and key not in _NOT_A_KEY and deed not in _CALM:
        return "play_pause"
    return deed
