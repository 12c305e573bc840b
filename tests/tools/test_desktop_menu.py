"""The desktop's menu gets an entry that starts the program, wherever it lies, and gives it up again."""

from __future__ import annotations

import configparser
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tools import desktop_menu


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data"


def test_add_and_remove(data: Path) -> None:
    desktop, icon, kind = desktop_menu.places()
    assert desktop_menu.main("add") == 0
    assert desktop_menu.main("add") == 0  # again, over itself
    assert desktop.is_relative_to(data)
    assert icon.read_bytes() == desktop_menu.ICON.read_bytes()

    read = configparser.ConfigParser(interpolation=None)
    read.read(desktop, encoding="utf-8")
    assert read["Desktop Entry"]["StartupWMClass"] == "hinge-gui"
    assert read["Desktop Entry"]["Icon"] == icon.stem

    assert desktop_menu.main("remove") == 0
    assert not any(path.exists() for path in (desktop, icon, kind))


def test_a_double_click_on_a_shared_routine_opens_it() -> None:
    desktop, _, kind = desktop_menu.places()
    desktop_menu.main("add")
    tree = ElementTree.parse(kind)
    space = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    known = tree.find("m:mime-type", space)
    assert known is not None
    assert [glob.get("pattern") for glob in known.findall("m:glob", space)] == ["*.hinge"]
    assert f"MimeType={known.get('type')};\n" in desktop.read_text(encoding="utf-8")


def test_a_double_click_finds_the_app_where_nothing_keeps_that_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _command: None)
    folder = desktop_menu.places()[0].parent
    folder.mkdir(parents=True, exist_ok=True)
    cache = folder / "mimeinfo.cache"
    cache.write_text("[MIME Cache]\ntext/x-other=other.desktop;\n", encoding="utf-8")
    desktop_menu.main("add")
    desktop_menu.main("add")
    ours = f"{desktop_menu.MIME_TYPE}=hinge-gui.desktop;"
    assert cache.read_text(encoding="utf-8").splitlines() == ["[MIME Cache]", "text/x-other=other.desktop;", ours]
    desktop_menu.main("remove")
    assert cache.read_text(encoding="utf-8").splitlines() == ["[MIME Cache]", "text/x-other=other.desktop;"]


@pytest.mark.parametrize(
    ("folder", "exec_line"),
    [
        ("/home/a/hinge gui", '"/home/a/hinge gui/w"'),
        ("/home/100%", '"/home/100%%/w"'),
        ('/home/"q"', r'"/home/\\"q\\"/w"'),  # the string rule doubles the backslash of the quoting rule
        ("/home/$b", r'"/home/\\$b/w"'),
    ],
)
def test_folders_with_unusual_names(folder: str, exec_line: str) -> None:
    assert f"Exec={exec_line} %f\n" in desktop_menu.entry(Path(folder) / "w")
