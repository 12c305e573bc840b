"""Where a verb writes what it makes."""

from __future__ import annotations

import argparse
from pathlib import Path


def output_file(word: str) -> Path:
    """The type of an argument that names a file: what is made is never printed, and `-` is no file."""
    if word in {"", "-"}:
        raise argparse.ArgumentTypeError(f"{word or 'nothing'} is no file; write its name (./{word or 'name'})")
    return Path(word)
