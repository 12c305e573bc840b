"""One worker goes through what waits for real time, from the beginning of the run; the others share the rest.

By folder, as xdist's own groups do nothing with pytest 9.2.
"""

from __future__ import annotations

from xdist.scheduler import LoadScopeScheduling

ALOUD = "tests/audio/aloud/"


class OneWaits(LoadScopeScheduling):  # type: ignore[misc]  # has no types
    """What belongs together goes to one worker; of that which has most tests comes first, here the folder."""

    def _split_scope(self, nodeid: str) -> str:
        return ALOUD if nodeid.startswith(ALOUD) else nodeid
