"""A folder of YAML files."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from hinge_gui.core.errors import Fault


class Folder:
    """What lay in a folder when somebody first asked; to look again, make another."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def files(self) -> list[Path]:
        """Its YAML files in the order of their names; none where there is no folder."""
        return self._found[0]

    @property
    def faults(self) -> list[Fault]:
        """Of the folder itself, and of files that are passed over."""
        return self._found[1]

    @cached_property
    def _found(self) -> tuple[list[Path], list[Fault]]:
        try:
            files = sorted(file for file in self._path.iterdir() if file.name[0] != ".")
        except FileNotFoundError:
            return [], []
        except OSError as error:
            return [], [Fault(str(self._path), 0, 0, f"this folder cannot be read: {error.strerror}")]
        strays = [file for file in files if file.suffix != ".yaml" and file.suffix.lower() in {".yaml", ".yml"}]
        faults = [Fault(str(file), 0, 0, f"rename this file to {file.stem}.yaml to have it read") for file in strays]
        return [file for file in files if file.suffix == ".yaml"], faults
