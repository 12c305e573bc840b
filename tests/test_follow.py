"""The practice in a terminal: what is written, what keys do, what is logged."""

from __future__ import annotations

import io
import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
import termios
import time
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hinge_gui.core.compiler import compile_routine
from hinge_gui.core.events import Finished, Paused, Resumed, Started
from hinge_gui.core.plan import plan_routine
from hinge_gui.core.player import Player
from hinge_gui.core.practice import Record
from hinge_gui.core.routine import ExerciseStep, Routine
from hinge_gui.core.timeline import Timeline
from hinge_gui.verbs.follow import ScreenAwake
from hinge_gui.verbs.follow_board import Board
from hinge_gui.verbs.follow_keys import names
from hinge_gui.verbs.follow_loop import Loop
from hinge_gui.verbs.follow_screen import Lines, Paper
from tests.core.builders import CATALOGUE, routine
from tests.helpers import FakeClock

SHORT = routine(ExerciseStep("calf", hold=20, repetitions=1), ExerciseStep("wall", hold=20), ready=10)
REPOSITORY = Path(__file__).resolve().parents[1]
STYLED = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


class ScriptedKeys:
    """Keys that come at moments of the fake clock; waiting moves it on, never by itself."""

    def __init__(self, clock: FakeClock, keys: dict[float, str] | None = None, *, present: bool = True) -> None:
        self.present = present
        self._clock = clock
        self._keys = deque(sorted((keys or {}).items()))

    def wait(self, timeout_s: float | None) -> str | None:
        due_ms = self._keys[0][0] * 1000 if self._keys else None
        until_ms = None if timeout_s is None else self._clock.now_ms + timeout_s * 1000
        if due_ms is not None and (until_ms is None or due_ms <= until_ms):
            self._clock.now_ms = max(self._clock.now_ms, due_ms)
            return self._keys.popleft()[1]
        assert until_ms is not None, "the practice waits for a key that nobody presses"
        self._clock.now_ms = until_ms
        return None

    def give_back(self) -> None:
        """There is no terminal."""


class Followed:
    """A practice played through in no time; `text` is what was written."""

    def __init__(self, what: Routine, keys: dict[float, str] | None = None, *, present: bool = True) -> None:
        self.clock, self.out = FakeClock(), io.StringIO()
        self.timeline: Timeline = compile_routine(what, CATALOGUE)
        self.board, self.record = Board(self.timeline, plan_routine(what, CATALOGUE)), Record(self.timeline)
        self.player = Player(self.timeline, waits=present)
        scripted = ScriptedKeys(self.clock, keys, present=present)
        lines = Lines(self.board, Paper(self.out))
        self.loop = Loop(self.player, self.clock, scripted, self.board, lines, [self.record])

    def run(self) -> Followed:
        self.loop.run()
        return self

    @property
    def text(self) -> str:
        return self.out.getvalue()


def test_every_phrase_and_every_hold_is_written_in_order() -> None:
    followed = Followed(SHORT).run()
    said = [cue.text for cue in followed.timeline.cues if cue.text]
    assert re.findall(r"“(.*)”", followed.text) == said
    assert followed.text.count("Hold, 20 s") == 3
    assert followed.record.completed


def test_a_piped_practice_has_no_escape_codes() -> None:
    assert "\x1b" not in Followed(SHORT).run().text


def test_the_clock_runs_as_long_as_the_timeline() -> None:
    followed = Followed(SHORT).run()
    assert followed.clock.now_ms == pytest.approx(followed.timeline.total_ms, abs=1)


def test_space_pauses_and_goes_on() -> None:
    followed = Followed(SHORT, {20: "space", 100: "space"}).run()
    assert "Paused: Calf stretch, left side" in followed.text
    assert "Going on" in followed.text
    assert followed.clock.now_ms == pytest.approx(followed.timeline.total_ms + 80_000, abs=1)


def test_a_jump_while_paused_shows_the_new_place_and_stays_paused() -> None:
    followed = Followed(SHORT, {2: "space", 3: "right", 4: "q"}).run()
    assert followed.board.segment.kind == "in"
    assert followed.board.seconds == 4
    assert followed.board.interruption is not None
    assert followed.board.interruption.what == "Paused: Calf stretch, left side, 4 s left"


@pytest.mark.parametrize(("key", "lands"), [("right", "wall"), ("n", "wall"), ("page-down", "wall")])
def test_next_goes_to_the_next_exercise(key: str, lands: str) -> None:
    followed = Followed(SHORT, {20: key, 21: "q"}).run()
    assert followed.player.segment.exercise == lands


