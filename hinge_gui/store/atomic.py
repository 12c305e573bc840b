"""Writing a file so that it is either the old one or the new one, never half of either."""

from __future__ import annotations

import errno
import os
import time
from contextlib import suppress
from pathlib import Path

from hinge_gui.core.errors import PersonError

_REMEDIES = {
    errno.ENOSPC: ("the disk is full", "Make room on it and try again."),
    errno.EDQUOT: ("your share of the disk is used up", "Make room on it and try again."),
    errno.EROFS: ("this disk can only be read", "Set HINGE_GUI_HOME to a folder that you may write to."),
    errno.EACCES: ("this folder may not be written to", "Give yourself the right, or set HINGE_GUI_HOME to another."),
    errno.EPERM: ("this folder may not be written to", "Give yourself the right, or set HINGE_GUI_HOME to another."),
    errno.ENOTDIR: ("a file stands where a folder should be", "Move that file away."),
    errno.EEXIST: ("a file stands where a folder should be", "Move that file away."),
}


def write_atomic(path: Path, data: str | bytes, *, durable: bool = True) -> None:
    """Replace the file at once, making its folder where needed; a symlink stays one, permissions stay as they are.

    Not `durable`: the disk may take its time, for what can be done without after a power cut. PersonError where it
    cannot be written; the old file is then untouched.
    """
    raw = data.encode("utf-8") if isinstance(data, str) else data
    try:
        target = path.resolve() if path.is_symlink() else path
        target.parent.mkdir(parents=True, exist_ok=True)
        _replace(target, raw, durable=durable)
    except OSError as error:
        raise cannot_write(path, error) from error


def cannot_write(path: Path, error: OSError) -> PersonError:
    """The error for the person, with what to do."""
    why, remedy = _REMEDIES.get(error.errno or 0, (error.strerror or str(error), "Check the disk and its folder."))
    return PersonError(f"{path} cannot be written: {why}.", remedy)


def _replace(target: Path, raw: bytes, *, durable: bool) -> None:
    name = target.parent / f".{target.name}.{os.getpid()}-{time.monotonic_ns()}.tmp"
    handle = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with open(handle, "wb") as stream:
            stream.write(raw)
            stream.flush()
            if durable:
                os.fsync(stream.fileno())
        os.chmod(name, _mode(target))
        os.replace(name, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
    if durable and os.name == "posix":
        _sync_folder(target.parent)


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced, or those of any new file."""
    try:
        return target.stat().st_mode & 0o7777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _sync_folder(folder: Path) -> None:
    """The new name, too, is to outlive a power cut; network disks and unreadable folders may not promise that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
