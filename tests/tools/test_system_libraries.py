"""What lacks is told from what is there, and is installed only where somebody may."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tools import system_libraries
from tools.system_libraries import TEST, Need, install, main

pytestmark = pytest.mark.skipif(os.name != "posix", reason="about Debian and Ubuntu")
LACKING = Need("no-such-package", command="no-such-command-anywhere")


@pytest.mark.parametrize(
    "trace", [{"library": "libc.so.6"}, {"command": "sh"}, {"file": "/bin/s?"}, {"module": "json"}], ids=str
)
def test_what_is_there(trace: dict[str, str]) -> None:
    assert Need("there", **trace).is_here()


@pytest.mark.parametrize(
    "trace",
    [{"library": "libnot.so.0"}, {"command": "not-a-command"}, {"file": "/no/*"}, {"module": "no_module"}],
    ids=str,
)
def test_what_lacks(trace: dict[str, str]) -> None:
    assert not Need("lacking", **trace).is_here()


def test_every_need_can_be_told_by_some_trace() -> None:
    assert all(need.library or need.command or need.file or need.module for need in TEST)


@pytest.fixture
def nobody(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A person who is neither root nor has sudo."""
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.mark.usefixtures("nobody")
def test_nobody_is_told_what_root_would_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert not install(["espeak-ng", "libgl1"])
    assert "apt install espeak-ng libgl1" in capsys.readouterr().err


@pytest.mark.usefixtures("nobody")
def test_a_lacking_voice_stops_nothing(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(system_libraries, "RUN", (LACKING,))
    assert main("run") == 0
    assert LACKING.command in capsys.readouterr().err


@pytest.mark.usefixtures("nobody")
def test_a_lacking_venv_stops_the_make(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_libraries, "VENV", LACKING)
    monkeypatch.setattr(system_libraries, "RUN", (LACKING,))
    assert main("run") == 1