def test_ten_seconds_back_and_on() -> None:
    back = Followed(SHORT, {20: "up", 20.5: "q"}).run()
    on = Followed(SHORT, {20: "down", 20.5: "q"}).run()
    assert (round(back.player.place_ms), round(on.player.place_ms)) == (10_500, 30_500)


def test_this_side_again() -> None:
    followed = Followed(SHORT, {30: "s", 30.5: "q"}).run()
    assert followed.player.segment.kind == "in"
    assert followed.player.segment.side == "left"


def test_q_stops_and_what_was_held_is_kept() -> None:
    followed = Followed(SHORT, {20: "q"}).run()
    entry = followed.record.entry("2026-01-01T10:00:00+00:00")
    assert entry is not None
    assert not entry.completed
    assert entry.holds[0].held_s == pytest.approx(6.0)


WAITING = routine(ExerciseStep("calf", hold=20, repetitions=1, wait=True), ready=5)


def test_a_step_that_waits_goes_on_with_any_key() -> None:
    followed = Followed(WAITING, {60: "g"}).run()
    assert "Ready when you are" in followed.text
    assert followed.clock.now_ms == pytest.approx(60_000 + followed.timeline.total_ms - 5000, abs=200)


def test_without_a_keyboard_nothing_waits() -> None:
    assert Followed(WAITING, present=False).run().record.completed


def test_time_that_was_not_lived_is_found_and_not_held() -> None:
    """The process is stopped for a minute in the middle of a hold."""
    followed = Followed(SHORT, {95: "space"})
    slept = False

    def clock() -> float:
        nonlocal slept
        if followed.clock.now_ms >= 20_000 and not slept:
            slept = True
            followed.clock.now_ms += 60_000
        return followed.clock.now_ms

    followed.loop._clock = clock
    followed.run()
    assert "Interrupted: Calf stretch, left side, 1" in followed.text
    entry = followed.record.entry("2026-01-01T10:00:00+00:00")
    assert entry is not None
    assert entry.holds[0].held_s == pytest.approx(20.0, abs=0.1)


def test_an_abandoned_practice_is_heard_by_the_log_alone() -> None:
    followed = Followed(SHORT)
    followed.player.play(0)
    followed.player.advance(20_000)
    before = followed.text
    followed.clock.now_ms = 20_000
    followed.loop.abandon()
    assert followed.record.over
    assert followed.text == before


# -- keys --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sent", "keys"),
    [(" ", ["space"]), ("\x1b[C", ["right"]), ("\x1bOD", ["left"]), ("\x1b[5~", ["page-up"]), ("\x1b", ["escape"]),
     ("Q", ["q"]), ("ns", ["n", "s"]), ("\x1b[C\x1b[C", ["right", "right"]), ("\x1b[15~", ["other"]), ("", [])],
)  # fmt: skip
def test_what_a_terminal_sends(sent: str, keys: list[str]) -> None:
    assert list(names(sent)) == keys


# -- the command -------------------------------------------------------------------------------------------


QUICK = """\
format: hinge-routine/1
name: Quick
ready: 0
rise: false
steps:
  - {exercise: hip-hinge, hold: 1, repetitions: 1}
"""


@pytest.fixture
def quick(tmp_path: Path) -> Path:
    file = tmp_path / "quick.yaml"
    file.write_text(QUICK, encoding="utf-8")
    return file


def quiet(home: Path) -> dict[str, str]:
    home.mkdir(exist_ok=True)
    (home / "settings.yaml").write_text("muted: true\ntempo: 0.5\nguidance: bare\n", encoding="utf-8")
    return {**os.environ, "HINGE_GUI_HOME": str(home), "PYTHONPATH": str(REPOSITORY), "TERM": "xterm"}


def command(*words: str) -> list[str]:
    return [sys.executable, "-m", "hinge_gui", *words]


def logged(home: Path) -> dict[str, object]:
    (file,) = (home / "log").glob("*.jsonl")
    entry = json.loads(file.read_text(encoding="utf-8").splitlines()[-1])
    assert isinstance(entry, dict)
    return entry


