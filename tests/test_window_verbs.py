"""Rehearse and snapshot, and what stands before a window is opened."""

from __future__ import annotations

import gc
import json
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtGui import QImage

from hinge_gui.app import Options
from hinge_gui.cli import main
from hinge_gui.core.errors import MachineError
from hinge_gui.verbs import display
from hinge_gui.verbs.snapshot import PAGES
from tests.helpers import within

REPOSITORY = Path(__file__).parents[1]


def hinge(*words: str, timeout: float = 60) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "hinge_gui", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=timeout)


def test_rehearsal_writes_down_every_segment_and_cue(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    events = tmp_path / "events.jsonl"
    done = hinge("rehearse", "standing-break", "--speed", "200", "--events", str(events))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    written = [json.loads(line) for line in events.read_text().splitlines()]
    assert main(["timeline", "standing-break", "--json"]) == 0
    planned = json.loads(capsys.readouterr().out)
    assert (written[0]["kind"], written[0]["planned_ms"]) == ("started", 0)
    assert (written[-1]["kind"], written[-1]["planned_ms"]) == ("finished", planned["total_ms"])
    segments = [e["planned_ms"] for e in written if e["kind"] == "segment"]
    assert segments == [s["start_ms"] for s in planned["segments"]]
    cues = [(e["kind"], e["planned_ms"], e["text"]) for e in written if e["kind"] in {"say", "bell"}]
    assert cues == [(c["kind"], c["at_ms"], c["text"] or c["bell"]) for c in planned["cues"]]
    assert all(set(e) == {"planned_ms", "actual_ns", "kind", "text", "exercise", "side", "repetition"} for e in written)
    assert [e["actual_ns"] for e in written] == sorted(e["actual_ns"] for e in written)


def test_a_practice_makes_no_classes_of_widgets_that_it_does_not_show() -> None:
    """PySide6 makes a class when it is first asked for, and all of them for a widget that it does not know."""
    code = "import sys; from hinge_gui.cli import main; main(['rehearse', 'standing-break', '--speed', '1000'])\n"
    code += "print({'QPushButton', 'QWizard', 'QTableView'} & vars(sys.modules['PySide6.QtWidgets']).keys())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)
    assert (done.stdout.strip(), done.stderr) == ("{'QPushButton'}", "")


def test_a_rehearsal_that_cannot_begin_leaves_its_file_as_it_was(tmp_path: Path) -> None:
    events = tmp_path / "events.jsonl"
    events.write_text("of yesterday\n")
    done = hinge("rehearse", "standing-brake", "--events", str(events))
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "did you mean standing-break?" in done.stderr
    assert events.read_text() == "of yesterday\n"
    if Path("/dev/full").exists():
        full = hinge("rehearse", "standing-break", "--speed", "1000", "--events", "/dev/full")
        told = "hinge-gui: /dev/full cannot be written: No space left on device. Name another file.\n"
        assert (full.returncode, full.stderr) == (1, told)
    done = hinge("rehearse", "standing-break", "--speed", "200", "--events", str(tmp_path))
    assert (done.returncode, done.stderr) == (
        1, f"hinge-gui: {tmp_path} is a folder. Name the file in it, such as {tmp_path / 'NAME'}.\n")  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "a logout"])
