"""A person's files: whole, never one over another, never gone."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from hinge_gui.core.errors import PersonError
from hinge_gui.store.own_files import (
    ChangedOnDiskError,
    OwnFile,
    create,
    delete,
    read_own,
    restore,
    save,
    save_new,
    save_over,
)
from tests.helpers import tortured
from tests.store.files import ROUTINE, write

NEW = ROUTINE.replace("Mine", "Ours")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return write(tmp_path / "routines" / "mine.yaml", ROUTINE)


def listed(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_byte_order_mark_and_line_ends_survive(file: Path) -> None:
    raw = b"\xef\xbb\xbf" + ROUTINE.replace("\n", "\r\n").encode()
    file.write_bytes(raw)
    own = read_own(file)
    saved = save(own, own.text.replace("Mine", "Ours"))
    assert file.read_bytes() == raw.replace(b"Mine", b"Ours")
    assert saved == read_own(file)
    assert listed(file.parent) == ["mine.yaml"]


def test_saving_the_same_does_not_touch_the_file(file: Path) -> None:
    before = file.stat()
    save(read_own(file), ROUTINE)
    assert (file.stat().st_mtime_ns, file.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_a_file_changed_meanwhile_is_not_written_over(file: Path, tmp_path: Path) -> None:
    own = read_own(file)
    file.write_text(theirs := ROUTINE.replace("Mine", "Theirs"))
    with pytest.raises(ChangedOnDiskError, match="another program") as caught:
        save(own, NEW)
    assert file.read_text() == theirs
    assert caught.value.theirs is not None
    assert caught.value.theirs.text == theirs

    save_over(own, NEW, tmp_path / "bin")  # "keep mine"
    assert file.read_text() == NEW
    assert (tmp_path / "bin" / "mine.yaml").read_text() == theirs
    save(OwnFile(file, NEW), theirs)  # "keep theirs", after all
    assert file.read_text() == theirs


def test_a_file_deleted_meanwhile_is_told_of(file: Path, tmp_path: Path) -> None:
    own = read_own(file)
    file.unlink()
    with pytest.raises(ChangedOnDiskError, match="deleted") as caught:
        save(own, NEW)
    assert caught.value.theirs is None
    assert not file.exists()
    save_over(own, NEW, tmp_path / "bin")
    assert file.read_text() == NEW


def test_a_symlink_stays_one(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.yaml"
    link.symlink_to(file)
    save(read_own(link), NEW)
    assert link.is_symlink()
    assert file.read_text() == NEW


def test_new_files_take_free_names(tmp_path: Path) -> None:
    folder = tmp_path / "routines"
    built_in = frozenset({"gentle-practice"})
    ids = [save_new(folder, name, ROUTINE, built_in).id for name in ("Änn", "ann", "Gentle Practice")]
    assert ids == ["ann", "ann-2", "gentle-practice-2"]
    with pytest.raises(FileExistsError):
        create(folder / "ann.yaml", b"other")
    assert (folder / "ann.yaml").read_text() == ROUTINE
    assert listed(folder) == ["ann-2.yaml", "ann.yaml", "gentle-practice-2.yaml"]


def test_what_is_deleted_comes_back(file: Path, tmp_path: Path) -> None:
    bin_folder = tmp_path / "bin"
    first = delete(file, bin_folder)
    second = delete(write(file, NEW), bin_folder)
    assert listed(bin_folder) == ["mine-2.yaml", "mine.yaml"]
    assert restore(second) == file
    assert restore(first) == file.with_name("mine-2.yaml")  # its name is taken by now
    assert file.read_text() == NEW
    assert file.with_name("mine-2.yaml").read_text() == ROUTINE


def test_without_hard_links_nothing_is_written_over_either(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_args: object, **_more: object) -> None:
        raise OSError(errno.EPERM, "no hard links here")

    monkeypatch.setattr(os, "link", no_links)
    write(tmp_path / "bin" / "mine.yaml", NEW)
    binned = delete(file, tmp_path / "bin")
    assert binned.path.name == "mine-2.yaml"
    assert restore(binned) == file
    with pytest.raises(FileExistsError):
        create(file, b"other")
    assert file.read_text() == ROUTINE


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "disk is full"), (errno.EROFS, "only be read"), (errno.EACCES, "may not be written")],
)
def test_what_cannot_be_written_is_told_and_can_be_tried_again(
    file: Path, number: int, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = read_own(file)
    with monkeypatch.context() as patched:
        at = "fsync" if number == errno.ENOSPC else "open"  # where each of them shows

        def fail(*_args: object, **_more: object) -> int:
            raise OSError(number, os.strerror(number))

        patched.setattr(os, at, fail)
        with pytest.raises(PersonError, match=words):
            save(own, NEW)
    assert file.read_text() == ROUTINE
    assert listed(file.parent) == ["mine.yaml"]
    save(own, NEW)
    assert file.read_text() == NEW


def test_a_file_where_the_folder_should_be_is_told_under_the_name_that_was_meant(tmp_path: Path) -> None:
    in_the_way = tmp_path / "routines"
    in_the_way.write_text("not a folder")
    with pytest.raises(PersonError, match=r"routines/mine\.yaml cannot be written: a file stands where a folder"):
        create(in_the_way / "mine.yaml", b"")


FULL_DISK = """
import sys
from pathlib import Path
from hinge_gui.core.errors import PersonError
from hinge_gui.store.own_files import read_own, save
own = read_own(Path(sys.argv[1]))
try:
    save(own, own.text + "# more\\n" * 20_000)
