"""The preset for a house that sleeps."""

from __future__ import annotations

from hinge_gui.core.quiet_house import bells_percent, is_lit, voice_percent
from hinge_gui.core.settings import Settings


def test_bells_and_voice_are_softer_or_there_are_no_bells() -> None:
    usual, soft, silent = (Settings({"quiet_house": word}) for word in ("off", "soft", "no-bells"))
    assert 0 < bells_percent(soft) < bells_percent(usual) / 2
    assert 0 < voice_percent(soft) < voice_percent(usual) / 2
    assert bells_percent(silent) == 0
    assert voice_percent(silent) == voice_percent(soft)


def test_bells_are_seen_in_a_quiet_house_alone_and_ticks_never() -> None:
    assert not is_lit(Settings(), "start")
    quiet = Settings({"quiet_house": "soft"})
    assert all(is_lit(quiet, bell) for bell in ("start", "half", "switch", "end", "finish"))
    assert not is_lit(quiet, "tick")
    assert not is_lit(quiet, None)
