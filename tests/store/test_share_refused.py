"""What a stranger's file may not bring: each refused with its reason, and nothing of it left behind."""

from __future__ import annotations

import io
import os
import stat
import tempfile
import tracemalloc
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hinge_gui.core.errors import PersonError
from hinge_gui.store import share_zip
from hinge_gui.store.library import Library
from hinge_gui.store.places import Places
from hinge_gui.store.share_import import plan_import
from tests.store.files import EXERCISE
from tests.store.shared import JPEG, PNG, SVG, entry, pack

ROUTINE = "format: hinge-routine/1\nname: Mine\nsteps: [{exercise: calf-stretch}]\n"


Refusal = Callable[[Path], PersonError]
NOWHERE = Path("/nowhere/hinge-gui")
PLACES = Places(NOWHERE, NOWHERE, NOWHERE, NOWHERE)


@pytest.fixture(scope="module")
def library() -> Library:
    """One for all: nothing that is refused may change it."""
    return Library(PLACES)


@pytest.fixture
def refusal(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Refusal:
    """Tries to take a file in; all unpacking happens in a folder that is looked at afterwards."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))

    def refused(file: Path) -> PersonError:
        with pytest.raises(PersonError) as caught:
            plan_import(file, library, PLACES)
        assert not NOWHERE.exists()
        assert list(folder.iterdir()) == []
        return caught.value

    return refused


def around(tmp_path: Path, contents: dict[str, Any]) -> Path:
    """A shared file of a sound routine and more."""
    return pack(tmp_path / "x.hinge", {"routine.yaml": ROUTINE, **contents})


@pytest.mark.parametrize(
    "name",
    ["../evil.yaml", "pictures/../../evil.png", "/etc/evil.yaml", "C:/evil.yaml", "c:evil.yaml", "..\\evil.yaml",
     "pictures\\..\\evil.png", "\\\\server\\evil.png", "pictures/./x.png", "pictures//x.png", "pictures/a\0b.png",
     "pictures/con.png", "pictures/\u202egnp.exe.png", "pictures/x.png.",
     "pictures/x .png /y.png", "exercises/NUL.yaml", "pictures/a:b.png"],
)  # fmt: skip
def test_names_that_lead_astray(tmp_path: Path, refusal: Refusal, name: str) -> None:
    file = pack(tmp_path / "x.hinge", [(entry("routine.yaml"), ROUTINE.encode()), (entry(name), PNG)])
    reason = refusal(file).message
    assert "leads out of the folder" in reason or "cannot be used on every computer" in reason
    assert ("leads out" in reason) == (".." in name or name[0] in "/\\" or name[1:2] == ":")


@pytest.mark.parametrize(
    ("mode", "flags", "words"),
    [(stat.S_IFLNK | 0o777, 0, "is a link"), (stat.S_IFIFO | 0o644, 0, "not a plain file"), (0, 1, "encrypted")],
)
def test_entries_that_are_no_plain_files(tmp_path: Path, refusal: Refusal, mode: int, flags: int, words: str) -> None:
    file = tmp_path / "x.hinge"
    pack(file, [(entry("routine.yaml"), ROUTINE.encode()), (entry("pictures/x.png", mode=mode), PNG)])
    if flags:  # the writer would not set it
        raw = bytearray(file.read_bytes())
        raw[raw.rindex(b"PK\x01\x02") + 8] |= flags
        file.write_bytes(raw)
    assert words in refusal(file).message


def test_what_does_not_belong(tmp_path: Path, refusal: Refusal) -> None:
    assert "run.sh does not belong" in refusal(around(tmp_path, {"run.sh": "rm"})).message
    deep = "exercises/sub/x.yaml"
    assert f"{deep} does not belong" in refusal(around(tmp_path, {deep: EXERCISE})).message
    assert "no routine.yaml" in refusal(pack(tmp_path / "y.hinge", {"pictures/x.png": PNG})).message
    assert "no routine.yaml" in refusal(pack(tmp_path / "z.hinge", {})).message


def test_what_file_managers_add_is_passed_over(tmp_path: Path, library: Library) -> None:
    contents = {"routine.yaml": ROUTINE, "__MACOSX/._routine.yaml": b"\0", ".DS_Store": b"\0", "pictures/": b""}
    plan = plan_import(pack(tmp_path / "x.hinge", contents), library, PLACES)
    assert [piece.kind for piece in plan.pieces] == ["routine"]


def test_names_that_differ_by_case_only(tmp_path: Path, refusal: Refusal) -> None:
    for one, other in (("a.png", "A.png"), ("ä.png", "Ä.png"), ("ä.png", "a\u0308.png")):
        both: dict[str, Any] = {f"pictures/{one}": PNG, f"pictures/{other}": PNG}
        assert "differ at most" in refusal(around(tmp_path, both)).message
    with warnings.catch_warnings(action="ignore"):
        twice = pack(tmp_path / "t.hinge", [(entry("routine.yaml"), ROUTINE.encode())] * 2)
    assert "differ at most" in refusal(twice).message
    folders: dict[str, Any] = {"pictures/A/x.png": PNG, "pictures/a/y.png": PNG}
    assert "the folders pictures/A and pictures/a differ at most" in refusal(around(tmp_path, folders)).message
    nested: dict[str, Any] = {"pictures/a.png": PNG, "pictures/A.png/b.png": PNG}
    assert "a file and a folder at once" in refusal(around(tmp_path, nested)).message


def test_more_than_there_may_be(tmp_path: Path, refusal: Refusal) -> None:
    many = {f"pictures/{n}.svg": SVG for n in range(2000)}
    assert "more than 2,000 files" in refusal(pack(tmp_path / "m.hinge", {"routine.yaml": ROUTINE, **many})).message
    folders = {f"pictures/{n}/": b"" for n in range(2000)}
    assert "more than 2,000 files" in refusal(pack(tmp_path / "f.hinge", {"routine.yaml": ROUTINE, **folders})).message


@pytest.fixture(scope="module")
def bomb(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """201 MB of zeros in 200 kB."""
    return around(tmp_path_factory.mktemp("bomb"), {"pictures/x.png": PNG + bytes(201_000_000)})


def test_a_bomb_is_refused_before_it_is_unpacked(refusal: Refusal, bomb: Path) -> None:
    assert bomb.stat().st_size < 1_000_000
    tracemalloc.start()
    assert "larger than 200 MB" in refusal(bomb).message
    assert tracemalloc.get_traced_memory()[1] < 10_000_000
    tracemalloc.stop()


def test_a_bomb_with_a_forged_header(refusal: Refusal, bomb: Path, tmp_path: Path) -> None:
    """It says that it is small; no more than it says is ever unpacked."""
    raw = bomb.read_bytes()
    true, forged = (len(PNG) + 201_000_000).to_bytes(4, "little"), (5000).to_bytes(4, "little")
    assert raw.count(true) == 2  # before the entry and in the table of contents
    (tmp_path / "x.hinge").write_bytes(raw.replace(true, forged))
    tracemalloc.start()
    assert "cut short or damaged" in refusal(tmp_path / "x.hinge").message
    assert tracemalloc.get_traced_memory()[1] < 10_000_000
    tracemalloc.stop()


def test_what_is_unpacked_is_counted_whatever_the_header_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = pack(tmp_path / "x.hinge", {"routine.yaml": ROUTINE, "pictures/x.png": PNG + bytes(5000)})
    with zipfile.ZipFile(file) as zipped:
        entries = zipped.infolist()
        monkeypatch.setattr(share_zip, "MAX_UNPACKED", 4000)
        with pytest.raises(PersonError, match="larger than"):
            share_zip._unpacked(file, zipped, entries)


def test_a_zip_within_a_zip(tmp_path: Path, refusal: Refusal) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as zipped:
        zipped.writestr("x", bytes(1000))
    named = around(tmp_path, {"pictures/x.zip": inner.getvalue()})
    assert "not a picture that can be shown" in refusal(named).message
    assert "not a PNG picture" in refusal(around(tmp_path, {"pictures/x.png": inner.getvalue()})).message


@pytest.mark.parametrize("end", [0, 3, 50, 150, -250, -100, -30, -1])
def test_cut_short_anywhere(tmp_path: Path, refusal: Refusal, end: int) -> None:
    whole = around(tmp_path, {"pictures/x.jpg": JPEG + bytes(range(256)) * 9}).read_bytes()
    (tmp_path / "x.hinge").write_bytes(whole[:end])
    error = refusal(tmp_path / "x.hinge")
    assert "cut short or damaged" in error.message or "not a .hinge file" in error.message
    assert error.remedy.startswith("Ask for")


def test_a_bit_that_fell_over(tmp_path: Path, refusal: Refusal) -> None:
    file = pack(tmp_path / "x.hinge", {"routine.yaml": ROUTINE * 9})
    raw = bytearray(file.read_bytes())
    raw[60] ^= 16
    file.write_bytes(raw)
    assert "damaged" in refusal(file).message


def test_names_too_long_for_some_disk(tmp_path: Path, refusal: Refusal) -> None:
    assert "is too long" in refusal(around(tmp_path, {"pictures/" + "deep/" * 40 + "x.png": PNG})).message
    assert "cannot be used" in refusal(around(tmp_path, {f"pictures/{'x' * 300}.png": PNG})).message


def test_two_files_in_one(tmp_path: Path, refusal: Refusal) -> None:
    sound = pack(tmp_path / "x.hinge", {"routine.yaml": ROUTINE}).read_bytes()
    for both, words in ((sound + sound, "another file stands before it"), (sound + b"more", "cut short or damaged")):
        (tmp_path / "x.hinge").write_bytes(both)
        assert words in refusal(tmp_path / "x.hinge").message


def test_no_zip_at_all(tmp_path: Path, refusal: Refusal) -> None:
    (tmp_path / "x.hinge").write_bytes(b"MZ" + pack(tmp_path / "y.hinge", {"routine.yaml": ROUTINE}).read_bytes())
    assert "not a .hinge file" in refusal(tmp_path / "x.hinge").message
    assert "no such file" in refusal(tmp_path / "none.hinge").message
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.hinge")
        assert "a pipe, not a file" in refusal(tmp_path / "pipe.hinge").message
    assert "cannot be read" in refusal(tmp_path).message


def test_broken_texts_are_told_with_their_places(tmp_path: Path, refusal: Refusal) -> None:
    routine = ROUTINE.replace("calf-stretch", "side-bend") + "raedy: 5\n"
    exercise = EXERCISE.replace("posture: standing", "posture: standin")
    file = pack(tmp_path / "x.hinge", {"routine.yaml": routine, "exercises/side-bend.yaml": exercise})
    assert [str(fault) for fault in refusal(file).faults][:2] == [
        f"{file}/exercises/side-bend.yaml:5:10: posture standin is not known; did you mean standing?",
        f"{file}/routine.yaml:3:20: there is no exercise side-bend; `hinge-gui list` shows all of them",
    ]


def test_exercises_in_bad_company(tmp_path: Path, refusal: Refusal) -> None:
    def faults(**exercises: str) -> list[str]:
        file = around(tmp_path, {f"exercises/{name}.yaml": text for name, text in exercises.items()})
        return [fault.message for fault in refusal(file).faults]

    assert faults(a=EXERCISE.replace("id: side-bend", "id: calf-stretch")) == [
        "calf-stretch is the id of an exercise that comes with the program; it needs another"
    ]
    assert faults(a=EXERCISE, b=EXERCISE) == ["two exercises in the file have the id side-bend"]
    pictured = EXERCISE + "pictures: [{file: x.png}]\n"
    assert faults(a=pictured) == ["there is no picture x.png in this folder; put it there"]
    variant = EXERCISE.replace("    posture: seated", "    pictures: [{file: y.png}]")
    assert faults(a=variant) == ["there is no picture y.png in this folder; put it there"]
