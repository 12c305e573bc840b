"""The zip around what is shared: written the same for the same contents, read with distrust."""

from __future__ import annotations

import errno
import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import IO

from hinge_gui.core.errors import Fault, PersonError
from hinge_gui.store.file_names import alike, is_safe

MAX_ENTRIES = 2000
MAX_UNPACKED = 200_000_000
_MAX_DIRECTORY = 2_000_000  # bytes of the zip's own table of contents
_MAX_NAME = 160  # bytes with its folders: Windows takes 260 characters, the person's own folder among them
_CHUNK = 1 << 16
_BEGINNING, _END_RECORD = b"PK\x03\x04", b"PK\x05\x06"
_LITTER = re.compile(r"__MACOSX/.*|(.*/)?(\.DS_Store|Thumbs\.db|desktop\.ini)", re.DOTALL)  # of file managers
_KNOWN = re.compile(r"routine\.yaml|exercises/[^/]+\.yaml|pictures/.+", re.DOTALL)
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, struct.error, ValueError, NotImplementedError, RuntimeError)


class RefusedError(PersonError):
    """A shared file that is not taken in, with the reason."""

    def __init__(
        self, file: Path, reason: str, remedy: str = "Nothing was taken in.", faults: Iterable[Fault] = ()
    ) -> None:
        super().__init__(f"{file}: {reason}.", remedy, faults)


