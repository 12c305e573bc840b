"""Where a verb writes what it makes."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from hinge_gui.core.errors import PersonError


def output_file(word: str) -> Path:
    """The type of an argument that names a file: what is made is never printed, and `-` is no file."""
    if word in {"", "-"}:
        raise argparse.ArgumentTypeError(f"{word or 'nothing'} is no file; write its name (./{word or 'name'})")
    return Path(word)


def demand_place(target: Path) -> None:
    """Before anything is made for nothing. A folder is not made by the way: its name may be mistyped."""
    if os.path.isdir(target):  # which, unlike a path, tells False of what may not even be looked at
        raise PersonError(f"{target} is a folder.", f"Name the file in it, such as {target / 'NAME'}.")
    folder = target.absolute().parent
    if not os.path.isdir(folder):
        raise PersonError(f"{target} cannot be written: there is no folder {target.parent}.", "Make it first.")
    if not os.access(target if os.path.exists(target) else folder, os.W_OK):
        raise PersonError(f"{target} cannot be written: you may not write there.", "Name another folder.")
