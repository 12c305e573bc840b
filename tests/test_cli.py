"""The commands as a person or a script meets them: what is printed where, and the exit code."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from hinge_gui import __version__
from hinge_gui.cli import VERBS, WINDOW, main
from tests.helpers import within
from tests.store.files import EXERCISE, ROUTINE, write

REPOSITORY = Path(__file__).resolve().parents[1]
Output = pytest.CaptureFixture[str]


def run(capsys: Output, *words: str | Path) -> tuple[int, str, str]:
    try:
        code = main([str(word) for word in words])
    except SystemExit as exit_:
        code = exit_.code if isinstance(exit_.code, int) else 1
    output = capsys.readouterr()
    return code, output.out, output.err


def test_version(capsys: Output) -> None:
    assert run(capsys, "--version") == (0, f"hinge-gui {__version__}\n", "")


MAKING = pytest.mark.parametrize(
    "words",
    [
        ["audio", "-o"], ["export", "-o"], ["picture", "-o"], ["sheet", "-o"], ["rehearse", "--events"],
        ["snapshot", "--at", "0:10", "-o"],
    ],
    ids=lambda words: words[0],
)  # fmt: skip


@MAKING
def test_what_is_made_goes_into_a_file_that_has_a_name(capsys: Output, words: list[str]) -> None:
    for name in ("-", ""):
        code, out, err = run(capsys, *words, name, "standing-break")
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert "is no file; write its name" in err


@MAKING
@pytest.mark.parametrize(("place", "told"), [("no/file.x", "there is no folder"), ("", "is a folder. Name the")])
def test_no_folder_is_made_by_the_way(capsys: Output, tmp_path: Path, words: list[str], place: str, told: str) -> None:
    code, out, err = run(capsys, *words, tmp_path / place, "standing-break")
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert told in err
    assert list(tmp_path.iterdir()) == []


def test_a_command_with_a_slip_of_the_pen_is_told(capsys: Output) -> None:
    code, out, err = run(capsys, "timelin", "gentle-practice", "--json")
    assert (code, out) == (2, "")
    assert "there is no command timelin; did you mean timeline?" in err


def test_what_may_not_be_looked_at_is_told_in_one_line(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_folder: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", "/secret/log")

    monkeypatch.setattr("hinge_gui.store.log.PracticeLog.read", refuse)
    told = "hinge-gui: /secret/log may not be read or written. Give yourself the right, or name another.\n"
    assert run(capsys, "log") == (1, "", told)


@pytest.mark.skipif(os.name != "posix", reason="folders are locked in another way")
def test_locked_folders_are_told(tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0)
    here, there = os.environ, {**os.environ, "HINGE_GUI_HOME": str(locked / "home")}
    told = [(("picture", "hip-hinge", "-o", locked / "x.png"), here, 1), (("timeline", locked / "x.yaml"), here, 1)]
    passed = [(words, there, 0) for words in (("list",), ("log",), ("timeline", "gentle-practice", "--adjusted"))]
    # Root may look into everything, unless it gives that right away.
    bound = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
    for words, environment, code in (*told, *passed):
        command = [*bound, sys.executable, "-m", "hinge_gui", *map(str, words)]
        done = subprocess.run(command, env=environment, cwd=REPOSITORY, capture_output=True, text=True, check=False)
        assert (done.returncode, "Traceback" in done.stderr) == (code, False), done.stderr
        if code:
            assert (done.stdout, done.stderr.count("\n")) == ("", 1)


def test_what_a_message_quotes_cannot_command_the_terminal(capsys: Output, tmp_path: Path) -> None:
    code, _, err = run(capsys, "timeline", "x\x1b[2J")
    assert (code, err) == (1, "hinge-gui: there is no routine x [2J; `hinge-gui list` shows all of them\n")


@pytest.mark.parametrize("verb", [verb for verb in VERBS if verb != WINDOW])
def test_every_command_that_is_named_has_help(capsys: Output, verb: str) -> None:
    code, out, err = run(capsys, verb, "--help")
    assert (code, err) == (0, "")
    assert f"hinge-gui {verb}" in out
    assert f"  {verb}" in run(capsys, "--help")[1]


@pytest.mark.parametrize("words", [("timeline",), ("check",), ("list", "--jsn"), ("timeline", "x", "--guidance", "no")])
def test_wrong_usage_is_one_line_and_code_2(capsys: Output, words: tuple[str, ...]) -> None:
    code, out, err = run(capsys, *words)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "--help" in err


def test_list_shows_totals_and_both_kinds(capsys: Output, home: Path) -> None:
    write(home / "routines" / "mine.yaml", ROUTINE)
    write(home / "routines" / "bad.yaml", ROUTINE.replace("calf", "calv"))
    write(home / "exercises" / "bend.yaml", EXERCISE)
    code, out, err = run(capsys, "list")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[1].split()[:3] == ["gentle-practice", "Gentle", "practice"]
    assert any(line.split()[-3:] == ["exercise", "your", "own"] for line in lines)
    assert any(f"has faults: hinge-gui check {home}/routines/bad.yaml" in line for line in lines)


def test_list_keeps_its_columns_whatever_the_names(capsys: Output, home: Path) -> None:
    for stem, name in (("two\nlines", "Plain"), ("chair", "椅子の前で"), ("accent", "Cafe\u0301")):
        write(home / "routines" / f"{stem}.yaml", ROUTINE.replace("Mine", name))
    _, out, _ = run(capsys, "list")
    own = [line for line in out.splitlines() if line.endswith("your own")]
    assert [line.split()[0] for line in own] == ["accent", "chair", "two"]
    assert len({len(line) - line.count("\u0301") + sum("\u3000" < c < "\u9fff" for c in line) for line in own}) == 1


def test_list_as_json(capsys: Output, home: Path) -> None:
    bad = write(home / "routines" / "bad.yaml", ROUTINE.replace("calf", "calv"))
    write(home / "exercises" / "bend.yaml", EXERCISE)
    code, out, _ = run(capsys, "list", "--json")
    shown = json.loads(out)
    routines = {r["id"]: r for r in shown["routines"]}
    assert code == 0
    assert set(routines["bad"]) == {"id", "name", "file", "own", "total_ms", "exercises", "faults"}
    assert routines["bad"]["faults"] == [
        f"{bad}:4:15: there is no exercise calv-stretch; did you mean calf-stretch?"
    ]
    assert len(routines["gentle-practice"]["exercises"]) == 6
    assert routines["gentle-practice"]["total_ms"] > 0
    assert shown["exercises"][-1] == {
        "id": "side-bend", "name": "Side bend", "file": str(home / "exercises" / "bend.yaml"), "own": True,
        "sides": "each", "posture": "standing", "faults": [],
    }  # fmt: skip


def test_check_says_all_faults_of_all_files(capsys: Output, tmp_path: Path) -> None:
    good = write(tmp_path / "good.yaml", EXERCISE)
    bad = write(tmp_path / "bad.yaml", ROUTINE.replace("calf", "calv") + "    hold: 1:30\n")
    code, out, err = run(capsys, "check", good, bad, tmp_path / "none.yaml")
    assert code == 1
    assert out == f"{good}: good to play\n"
    assert err.splitlines() == [
        f"{bad}:4:15: there is no exercise calv-stretch; did you mean calf-stretch?",
        f"{bad}:5:11: hold: 1:30 is not a number of seconds; write 90",
        f"{tmp_path}/none.yaml: there is no such file; check its name and folder",
    ]


def test_check_says_one_line_of_a_file_whose_name_has_two(capsys: Output, tmp_path: Path) -> None:
    file = write(tmp_path / "two\nlines.yaml", EXERCISE)
    assert run(capsys, "check", file) == (0, f"{tmp_path}/two lines.yaml: good to play\n", "")


def test_what_belongs_on_a_closed_stderr_does_not_come_out_elsewhere(capsys: Output, tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stderr", None)
        assert run(capsys, "check", tmp_path / "none.yaml")[:2] == (1, "")
        sys.stderr.close()


def test_check_warns_and_still_says_good(capsys: Output, tmp_path: Path) -> None:
    text = ROUTINE + "  - {pause: 2, say: Roll to one side and rest before you sit up.}\n"
    file = write(tmp_path / "r.yaml", text)
    code, out, err = run(capsys, "check", file)
    assert (code, out) == (0, f"{file}: good to play\n")
    assert err.startswith(f"{file}:5:21: warning: “Roll to one side")


def test_timeline_as_json_has_the_promised_shape(capsys: Output) -> None:
    code, out, err = run(capsys, "timeline", "gentle-practice", "--json")
    timeline = json.loads(out)
    assert (code, err) == (0, "")
    assert set(timeline) >= {"routine", "name", "total_ms", "segments", "cues"}
    at_ms = 0
    for segment in timeline["segments"]:
        assert segment["start_ms"] == at_ms
        at_ms += segment["duration_ms"]
    assert at_ms == timeline["total_ms"]
    assert set(timeline["cues"][0]) >= {"at_ms", "segment", "kind", "text", "bell"}


def test_timeline_to_read(capsys: Output, tmp_path: Path) -> None:
    file = write(tmp_path / "short.yaml", ROUTINE + "    hold: 20\n    repetitions: 1\n")
    code, out, _ = run(capsys, "timeline", file)
    assert code == 0
    lines = out.splitlines()
    assert lines[0].startswith("Mine, ")
    assert lines[2] == "1. Calf stretch"
    assert lines[3].split() == ["0:00", "get", "ready", "0:20"]
    assert any(line.split() == ["0:24", "hold,", "left,", "1", "of", "1", "0:20"] for line in lines)
    assert any(line.endswith("“Calf stretch, left side.”") for line in lines)
    assert lines[-1].endswith("(finish)")


def test_guidance_lengthens_and_shortens(capsys: Output) -> None:
    def total(*words: str) -> int:
        return int(json.loads(run(capsys, "timeline", "gentle-practice", "--json", *words)[1])["total_ms"])

    assert total("--guidance", "full") > total() == total("--guidance", "short") >= total("--guidance", "bare")


def test_adjusted_is_as_the_person_plays_it(capsys: Output, home: Path) -> None:
    write(home / "settings.yaml", "tempo: 2.0\nguidance: full\n")
    write(home / "adjustments" / "gentle-practice.yaml", "ready: 7\nsteps: {calf-stretch#0: {hold: 50}}\n")

    def timeline(*words: str) -> dict[str, list[dict[str, object]]]:
        return dict(json.loads(run(capsys, "timeline", "gentle-practice", "--json", *words)[1]))

    plain, own = timeline(), timeline("--adjusted", "--guidance", "bare")
    holds = [next(s for s in t["segments"] if s["kind"] == "hold")["duration_ms"] for t in (plain, own)]
    moves = [next(s for s in t["segments"] if s["kind"] == "in")["duration_ms"] for t in (plain, own)]
    assert plain["segments"][0]["duration_ms"] == 20_000
    assert own["segments"][0]["duration_ms"] == 7_000
    assert holds[1] == 50_000 != holds[0]
    assert moves == [4_000, 8_000]


def test_timeline_of_a_faulty_routine_tells_its_faults(capsys: Output, tmp_path: Path) -> None:
    file = write(tmp_path / "r.yaml", ROUTINE.replace("calf", "calv"))
    code, out, err = run(capsys, "timeline", file)
    assert (code, out) == (1, "")
    assert err == f"{file}:4:15: there is no exercise calv-stretch; did you mean calf-stretch?\n"


def test_an_unknown_routine(capsys: Output) -> None:
    assert run(capsys, "timeline", "gentel") == (
        1, "", "hinge-gui: there is no routine gentel; did you mean gentle-practice?\n")  # fmt: skip
    assert run(capsys, "timeline", "hip-hinge") == (
        1, "", "hinge-gui: hip-hinge is an exercise, not a routine; `hinge-gui list` shows both\n")  # fmt: skip


@pytest.mark.parametrize("words", ["list", "list --json", "check routines/standing-break.yaml", "timeline post-order",
                                   "timeline post-order --adjusted", "log", "--version", "--help"])  # fmt: skip
def test_reading_verbs_import_no_qt(words: str) -> None:
    code = (
        "import sys\nfrom hinge_gui.cli import VERBS, WINDOW, main\n"
        "try: main(sys.argv[1:])\nexcept SystemExit: pass\n"
        "sys.exit(any(m.split('.')[0] in ('PySide6', 'shiboken6') for m in sys.modules))"
    )
    command = [sys.executable, "-c", code, *words.split()]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk is to be had on Linux alone")
def test_a_full_disk_under_the_output_is_one_line() -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "hinge_gui", "timeline", "standing-break", "--json"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == "hinge-gui: the output cannot be written: No space left on device.\n"



@pytest.mark.skipif(os.name != "posix", reason="pipes close this way on POSIX")
def test_a_reader_who_goes_away_is_no_error() -> None:
    command = f"{sys.executable} -m hinge_gui timeline regulars --json | head -c 10; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], cwd=REPOSITORY, capture_output=True, check=False)
    assert (done.returncode, len(done.stdout), done.stderr) == (0, 10, b"")


def test_an_output_that_lacks_letters() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run(
        [sys.executable, "-m", "hinge_gui", "timeline", "regulars"],
        cwd=REPOSITORY, capture_output=True, env=environment, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")
def test_a_command_that_is_ended_takes_its_temporary_files_with_it(own_tmp: Path, tmp_path: Path) -> None:
    """A sound that is being made is the longest work."""
    command = [sys.executable, "-m", "hinge_gui", "audio", "gentle-practice", "-o", str(tmp_path / "practice.wav")]
    with subprocess.Popen(command, cwd=REPOSITORY, stderr=subprocess.DEVNULL) as making:
        try:
            assert within(20, lambda: list(own_tmp.glob("hinge-gui-*")))
            making.terminate()
            assert making.wait(20) == 130
        finally:
            making.kill()
    assert list(own_tmp.glob("hinge-gui-*")) == []


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")
def test_a_command_leaves_the_signals_as_they_were(capsys: Output) -> None:
    before = [signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP)]
    run(capsys, "list")
    assert [signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP)] == before
