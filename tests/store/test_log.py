"""The practice log: appended to by one computer, read from all, and a torn line costs only itself."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from hinge_gui.core.practice import Held, PracticeEntry
from hinge_gui.store.log import PracticeLog
from hinge_gui.store.machine import machine_name
from tests.store.files import write
from tests.store.synced import watched


def entry(when: str) -> PracticeEntry:
    holds = (Held("calf-stretch", None, "left", 30, 29.8), Held("hip-hinge", "stool", "both", 6, 6))
    return PracticeEntry(when, "gentle-practice", "Übung", True, "left", 812.5, holds)


_SOUND = json.dumps(entry("2026-11-21T20:00:00+01:00").as_json())


@pytest.fixture
def log(tmp_path: Path) -> PracticeLog:
    return PracticeLog(tmp_path / "log")


def test_what_was_written_is_read_in_the_order_of_time(log: PracticeLog) -> None:
    first, second = entry("2026-11-21T20:00:00+01:00"), entry("2026-11-21T20:30:00+02:00")
    log.append(first)
    log.append(second)
    assert log.read() == ([second, first], [])


def test_a_practice_that_was_done_outlives_a_power_cut(
    log: PracticeLog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "log").mkdir()
    waits = watched(monkeypatch, tmp_path / "log")
    log.append(entry("2026-11-21T20:00:00+01:00"))
    (own,) = (tmp_path / "log").iterdir()
    assert waits == [[own.read_bytes()]]


def test_logs_of_other_computers_are_read_and_never_written(log: PracticeLog, tmp_path: Path) -> None:
    log.append(entry("2026-11-21T20:00:00+01:00"))
    (own,) = (tmp_path / "log").iterdir()
    other = own.rename(own.with_name("other-12345678.jsonl"))
    before = other.read_bytes()
    log.append(entry("2026-11-22T20:00:00+01:00"))
    assert own.name == f"{machine_name()}.jsonl"
    assert len(log.read()[0]) == 2
    assert other.read_bytes() == before


def test_a_routine_whose_file_name_is_no_text_can_be_practised(log: PracticeLog) -> None:
    log.append(replace(entry("2026-11-21T20:00:00+01:00"), routine="caf\udce9"))
    (read,), faults = log.read()
    assert (read.name, faults) == ("Übung", [])


def test_a_copy_that_a_syncing_program_made_counts_no_practice_twice(log: PracticeLog, tmp_path: Path) -> None:
    log.append(entry("2026-11-21T20:00:00+01:00"))
    other = json.dumps(entry("2026-11-22T20:00:00+01:00").as_json())
    write(tmp_path / "log" / "laptop.sync-conflict-20261122.jsonl", f"{_SOUND}\n{other}\n")
    assert [read.when for read in log.read()[0]] == ["2026-11-21T20:00:00+01:00", "2026-11-22T20:00:00+01:00"]


def test_a_torn_last_line_costs_only_itself(log: PracticeLog, tmp_path: Path) -> None:
    log.append(entry("2026-11-20T20:00:00+01:00"))
    (file,) = (tmp_path / "log").iterdir()
    file.write_bytes(file.read_bytes() + file.read_bytes()[:50])
    log.append(entry("2026-11-22T20:00:00+01:00"))
    entries, (fault,) = log.read()
    assert [e.when[:10] for e in entries] == ["2026-11-20", "2026-11-22"]
    assert (fault.file, fault.line) == (str(file), 2)


@pytest.mark.parametrize("line", ["3", "[]", "{}", '{"when": "yesterday"}', "\0\0", '{"holds": 3}',
                                  _SOUND.replace("812.5", "NaN"), _SOUND.replace('"left"', '"up"'),
                                  _SOUND.replace("812.5", "9" * 400), _SOUND.replace("T20", " at 20"),
                                  _SOUND.replace("+01:00", "")])  # fmt: skip
def test_lines_that_are_no_entries_are_told(log: PracticeLog, tmp_path: Path, line: str) -> None:
    write(tmp_path / "log" / "x.jsonl", line + "\n\n")
    assert [fault.line for fault in log.read()[1]] == [1]
