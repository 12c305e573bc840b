"""The house holds its own laws: arrows, sizes, and which rooms are free of Qt."""

from __future__ import annotations

import ast
import pkgutil
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[1]
SOURCES = sorted(p for room in ("hinge_gui", "tests", "tools") for p in (REPOSITORY / room).rglob("*.py"))
PURE = sorted(p for room in ("core", "figure") for p in (REPOSITORY / "hinge_gui" / room).rglob("*.py"))
FREE_OF_QT = ("core", "figure", "store")
READING_VERBS = [
    ["list"],
    ["check", "routines/gentle-practice.yaml"],
    ["timeline", "gentle-practice"],
    ["measure", "hip-hinge"],
    ["log"],
]
MAX_FILE, MAX_CLASS, MAX_FUNCTION = 400, 250, 40


def name(path: Path) -> str:
    return path.relative_to(REPOSITORY).as_posix()


def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), name(path))


def lines(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> int:
    assert node.end_lineno is not None
    return node.end_lineno - node.lineno + 1


def modules(room: str) -> list[str]:
    walked = pkgutil.walk_packages([str(REPOSITORY / "hinge_gui" / room)], f"hinge_gui.{room}.")
    return [f"hinge_gui.{room}", *(module.name for module in walked)]


@pytest.mark.parametrize("room", FREE_OF_QT)
def test_room_imports_no_qt(room: str) -> None:
    code = "import importlib, sys\n" + "\n".join(f"importlib.import_module({m!r})" for m in modules(room))
    code += "\nprint([m for m in sys.modules if m.split('.')[0] in ('PySide6', 'shiboken6')])"
    done = subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")


@pytest.mark.parametrize("words", READING_VERBS, ids=lambda words: words[0])
def test_verbs_that_read_import_no_qt(words: list[str]) -> None:
    code = f"import sys; from hinge_gui.cli import main; code = main({words!r}); sys.stdout = sys.__stderr__\n"
    code += "print(code, [m for m in sys.modules if m.split('.')[0] in ('PySide6', 'shiboken6')])"
    done = subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert done.stderr.strip() == "0 []"


@pytest.mark.parametrize("path", PURE, ids=name)
def test_core_and_figure_import_the_standard_library_alone(path: Path) -> None:
    known = {*sys.stdlib_module_names, "hinge_gui"}
    for node in ast.walk(parse(path)):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) and not node.level else []
        assert not [n for n in names if n.split(".")[0] not in known]


def test_arrows_between_the_rooms() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_nothing_grows_beyond_its_size(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_FILE
    too_long = [
        f"{node.name}: {lines(node)} lines"
        for node in ast.walk(parse(path))
        if (isinstance(node, ast.ClassDef) and lines(node) > MAX_CLASS)
        or (isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and lines(node) > MAX_FUNCTION)
    ]
    assert not too_long


def test_files_are_about_a_hundred_lines() -> None:
    package = [p for p in SOURCES if p.is_relative_to(REPOSITORY / "hinge_gui")]
    assert statistics.median(len(p.read_text(encoding="utf-8").splitlines()) for p in package) <= 120