def write_zip(contents: Mapping[str, bytes]) -> bytes:
    """The zip of these contents; neither clock nor machine nor order show in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as pack:
        for name in sorted(contents):
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.create_system = 3  # Unix, wherever it is made
            info.external_attr = (stat.S_IFREG | 0o644) << 16
            text = name.endswith((".yaml", ".svg"))
            info.compress_type = zipfile.ZIP_DEFLATED if text else zipfile.ZIP_STORED  # photographs are small already
            pack.writestr(info, contents[name])
    return out.getvalue()


def read_zip(file: Path) -> dict[str, bytes]:
    """The contents by their names, all of them safe to use as paths. RefusedError for anything else."""
    try:
        if stat.S_ISFIFO(file.stat().st_mode):  # to open it waits until somebody writes
            raise RefusedError(file, "this is a pipe, not a file")
        with file.open("rb") as stream:
            _check_frame(file, stream)
            with zipfile.ZipFile(stream) as pack:
                wanted = _checked(file, pack.infolist())
                if min((entry.header_offset for entry in pack.infolist()), default=0) > 0:
                    raise RefusedError(file, "another file stands before it in this one")
                return _unpacked(file, pack, wanted)
    except FileNotFoundError:
        raise RefusedError(file, "there is no such file", "Check its name and folder.") from None
    except OSError as error:
        if error.errno == errno.EINVAL:  # a place before the file's beginning: its table of contents is wrong
            raise _damaged(file) from None
        raise RefusedError(file, f"the file cannot be read: {error.strerror or error}") from None
    except _DAMAGED:
        raise _damaged(file) from None


def _damaged(file: Path) -> RefusedError:
    return RefusedError(file, "the file is cut short or damaged", "Ask for it again.")


def _check_frame(file: Path, stream: IO[bytes]) -> None:
    """Look at both ends before anything is made of a table of contents that may be endless."""
    begin = stream.read(4)
    size = stream.seek(0, io.SEEK_END)
    stream.seek(max(0, size - 66_000))
    tail = stream.read()
    stream.seek(0)
    if begin not in {_BEGINNING, _END_RECORD}:
        raise RefusedError(file, "this is not a .hinge file", "Ask for one made by Share or by `hinge-gui export`.")
    at = tail.rfind(_END_RECORD)
    if at < 0 or len(tail) - at < 22:
        raise zipfile.BadZipFile
    count, directory, _begins, comment = struct.unpack("<HIIH", tail[at + 10 : at + 22])
    if len(tail) - at != 22 + comment:
        raise zipfile.BadZipFile
    if count > MAX_ENTRIES or directory > _MAX_DIRECTORY:
        raise RefusedError(file, f"it holds more than {MAX_ENTRIES:,} files")


def _checked(file: Path, entries: list[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    """The entries to unpack: none leads out, none hides, none stands for two."""
    if len(entries) > MAX_ENTRIES:
        raise RefusedError(file, f"it holds more than {MAX_ENTRIES:,} files")
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise RefusedError(file, f"unpacked it is larger than {MAX_UNPACKED // 1_000_000} MB")
    seen: dict[str, str] = {}
    wanted = []
    for entry in entries:
        if reason := _name_fault(entry) or _kind_fault(entry):
            raise RefusedError(file, reason)
        if _LITTER.fullmatch(entry.filename) or entry.is_dir():
            continue
        if not _KNOWN.fullmatch(entry.filename):
            raise RefusedError(file, f"{_shown(entry.filename)} does not belong into a .hinge file")
        name = alike(entry.filename)
        if name in seen:
            both = f"{_shown(seen[name])} and {_shown(entry.filename)}"
            raise RefusedError(file, f"{both} differ at most in large and small letters")
        seen[name] = entry.filename
        wanted.append(entry)
    if reason := _folder_fault(seen):
        raise RefusedError(file, reason)
    return wanted


def _folder_fault(seen: Mapping[str, str]) -> str | None:
    """A folder that is a file as well, or that stands there in two ways of writing; `seen` as in `_checked`."""
    folders: dict[str, str] = {}
    for name, written in seen.items():
        if any(other.startswith(f"{name}/") for other in seen):
            return f"{_shown(written)} is a file and a folder at once"
        for parent in PurePosixPath(written).parents:
            if folders.setdefault(alike(str(parent)), str(parent)) != str(parent):
                both = f"{_shown(folders[alike(str(parent))])} and {_shown(str(parent))}"
                return f"the folders {both} differ at most in large and small letters"
    return None


def _name_fault(entry: zipfile.ZipInfo) -> str | None:
    name = entry.orig_filename  # as it stands there; `filename` has been made harmless, and so would not tell
    parts = name.removesuffix("/").split("/")
    if all(map(is_safe, parts)):
        return f"the name {_shown(name)} is too long" if len(name.encode()) > _MAX_NAME else None
    if name.startswith(("/", "\\")) or re.match(r"[A-Za-z]:", name) or ".." in re.split(r"[/\\]", name):
        return f"the name {_shown(name)} leads out of the folder"
    return f"the name {_shown(name)} cannot be used on every computer"


def _kind_fault(entry: zipfile.ZipInfo) -> str | None:
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind == stat.S_IFLNK:
        return f"{_shown(entry.filename)} is a link"
    if kind not in {0, stat.S_IFREG, stat.S_IFDIR}:
        return f"{_shown(entry.filename)} is not a plain file"
    if entry.flag_bits & 0x41:
        return f"{_shown(entry.filename)} is encrypted"
    if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        return f"{_shown(entry.filename)} is packed in an unusual way"
    return None


def _unpacked(file: Path, pack: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> dict[str, bytes]:
    """What the entries really hold, counted while it is unpacked: the sizes that they state may be lies."""
    contents: dict[str, bytes] = {}
    room = MAX_UNPACKED
    for entry in entries:
        chunks = []
        with pack.open(entry) as stream:
            while chunk := stream.read(_CHUNK):
                room -= len(chunk)
                if room < 0:
                    raise RefusedError(file, f"unpacked it is larger than {MAX_UNPACKED // 1_000_000} MB")
                chunks.append(chunk)
        contents[entry.filename] = b"".join(chunks)
        if len(contents[entry.filename]) != entry.file_size:
            raise zipfile.BadZipFile
    return contents


def _shown(name: str) -> str:
    """A stranger's name, fit for one line."""
    short = name if len(name) <= 60 else f"{name[:57]}…"
    return "".join(c if c.isprintable() else "?" for c in short)
