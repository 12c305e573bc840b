"""The one door to what travels with the program: `resources/` and `routines/`."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def asset(*parts: str) -> Path:
    """The path of a file or folder that the program brings along: `asset("resources", "bells")`.

    A wheel and a frozen bundle carry both folders in `hinge_gui/_data` (a bundle's modules say that they lie
    where it was unpacked); a source tree and an editable install keep them beside the package.
    """
    packed = _PACKAGE / "_data"
    root = packed if packed.is_dir() else _PACKAGE.parent
    return root.joinpath(*parts)
