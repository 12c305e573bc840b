"""The window with everything connected: what is kept, logged and told, and what a rehearsal leaves alone."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from hinge_gui.app import App
from hinge_gui.app.launch import tell_uncaught
from hinge_gui.app.place_keeper import GONE
from hinge_gui.core.adjust import Adjustments
from hinge_gui.core.errors import PersonError
from hinge_gui.ui.messages import Sheet
from hinge_gui.ui.sound_check import SoundCheck
from tests.helpers import FakeClock, OpenApp
from tests.test_listening import PretendedSound
from tests.ui.asking import button, words
from tests.ui.practices import place_of

MINE = """\
format: hinge-routine/1
name: Mine
steps:
  - exercise: hip-hinge
  - exercise: calf-stretch
"""


def log_of(home: Path) -> list[dict[str, object]]:
    files = list((home / "log").glob("*.jsonl")) if (home / "log").exists() else []
    return [json.loads(line) for file in files for line in file.read_text().splitlines()]


def place_files(home: Path) -> list[Path]:
    return list((home / "state").glob("place-*.json"))


def hold_for(app: App, clock: FakeClock, seconds: int) -> None:
    """Begin in the first hold and live some of it."""
    app.practice.play_from(place_of(app.practice, "hold"))
    for _ in range(seconds):
        clock.advance(1000)
        app.practice.skip_s(0)


def test_the_first_start_says_that_pain_means_stop_and_only_then(open_app: OpenApp) -> None:
    first = open_app()
    assert "Pain means stop." in words(first.window)
    button(first.window, "I understand").click()
    assert "Pain means stop." not in words(open_app().window)


def test_the_sound_check_is_offered_once_and_never_stands_in_the_way(open_app: OpenApp) -> None:
    first = open_app()
    assert "Can you hear it from the mat?" not in words(first.window)  # one card at a time
    button(first.window, "I understand").click()
    assert "Can you hear it from the mat?" in words(first.window)
    first.practice.play_pause()
    first.practice.stop()
    assert "Can you hear it from the mat?" not in words(first.window)
    assert "Can you hear it from the mat?" not in words(open_app().window)


def test_the_sound_check_opens_from_the_card_the_menu_and_the_preferences(open_app: OpenApp) -> None:
    app = open_app()
    button(app.window, "I understand").click()
    button(app.window, "Try the sound").click()
    (sheet,) = app.window.findChildren(SoundCheck)
    assert sheet.isVisible()
    sheet.close()
    app.show_page("preferences")
    button(app.window, "Check the sound").click()
    assert sheet.isVisible()
    sheet.close()
    app.practice.play_pause()
    app.show_page("sound")
    assert (sheet.isVisible(), app.practice.state) == (True, "paused")
    sheet.close()


def test_the_badge_leads_to_the_sound_check_where_it_is_the_sound_that_is_missing(
    open_app: OpenApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, sound = open_app(), PretendedSound()
    monkeypatch.setattr(app.sound_checks.listening, "_make", lambda: sound)
    badge = "Keep awake: no service."
    app.window.page.set_badge("awake", badge)
    button(app.window, badge).click()
    assert app.window.findChildren(SoundCheck) == []
    (told,) = [w for w in app.window.findChildren(Sheet) if w.isVisible()]
    told.close()
    sound.voice.trouble = "No voice was found."
    app.window.page.set_badge("voice", sound.voice.trouble)
    button(app.window, f"{badge} {sound.voice.trouble}").click()
    (check,) = app.window.findChildren(SoundCheck)
    assert "No voice was found." in words(check)
    check.close()


def test_the_usual_routine_is_there_and_an_unknown_one_is_told(open_app: OpenApp) -> None:
    assert "Gentle practice" in words(open_app().window)
    with pytest.raises(PersonError, match="gentle-practice"):
        open_app("gentle-practise")


def test_start_plays_at_once(open_app: OpenApp) -> None:
    assert open_app("standing-break", start=True).practice.state == "playing"


def test_a_stopped_practice_is_logged_with_what_was_held(open_app: OpenApp, clock: FakeClock, home: Path) -> None:
    app = open_app("standing-break")
    hold_for(app, clock, 5)
    app.practice.stop()
    (entry,) = log_of(home)
    assert (entry["routine"], entry["completed"]) == ("standing-break", False)
    assert [hold["held_s"] for hold in entry["holds"]] == pytest.approx([1] * 5)  # type: ignore[attr-defined]
    assert place_files(home) == []


def test_a_practice_cut_short_can_be_gone_on_with(open_app: OpenApp, clock: FakeClock, home: Path) -> None:
    app = open_app("standing-break")
    app.practice.play_from(place_of(app.practice, "hold") + 8000)
    app.window.close()
    assert len(place_files(home)) == 1
    again = open_app()
    assert again.practice.routine.id == "standing-break"
    assert "You were here" in words(again.window)
    assert "Calf stretch, left side, 22 s left" in words(again.window)
    button(again.window, "Go on").click()
    assert again.practice.state == "playing"
    assert again.practice.player.place_ms == place_of(again.practice, "hold") + 8000


@pytest.mark.parametrize("lost", [Path.unlink, lambda file: file.write_text("steps: [")], ids=["deleted", "spoilt"])
def test_a_practice_cut_short_is_gone_on_with_though_its_file_is_lost(
    open_app: OpenApp, mine: Path, lost: Callable[[Path], object]
) -> None:
    app = open_app("mine")
    app.practice.play_from(place_of(app.practice, "hold") + 2000)
    lost(mine)
    app.window.close()
    for choice in ("Start over", "Go on"):
        again = open_app()
        assert (again.practice.routine.id, again.practice.routine.name) == ("mine", "Mine")
        assert f" s left. {GONE}" in words(again.window)
        button(again.window, choice).click()
        again.practice.play_from(place_of(again.practice, "hold") + 2000)
        again.window.close()
    again.practice.stop()
    assert open_app().practice.routine.id == "gentle-practice"


def test_a_file_from_anywhere_that_was_cut_short_is_gone_on_with(open_app: OpenApp, tmp_path: Path) -> None:
    file = tmp_path / "from a friend.yaml"
    file.write_text(MINE)
    app = open_app(str(file))
    app.practice.play_from(place_of(app.practice, "hold"))
    app.window.close()
    again = open_app()
    assert again.practice.routine.name == "Mine"
    assert "You were here" in words(again.window)


def test_starting_over_forgets_the_place(open_app: OpenApp, home: Path) -> None:
    app = open_app("standing-break")
    app.practice.play_from(30_000)
    app.window.close()
    button(open_app().window, "Start over").click()
    assert place_files(home) == []


def test_the_place_is_written_every_five_seconds(open_app: OpenApp, clock: FakeClock, home: Path) -> None:
    app = open_app("standing-break")
    hold_for(app, clock, 11)
    (file,) = place_files(home)
    kept = json.loads(file.read_text())["position_ms"]
    assert app.practice.player.place_ms - kept < 5000


def test_adjustments_and_settings_are_kept_for_next_time(open_app: OpenApp) -> None:
    app = open_app("standing-break")
    changed = Adjustments().with_change("calf-stretch#0", hold=45.0)
    app.practice.set_adjustments(changed)
    app.practice.set_settings(app.practice.settings.with_value("theme", "dark"))
    app.window.close()
    again = open_app("standing-break")
    assert again.practice.adjustments == changed
    assert again.theme.dark


def test_a_rehearsal_keeps_and_logs_nothing(open_app: OpenApp, clock: FakeClock, home: Path) -> None:
    app = open_app("standing-break", rehearsal=True, start=True)
    for _ in range(8):
        clock.advance(1000)
        app.practice.skip_s(0)
    app.practice.stop()
    app.window.close()
    assert (log_of(home), place_files(home), (home / "state").exists()) == ([], [], False)


def test_a_setting_that_nobody_knows_is_told_where_one_types_and_keeps_nobody_from_starting(
    open_app: OpenApp, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home.mkdir()
    (home / "settings.yaml").write_text("tempoo: 1.5\n")
    app = open_app()
    assert "did you mean tempo?" in capsys.readouterr().err
    assert not [sheet for sheet in app.window.findChildren(Sheet) if sheet.isVisible()]


def test_skipped_to_the_very_end_while_paused_no_time_is_left(open_app: OpenApp) -> None:
    app = open_app("gentle-practice")
    app.practice.play_from(app.practice.timeline.total_ms - 20_000)
    QApplication.processEvents()
    app.practice.play_pause()
    app.window.do("next")
    QApplication.processEvents()
    assert "0:00 left" in words(app.window.page.play)


def test_a_bug_pauses_the_practice_and_is_told_once(
    open_app: OpenApp, capsys: pytest.CaptureFixture[str], clock: FakeClock
) -> None:
    app = open_app("standing-break", start=True)
    try:
        raise ZeroDivisionError("a test")
    except ZeroDivisionError as error:
        tell_uncaught(app, type(error), error, error.__traceback__)
    sheets = [w for w in QApplication.topLevelWidgets() if isinstance(w, Sheet) and w.isVisible()]
    assert app.practice.state == "paused"
    assert len(sheets) == 1
    assert "a test" in capsys.readouterr().err
    sheets[0].close()


def test_a_read_only_home_is_told_and_the_practice_goes_on(open_app: OpenApp, home: Path) -> None:
    home.mkdir()
    (home / "state").write_text("a file where a folder should be")
    app = open_app("standing-break", start=True)
    assert app.practice.state == "playing"
