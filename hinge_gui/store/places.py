"""The folders of a person's things, as their operating system has them; HINGE_GUI_HOME holds all of them."""

from __future__ import annotations

import os
from pathlib import Path

from hinge_gui.records import dataclass

_APP = "hinge-gui"


@dataclass(frozen=True, slots=True)
class Places:
    """Nothing of this need exist; whoever writes makes the folder."""

    data: Path
    config: Path
    cache: Path
    state: Path

    @property
    def routines(self) -> Path:
        return self.data / "routines"

    @property
    def exercises(self) -> Path:
        return self.data / "exercises"

    @property
    def pictures(self) -> Path:
        return self.data / "pictures"

    @property
    def log(self) -> Path:
        return self.data / "log"

    @property
    def adjustments(self) -> Path:
        return self.data / "adjustments"

    @property
    def bin(self) -> Path:
        """What was deleted, until somebody empties it."""
        return self.data / "bin"

    @property
    def drafts(self) -> Path:
        """What is being edited, and what was not saved when the window closed."""
        return self.state / "drafts"

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.config / "settings.yaml"


def places() -> Places:
    """Where this person's things live."""
    if home := os.environ.get("HINGE_GUI_HOME"):
        root = Path(home).expanduser().absolute()
        return Places(root, root, root / "cache", root / "state")
    import platformdirs

    return Places(
        platformdirs.user_data_path(_APP, appauthor=False),
        platformdirs.user_config_path(_APP, appauthor=False),
        platformdirs.user_cache_path(_APP, appauthor=False),
        platformdirs.user_state_path(_APP, appauthor=False),
    )
