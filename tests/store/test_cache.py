"""What was read once need not be read again while the file is the same, and never when it is not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hinge_gui.store.cache import Cache
from hinge_gui.store.library import Library
from hinge_gui.store.places import places
from tests.store.files import ROUTINE, write

LONG_AGO_NS = time.time_ns() - 3_600_000_000_000


def settle(file: Path, at_ns: int = LONG_AGO_NS) -> Path:
    """Make a file look as if it had lain there for a while."""
    os.utime(file, ns=(at_ns, at_ns))
    return file


def kept(tmp_path: Path, file: Path, data: object) -> Cache:
    cache = Cache(tmp_path / "cache" / "read.json")
    cache.put(file, data)
    cache.save()
    return Cache(tmp_path / "cache" / "read.json")


def test_data_comes_back_while_the_file_is_the_same(tmp_path: Path) -> None:
    file = settle(write(tmp_path / "a.yaml", "a: 1\n"))
    assert kept(tmp_path, file, {"a": [1, 2.5, True, None]}).get(file) == {"a": [1, 2.5, True, None]}
    assert Cache(None).get(file) is None


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every file name is text")
def test_a_file_whose_name_is_no_text_is_kept_like_any_other(tmp_path: Path) -> None:
    file = settle(write(tmp_path / "caf\udce9.yaml", "a: 1\n"))
    assert kept(tmp_path, file, {"a": "é"}).get(file) == {"a": "é"}


def test_a_changed_file_is_not_known(tmp_path: Path) -> None:
    file = settle(write(tmp_path / "a.yaml", "a: 1\n"))
    cache = kept(tmp_path, file, 1)
    settle(file, LONG_AGO_NS + 1)
    assert cache.get(file) is None
    settle(write(file, "a: 12\n"))
    assert cache.get(file) is None
    file.unlink()
    assert cache.get(file) is None


def test_a_file_just_written_is_not_trusted_to_stay(tmp_path: Path) -> None:
    file = write(tmp_path / "a.yaml", "a: 1\n")
    assert kept(tmp_path, file, 1).get(file) is None


def test_files_that_are_gone_are_dropped(tmp_path: Path) -> None:
    gone, here = (settle(write(tmp_path / name, "a: 1\n")) for name in ("gone.yaml", "here.yaml"))
    cache = kept(tmp_path, gone, 1)
    gone.unlink()
    cache.put(here, 2)
    cache.save()
    files = json.loads((tmp_path / "cache" / "read.json").read_text("utf-8"))["files"]
    assert list(files) == [str(here)]


def test_a_spoilt_cache_is_as_none(tmp_path: Path) -> None:
    file = settle(write(tmp_path / "a.yaml", "a: 1\n"))
    for spoilt in ("", "{", "[]", '{"version": "other", "files": {}}', '{"files": 3}', "[" * 100_000, "\0"):
        kept(tmp_path, file, 1)
        write(tmp_path / "cache" / "read.json", spoilt)
        assert Cache(tmp_path / "cache" / "read.json").get(file) is None


def test_a_spoilt_entry_is_as_none(tmp_path: Path) -> None:
    file = settle(write(tmp_path / "a.yaml", "a: 1\n"))
    for spoilt in (3, [], [1, 2], [*_stamp(file), "{"], [*_stamp(file), 7]):
        kept(tmp_path, file, 1)
        cache_file = tmp_path / "cache" / "read.json"
        whole = json.loads(cache_file.read_text("utf-8"))
        write(cache_file, json.dumps({**whole, "files": {str(file): spoilt}}))
        assert Cache(cache_file).get(file) is None


def _stamp(file: Path) -> list[int]:
    return [file.stat().st_size, file.stat().st_mtime_ns]


def test_a_folder_that_cannot_be_written_to_is_no_fault(tmp_path: Path) -> None:
    file = settle(write(tmp_path / "a.yaml", "a: 1\n"))
    write(tmp_path / "cache", "a file where the folder should be")
    cache = Cache(tmp_path / "cache" / "read.json")
    cache.put(file, 1)
    cache.save()
    assert cache.get(file) == 1


def test_a_faulty_file_is_never_remembered(home: Path) -> None:
    settle(write(home / "routines" / "bad.yaml", ROUTINE.replace("calf", "calv")))
    for _ in range(2):
        library = Library(places())
        assert library.routine("bad").faults
        library.remember()


def test_a_warm_start_imports_neither_yaml_nor_the_validator_nor_qt(home: Path) -> None:
    settle(write(home / "routines" / "mine.yaml", ROUTINE))
    code = (
        "import sys; from hinge_gui.store.library import Library; from hinge_gui.store.places import places\n"
        "library = Library(places())\n"
        "assert library.routine('mine').routine and library.routine().routine\n"
        "assert all(library.catalogue[i] for i in ('calf-stretch', 'hip-hinge'))\n"
        "library.remember()\n"
        "print(sorted({m.split('.')[0] for m in sys.modules} & {'yaml', 'pydantic', 'PySide6'}))"
    )
    repository = Path(__file__).resolve().parents[2]
    outputs = [
        subprocess.run([sys.executable, "-c", code], cwd=repository, capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    ]
    assert outputs == ["['pydantic', 'yaml']\n", "[]\n"]
