"""`picture` and `measure`, as others call them."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from hinge_gui.cli import main
from tests.store.files import write

_ACROSS = Qt.Orientation.Horizontal


def test_a_picture_has_its_size_and_its_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "hinge.png"
    assert main(["picture", "hip-hinge", "--phase", "start", "-o", str(file)]) == 0
    image = QImage(str(file))
    assert (image.width(), image.height()) == (800, 800)
    assert image.text("Description") == capsys.readouterr().out.strip()
    assert "The trunk" in image.text("Description")


OWN = """\
format: hinge-exercise/1
id: bow
name: Bow
kind: skill
posture: standing
sides: both
hold: {default: 5, min: 1, max: 20}
repetitions: {default: 2, min: 1, max: 4}
pace: {in: 4, out: 4}
learn:
  mistakes:
    - {id: named, name: Named, text: No., pose: low}
    - {id: written-out, name: Written out, text: No., pose: {pelvis_tilt: 60}}
figure:
  poses:
    start: {}
    end: {pelvis_tilt: 20}
    low: {pelvis_tilt: 60}
"""


@pytest.mark.parametrize("variant", ["", "variants: [{id: seated, name: Seated, learn: {far: A little.}}]\n"])
def test_a_mistake_is_shown_by_its_id_whether_its_pose_is_named_or_written_out(
    home: Path, tmp_path: Path, variant: str
) -> None:
    write(home / "exercises" / "bow.yaml", OWN + variant)
    form = ["--variant", "seated"] if variant else []
    pictures = []
    for mistake in ([], ["--mistake", "named"], ["--mistake", "written-out"]):
        file = tmp_path / "x.png"
        assert main(["picture", "bow", *form, *mistake, "--size", "200", "-o", str(file)]) == 0
        pictures.append(QImage(str(file)))
    assert pictures[0] != pictures[1]
    assert pictures[1] == pictures[2]


def test_a_pose_that_a_mistake_writes_out_is_checked_as_those_of_the_figure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write(tmp_path / "bow.yaml", OWN.replace("pose: {pelvis_tilt", "pose: {pelvis_tlt"))
    assert main(["check", str(file)]) == 1
    told = f"{file}:13:62: unknown joint 'pelvis_tlt'; did you mean pelvis_tilt?\n"
    assert capsys.readouterr().err == told


def test_a_form_with_a_figure_of_its_own_has_its_bases_mistakes_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = "variants: [{id: seated, name: Seated, figure: {instead: {poses: {start: {}, end: {knee: 9}}}}}]\n"
    file = write(tmp_path / "bow.yaml", OWN + own)
    assert main(["check", str(file)]) == 0
    assert main(["measure", str(file), "--variant", "seated"]) == 0
    assert main(["measure", str(file), "--variant", "seated", "--mistake", "named"]) == 1
    assert "bow has no mistake named; it has: none" in capsys.readouterr().err


def test_left_is_the_mirror_image_of_right(tmp_path: Path) -> None:
    images = []
    for side in ("left", "right"):
        file = tmp_path / f"{side}.png"
        main(["picture", "calf-stretch", "--side", side, "--size", "300", "-o", str(file)])
        images.append(QImage(str(file)).convertToFormat(QImage.Format.Format_Grayscale8))
    left, right = (bytes(image.constBits()) for image in (images[0].flipped(_ACROSS), images[1]))
    differing = sum(abs(a - b) > 40 for a, b in zip(left, right, strict=True))
    assert differing < len(right) * 0.01


def test_an_svg_is_vectors_with_a_description(tmp_path: Path) -> None:
    file = tmp_path / "twist.svg"
    assert main(["picture", "twist-on-the-floor", "-o", str(file)]) == 0
    root = ElementTree.fromstring(file.read_text(encoding="utf-8"))
    names = [element.tag.rsplit("}")[-1] for element in root.iter()]
    assert names.count("path") > 30
    assert "image" not in names
    assert "from above" in (root.findtext("{http://www.w3.org/2000/svg}desc") or "")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["hip-hing"], "there is no exercise hip-hing; did you mean hip-hinge?"),
        (["HIP-HINGE"], "there is no exercise HIP-HINGE; did you mean hip-hinge?"),
        (["juggling"], "there is no exercise juggling; `hinge-gui list` shows all of them"),
        (["hip-hinge", "--variant", "stol"], "hip-hinge has no variant stol; did you mean stool?"),
        (["hip-hinge", "--mistake", "round"], "hip-hinge has no mistake round; did you mean rounded?"),
    ],
)
def test_what_does_not_exist_is_told(words: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["measure", *words]) == 1
    assert capsys.readouterr().err == f"hinge-gui: {message}\n"


def test_an_exercise_may_be_a_file_anywhere(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write(tmp_path / "bow.yaml", OWN)
    assert main(["measure", str(file), "--mistake", "named"]) == 0
    assert main(["picture", str(file), "-o", str(tmp_path / "bow.svg")]) == 0
    capsys.readouterr()
    file.write_text(OWN.replace("pelvis_tilt: 20", "pelvis_tilt: 200"), encoding="utf-8")
    assert main(["measure", str(file)]) == 1
    assert capsys.readouterr().err.startswith(f"{file}:17:24: pelvis_tilt 200° is beyond nature")
    assert main(["measure", str(tmp_path / "none.yaml")]) == 1
    assert "there is no such file" in capsys.readouterr().err


def test_another_ending_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["picture", "hip-hinge", "-o", str(tmp_path / "hinge.gif")]) == 1
    assert capsys.readouterr().err == "hinge-gui: hinge.gif: a picture is a .png or a .svg file\n"


def test_measures_are_told_with_their_bounds(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["measure", "hip-hinge", "--json"]) == 0
    measures = json.loads(capsys.readouterr().out)
    assert {"measure", "value", "low", "high", "ok"} == set(measures[0])
    assert all(m["low"] <= m["value"] <= m["high"] and m["ok"] for m in measures)


def test_a_mistake_is_out_of_bounds(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["measure", "hip-hinge", "--mistake", "rounded", "--json"]) == 1
    wrong = {m["measure"] for m in json.loads(capsys.readouterr().out) if not m["ok"]}
    assert "spine" in wrong
    assert "leg-vertical" not in wrong
