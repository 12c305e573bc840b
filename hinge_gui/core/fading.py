"""Guidance that fades: how much is explained, by how often somebody has done an exercise."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from hinge_gui.core.practice import PracticeEntry
from hinge_gui.core.script import Guidance

FULL_SESSIONS: Final = 2
SHORT_SESSIONS: Final = 4
"""After the full ones; later only name and side are said."""
FORGOTTEN_AFTER: Final = timedelta(days=30)
SETTLED_AFTER: Final = timedelta(hours=6)
"""What was done a moment ago does not count yet: a practice that was cut short goes on as it was."""


def faded(entries: Iterable[PracticeEntry], now: datetime) -> dict[str, Guidance]:
    """The guidance for each exercise that is known; whatever is not in it is explained in full.

    A session is a practice in which a hold of the exercise was lived. After a long gap the counting begins anew.
    `now`, like the entries, knows its offset from UTC.
    """
    sessions: dict[str, int] = {}
    last: dict[str, datetime] = {}
    for entry in sorted(entries, key=lambda e: datetime.fromisoformat(e.when)):
        when = datetime.fromisoformat(entry.when)
        if now - when < SETTLED_AFTER:
            break
        for exercise in {hold.exercise for hold in entry.holds}:
            fresh = exercise in last and when - last[exercise] <= FORGOTTEN_AFTER
            sessions[exercise] = sessions[exercise] + 1 if fresh else 1
            last[exercise] = when
    known = {exercise: count for exercise, count in sessions.items() if now - last[exercise] <= FORGOTTEN_AFTER}
    return {exercise: _after(count) for exercise, count in known.items() if count >= FULL_SESSIONS}


def _after(sessions: int) -> Guidance:
    return "short" if sessions < FULL_SESSIONS + SHORT_SESSIONS else "bare"
