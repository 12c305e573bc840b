"""Bytes of a person's file: small enough, a file at all, and text."""

from __future__ import annotations

import codecs
import stat
from pathlib import Path

from hinge_gui.core.errors import Fault, PersonError

MAX_BYTES = 5_000_000
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


class FileError(PersonError):
    """A file that cannot be read as text at all; `faults` holds its one fault."""

    def __init__(self, file: str, message: str, line: int = 0, column: int = 0) -> None:
        self.fault = Fault(file, line, column, message)
        super().__init__(str(self.fault), faults=[self.fault])


def read_text(path: Path) -> str:
    """The text of a UTF-8 file without its byte-order mark; FileError in plain words."""
    file, raw = str(path), read_raw(path)
    if raw.startswith(_UTF16):
        wide = "UTF-32" if raw[:4] in (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE) else "UTF-16"
        raise FileError(file, f"the file is written in {wide}; save it as UTF-8", 1, 1)
    if b"\0" in raw:
        raise FileError(file, "this is not a text file; a routine or an exercise is plain text in YAML", 1, 1)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8-sig")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        raise FileError(file, "a letter here is not written in UTF-8; save the file as UTF-8", line, column) from None
    if not text.strip():
        raise FileError(file, "the file is empty; begin it with `format: hinge-routine/1`, `name:`, `steps:`", 1, 1)
    return text


def read_raw(path: Path) -> bytes:
    """The bytes of a file that is one and not too large; FileError as of `read_text`."""
    file = str(path)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise FileError(file, "this is a folder; name a file in it")
        if not stat.S_ISREG(status.st_mode):
            raise FileError(file, "this is not a file that can be read")
        if status.st_size > MAX_BYTES:
            size = status.st_size / 1_000_000
            raise FileError(file, f"the file is {size:.1f} MB; at most {MAX_BYTES // 1_000_000} MB are read", 1, 1)
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES)
    except FileNotFoundError:
        raise FileError(file, "there is no such file; check its name and folder") from None
    except PermissionError:
        raise FileError(file, "this file may not be read; give yourself the right to read it") from None
    except (OSError, ValueError) as error:  # a name with a zero byte is a ValueError
        raise FileError(file, f"this file cannot be read: {getattr(error, 'strerror', None) or error}") from None
