from __future__ import annotations

import shutil
from pathlib import Path

from hinge_gui.audio.bells import Bells
from hinge_gui.audio.protocols import gain_of
from hinge_gui.core.timeline import BELLS
from hinge_gui.store.assets import asset
from tests.silence import Notes

FOLDER = asset("resources", "bells")


def test_all_bells_are_loaded_ahead_and_rung_at_the_volume_set() -> None:
    output = Notes()
    bells = Bells(output, FOLDER)
    assert output.loaded == [f"bowls/{bell}" for bell in BELLS]
    bells.set_volume(50)
    bells.play("half")
    assert output.played == [("bowls/half", gain_of(50))]


def test_the_volume_is_not_full_unless_asked_for() -> None:
    output = Notes()
    Bells(output, FOLDER).play("start")
    assert output.played[0][1] < 0.7
    assert gain_of(0) == 0
    assert gain_of(100) == gain_of(250) == 1


def test_muted_bells_ring_no_more_and_what_rings_is_cut() -> None:
    output = Notes()
    bells = Bells(output, FOLDER)
    bells.set_muted(True)
    bells.play("end")
    assert output.played == []
    assert set(output.stopped) == set(BELLS)
    bells.set_muted(False)
    bells.play("end")
    assert [name for name, _ in output.played] == ["bowls/end"]


def test_a_missing_and_a_broken_file_are_said_and_the_others_ring(tmp_path: Path) -> None:
    shutil.copytree(FOLDER / "wood", tmp_path / "wood")
    (tmp_path / "wood" / "start.wav").unlink()
    (tmp_path / "wood" / "tick.wav").write_bytes(b"RIFF and no more")
    output = Notes()
    bells = Bells(output, tmp_path, "wood")
    bells.play("start")
    bells.play("tick")
    bells.play("end")
    assert [name for name, _ in output.played] == ["wood/end"]
    assert bells.trouble is not None
    assert "tick.wav" in bells.trouble
    assert "Choose another bell set" in bells.trouble


def test_the_trouble_of_the_output_is_that_of_the_bells() -> None:
    assert Bells(Notes("nobody hears"), FOLDER).trouble == "nobody hears"
