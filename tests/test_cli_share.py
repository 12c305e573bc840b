"""The verbs that share: what they print, and their exit codes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from hinge_gui.cli import main
from tests.store.files import EXERCISE, write
from tests.store.shared import ROUTINE


def test_there_and_back(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(home / "routines" / "anna.yaml", ROUTINE)
    write(home / "exercises" / "bend.yaml", EXERCISE)
    file = str(tmp_path / "a.hinge")
    assert main(["export", "for änna", "-o", file]) == 0
    assert capsys.readouterr().out == f"{file}: exercises/side-bend.yaml, routine.yaml\n"
    assert main(["export", "anna", "-o", file]) == 1
    assert capsys.readouterr().err.startswith(f"hinge-gui: {file} is there already and is not written over.")

    (home / "routines" / "anna.yaml").unlink()
    assert main(["import", file, "--dry-run"]) == 0
    assert f"would come to {home / 'routines' / 'for-anna.yaml'}" in capsys.readouterr().out
    assert list((home / "routines").iterdir()) == []
    assert main(["import", file]) == 0
    out = capsys.readouterr().out
    assert f"is there already: {home / 'exercises' / 'bend.yaml'}" in out
    assert out.endswith("Play it with: hinge-gui for-anna\n")
    assert (home / "routines" / "for-anna.yaml").read_text() == ROUTINE


def test_what_is_refused_ends_with_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write(tmp_path / "a.hinge", b"PK\x03\x04 cut short")
    assert main(["import", str(file)]) == 1
    error = capsys.readouterr().err
    assert error == f"hinge-gui: {file}: the file is cut short or damaged. Ask for it again.\n"
    assert main(["export", "gentle-practise", "-o", str(tmp_path / "b.hinge")]) == 1
    assert "did you mean gentle-practice?" in capsys.readouterr().err
    with pytest.raises(SystemExit) as caught:
        main(["export", "gentle-practice"])
    assert caught.value.code == 2


def test_the_schema_is_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "routine"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "hinge-gui routine"


def test_sharing_imports_no_qt(tmp_path: Path) -> None:
    code = (
        "import sys; from hinge_gui.cli import main; "
        f"print(main(['export', 'gentle-practice', '-o', {str(tmp_path / 'a.hinge')!r}]), "
        f"main(['import', {str(tmp_path / 'a.hinge')!r}]), 'PySide6' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "0 0 False"
