"""When what was played aloud is judged once more: only where the sound server starved."""

from __future__ import annotations

import pytest

from tests.audio.aloud.sound_server import TRIES, judged


class Server:
    def __init__(self, waits_ms: float) -> None:
        self._waits_ms, self._waited_ms = waits_ms, 0.0
        self.tries = 0

    def waited_ms(self) -> float:
        return self._waited_ms

    def play(self, well_after: int) -> None:
        self.tries += 1
        self._waited_ms += self._waits_ms
        assert self.tries > well_after


@pytest.mark.parametrize(("waits_ms", "tries"), [(0, 1), (1e9, TRIES)])
def test_what_is_always_wrong_fails_however_busy_the_machine(waits_ms: float, tries: int) -> None:
    server = Server(waits_ms)
    with pytest.raises(AssertionError):
        judged(server, lambda: server.play(well_after=TRIES))
    assert server.tries == tries


def test_what_a_starved_server_broke_off_is_played_anew() -> None:
    server = Server(1e9)
    judged(server, lambda: server.play(well_after=TRIES - 1))
    assert server.tries == TRIES
