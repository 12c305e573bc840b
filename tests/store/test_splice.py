"""A change in a person's text touches nothing else: examples to read. `test_splice_any.py` tries many."""

from __future__ import annotations

import pytest

from hinge_gui.core.errors import PersonError
from hinge_gui.core.routine import Path
from hinge_gui.store.splice import update
from hinge_gui.store.yaml_text import parse
from tests.store.edits import insert, move, remove, set_value

TEXT = """\
# Mine, from the physio
format: hinge-routine/1
name: "Left: first"   # as he calls it
about: >-  # for whom?
  A few words
  in two lines.

steps:  # standing ones first
  # the stiff one
  - exercise: calf-stretch
    hold:  30   # was 40
    extra: {left: 15, right:  5}

  - {exercise: hip-hinge, variant: counter}

  - rounds: 2
    steps:
    - pause: 10
    # slowly
    - exercise: twist-on-the-floor
      # not too far
      hold: 20
    # that is all
# the end
"""


def changed(new: str, lines: int = 1) -> dict[str, str]:
    """The lines of TEXT that a change took away, each with what came in its place; nothing else may differ."""
    old_lines, new_lines = TEXT.splitlines(), new.splitlines()
    assert len(old_lines) == len(new_lines)
    pairs = {a: b for a, b in zip(old_lines, new_lines, strict=True) if a != b}
    assert len(pairs) == lines
    return pairs


@pytest.mark.parametrize(
    ("path", "value", "old", "new"),
    [
        (("steps", 0, "hold"), 42.5, "    hold:  30   # was 40", "    hold:  42.5   # was 40"),
        (("steps", 0, "extra", "right"), 7, "    extra: {left: 15, right:  5}", "    extra: {left: 15, right:  7}"),
        (("steps", 1, "variant"), "stool", "  - {exercise: hip-hinge, variant: counter}",
         "  - {exercise: hip-hinge, variant: stool}"),
        (("steps", 1, "hold"), 9, "  - {exercise: hip-hinge, variant: counter}",
         "  - {exercise: hip-hinge, variant: counter, hold: 9}"),
        (("name",), 'It\'s "new"', 'name: "Left: first"   # as he calls it',
         'name: "It\'s \\"new\\""   # as he calls it'),
        (("steps", 2, "rounds"), 3, "  - rounds: 2", "  - rounds: 3"),
    ],
)  # fmt: skip
def test_one_value(path: Path, value: object, old: str, new: str) -> None:
    assert changed(set_value(TEXT, path, value)) == {old: new}


def test_the_same_value_again_changes_nothing() -> None:
    assert set_value(TEXT, ("steps", 0, "hold"), 30.0) == TEXT
    assert update(TEXT, parse(TEXT).data) == TEXT


def test_a_folded_text_stays_folded_under_its_remark() -> None:
    new = set_value(TEXT, ("about",), "Other words.")
    assert new == TEXT.replace("  A few words\n  in two lines.\n", "  Other words.\n")


def test_a_long_text_is_folded() -> None:
    new = set_value(TEXT, ("steps", 2, "steps", 0, "say"), "Breathe out slowly. " * 9 + "Rest.")
    said = new[new.index("      say:") :].splitlines()[:4]
    assert said[0] == "      say: >-"
    assert all(len(line) <= 110 for line in said)


@pytest.mark.parametrize(
    "word", ["yes", "1:30", "010", "a: b", "a #b", "- a", "", " a", "null", "ä\u2028b", "#", "'", "a:"]
)
def test_a_text_that_looks_like_something_else_is_put_in_quotes(word: str) -> None:
    new = set_value(TEXT, ("steps", 0, "variant"), word)
    assert parse(new).data["steps"][0]["variant"] == word
    assert '    variant: "' in new


