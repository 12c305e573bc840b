"""What is tested here is played aloud: by the real program through a sound server of the test's own, in real time.

One worker goes through this folder while the others compute (`tests/one_waits.py`).
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.audio.aloud.sound_server import SoundServer, need_sound_server


@pytest.fixture
def server() -> Iterator[SoundServer]:
    need_sound_server()
    running = SoundServer()
    yield running
    running.close()
