"""What was being edited and not saved when the window closed: kept as text until the person decides about it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Final, Literal

from hinge_gui.records import dataclass
from hinge_gui.store.own_files import delete, save_new
from hinge_gui.store.places import Places

Kind = Literal["routines", "exercises"]
_HEAD: Final = "# Not saved when the window closed. It is a change of: "


@dataclass(frozen=True, slots=True)
class Draft:
    path: Path
    of: Path | None
    """The file that it changes; None where there was none yet, or where that was changed or taken away since."""


class Drafts:
    def __init__(self, places: Places, kind: Kind) -> None:
        self._folder, self._bin = places.drafts / kind, places.bin

    def keep(self, name: str, text: str, of: Path | None) -> None:
        """PersonError where it cannot be written."""
        save_new(self._folder, name, f"{_HEAD}{of}\n{text}" if of else text)

    def first(self) -> Draft | None:
        for path in sorted(self._folder.glob("*.yaml")):
            with suppress(OSError, UnicodeDecodeError):
                return Draft(path, _unchanged(path, path.read_text("utf-8").partition("\n")[0]))
        return None

    def drop(self, draft: Draft) -> None:
        """Into the bin: nothing that somebody wrote is lost."""
        delete(draft.path, self._bin)


def _unchanged(draft: Path, first_line: str) -> Path | None:
    """Whose draft this is, where that still says what it said then."""
    if not first_line.startswith(_HEAD):
        return None
    of = Path(first_line.removeprefix(_HEAD))
    return of if of.is_file() and of.stat().st_mtime <= draft.stat().st_mtime else None