def test_a_new_key_goes_to_its_place() -> None:
    new = set_value(TEXT, ("steps", 0, "repetitions"), 2)
    assert new == TEXT.replace("# was 40\n", "# was 40\n    repetitions: 2\n")
    assert "  in two lines.\nready: 9\n\nsteps:" in set_value(TEXT, ("ready",), 9)


def test_a_key_leaves_with_its_line() -> None:
    assert remove(TEXT, ("steps", 0, "extra")) == TEXT.replace("    extra: {left: 15, right:  5}\n", "")
    assert remove(TEXT, ("steps", 0, "extra", "left")) == TEXT.replace("left: 15, ", "")
    assert remove(TEXT, ("steps", 0, "extra", "right")) == TEXT.replace(", right:  5", "")
    assert remove(TEXT, ("about",)) == TEXT.replace("about: >-  # for whom?\n  A few words\n  in two lines.\n", "")


def test_the_first_key_leaves_the_dash_to_the_next() -> None:
    text = "steps:\n- hold: 5 # x\n  exercise: calf\n- hold: 6\n  # y\n  exercise: calf\n"
    assert remove(text, ("steps", 0, "hold")) == text.replace("hold: 5 # x\n  ", "")
    assert remove(text, ("steps", 1, "hold")) == text.replace("- hold: 6\n", "-\n")


def test_a_step_comes_in_between_with_a_blank_line_like_the_others() -> None:
    new = insert(TEXT, ("steps", 1), {"hold": 20, "exercise": "soleus-stretch"})
    assert new == TEXT.replace("right:  5}\n", "right:  5}\n\n  - exercise: soleus-stretch\n    hold: 20\n")
    last = insert(TEXT, ("steps", 3), {"pause": 5})
    assert last == TEXT.replace("# that is all\n", "# that is all\n\n  - pause: 5\n")


def test_a_step_leaves_with_its_comments() -> None:
    assert remove(TEXT, ("steps", 2, "steps", 1)) == TEXT.replace(
        "    # slowly\n    - exercise: twist-on-the-floor\n      # not too far\n      hold: 20\n", ""
    )


def test_a_step_takes_its_comments_along() -> None:
    step = "  # the stiff one\n  - exercise: calf-stretch\n    hold:  30   # was 40\n    extra: {left: 15, right:  5}\n"
    hinge = "  - {exercise: hip-hinge, variant: counter}\n"
    assert move(TEXT, ("steps", 0), 1) == TEXT.replace(f"{step}\n{hinge}", f"{hinge}\n{step}")


def test_the_last_of_a_list_and_the_first() -> None:
    empty = remove("steps:\n- a\n", ("steps", 0))
    assert empty == "steps: []\n"
    assert insert(empty, ("steps", 0), {"pause": 5}) == "steps:\n  - pause: 5\n"
    assert set_value("steps:  # none yet\n", ("steps",), [{"pause": 5}]) == "steps:  # none yet\n  - pause: 5\n"
    assert set_value("extra:\n", ("extra",), {"left": 5}) == "extra: {left: 5}\n"


def test_a_file_without_a_last_line_break() -> None:
    assert insert("steps:\n- a: 1", ("steps", 1), {"b": 2}) == "steps:\n- a: 1\n- b: 2"
    assert set_value("name: A", ("ready",), 5) == "name: A\nready: 5"


def test_many_changes_at_once() -> None:
    data = parse(TEXT).data
    data["steps"] = [data["steps"][2], data["steps"][0], {"pause": 3}, data["steps"][1]]
    data["steps"][1]["hold"] = 45
    data["steps"][0]["steps"][1]["hold"] = 25
    new = update(TEXT, data)
    assert parse(new).data == data
    assert "  # the stiff one\n  - exercise: calf-stretch\n    hold:  45   # was 40\n" in new
    assert "      # not too far\n      hold: 25\n    # that is all\n" in new


