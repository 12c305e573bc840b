"""Whatever is wrong with a file: one clear message each, at its place, all at once, and nothing else comes to harm."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from hinge_gui.core.errors import Fault
from hinge_gui.store.check_file import check_file
from hinge_gui.store.library import Library
from hinge_gui.store.places import places
from tests.store.files import EXERCISE, ROUTINE, write

STEP = ROUTINE + "    {}\n"


def faults_of(file: Path) -> tuple[Fault, ...]:
    return check_file(file, Library(places()), places())


def told(file: Path) -> list[tuple[int, int, str]]:
    return [(f.line, f.column, f.message) for f in faults_of(file) if not f.warning]


def test_sound_files_are_sound(tmp_path: Path) -> None:
    assert faults_of(write(tmp_path / "r.yaml", ROUTINE)) == ()
    assert faults_of(write(tmp_path / "e.yaml", EXERCISE)) == ()


@pytest.mark.parametrize("content", [ROUTINE, EXERCISE])
def test_a_byte_order_mark_and_windows_line_ends_are_read_rightly(tmp_path: Path, content: str) -> None:
    raw = b"\xef\xbb\xbf" + content.replace("\n", "\r\n").encode()
    assert faults_of(write(tmp_path / "x.yaml", raw)) == ()


@pytest.mark.parametrize(
    ("raw", "line", "column", "words"),
    [
        (b"", 1, 1, "the file is empty"),
        (b" \n\n", 1, 1, "the file is empty"),
        (b"# only a remark\n", 1, 1, "is empty; begin it with"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 1, 1, "not a text file"),
        (ROUTINE.encode("utf-16"), 1, 1, "UTF-16"),
        (ROUTINE.encode("utf-32"), 1, 1, "UTF-32"),
        (ROUTINE.replace("Mine", "Über").encode("latin-1"), 2, 7, "UTF-8"),
        (ROUTINE.replace("Mine", "Mi\x07ne").encode(), 2, 9, "control character"),
        (b"a" * 60_000_000, 1, 1, "60.0 MB; at most 5 MB"),
        (b"[" * 100_000, 1, 33, "32 levels"),
        (b"just a sentence\n", 1, 1, "not a map of keys; begin it with"),
        (b"- a\n- b\n", 1, 1, "the file is a list, not a map of keys; begin it with"),
        (ROUTINE.encode() + b"---\na: 1\n", 5, 1, "second document"),
    ],
    ids=["empty", "blank", "remark", "binary", "utf-16", "utf-32", "latin-1", "control", "60 MB", "brackets", "text",
         "list", "documents"],
)  # fmt: skip
def test_files_that_are_no_routine(tmp_path: Path, raw: bytes, line: int, column: int, words: str) -> None:
    ((found_line, found_column, message),) = told(write(tmp_path / "x.yaml", raw))
    assert (found_line, found_column) == (line, column)
    assert words in message


def test_an_alias_bomb_names_every_alias(tmp_path: Path) -> None:
    bomb = "a0: &a0 [x]\n" + "".join(f"a{i}: &a{i} [{','.join([f'*a{i - 1}'] * 10)}]\n" for i in range(1, 11))
    assert sum("repeats another part" in message for _, _, message in told(write(tmp_path / "x.yaml", bomb))) == 100


def test_a_folder_and_a_missing_file(tmp_path: Path) -> None:
    assert told(tmp_path) == [(0, 0, "this is a folder; name a file in it")]
    assert told(tmp_path / "nowhere.yaml") == [(0, 0, "there is no such file; check its name and folder")]
    assert told(tmp_path / "no\0where.yaml")[0][2].startswith("this file cannot be read")


@pytest.mark.parametrize(
    ("line", "column", "message"),
    [
        ("hold: 1:30", 11, "hold: 1:30 is not a number of seconds; write 90"),
        ("hold: 1:02:03", 11, "hold: 1:02:03 is not a number of seconds; write 3723"),
        ("hold: 010", 11, "hold: 010 is not a number of seconds; write 10"),
        ("hold: 1_000", 11, "hold: 1_000 is not a number of seconds; write 1000"),
        ("hold: 30s", 11, "hold: 30s is not a number of seconds; write 30"),
        ("hold: 1 min", 11, "hold: 1 min is not a number of seconds; write 60"),
        ("hold: 2,5", 11, "hold: 2,5 is not a number of seconds; write 2.5"),
        ("hold: long", 11, "hold: long is not a number of seconds; write a number, such as 30"),
        ("hold: true", 11, "hold: true is not a number of seconds; write a number, such as 30"),
        ("hold: '30'", 11, "hold: 30 is written as a text; leave out the quotation marks"),
        ("hold:", 10, "hold: there is nothing here; write a number of seconds, such as 30"),
        ("hold: [30]", 11, "hold: a list is not a number of seconds; write a number, such as 30"),
        ("hold: 30.25", 11, "hold: 30.25 has more than one decimal; write 30.2"),
        ("hold: -5", 11, "hold -5 s is out of bounds; calf-stretch takes 5 to 90 s"),
        ("hold: 900000", 11, "hold 900000 s is out of bounds; calf-stretch takes 5 to 90 s"),
        ("repetitions: 2.5", 18, "repetitions: 2.5 is not a whole number; write 2 or 3"),
        ("repetitions: 2.0", 18, "repetitions: 2.0 is not a whole number; write 2"),
        ("repetitions: two", 18, "repetitions: two is not a whole number; write a number, such as 2"),
        ("repetitions: 0", 18, "repetitions 0 is out of bounds; calf-stretch takes 1 to 6"),
        ("rest: 301", 11, "rest 301 s is out of bounds; the most is 300 s"),
        ("rest: -0.5", 11, "rest -0.5 s is out of bounds; the least is 0 s"),
        ("extra: {left: 151}", 19, "hold and extra are 181 s together; extra may be 150 at most, for 180 s in all"),
        ("extra: {lefft: 5}", 13, "there is no key lefft here; did you mean left?"),
        ("extra: 5", 12, "extra is a map of keys; write `key: value` lines under it"),
        ("pace: slow", 11, "pace: slow is not a number, such as 1.5; write a number, such as 2"),
        ("pace: 3", 11, "pace 3 is out of bounds; the most is 2"),
        ("range: usal", 12, "range usal is not known; did you mean usual?"),
        ("range: 7", 12, "range 7 is not known; write first-weeks, usual or regular"),
        ("wait: yes", 11, "wait: yes is not true or false; write true"),
        ("wait: 'true'", 11, "wait: true is written as a text; leave out the quotation marks"),
        ("<<: {hold: 30}", 5,
         "there is no key << here; there are: exercise, extra, hold, pace, range, repetitions, rest, travel, variant, "
         "wait"),
        ("wait: False", 11, "wait: False is not true or false; write false"),
        ("variant: seatd", 14, "calf-stretch has no variant seatd; did you mean seated?"),
        ("variant: 5", 14, "variant: 5 is not a text; put it in quotation marks"),
        ("repititions: 2", 5, "there is no key repititions here; did you mean repetitions?"),
        ("exercise: soleus-stretch", 5, "exercise stands here twice, first in line 4; leave one of them out"),
        ("hold: *x", 11, "*x repeats another part of the file; write it out instead"),
        ("hold: !!int 30", 11, "the tag !!int is not read here; leave it out"),
        ("pause: 5", 5, "exercise and pause cannot be one step; make a step of each"),
    ],
)  # fmt: skip
def test_a_step_with_a_fault(tmp_path: Path, line: str, column: int, message: str) -> None:
    ((found_line, found_column, found),) = told(write(tmp_path / "x.yaml", STEP.format(line)))
    assert found == message
    assert (found_line, found_column) == (4 if "cannot be one step" in message else 5, column)


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "message"),
    [
        ("calf-stretch", "calf-strech", 4, 15, "there is no exercise calf-strech; did you mean calf-stretch?"),
        ("exercise:", "excercise:", 4, 5, "there is no key excercise here; did you mean exercise?"),
        ("name: Mine\n", "", 1, 1, "name is missing here; add the line `name: …`"),
        ("format: hinge-routine/1\n", "", 1, 1, "format is missing here; add the line `format: hinge-routine/1`"),
        ("name: Mine", "nme: Mine", 2, 1, "there is no key nme here; did you mean name?"),
        ("name: Mine", "name: 5", 2, 7, "name: 5 is not a text; put it in quotation marks"),
        ("name: Mine", "name: yes", 0, 0, ""),
        ("name: Mine", "name: ''", 2, 7, "name: there is no text here; write some"),
        ("steps:", "about: ''\nsteps:", 3, 8, "about: there is no text here; write some, or leave the key out"),
        ("name: Mine", 'name: "Mi\\x1b[2Jne"', 2, 7, "a control character (number 27) stands here; take it out"),
        ("calf-stretch", '"calf\\u009b-stretch"', 4, 15, "a control character (number 155) stands here; take it out"),
        ("name: Mine", 'name: "Mi\\tne"', 0, 0, ""),
        ("hinge-routine/1", "hinge-routine/2", 1, 9,
         "format hinge-routine/2 is not known; did you mean hinge-routine/1?"),
        ("  - exercise: calf-stretch\n", "  []\n", 4, 3, "steps needs at least one entry"),
        ("  - exercise: calf-stretch\n", "  - calf-stretch\n", 4, 5,
         "calf-stretch is not a step; write `- exercise: …`, `- pause: …` or `- rounds: …`"),
        ("  - exercise: calf-stretch\n", "  - ''\n", 4, 5,
         "an empty text is not a step; write `- exercise: …`, `- pause: …` or `- rounds: …`"),
        ("  - exercise: calf-stretch\n", "  - {}\n", 4, 5,
         "a step names its exercise, a pause or rounds; add the line `exercise: …`"),
        ("  - exercise: calf-stretch\n", "  - rounds: 2\n", 4, 5, "steps is missing here; add the line `steps: …`"),
        ("  - exercise: calf-stretch\n", "  - {rounds: 1001, steps: [{pause: 5}]}\n", 4, 14,
         "rounds 1001 is out of bounds; the most is 1000"),
        ("  - exercise: calf-stretch\n", "  - {exercise: hip-hinge, extra: {left: 5}}\n", 4, 34,
         "extra is for one side, but hip-hinge works both sides at once; leave it out"),
        ("steps:", "ready: 301\nsteps:", 3, 8, "ready 301 s is out of bounds; the most is 300 s"),
        ("steps:", "advance: manual\nsteps:", 3, 10, "advance manual is not known; write auto or wait"),
        ("steps:", "stepps: 3\nsteps:", 3, 1, "there is no key stepps here; did you mean steps?"),
        ("steps:", "first_side: rihgt\nsteps:", 3, 13, "first_side rihgt is not known; did you mean right?"),
    ],
)  # fmt: skip
def test_a_routine_with_a_fault(
    tmp_path: Path, old: str, new: str, line: int, column: int, message: str
) -> None:
    expected = [(line, column, message)] if message else []
    assert told(write(tmp_path / "x.yaml", ROUTINE.replace(old, new))) == expected


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "message"),
    [
        ("id: side-bend", "id: Side bend", 2, 5,
         "id Side bend may hold only small letters, digits and hyphens; write side-bend"),
        ("id: side-bend", "id: Zur Tür", 2, 5,
         "id Zur Tür may hold only small letters, digits and hyphens; write zur-tur"),
        ("cues:", "pictures: [x.png]\ncues:", 10, 12,
         "entry 1 of pictures is a map of keys; write `key: value` lines under it"),
        ("cues:", "props: [mat, '']\ncues:", 10, 14, "props: there is no text here; write some"),
        ("standing", "standin", 5, 10, "posture standin is not known; did you mean standing?"),
        ("default: 20", "default: 70", 7, 17, "default 70 is out of bounds; write a number between 5 and 60"),
        ("min: 5, max: 60", "min: 40, max: 39", 7, 35, "max 39 is less than min 40; exchange them"),
        ("max: 60", "max: 181", 7, 34, "max 181 is out of bounds; the most is 180"),
        ("min: 1,", "min: 1.5,", 8, 32, "min: 1.5 is not a whole number; write 1 or 2"),
        ("hold: {default: 20, min: 5, max: 60}\n", "", 1, 1, "hold is missing here; add the line `hold: …`"),
        ("hold: {default: 20, min: 5, max: 60}", "hold: 20", 7, 7,
         "hold is a map of keys; write `key: value` lines under it"),
        (", rest: 8", "", 9, 7, "a stretch needs `rest`; add the seconds between two holds"),
        ("    hold: {max: 40}", "    hold: {max: 400}", 20, 17, "max 400 is out of bounds; the most is 180"),
        ("    hold: {max: 40}", "    hold: {max: 10}", 20, 11,
         "default 20 is out of bounds; write a number between 5 and 10"),
        ("    hold: {max: 40}", "    hodl: {max: 40}", 20, 5, "there is no key hodl here; did you mean hold?"),
        ("    hold: {max: 40}", "    variants: []", 20, 5, "a variant has no variants of its own; leave it out"),
        ("    name: On a chair\n", "", 17, 5, "name is missing here; add the line `name: …`"),
        ("    - {id: forward", "    - {id: forward, name: A, text: B}\n    - {id: forward", 16, 12,
         "the id forward is taken by an entry above; choose another"),
        ("cues:", "pictures: [{file: none.png}]\ncues:", 10, 19,
         "there is no picture none.png in this folder; put it there"),
        ("cues:", "pictures: [{file: ../x.png}]\ncues:", 10, 19,
         "../x.png leads out of the folder; put the picture beside this file and write its name"),
        ("cues:", "pictures: [{file: x.exe}]\ncues:", 10, 19,
         "x.exe is not a picture that can be shown; use PNG, JPEG, WebP or SVG"),
        ("cues:", "figure: {poses: {start: {}}}\ncues:", 10, 17, "the pose end is missing; write it as `end: {}`"),
    ],
)  # fmt: skip
def test_an_exercise_with_a_fault(
    tmp_path: Path, old: str, new: str, line: int, column: int, message: str
) -> None:
    assert EXERCISE.count(old) == 1
    assert told(write(tmp_path / "x.yaml", EXERCISE.replace(old, new))) == [(line, column, message)]


def test_all_faults_of_an_exercise_are_told_at_once(tmp_path: Path) -> None:
    text = EXERCISE.replace("id: side-bend", "id: Side bend").replace(", rest: 8", "")
    text = text.replace("default: 20", "default: 70, about: 20").replace("cues:", "pictures: [{file: none.png}]\ncues:")
    text = text.replace("    hold: {max: 40}", "    pictures: [{file: not.png}]")
    assert [message.split(";")[0] for _, _, message in told(write(tmp_path / "x.yaml", text))] == [
        "id Side bend may hold only small letters, digits and hyphens",
        "default 70 is out of bounds",
        "there is no key about here",
        "a stretch needs `rest`",
        "there is no picture none.png in this folder",
        "there is no picture not.png in this folder",
    ]


def test_a_message_is_short_whatever_it_quotes(tmp_path: Path) -> None:
    long = "y" * 100_000
    for text in (ROUTINE.replace("calf-stretch", long), f"{ROUTINE}  - pause: 3\n    say: {'word ' * 20_000}\n"):
        (fault,) = faults_of(write(tmp_path / "x.yaml", text))
        assert len(str(fault)) < 1200
    (fault,) = faults_of(write(tmp_path / "x.yaml", ROUTINE.replace("calf-stretch", long)))
    assert fault.message.endswith("; `hinge-gui list` shows all of them")


def test_a_message_is_one_line_whatever_it_quotes(tmp_path: Path) -> None:
    (fault,) = faults_of(write(tmp_path / "x.yaml", ROUTINE.replace("calf-stretch", '"juggle\\nwith five"')))
    assert str(fault).endswith(":4:15: there is no exercise juggle with five; `hinge-gui list` shows all of them")


def test_all_faults_of_a_figure_are_told_at_once_each_at_its_key_or_value(tmp_path: Path) -> None:
    figure = (
        "figure:\n  view: {yaw: 5, pich: 3}\n  poses:\n    start: {kne: 5}\n    end:\n"
        "      usual: {knee: 500}\n      regular: {elbow: far}\n  marks: [{kind: plumb, at: knee}]\n"
    )
    text = EXERCISE.replace("cues:", figure + "cues:").replace(
        "text: Stay between two panes of glass.", "text: A, pose: slump, breaks: [spine, trnk]"
    )
    assert told(write(tmp_path / "x.yaml", text)) == [
        (11, 18, "unknown key 'pich'; did you mean pitch?"),
        (13, 13, "unknown joint 'kne'; did you mean knee?"),
        (15, 21, "knee 500° is beyond nature; -10 to 150 is possible"),
        (16, 24, "far is not an angle in degrees; write a number, such as 20"),
        (17, 29, "unknown joint 'knee'; did you mean work_knee?"),
        (23, 51, "the figure has no pose slump; write it under `figure: poses:`"),
        (23, 74, "there is no measure trnk; did you mean trunk?"),
    ]


def test_numbers_that_no_form_of_the_exercise_takes_are_told_beside_an_unknown_form(tmp_path: Path) -> None:
    step = "  - {exercise: hip-hinge, variant: stol, repetitions: 99, hold: 50, extra: {left: 5}}\n"
    text = ROUTINE.replace("  - exercise: calf-stretch\n", step)
    assert [(column, message.split(";")[0]) for _, column, message in told(write(tmp_path / "x.yaml", text))] == [
        (36, "hip-hinge has no variant stol"),
        (55, "repetitions 99 is out of bounds"),
        (76, "extra is for one side, but hip-hinge works both sides at once"),
    ]


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    text = (
        "format: hinge-routine/1\nreddy: 5\nready: 400\nsteps:\n  - exercise: calf-strech\n"
        "  - exercise: hip-hinge\n    hold: 1:30\n    variant: stol\n  - rounds: 0\n    steps:\n"
        "      - exercise: calf-stretch\n        hold: 1\n      - pause: *x\n"
        "  - exercise: calf-stretch\n    hold: 100\n    hold: 5\n"
    )
    assert [(line, column) for line, column, _ in told(write(tmp_path / "x.yaml", text))] == [
        (1, 1), (2, 1), (3, 8), (5, 15), (7, 11), (8, 14), (9, 13), (12, 15), (13, 16), (15, 11), (16, 5),
    ]  # fmt: skip


def test_tabs_are_told_each(tmp_path: Path) -> None:
    found = told(write(tmp_path / "x.yaml", STEP.format("rest: 3").replace("    rest", "\trest") + "\thold: 5\n"))
    assert [(line, column) for line, column, _ in found] == [(5, 1), (6, 1)]


def test_long_words_have_no_time(tmp_path: Path) -> None:
    text = ROUTINE + "  - pause: 3\n    say: Roll over to one side and rest there for a while before you sit up.\n"
    (warning,) = faults_of(write(tmp_path / "x.yaml", text))
    assert (warning.warning, warning.line, warning.column) == (True, 6, 10)
    assert "takes about 6 s to say and finds no room; the pause is 3 s" in str(warning)


def test_words_in_braces_that_are_never_filled_in(tmp_path: Path) -> None:
    both = "    sides: both\n    cues: {setup: ['The {side}.']}"
    text = EXERCISE.replace("{side} arm", "{sied} arm").replace("    posture: seated", both)
    assert [str(f).split("e.yaml:")[1] for f in faults_of(write(tmp_path / "e.yaml", text))] == [
        "12:7: warning: {sied} stays as it is; did you mean side?",
        "20:20: warning: {side} has no meaning where both sides work at once",
    ]


LINES = [*ROUTINE.splitlines(), *EXERCISE.splitlines()]


@given(st.one_of(st.binary(), st.lists(st.sampled_from(LINES)).map(lambda lines: "\n".join(lines).encode())))
def test_no_bytes_bring_it_down(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    file = write(tmp_path_factory.getbasetemp() / "any.yaml", raw)
    rows = raw.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for fault in faults_of(file):
        assert fault.file == str(file)
        assert 1 <= fault.line <= len(rows)
        assert fault.column >= 1


KEYS = st.sampled_from(
    ["steps", "exercise", "rounds", "pause", "say", "hold", "extra", "left", "variant", "repetitions", "rest", "name",
     "variants", "id", "min", "max", "default", "pace", "in", "out", "cues", "learn", "mistakes", "pose", "figure",
     "poses", "start", "end", "contacts", "anchor", "props", "pictures", "file", "kind", "posture", "sides", "odd"]
)  # fmt: skip
VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(-5, 400), st.floats(allow_nan=False, width=16),
    st.sampled_from(["calf-stretch", "hip-hinge", "stool", "left", "both", "standing", "skill", "1:30", "", "x.png"]),
)  # fmt: skip
DATA = st.recursive(VALUES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=5))


@given(st.sampled_from([ROUTINE, EXERCISE]), st.dictionaries(KEYS, DATA, max_size=6))
def test_no_shape_of_data_brings_it_down(
    tmp_path_factory: pytest.TempPathFactory, sound: str, changes: dict[str, object]
) -> None:
    text = yaml.safe_dump({**yaml.safe_load(sound), **changes}, sort_keys=False)
    file = write(tmp_path_factory.getbasetemp() / "shape.yaml", text)
    for fault in faults_of(file):
        assert 1 <= fault.line <= text.count("\n")
        assert fault.column <= len(text.splitlines()[fault.line - 1]) + 1


def test_an_id_that_is_taken_is_told_however_the_folder_is_reached(home: Path, tmp_path: Path) -> None:
    write(home / "routines" / "regulars.yaml", ROUTINE)
    write(home / "exercises" / "mine.yaml", EXERCISE)
    (tmp_path / "way").symlink_to(home, target_is_directory=True)
    for folder in (home / "exercises" / "..", tmp_path / "way"):
        file = folder / "routines" / "regulars.yaml"
        assert "is the id of a routine that comes with the program" in told(file)[0][2]
