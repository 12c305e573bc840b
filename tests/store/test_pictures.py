"""A picture is a picture: nothing that runs, nothing that loads from elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from hinge_gui.core.errors import PersonError
from hinge_gui.store.assets import asset
from hinge_gui.store.pictures import copy_in, picture_fault
from tests.store.files import write
from tests.store.shared import JPEG, PNG, SVG

WEBP = b"RIFF\x16\0\0\0WEBPVP8 \x0a\0\0\0\0\0\0\x9d\x01\x2a\x01\0\x01\0"


def svg(inside: str, head: str = "") -> bytes:
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"{head}<svg {names}>{inside}</svg>".encode()


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.png", PNG), ("a.PNG", PNG), ("a.jpg", JPEG), ("a.jpeg", JPEG), ("a.webp", WEBP), ("a.svg", SVG),
        ("a.svg", b"\xef\xbb\xbf" + SVG),
        ("a.svg", svg('<use xlink:href="#a"/><a href="#b"/><rect fill="url(#g)" style="fill: url( \'#g\' )"/>')),
        ("a.svg", svg('<image href="data:image/png;base64,AAAA"/><style>path { fill: red }</style>')),
        ("a.svg", svg("", '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">')),
    ],
)  # fmt: skip
def test_pictures_are_taken(name: str, raw: bytes) -> None:
    assert picture_fault(name, raw) is None


def test_what_follows_the_end_of_a_png_is_no_fault() -> None:
    assert picture_fault("a.png", PNG + b"notes of a program") is None


def test_our_own_icon_is_one() -> None:
    icon = asset("resources", "icons", "hinge-gui.svg")
    assert picture_fault(icon.name, icon.read_bytes()) is None


@pytest.mark.parametrize(
    ("name", "raw", "words"),
    [
        ("a.exe", PNG, "use PNG, JPEG, WebP or SVG"), ("a.gif", b"GIF89a", "use PNG"), ("png", PNG, "use PNG"),
        ("a.png", b"MZ\x90\0", "not a PNG"), ("a.png", JPEG, "not a PNG"), ("a.jpg", b"#!/bin/sh", "not a JPG"),
        ("a.webp", b"RIFF\0\0\0\0WAVE", "not a WEBP"), ("a.png", b"", "not a PNG"), ("a.svg", PNG, "UTF-8"),
        ("a.svg", b"<html/>", "not an SVG"), ("a.svg", b"<svg>", "not an SVG"), ("a.svg", b"", "not an SVG"),
        ("a.png", PNG[:-30], "ends before"), ("a.png", PNG[:-1], "ends before"), ("a.webp", WEBP[:-1], "ends before"),
        ("a.png", PNG[:16] + bytes(8) + PNG[24:], "no pixels"),
    ],
)  # fmt: skip
def test_what_is_no_picture(name: str, raw: bytes, words: str) -> None:
    assert words in str(picture_fault(name, raw))


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>", '<svg:script xmlns:svg="http://www.w3.org/2000/svg"/>', '<path onload="x()"/>',
        '<path ONCLICK="x()"/>', "<foreignObject/>", '<image href="http://x/y.png"/>', '<use xlink:href="o.svg#a"/>',
        '<image href="file:///etc/passwd"/>', '<image href=" //x/y.png"/>', '<a href="javascript:x()"/>',
        '<image href="data:image/svg+xml;base64,AAAA"/>', '<image href="data:text/html,x"/>',
        '<rect style="fill: url(http://x)"/>', '<rect fill="url(x.svg#a)"/>', "<style>@import 'x.css';</style>",
        "<style>a { src: URL('http://x') }</style>", r"<style>@\69mport 'x.css';</style>", r'<rect fill="u\72l(//x)"/>',
        '<set attributeName="xlink:href" to="http://x"/>', "<style>a { background: image-set('http://x' 1x) }</style>",
    ],
)  # fmt: skip
def test_drawings_that_run_or_load(inside: str) -> None:
    assert "save it as plain SVG" in str(picture_fault("a.svg", svg(inside)))


@pytest.mark.parametrize(
    "head",
    ['<!DOCTYPE svg [<!ENTITY a "b">]>', '<!DOCTYPE svg SYSTEM "x" [<!ENTITY % a SYSTEM "file:///etc/passwd"> %a;]>',
     '<?xml-stylesheet href="x.css"?>', "<!doctype svg [ ]>"],
)  # fmt: skip
def test_drawings_that_define_or_style_from_outside(head: str) -> None:
    assert "plain SVG" in str(picture_fault("a.svg", svg("", head)))


def test_a_picture_comes_in_once(tmp_path: Path) -> None:
    folder, source = tmp_path / "pictures", write(tmp_path / "Änna am Stuhl.PNG", PNG)
    first = copy_in(source, folder)
    assert first == folder / "anna-am-stuhl.png"
    assert copy_in(source, folder) == first
    source.write_bytes(PNG + b"other")
    assert copy_in(source, folder).name == "anna-am-stuhl-2.png"
    assert first.read_bytes() == PNG
    source.write_bytes(b"MZ")
    with pytest.raises(PersonError, match="not a PNG"):
        copy_in(source, folder)
    with pytest.raises(PersonError, match="cannot be read"):
        copy_in(tmp_path / "none.png", folder)


def test_a_png_too_large_to_be_read_is_told_by_its_head() -> None:
    head = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (30_000).to_bytes(4, "big") * 2
    assert "30000 × 30000 pixels; make it at most 8000" in str(picture_fault("a.png", head))


def _jpeg_head(frame: int, side: int, samplings: tuple[int, ...], notes: int = 4000) -> bytes:
    """A camera's notes, a table, then the frame with its size and its colours."""
    colours = b"".join(bytes((n, sampling, 0)) for n, sampling in enumerate(samplings))
    size = side.to_bytes(2, "big")
    frame_at = b"\xff" + bytes([frame]) + (8 + len(colours)).to_bytes(2, "big") + b"\x08" + size + size
    table = b"\xff\xdb" + (67).to_bytes(2, "big") + bytes(65)
    return b"\xff\xd8\xff\xe1" + (notes + 2).to_bytes(2, "big") + bytes(notes) + table + frame_at + bytes(
        [len(samplings)]
    ) + colours + bytes(64)  # fmt: skip


