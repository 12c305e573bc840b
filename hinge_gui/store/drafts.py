"""What is being edited and was not saved: kept as text until the person decides about it.

While somebody is at work on it, a lock beside it says so: it is offered only when their window has gone.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Final, Literal

from hinge_gui.records import dataclass
from hinge_gui.store.atomic import write_atomic
from hinge_gui.store.file_lock import FileLock, is_locked
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
        self.folder, self._bin = places.drafts / kind, places.bin
        self._path: Path | None = None  # of what is being edited now
        self._lock: FileLock | None = None

    def keep(self, name: str, text: str, of: Path | None) -> None:
        """Also over what was kept of the same before. PersonError where it cannot be written."""
        said = f"{_HEAD}{of}\n{text}" if of else text
        if self._path:
            write_atomic(self._path, said)
        else:
            self._work_on(save_new(self.folder, name, said).path)

    def go_on_with(self, draft: Draft) -> None:
        """It is what is being edited now."""
        self.let_go()
        self._work_on(draft.path)

    def forget(self) -> None:
        """What is being edited was saved, or taken back, or given up."""
        if self._path:
            with suppress(OSError):
                self._path.unlink()
        self._release()

    def let_go(self) -> None:
        """The window closes, or something else is edited: what was kept stays until somebody decides about it."""
        self._release()
        if os.path.isdir(self.folder) and not any(self.folder.glob("*.yaml")):
            for left in self.folder.iterdir():  # pictures of drafts that are gone
                with suppress(OSError):
                    left.unlink()

    def first(self) -> Draft | None:
        for path in sorted(self.folder.glob("*.yaml")) if os.path.isdir(self.folder) else ():
            with suppress(OSError, UnicodeDecodeError):
                if not is_locked(_lock_of(path)):
                    return Draft(path, _unchanged(path, path.read_text("utf-8").partition("\n")[0]))
        return None

    def drop(self, draft: Draft) -> None:
        """Into the bin: nothing that somebody wrote is lost."""
        delete(draft.path, self._bin)

    def _work_on(self, path: Path) -> None:
        self._path = path
        with suppress(OSError):
            self._lock = FileLock(_lock_of(path))

    def _release(self) -> None:
        if self._lock:
            self._lock.release()
        self._path = self._lock = None


def _lock_of(draft: Path) -> Path:
    return draft.with_name(f".{draft.stem}.lock")


def _unchanged(draft: Path, first_line: str) -> Path | None:
    """Whose draft this is, where that still says what it said then."""
    if not first_line.startswith(_HEAD):
        return None
    of = Path(first_line.removeprefix(_HEAD))
    return of if of.is_file() and of.stat().st_mtime <= draft.stat().st_mtime else None
