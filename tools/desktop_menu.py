"""Puts the app with its icon into the person's desktop menu, or takes it out: `desktop_menu.py add|remove`.

The desktop also learns that the app opens shared routines: a double click on a `.hinge` file shows what it brings.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
ICON = REPOSITORY / "resources" / "icons" / "hinge-gui.svg"
MIME_TYPE = "application/vnd.hinge-gui"
MIME = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="{MIME_TYPE}">
    <comment>Shared exercise routine</comment>
    <sub-class-of type="application/zip"/>
    <icon name="hinge-gui"/>
    <glob pattern="*.hinge"/>
  </mime-type>
</mime-info>
"""
PROGRAM = REPOSITORY / ".venv" / "bin" / "hinge-gui-window"


def entry(program: Path) -> str:
    """The text of the menu's entry; StartupWMClass is the window's class, so that the dock knows it."""
    return f"""\
[Desktop Entry]
Type=Application
Name=Hinge
GenericName=Exercise player
Comment=Follow along with gentle exercises: a figure, a voice and a clock
Exec={quoted(program)} %f
TryExec={escaped(str(program))}
Icon=hinge-gui
Terminal=false
StartupNotify=true
StartupWMClass=hinge-gui
Categories=Sports;Utility;
MimeType={MIME_TYPE};
Keywords=exercise;stretch;practice;timer;hinge;
"""


def escaped(value: str) -> str:
    """A string value of a desktop entry: the format's own rule for backslashes."""
    return value.replace("\\", "\\\\")


def quoted(program: Path) -> str:
    """One argument of Exec: quoted, its reserved characters escaped, `%` doubled, then escaped as any string."""
    text = str(program).replace("%", "%%")
    for reserved in ("\\", '"', "`", "$"):
        text = text.replace(reserved, "\\" + reserved)
    return escaped(f'"{text}"')


def places() -> tuple[Path, Path, Path]:
    """Where the menu entry, the icon and the kind of file belong (freedesktop.org)."""
    data = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return (
        data / "applications" / "hinge-gui.desktop",
        data / "icons" / "hicolor" / "scalable" / "apps" / "hinge-gui.svg",
        data / "mime" / "packages" / "hinge-gui.xml",
    )


def refresh() -> None:
    """Lets a desktop know that caches its menu and kinds of files."""
    desktop, _, kind = places()
    for command, folder in (("update-mime-database", kind.parents[1]), ("update-desktop-database", desktop.parent)):
        if shutil.which(command) and folder.is_dir():
            subprocess.run([command, str(folder)], check=False, capture_output=True)
    if not shutil.which("update-desktop-database"):
        tell_who_opens(desktop)


def tell_who_opens(desktop: Path) -> None:
    """Writes by hand where desktops look up what opens a kind of file: without it a double click finds nothing."""
    cache = desktop.parent / "mimeinfo.cache"
    head = "[MIME Cache]"
    lines = cache.read_text(encoding="utf-8").splitlines() if cache.is_file() else [head]
    lines = [line for line in lines if not line.startswith(f"{MIME_TYPE}=")]
    if desktop.is_file():
        lines.append(f"{MIME_TYPE}={desktop.name};")
    if lines == [head]:
        cache.unlink(missing_ok=True)
    else:
        cache.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(action: str) -> int:
    if sys.platform in ("win32", "darwin"):
        print("The menu entry is for Linux desktops; start the app with hinge-gui-window.")
        return 0
    desktop, icon, kind = places()
    if action == "add":
        for path in (desktop, icon, kind):
            path.parent.mkdir(parents=True, exist_ok=True)
        desktop.write_text(entry(PROGRAM), encoding="utf-8")
        kind.write_text(MIME, encoding="utf-8")
        shutil.copyfile(ICON, icon)
        print(f"In the menu as Hinge. It starts from {REPOSITORY}: after moving that folder, make install again.")
    else:
        for path in (desktop, icon, kind):
            path.unlink(missing_ok=True)
        print("Taken out of the menu; your routines and your log stay where they are.")
    refresh()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