def test_every_step_exchanged_takes_only_the_words_of_the_old_ones() -> None:
    text = "steps:  # mine\n  # stiff\n  - exercise: calf\n    hold: 3  # was 4\n\n# for later\n\n  - exercise: calf\n"
    assert update(text, {"steps": [{"pause": 5}, {"exercise": "wall"}]}) == (
        "steps:  # mine\n\n# for later\n\n  - pause: 5\n  - exercise: wall\n"
    )


def test_the_other_side_is_longer_now() -> None:
    text = "extra:  # says the physio\n  left: 5\nwait: true\n"
    wanted = {"extra": {"right": 10}, "wait": True}
    assert update(text, wanted) == "extra:  # says the physio\n  right: 10\nwait: true\n"


def test_keys_that_come_at_one_place_go_where_they_belong() -> None:
    text = "- exercise: calf\n  extra:\n    left: 5\n"
    wanted = [{"exercise": "calf", "extra": {"left": 5, "right": 7}, "wait": True}]
    assert update(text, wanted) == "- exercise: calf\n  extra:\n    left: 5\n    right: 7\n  wait: true\n"


@pytest.mark.parametrize("number", [99.1, 0.1, 23.7, 0.00001])
def test_a_number_is_written_as_short_as_it_reads(number: float) -> None:
    assert set_value("rest: 3\n", ("rest",), number) == f"rest: {number:.5f}".rstrip("0") + "\n"


@pytest.mark.parametrize(
    "text", ["a: &x 1\nb: *x\n", "a: 1\na: 2\n", "a: [\n", "a: !!int 1\n", "a: 1\n---\nb: 2\n", ""]
)
def test_a_text_with_faults_is_left_alone(text: str) -> None:
    with pytest.raises(PersonError, match="has faults"):
        update(text, {"a": 3})


def test_a_change_that_would_lose_a_word_is_not_made() -> None:
    text = "props: [\n  towel,  # the long one\n  chair\n]\n"
    with pytest.raises(PersonError, match="without losing"):
        remove(text, ("props", 0))
    with pytest.raises(PersonError, match="without losing"):
        set_value("extra:  # mine\n  left: 5  # seconds\n", ("extra",), 7)


def test_a_step_that_goes_into_rounds_takes_its_comments_along() -> None:
    data = parse(TEXT).data
    data["steps"][0] = {"rounds": 3, "steps": [{**data["steps"][0], "hold": 35}, data["steps"].pop(1)]}
    assert update(TEXT, data) == TEXT.replace(
        """\
  # the stiff one
  - exercise: calf-stretch
    hold:  30   # was 40
    extra: {left: 15, right:  5}

  - {exercise: hip-hinge, variant: counter}
""",
        """\
  - rounds: 3
    steps:
      # the stiff one
      - exercise: calf-stretch
        hold:  35   # was 40
        extra: {left: 15, right:  5}
      - {exercise: hip-hinge, variant: counter}
""",
    )


def test_a_step_that_comes_out_of_rounds_takes_its_comments_along() -> None:
    data = parse(TEXT).data
    data["steps"][2:] = data["steps"][2]["steps"]
    new = update(TEXT, data)
    assert "\n  # slowly\n  - exercise: twist-on-the-floor\n    # not too far\n    hold: 20\n" in new
    assert parse(new).data == data


def test_a_step_that_changes_lists_takes_its_comments_along() -> None:
    data = parse(TEXT).data
    data["steps"][2]["steps"].insert(1, data["steps"].pop(0))
    new = update(TEXT, data)
    assert """
    - pause: 10
    # the stiff one
    - exercise: calf-stretch
      hold:  30   # was 40
      extra: {left: 15, right:  5}
    # slowly
""" in new
    assert parse(new).data == data


def test_a_copy_of_a_step_in_rounds_leaves_the_comments_where_they_were() -> None:
    data = parse(TEXT).data
    data["steps"][2]["steps"].append(dict(data["steps"][0]))
    new = update(TEXT, data)
    assert new.count("# the stiff one") == new.count("# was 40") == 1
