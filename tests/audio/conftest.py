"""What the tests of the sound's companions on the desktop share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.audio.buses import own_bus


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A desktop's bus of the test's own, by its address."""
    with own_bus() as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address