def test_piped_it_plays_to_the_end_and_logs(home: Path, quick: Path) -> None:
    done = subprocess.run(
        command("follow", str(quick)), env=quiet(home), stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    text = done.stdout.decode("utf-8", "replace")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "\x1b" not in text
    assert "Well done." in text
    assert logged(home)["completed"] is True


def test_an_unknown_routine_is_one_line_and_exit_1(home: Path) -> None:
    done = subprocess.run(command("follow", "gentle-practise"), env=quiet(home), capture_output=True, check=False)
    assert done.returncode == 1
    assert b"did you mean gentle-practice?" in done.stderr
    assert done.stderr.count(b"\n") == 1


def test_the_screen_is_kept_awake_only_while_it_plays(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    for deed in ("hold", "release", "close"):
        monkeypatch.setattr(f"hinge_gui.audio.keep_awake.KeepAwake.{deed}", lambda _self, deed=deed: told.append(deed))
    awake = ScreenAwake()
    for fact in (Started(0), Paused(5, "person"), Resumed(5), Finished(9)):
        awake.hear(fact)
    awake.close()
    assert told == ["hold", "release", "hold", "release", "close"]


def test_it_needs_no_qt(home: Path) -> None:
    code = "import sys, hinge_gui.verbs.follow\nprint([m for m in sys.modules if m.split('.')[0] == 'PySide6'])"
    done = subprocess.run([sys.executable, "-c", code], env=quiet(home), capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")


class Terminal:
    """A process in a terminal of its own."""

    def __init__(self, words: list[str], env: dict[str, str]) -> None:
        self.master, slave = pty.openpty()
        self.process = subprocess.Popen(words, stdin=slave, stdout=slave, stderr=slave, env=env, start_new_session=True)
        os.close(slave)
        self.seen = ""

    def read_until(self, met: Callable[[str], bool], limit_s: float = 15.0) -> str:
        until = time.monotonic() + limit_s
        while not met(self.seen) and time.monotonic() < until:
            if select.select([self.master], [], [], 0.1)[0]:
                try:
                    self.seen += os.read(self.master, 65536).decode("utf-8", "replace")
                except OSError:  # the other end is closed: the process is over
                    break
        assert met(self.seen), self.seen
        return self.seen

    def press(self, keys: str) -> None:
        os.write(self.master, keys.encode())

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self.master)


@pytest.fixture
def terminal(home: Path) -> Iterator[Callable[..., Terminal]]:
    opened: list[Terminal] = []

    def start(*words: str) -> Terminal:
        opened.append(Terminal(command(*words), quiet(home)))
        return opened[-1]

    yield start
    for one in opened:
        one.close()


def test_in_a_terminal_keys_work_and_the_screen_is_given_back(home: Path, terminal: Callable[..., Terminal]) -> None:
    run = terminal("follow", "gentle-practice")
    run.read_until(lambda text: "Get ready" in text)
    run.press("n")
    run.read_until(lambda text: "Move in" in STYLED.sub("", text))
    run.press("n")
    run.press("q")
    text = run.read_until(lambda text: "nothing is logged" in text)
    assert text.index("\x1b[?1049h") < text.index("\x1b[?1049l")
    assert run.process.wait(5) == 0


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_cleanly_and_logs(
    home: Path, terminal: Callable[..., Terminal], number: signal.Signals
) -> None:
    run = terminal("follow", "gentle-practice")
    run.read_until(lambda text: "Get ready" in text)
    run.press("n")
    run.read_until(lambda text: "== Hold" in STYLED.sub("", text))
    time.sleep(0.3)
    run.process.send_signal(number)
    text = run.read_until(lambda text: "Stopped here." in text)
    assert run.process.wait(5) == 130
    assert "Traceback" not in text
    assert logged(home)["completed"] is False


def test_set_aside_and_taken_up_again_the_terminal_is_given_back_between(terminal: Callable[..., Terminal]) -> None:
    run = terminal("follow", "gentle-practice")
    run.read_until(lambda text: "Get ready" in text)
    run.process.send_signal(signal.SIGTSTP)
    run.read_until(lambda text: text.endswith("\x1b[?1049l"))
    os.waitpid(run.process.pid, os.WUNTRACED)  # it has stopped
    assert termios.tcgetattr(run.master)[3] & termios.ECHO  # a shell that does not see to it itself can be typed into
    run.press("n")  # a key that comes before the practice has its turn is not lost
    run.process.send_signal(signal.SIGCONT)
    run.read_until(lambda text: "Move in" in STYLED.sub("", text.rpartition("\x1b[?1049l")[2]))
    run.press("q")
    run.read_until(lambda text: "nothing is logged" in text)
    assert run.process.wait(5) == 0