except PersonError as error:
    print(error)
"""


def test_a_disk_that_is_really_full(tmp_path: Path) -> None:
    """On a disk of 64 kB of its own, where this system lets us have one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    source = write(tmp_path / "a.yaml", ROUTINE)
    script = 'mount -t tmpfs -o size=64k none "$1" && cp "$2" "$1/a.yaml" && "$3" -c "$4" "$1/a.yaml" && ls -A "$1"'
    words = ["sh", str(disk), str(source), sys.executable, FULL_DISK]
    command = ["unshare", "-rm", "sh", "-c", f'{script} && cmp "$1/a.yaml" "$2"', *words]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        pytest.skip("there is no unshare on this system")
    if "unshare" in done.stderr or "mount" in done.stderr:
        pytest.skip("this system lets nobody mount a disk")
    assert done.stderr == ""
    assert "the disk is full. Make room on it and try again." in done.stdout
    assert done.stdout.splitlines()[-1] == "a.yaml"
    assert done.returncode == 0


def test_what_a_killed_save_left_is_swept_after_a_day(file: Path) -> None:
    old, recent = (write(file.with_name(f".mine.yaml.{n}-1.tmp"), "half") for n in (1, 2))
    os.utime(old, (time.time() - 100_000,) * 2)
    save(read_own(file), NEW)
    assert listed(file.parent) == [recent.name, "mine.yaml"]


SAVE_FOR_EVER = """
import sys
from pathlib import Path
from hinge_gui.store.own_files import read_own, save
texts = [Path(name).read_text() for name in sys.argv[2:]]
own = read_own(Path(sys.argv[1]))
print("ready", flush=True)
while True:
    for text in texts:
        own = save(own, text)
"""


@pytest.mark.torture
def test_killed_at_any_moment_the_file_is_whole(tmp_path: Path) -> None:
    texts = [ROUTINE + f"# {word}\n" * 10_000 for word in ("old", "new words")]
    sources = [write(tmp_path / f"{n}.txt", text) for n, text in enumerate(texts)]
    file = write(tmp_path / "routines" / "mine.yaml", texts[0])
    random = Random(1)
    found = set()
    for _ in range(tortured(300)):
        command = [sys.executable, "-c", SAVE_FOR_EVER, str(file), *map(str, sources)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            time.sleep(random.uniform(0, 0.03))
            process.kill()
        assert file.read_text() in texts
        found.add(file.read_text())
    assert found == set(texts), "the kills came before any save"
