"""A person's own routines and exercises as files: saved whole or not at all, never one over another, never gone.

Text is kept as it is on the disk, line ends and byte-order mark included. A file that changed since it was read is not
written over: whoever saves is told and asks the person; what they decide against goes to the bin.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from hinge_gui.core.errors import PersonError
from hinge_gui.records import dataclass
from hinge_gui.store.atomic import cannot_write, write_atomic
from hinge_gui.store.file_names import beside, free_name
from hinge_gui.store.text_file import read_text

_STALE_S = 24 * 3600.0  # what a save that was killed left behind; another computer's may still be under way


@dataclass(frozen=True, slots=True)
class OwnFile:
    """A file as it was read or written; `text` is what it said then."""

    path: Path
    text: str

    @property
    def id(self) -> str:
        return self.path.stem


class ChangedOnDiskError(PersonError):
    """Somebody else wrote the file, or took it away, since it was read; `theirs` is what it says now, if anything."""

    def __init__(self, path: Path, theirs: OwnFile | None) -> None:
        what = "was changed" if theirs else "was moved or deleted"
        super().__init__(f"{path.name} {what} by another program since it was opened here.", "Choose which to keep.")
        self.theirs = theirs


@dataclass(frozen=True, slots=True)
class Binned:
    """A file in the bin, and where it was."""

    path: Path
    was: Path


def read_own(path: Path) -> OwnFile:
    """The file as it is. FileError where it cannot be read as text."""
    bare = read_text(path)  # says what is wrong with it in plain words
    text = _on_disk(path)
    return OwnFile(path, bare if text is None else text)


def save(file: OwnFile, text: str) -> OwnFile:
    """Write the new text of a file that was read before. ChangedOnDiskError where it is no longer what was read."""
    theirs = _on_disk(file.path)
    if theirs != file.text:
        raise ChangedOnDiskError(file.path, None if theirs is None else OwnFile(file.path, theirs))
    if text != theirs:
        _sweep(file.path)
        write_atomic(file.path, text)
    return OwnFile(file.path, text)


def save_over(file: OwnFile, text: str, bin_folder: Path) -> OwnFile:
    """Write the text whatever the file says by now; that goes to the bin first."""
    theirs = _on_disk(file.path)
    if theirs not in {None, text}:
        _copy_to_bin(file.path, str(theirs), bin_folder)
    write_atomic(file.path, text)
    return OwnFile(file.path, text)


def save_new(folder: Path, name: str, text: str, taken: frozenset[str] = frozenset()) -> OwnFile:
    """A new file named after the thing; its id is free in the folder and none of those `taken` (the built-in ones)."""
    while True:
        path = folder / f"{free_name(name, {*taken, *stems(folder)})}.yaml"
        with suppress(FileExistsError):
            create(path, text.encode())
            return OwnFile(path, text)


def delete(path: Path, bin_folder: Path) -> Binned:
    """Move a file to the bin."""
    with _told(path):
        bin_folder.mkdir(parents=True, exist_ok=True)
        while True:
            target = beside(bin_folder / path.name)
            with suppress(FileExistsError):
                _move(path, target)
                return Binned(target, path)


def restore(binned: Binned) -> Path:
    """Take a file out of the bin; where its name is taken by now, it comes back under a free one."""
    with _told(binned.was):
        binned.was.parent.mkdir(parents=True, exist_ok=True)
        while True:
            target = beside(binned.was)
            with suppress(FileExistsError):
                _move(binned.path, target)
                return target


def create(path: Path, raw: bytes) -> None:
    """Write a file that does not exist yet, whole or not at all. FileExistsError where it does."""
    part = path.with_name(f".{path.name}.{os.getpid()}-{time.monotonic_ns()}.tmp")
    if os.path.lexists(path):
        raise FileExistsError(path)
    try:
        write_atomic(part, raw)
        with _told(path):
            _move(part, path)
    except PersonError as error:
        if isinstance(error.__cause__, OSError):  # tell of the file that was meant
            raise cannot_write(path, error.__cause__) from error
        raise
    finally:
        with suppress(OSError):  # it is not there, or nothing ever was
            part.unlink()


def stems(folder: Path) -> set[str]:
    """The ids of a folder's files."""
    try:
        return {path.stem for path in folder.iterdir()}
    except FileNotFoundError:
        return set()
    except OSError as error:
        raise cannot_write(folder, error) from error


def _on_disk(path: Path) -> str | None:
    """What the file says, or None where there is none; bytes that are no text count as a change."""
    try:
        return path.read_bytes().decode("utf-8", errors="surrogateescape")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise PersonError(f"{path} cannot be read: {error.strerror}.", "Check the disk and its folder.") from error


def _copy_to_bin(path: Path, text: str, bin_folder: Path) -> None:
    while True:
        with suppress(FileExistsError):
            create(beside(bin_folder / path.name), text.encode("utf-8", errors="surrogateescape"))
            return


def _move(source: Path, target: Path) -> None:
    """Rename without ever replacing; FileExistsError where the target is there."""
    try:
        os.link(source, target, follow_symlinks=False)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):  # no hard links on this disk, or the bin lies on another one
        if os.path.lexists(target):
            raise FileExistsError(target) from None
        shutil.move(source, target)
    else:
        os.unlink(source)


def _sweep(path: Path) -> None:
    """Take away what saves of this file left behind that were killed long ago."""
    for part in path.parent.glob(f".{path.name}.*.tmp"):
        with suppress(OSError):
            if time.time() - part.stat().st_mtime > _STALE_S:
                part.unlink()


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """A refusal of the operating system, in words for the person; a file in the way stays a FileExistsError."""
    try:
        yield
    except FileExistsError:
        raise
    except OSError as error:
        raise cannot_write(path, error) from error
