"""`hinge-gui log`: all logs of all computers as one table or as CSV, and lines that cannot be read are only told."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from hinge_gui.cli import main
from tests.store.files import write

Output = pytest.CaptureFixture[str]


def practice(when: str, name: str = "Morning", **more: Any) -> str:
    holds = [
        {"exercise": "calf-stretch", "variant": None, "side": "left", "planned_s": 45, "held_s": 45},
        {"exercise": "calf-stretch", "variant": None, "side": "right", "planned_s": 30, "held_s": 12.5},
        {"exercise": "hip-hinge", "variant": "stool", "side": "both", "planned_s": 2, "held_s": 2},
    ]
    entry = {"when": when, "routine": "morning", "name": name, "completed": True, "first_side": "left", "seconds": 90}
    return json.dumps({**entry, "holds": holds, **more}) + "\n"


@pytest.fixture
def two_computers(home: Path) -> Path:
    late, early = "2026-11-21T07:30:00+01:00", "2026-11-20T23:50:00-05:00"  # twenty minutes before, elsewhere
    write(home / "log" / "laptop.jsonl", practice(late, completed=False))
    write(home / "log" / "phone.jsonl", practice(early, "Ünder, the stars"))
    return home


def test_several_computers_are_one_table(two_computers: Path, capsys: Output) -> None:
    assert main(["log"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Date              Routine           Held  Planned  Sides",
        "2026-11-20 23:50  Ünder, the stars  60 s  77 s     left 45 s, right 12 s, both 2 s",
        "2026-11-21 07:30  Morning           60 s  77 s     left 45 s, right 12 s, both 2 s  stopped early",
    ]


def test_csv_has_a_header_and_a_line_for_each_hold(two_computers: Path, capsys: Output) -> None:
    assert main(["log", "--csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert len(rows) == 6
    assert rows[1] == {
        "when": "2026-11-20T23:50:00-05:00", "routine": "morning", "name": "Ünder, the stars", "completed": "true",
        "exercise": "calf-stretch", "variant": "", "side": "right", "planned_s": "30", "held_s": "12.5",
    }  # fmt: skip
    assert (rows[5]["variant"], rows[5]["completed"]) == ("stool", "false")


def test_since_counts_the_days_of_where_it_was_practised(two_computers: Path, capsys: Output) -> None:
    assert main(["log", "--since", "2026-11-21"]) == 0
    assert [line[:10] for line in capsys.readouterr().out.splitlines()] == ["Date      ", "2026-11-21"]
    assert main(["log", "--since", "2026-11-22"]) == 0
    assert capsys.readouterr().out == "No practice since 2026-11-22.\n"


def test_a_line_that_cannot_be_read_is_told_and_the_others_are_shown(two_computers: Path, capsys: Output) -> None:
    file = two_computers / "log" / "laptop.jsonl"
    file.write_text('{"when": "2026-1\n' + file.read_text() + practice("2026-11-22T08:00:00+01:00", "a\x1b[2Jb"))
    assert main(["log"]) == 0
    out, err = capsys.readouterr()
    assert err.startswith(f"{file}:1:1: warning: this line of the log cannot be read")
    assert out.count("\n") == 4
    assert "a [2Jb" in out  # no name of a routine clears the screen


def test_no_practice_yet(capsys: Output) -> None:
    assert main(["log"]) == 0
    assert capsys.readouterr().out == "No practice yet.\n"
    assert main(["log", "--csv"]) == 0
    assert capsys.readouterr().out.startswith("when,routine,name,")


def test_a_date_that_is_none_is_wrong_usage(capsys: Output) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["log", "--since", "yesterday"])
    assert caught.value.code == 2
    assert "yesterday is no date" in capsys.readouterr().err
