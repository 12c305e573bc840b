"""`asset` finds the same things in a source tree, an editable install, a wheel and a frozen bundle.

Wheel and bundle are really built. Each answers where it found the default routine, and what stands in it.
"""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from hinge_gui.store.assets import asset

REPOSITORY = Path(__file__).resolve().parents[2]
ASK = """\
import sys
from hinge_gui.store.assets import asset
found = asset("routines", "gentle-practice.yaml")
assert found.read_text(encoding="utf-8").startswith("format: hinge-routine/1"), found
assert any(asset("resources", "exercises").glob("*.yaml"))
sys.stdout.write(str(found))
"""


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run([*map(str, command)], cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built by the declared backend itself; the tree it builds from stays as it is."""
    out = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", out, cwd=REPOSITORY)
    (built,) = out.glob("*.whl")
    return built


def test_source_tree_and_editable_install_keep_assets_beside_the_package() -> None:
    assert asset() == REPOSITORY
    assert asset("routines", "gentle-practice.yaml").is_file()


def test_wheel_carries_all_of_both_folders(wheel: Path) -> None:
    carried = {name.removeprefix("hinge_gui/_data/") for name in zipfile.ZipFile(wheel).namelist()}
    for folder in ("resources", "routines"):
        own = {p.relative_to(REPOSITORY).as_posix() for p in (REPOSITORY / folder).rglob("*") if p.is_file()}
        assert own, f"{folder} is empty"
        assert own <= carried


def test_installed_wheel(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    run(
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        "--target",
        site,
        wheel,
        cwd=tmp_path,
    )
    found = run(sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(site)!r})\n{ASK}", cwd=tmp_path)
    assert found == str(site / "hinge_gui" / "_data" / "routines" / "gentle-practice.yaml")


def test_frozen_bundle(tmp_path: Path) -> None:
    script = tmp_path / "ask.py"
    script.write_text(ASK, encoding="utf-8")
    data = [f"--add-data={REPOSITORY / name}:hinge_gui/_data/{name}" for name in ("resources", "routines")]
    run(
        sys.executable,
        "-m",
        "PyInstaller",
        "--onedir",
        "--log-level=WARN",
        f"--paths={REPOSITORY}",
        *data,
        script,
        cwd=tmp_path,
    )
    found = Path(run(tmp_path / "dist" / "ask" / "ask", cwd=tmp_path))
    assert found.is_relative_to(tmp_path / "dist" / "ask")
