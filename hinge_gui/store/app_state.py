"""What the window remembers of itself on this computer: its size, and which cards were read. Not a setting."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict

from hinge_gui.core.errors import PersonError
from hinge_gui.records import dataclass
from hinge_gui.store.atomic import write_atomic
from hinge_gui.store.places import Places


@dataclass(frozen=True, slots=True)
class AppState:
    width: int = 1280
    height: int = 800
    maximised: bool = False
    safety_read: bool = False
    sound_offered: bool = False


class AppStateFile:
    def __init__(self, places: Places) -> None:
        self._path = places.state / "window.json"

    def read(self) -> AppState:
        """What was kept; a missing or torn file says nothing."""
        with suppress(OSError, ValueError, LookupError, TypeError, ArithmeticError, AttributeError, RecursionError):
            data = json.loads(self._path.read_bytes())
            width, height = (min(max(int(data[key]), 100), 20_000) for key in ("width", "height"))
            told = (bool(data.get(key)) for key in ("maximised", "safety_read", "sound_offered"))
            return AppState(width, height, *told)
        return AppState()

    def write(self, state: AppState) -> None:
        """Where it cannot be written the window opens next time as if it were new: not worth a message."""
        with suppress(PersonError):
            write_atomic(self._path, json.dumps(asdict(state)), durable=False)
