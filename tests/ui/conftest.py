"""The usual practice, for what is shown of it. A file of tests with other wishes has its own `settings`."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from hinge_gui.core.settings import Settings
from hinge_gui.ui.practice import Practice
from tests.helpers import FakeClock
from tests.ui.built_in import catalogue, routine


@pytest.fixture
def settings() -> Settings:
    return Settings()


@pytest.fixture
def practice(qtbot: QtBot, clock: FakeClock, settings: Settings) -> Iterator[Practice]:
    made = Practice(catalogue(), clock, settings)
    made.open(routine())
    yield made
    made.stop()
