"""Pictures of a person's own: what may be shown as one, and how it comes into the data folder."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from xml.etree import ElementTree

from hinge_gui.core.errors import PersonError
from hinge_gui.store.file_names import PICTURE_SUFFIXES, beside, file_name
from hinge_gui.store.own_files import create
from hinge_gui.store.picture_sizes import HEAD_BYTES, is_cut_short, size_fault

MAX_PICTURE_BYTES = 50_000_000
CUT_SHORT = "the picture ends before all of it was told; copy or save it anew"
_MAX_SVG_BYTES = 10_000_000
_MAGIC = {
    ".png": re.compile(rb"\x89PNG\r\n\x1a\n....IHDR", re.DOTALL),
    ".jpg": re.compile(rb"\xff\xd8\xff"),
    ".jpeg": re.compile(rb"\xff\xd8\xff"),
    ".webp": re.compile(rb"RIFF....WEBPVP8[ LX]", re.DOTALL),
}
# What runs, or puts foreign documents into the picture.
_ACTIVE = {"script", "foreignobject", "iframe", "embed", "object", "audio", "video", "handler", "listener"}
_INSIDE = re.compile(r"#.*|data:image/(png|jpeg|webp|gif)[;,].*", re.DOTALL)
_URL = re.compile(r"url\(\s*([^)]*)\)", re.IGNORECASE)


def picture_fault(name: str, raw: bytes) -> str | None:
    """Why these bytes are not the picture that the name says; None where they are."""
    return _fault(Path(name).suffix.lower(), BytesIO(raw), len(raw))


def file_fault(file: Path) -> str | None:
    """The same of a file; of a photo only its beginning is read."""
    try:
        with file.open("rb") as stream:
            return _fault(file.suffix.lower(), stream, os.fstat(stream.fileno()).st_size)
    except OSError as error:
        return f"the picture cannot be read: {error.strerror}"


def _fault(suffix: str, stream: BinaryIO, size_bytes: int) -> str | None:
    if suffix not in PICTURE_SUFFIXES:
        return "this is not a picture that can be shown; use PNG, JPEG, WebP or SVG"
    if size_bytes > MAX_PICTURE_BYTES:
        return f"the picture is larger than {MAX_PICTURE_BYTES // 1_000_000} MB; make it smaller"
    if suffix == ".svg":
        return _svg_fault(stream.read(_MAX_SVG_BYTES + 1))
    head = stream.read(HEAD_BYTES)
    if not _MAGIC[suffix].match(head):
        return f"this is not a {suffix[1:].upper()} picture, whatever its name says"
    if fault := size_fault(suffix, head):
        return fault
    return CUT_SHORT if is_cut_short(suffix, stream, size_bytes) else None


def copy_in(source: Path, folder: Path) -> Path:
    """Copy a picture into the folder under a safe name of its own; one that lies there already stays alone.

    PersonError where it is not a picture or cannot be read or written.
    """
    try:
        with source.open("rb") as stream:
            raw = stream.read(MAX_PICTURE_BYTES + 1)
    except OSError as error:
        raise PersonError(f"{source} cannot be read: {error.strerror}.", "Choose another picture.") from error
    if fault := picture_fault(source.name, raw):
        raise PersonError(f"{source.name}: {fault}")
    wanted = folder / f"{file_name(source.stem)}{source.suffix.lower()}"
    while True:
        if os.path.isfile(wanted) and wanted.read_bytes() == raw:
            return wanted
        with suppress(FileExistsError):
            target = beside(wanted)
            create(target, raw)
            return target


def _svg_fault(raw: bytes) -> str | None:
    if len(raw) > _MAX_SVG_BYTES:
        return f"the drawing is larger than {_MAX_SVG_BYTES // 1_000_000} MB; make it simpler"
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "this is not an SVG drawing in UTF-8"
    if re.search(r"<!(DOCTYPE|ENTITY)", text, re.IGNORECASE) and not _known_doctype(text):
        return "the drawing defines words of its own (DOCTYPE); save it as plain SVG"
    if "<?xml-stylesheet" in text.lower():
        return "the drawing loads a style sheet from elsewhere; save it as plain SVG"
    try:
        root = ElementTree.fromstring(text)
    except (ElementTree.ParseError, ValueError):
        return "this is not an SVG drawing"
    if _local(root.tag) != "svg":
        return "this is not an SVG drawing"
    return next((fault for element in root.iter() for fault in _element_faults(element)), None)


def _known_doctype(text: str) -> bool:
    """The one that older drawing programs write; it defines nothing by itself."""
    found = re.findall(r"<!DOCTYPE[^>\[]*>", text)
    return len(found) == 1 and "<!ENTITY" not in text.upper() and text.upper().count("<!DOCTYPE") == 1


def _element_faults(element: ElementTree.Element) -> Iterator[str]:
    tag = _local(element.tag)
    if tag in _ACTIVE:
        yield f"the drawing holds a program or foreign content ({tag}); save it as plain SVG"
    if tag == "style" and _leads_out(element.text or ""):
        yield "the drawing loads something from elsewhere; save it as plain SVG"
    for full_name, value in element.attrib.items():
        name, target = _local(full_name), value.strip()
        if name.startswith("on"):
            yield f"the drawing holds a program ({name}); save it as plain SVG"
        loads = name in {"href", "src", "base"} and target and not _INSIDE.fullmatch(target)
        animates = name == "attributename" and target.lower().endswith("href")
        if loads or animates or (full_name == name and _leads_out(value)):
            yield f"the drawing loads something from elsewhere ({name}); save it as plain SVG"


def _leads_out(style: str) -> bool:
    """Whether a style may load anything; a backslash could spell the word that does."""
    targets = (target.strip().strip("'\"") for target in _URL.findall(style))
    named = any(word in style.lower() for word in ("@import", "image-set", "\\"))
    return named or any(not _INSIDE.fullmatch(target) for target in targets)


def _local(name: object) -> str:
    """The name without its namespace; comments and instructions have none."""
    return name.rsplit("}", 1)[-1].lower() if isinstance(name, str) else ""