@pytest.mark.parametrize(
    ("head", "refused"),
    [
        (_jpeg_head(0xC0, 30_000, (0x22, 0x11, 0x11)), False),
        (_jpeg_head(0xC2, 30_000, (0x22, 0x11, 0x11)), True),
        (_jpeg_head(0xC2, 8_000, (0x22, 0x11, 0x11)), False),
        (_jpeg_head(0xC2, 8_000, (0x11, 0x11, 0x11)), True),
        (_jpeg_head(0xC2, 11_000, (0x11,)), False),
        (b"\xff\xd8\xff", False),
    ],
)
def test_a_jpeg_may_be_as_large_as_it_can_be_read(head: bytes, refused: bool) -> None:
    assert ("save it as a plain JPEG" in str(picture_fault("a.jpg", head))) is refused


@pytest.mark.parametrize(
    "body",
    [
        b"VP8X" + bytes(8) + (11_999).to_bytes(3, "little") * 2,
        b"VP8L" + bytes(4) + b"\x2f" + (11_999 | 11_999 << 14).to_bytes(4, "little"),
        b"VP8 " + bytes(7) + b"\x9d\x01\x2a" + (12_000).to_bytes(2, "little") * 2,
    ],
)
def test_a_webp_that_cannot_be_read_is_refused_with_its_size(body: bytes) -> None:
    assert "12000 × 12000 pixels" in str(picture_fault("a.webp", b"RIFF" + bytes(4) + b"WEBP" + body))