def test_what_ends_the_process_closes_the_window_and_keeps_the_place(home: Path, number: int) -> None:
    command = [sys.executable, "-m", "hinge_gui", "standing-break", "--start"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as window:
        try:
            assert within(20, lambda: list(home.glob("state/place-*.json")))
            window.send_signal(number)
            _, told = window.communicate(timeout=20)
        finally:
            window.kill()
    assert (window.returncode, told) == (0, "")
    assert list(home.glob("state/place-*.json"))
    assert (home / "state" / "window.json").exists()  # is written when the window closes


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")
def test_a_rehearsal_that_is_ended_leaves_nothing_behind(tmp_path: Path) -> None:
    """What is left would fail this test (`own_tmp` in conftest.py)."""
    events = tmp_path / "events"
    command = [sys.executable, "-m", "hinge_gui", "rehearse", "standing-break", "--events", str(events)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as window:
        try:
            assert within(20, lambda: events.exists() and events.stat().st_size > 0)
            window.send_signal(signal.SIGTERM)
            _, told = window.communicate(timeout=20)
        finally:
            window.kill()
    assert (window.returncode, told) == (0, "")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_snapshots_of_every_page(tmp_path: Path, theme: str) -> None:
    """In one process and with each figure reckoned once, which saves the time of many starts."""
    files = {page: tmp_path / f"{page}.png" for page in PAGES}
    words = ["snapshot", "standing-break", "--at", "0:40", "--size", "900x600", "--theme", theme]
    each = [[*words, "--page", page, "-o", str(file)] for page, file in files.items()]
    code = "import hinge_gui.figure.staging as staging\nfrom tests.figures_made_once import StagesMadeOnce\n"
    code += "staging.Stage = StagesMadeOnce()\nfrom hinge_gui.cli import main\n"
    code += f"print([main(words) for words in {each!r}])"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.stdout, done.stderr) == (f"{[0] * len(PAGES)}\n", "")
    for page, file in files.items():
        picture = QImage(str(file))
        assert (picture.width(), picture.height()) == (900, 600), page
        assert (picture.pixelColor(3, 597).lightness() < 100) == (theme == "dark"), page


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("--at", "1:75"), "1:75 is no moment"),
        (("--at", "0:10", "--size", "800"), "800 is no size"),
        (("--at", "0:10", "--page", "cellar"), "there is no page cellar"),
    ],
)
def test_snapshot_asked_wrongly(
    words: tuple[str, ...], complaint: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    with pytest.raises(SystemExit) as exit_:
        main(["snapshot", "standing-break", "-o", str(tmp_path / "x.png"), *words])
    error = capsys.readouterr().err
    assert (exit_.value.code, error.count("\n")) == (2, 1)
    assert complaint in error


def test_snapshot_beyond_the_end_and_into_nowhere(tmp_path: Path) -> None:
    beyond = hinge("snapshot", "standing-break", "--at", "99:00", "-o", str(tmp_path / "x.png"))
    assert (beyond.returncode, beyond.stderr.count("\n")) == (1, 1)
    nowhere = hinge("snapshot", "standing-break", "--at", "0:10", "-o", str(tmp_path / "no" / "x.png"))
    assert (nowhere.returncode, nowhere.stderr.count("\n")) == (1, 1)


def test_what_counts_as_a_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert not display.has_display({})
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        assert display.has_display({name: "offscreen"})


def test_a_missing_library_is_told_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(display, "_X11_PROBES", ("libxcb-no-such-thing.so.0",))
    with pytest.raises(MachineError, match="sudo apt install libxcb-cursor0"):
        display.demand_display({"DISPLAY": ":0"})
    display.demand_display({"QT_QPA_PLATFORM": "offscreen"})  # needs none of them


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
@pytest.mark.parametrize(
    "environment",
    [
        {}, {"DISPLAY": ":4711"}, {"QT_QPA_PLATFORM": "xcb"}, {"WAYLAND_DISPLAY": "wayland-4711"},
        {"QT_QPA_PLATFORM": "wayland", "XDG_RUNTIME_DIR": "/nowhere"},
    ],
)  # fmt: skip
def test_a_display_that_does_not_answer_is_told_in_words(environment: dict[str, str]) -> None:
    with pytest.raises(MachineError, match="display"):
        display.demand_display(environment)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the plugins have other names")
def test_a_platform_that_qt_has_not_is_told_instead_of_an_abort() -> None:
    with pytest.raises(MachineError, match="Qt has no platform nope"):
        display.demand_display({"QT_QPA_PLATFORM": "nope"})
    for platform in ("offscreen", "minimal", "offscreen:dpi=96"):
        display.demand_display({"QT_QPA_PLATFORM": platform})


def test_opening_a_window_reads_no_source_of_the_program() -> None:
    code = "from hinge_gui.verbs.display import demand_display as d; d({'QT_QPA_PLATFORM': 'offscreen'})\n"
    code += "import linecache, hinge_gui.app; print([f for f in linecache.cache if 'hinge_gui' in f])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")


def test_a_shared_file_opens_the_window_with_what_it_brings(monkeypatch: pytest.MonkeyPatch) -> None:
    when_painted: list[Callable[[], None]] = []
    looked_at: list[Path] = []
    window = SimpleNamespace(painted=SimpleNamespace(connect=when_painted.append))
    pages = SimpleNamespace(sharing=SimpleNamespace(look_at=looked_at.append))
    opened: list[Options] = []

    def run(options: Options, prepare: Callable[[object], object]) -> int:
        opened.append(options)
        prepare(SimpleNamespace(window=window, pages=pages))
        return 0

    monkeypatch.setattr("hinge_gui.app.launch.run", run)
    monkeypatch.setattr(gc, "disable", lambda: None)
    assert main(["for-you.HINGE"]) == 0
    assert opened == [Options()]
    assert looked_at == []
    when_painted[0]()
    assert looked_at == [Path("for-you.HINGE")]


@pytest.fixture
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.usefixtures("no_display")
def test_a_preview_without_a_display_lacks_something(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "mine.yaml"
    file.touch()
    assert main(["preview", str(file)]) == 3
    assert "hinge-gui check" in capsys.readouterr().err


@pytest.mark.usefixtures("no_display")
def test_a_shared_file_without_a_display_is_taken_in_by_its_verb(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["A.hinge"]) == 3
    assert "hinge-gui import A.hinge" in capsys.readouterr().err
