"""A file is the old one or the new one, whatever happens on the way."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from hinge_gui.core.errors import PersonError
from hinge_gui.store.atomic import write_atomic
from tests.store.synced import watched

posix = pytest.mark.skipif(os.name != "posix", reason="symlinks and permissions as POSIX has them")


def test_it_makes_the_folder_and_leaves_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "a" / "b" / "file.yaml"
    write_atomic(file, "één\n")
    write_atomic(file, b"two")
    assert file.read_bytes() == b"two"
    assert list(file.parent.iterdir()) == [file]


@posix
def test_a_power_cut_finds_the_whole_file_and_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waits = watched(monkeypatch, tmp_path)
    write_atomic(tmp_path / "file", "whole")
    assert waits == [[b"whole"], None]
    write_atomic(tmp_path / "file", "not worth it", durable=False)
    assert len(waits) == 2


@posix
def test_a_symlink_stays_one(tmp_path: Path) -> None:
    real = tmp_path / "synced" / "settings.yaml"
    real.parent.mkdir()
    real.write_text("old", "utf-8")
    link = tmp_path / "settings.yaml"
    link.symlink_to(real)
    write_atomic(link, "new")
    assert link.is_symlink()
    assert real.read_text("utf-8") == "new"


@posix
def test_permissions_stay_and_new_files_have_the_usual_ones(tmp_path: Path) -> None:
    file = tmp_path / "file"
    write_atomic(file, "old")
    usual = tmp_path / "usual"
    usual.touch()
    assert file.stat().st_mode == usual.stat().st_mode
    file.chmod(0o640)
    write_atomic(file, "new")
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_full_disk_leaves_the_old_file_and_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    file = tmp_path / "file"
    write_atomic(file, "old")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, call, full)
    with pytest.raises(PersonError, match=r"the disk is full\. Make room on it and try again"):
        write_atomic(file, "new")
    assert file.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_in_the_way_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("", "utf-8")
    with pytest.raises(PersonError, match="a file stands where a folder should be"):
        write_atomic(tmp_path / "data" / "x.yaml", "new")
