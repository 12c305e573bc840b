"""Built-in and own things side by side; what is broken is told, the rest goes on."""

from __future__ import annotations

import os
import shutil
import unicodedata
from pathlib import Path
from typing import Any, Literal

import pytest

import hinge_gui.store.library as library_module
from hinge_gui.core.errors import PersonError
from hinge_gui.core.faults import routine_faults
from hinge_gui.store.assets import asset
from hinge_gui.store.cache import Cache
from hinge_gui.store.library import DEFAULT_ROUTINE, Library
from hinge_gui.store.places import places
from hinge_gui.store.read import Reader, picture_file
from tests.store.files import EXERCISE, ROUTINE, write
from tests.store.shared import JPEG, PNG

Form = Literal["NFC", "NFD"]
BUILT_IN = sorted(asset("resources", "exercises").glob("*.yaml"))


@pytest.fixture
def library() -> Library:
    return Library(places())


@pytest.mark.parametrize("file", BUILT_IN, ids=lambda file: file.stem)
def test_built_in_exercises_are_sound_and_named_by_their_files(file: Path) -> None:
    """The first start reads them without the validator, on the strength of this test."""
    exercise, faults = Reader(Cache(None)).exercise(file)
    assert faults == ()
    assert exercise is not None
    assert exercise.id == file.stem


def test_built_in_routines_are_sound(library: Library) -> None:
    reader = Reader(Cache(None))
    for file in asset("routines").glob("*.yaml"):
        assert reader.routine(file, library.catalogue)[1] == ()


def test_the_default_routine_comes_first(library: Library) -> None:
    entries = library.routines()
    assert entries[0].id == DEFAULT_ROUTINE == library.routine().id
    assert not any(entry.own or entry.faults for entry in entries)


def test_variants_are_merged_into_their_exercise(library: Library) -> None:
    hinge = library.catalogue["hip-hinge"]
    knees = hinge.form("hands-and-knees")
    assert (knees.posture, knees.hold.max, knees.hold.min) == ("hands-and-knees", 60, hinge.hold.min)
    assert knees.learn.daily == hinge.learn.daily
    assert knees.learn.how != hinge.learn.how
    assert (knees.name, knees.variant, knees.ease) == (hinge.name, "hands-and-knees", "easier")


def test_own_things_stand_beside_the_built_in(home: Path) -> None:
    write(home / "exercises" / "bend.yaml", EXERCISE)
    write(home / "routines" / "My day.yaml", ROUTINE.replace("calf-stretch", "side-bend"))
    library = Library(places())
    entry = library.routine("My day")
    assert (entry.own, entry.faults, entry.name) == (True, (), "Mine")
    assert library.exercises.all()[-1].id == "side-bend"
    assert "side-bend" in library.catalogue
    assert entry.routine is not None
    assert routine_faults(entry.routine, library.catalogue) == []


def test_a_routine_is_found_by_id_name_and_file(home: Path, library: Library) -> None:
    mine = write(home / "routines" / "mine.yaml", ROUTINE)
    elsewhere = write(home.parent / "elsewhere.yaml", ROUTINE.replace("Mine", "Not mine"))
    assert library.routine("mine").file == mine
    assert library.routine("MINE ").file == mine
    assert library.routine(str(elsewhere)).name == "Not mine"
    assert library.routine("gentle practice").id == "gentle-practice"


@pytest.mark.parametrize("on_disk", ["NFC", "NFD"])
@pytest.mark.parametrize("typed", ["NFC", "NFD"])
def test_accents_count_alike_however_a_disk_or_a_keyboard_composes_them(home: Path, on_disk: Form, typed: Form) -> None:
    write(home / "routines" / f"{unicodedata.normalize(on_disk, 'müde')}.yaml", ROUTINE.replace("Mine", "Für später"))
    write(home / "pictures" / f"{unicodedata.normalize(on_disk, 'fuß-kreisé')}.png", "")
    library = Library(places())
    assert library.routine(unicodedata.normalize(typed, "müde")).name == "Für später"
    assert library.routine(unicodedata.normalize(typed, "für SPÄTER")).name == "Für später"
    exercise = home / "exercises" / "own.yaml"
    assert picture_file(unicodedata.normalize(typed, "fuß-kreisé.png"), exercise, home / "pictures")


def test_only_a_sound_routine_can_be_played(home: Path) -> None:
    write(home / "routines" / "bad.yaml", ROUTINE.replace("calf", "calv"))
    library = Library(places())
    assert library.playable("gentle-practice").id == "gentle-practice"
    with pytest.raises(PersonError, match="bad cannot be played") as told:
        library.playable("bad")
    assert told.value.faults == library.routine("bad").faults


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("gentel", "did you mean gentle-practice?"),
        ("Evenings", "did you mean evening-wind-down?"),
        ("xyz", "list"),
        ("x" * 5000, "list"),
    ],
)
def test_an_unknown_routine_is_told(library: Library, word: str, hint: str) -> None:
    with pytest.raises(PersonError, match="there is no routine") as told:
        library.routine(word)
    assert hint in str(told.value)


def test_broken_files_are_listed_and_the_others_go_on(home: Path) -> None:
    write(home / "exercises" / "broken.yaml", EXERCISE.replace("standing", "flying"))
    write(home / "exercises" / "whole.yaml", EXERCISE)
    write(home / "routines" / "broken.yaml", ROUTINE.replace("calf-", "calv-"))
    write(home / "routines" / "uses.yaml", ROUTINE.replace("calf-stretch", "broken"))
    write(home / "routines" / "whole.yaml", ROUTINE)
    library = Library(places())
    own = {entry.id: entry for entry in library.routines() if entry.own}
    assert own["whole"].routine is not None
    assert own["broken"].routine is None
    (fault,) = own["uses"].faults
    assert fault.message == f"the exercise broken has faults of its own; mend {home}/exercises/broken.yaml first"
    assert [(e.id, e.file.stem) for e in library.exercises.all() if e.faults] == [("side-bend", "broken")]
    assert "side-bend" in library.catalogue


def test_a_file_in_the_wrong_folder_is_told_where_it_belongs(home: Path) -> None:
    write(home / "exercises" / "mine.yaml", ROUTINE)
    write(home / "routines" / "bend.yaml", EXERCISE)
    library = Library(places())
    assert [str(f) for f in library.exercises.own()[0].faults] == [
        f"{home}/exercises/mine.yaml:1:9: this is a routine, not an exercise; your own belong in the folder `routines`"
    ]
    assert [str(f) for f in library.routine("bend").faults] == [
        f"{home}/routines/bend.yaml:1:9: this is an exercise, not a routine; your own belong in the folder `exercises`"
    ]


def test_an_own_file_does_not_take_an_id_that_is_taken(home: Path) -> None:
    write(home / "exercises" / "a.yaml", EXERCISE.replace("side-bend", "calf-stretch"))
    write(home / "exercises" / "b.yaml", EXERCISE)
    write(home / "exercises" / "c.yaml", EXERCISE)
    write(home / "routines" / "post-order.yaml", ROUTINE)
    library = Library(places())
    a, b, c = library.exercises.own()
    assert (str(a.faults[0]), b.faults) == (
        f"{a.file}:2:5: the id calf-stretch is taken (it comes with the program); choose another", ())  # fmt: skip
    assert c.faults[0].message == "the id side-bend is taken (b.yaml); choose another"
    assert library.catalogue["calf-stretch"].name == "Calf stretch"
    assert library.catalogue["side-bend"] is b.exercise
    assert library.routine("post-order").own is False
    own = next(entry for entry in library.routines() if entry.own)
    assert "comes with the program; give this file another name" in own.faults[0].message


def test_pictures_lie_beside_the_exercise_or_among_the_persons_pictures(home: Path) -> None:
    text = EXERCISE + "pictures: [{file: one.jpg}, {file: two.png, alt: Two, seconds: 3}]\n"
    file = write(home / "exercises" / "bend.yaml", text)
    assert [f.line for f in Library(places()).exercises.own()[0].faults] == [21, 21]
    write(file.with_name("one.jpg"), b"MZ a program")
    two = write(home / "pictures" / "two.png", PNG)
    assert "not a JPG picture" in Library(places()).exercises.own()[0].faults[0].message
    one = write(file.with_name("one.jpg"), JPEG)
    exercise = Library(places()).catalogue["side-bend"]
    assert [(p.file, p.alt, p.seconds) for p in exercise.pictures] == [("one.jpg", "", 5.0), ("two.png", "Two", 3)]
    assert [Path(p.path) for p in exercise.pictures] == [one, two]


def test_a_file_that_changed_is_read_anew_after_forget(home: Path, library: Library) -> None:
    file = write(home / "routines" / "mine.yaml", ROUTINE)
    assert library.routine("mine").name == "Mine"
    write(file, ROUTINE.replace("Mine", "Ours"))
    library.forget()
    assert library.routine("mine").name == "Ours"


def test_a_folder_that_is_a_file_is_told_and_the_rest_works(home: Path) -> None:
    write(home / "routines", "not a folder")
    library = Library(places())
    assert len(library.routines()) == 8
    assert "cannot be read" in library.folder_faults[0].message


@pytest.mark.skipif(os.name != "posix", reason="named pipes lie among files on POSIX alone")
def test_a_pipe_among_the_files_holds_nobody(home: Path) -> None:
    for folder in ("exercises", "routines"):
        (home / folder).mkdir(parents=True)
        os.mkfifo(home / folder / "pipe.yaml")
    library = Library(places())
    assert list(library.glance_at_exercises(home / "routines" / "pipe.yaml")) == []
    assert library.exercises.find("side-bend") is None
    assert library.routine("pipe").routine is None


@pytest.mark.parametrize("name", ["mine.yml", "mine.YAML"])
def test_a_file_that_is_passed_over_is_told(home: Path, name: str) -> None:
    write(home / "routines" / name, ROUTINE)
    library = Library(places())
    assert not any(entry.own for entry in library.routines())
    library.routine_files()
    (fault,) = library.folder_faults  # however often somebody looked
    assert fault.message == "rename this file to mine.yaml to have it read"


def test_an_exercise_with_a_fault_has_the_id_that_it_says_and_not_its_file_name(home: Path) -> None:
    file = write(home / "exercises" / "notes.yaml", EXERCISE.replace("standing", "standig"))
    write(home / "routines" / "mine.yaml", ROUTINE.replace("calf-stretch", "side-bend"))
    library = Library(places())
    assert library.exercises.own()[0].id == "side-bend"
    (fault,) = library.routine("mine").faults
    assert fault.message == f"the exercise side-bend has faults of its own; mend {file} first"


def test_a_source_tree_whose_files_were_spoilt_still_starts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(asset("routines"), tmp_path / "tree" / "routines")
    shutil.copytree(asset("resources", "exercises"), tmp_path / "tree" / "resources" / "exercises")
    calf = tmp_path / "tree" / "resources" / "exercises" / "calf-stretch.yaml"
    write(calf, calf.read_text("utf-8").replace("pace: {in: 4", "pace: {in: 0:04"))
    monkeypatch.setattr(library_module, "asset", (tmp_path / "tree").joinpath)
    library = Library(places())
    assert library.routine("evening-wind-down").routine is not None
    (fault,) = library.routine().faults
    assert fault.message == f"the exercise calf-stretch has faults of its own; mend {calf} first"


@pytest.mark.skipif(os.name != "posix", reason="a folder without write permission is a thing of POSIX")
def test_a_home_that_may_not_be_written_to_still_works(home: Path) -> None:
    home.mkdir()
    home.chmod(0o500)
    try:
        library = Library(places())
        assert library.routine().routine is not None
        library.remember()
    finally:
        home.chmod(0o700)


def test_one_own_exercise_is_found_without_reading_the_others(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for n in range(5):
        write(home / "exercises" / f"{n}.yaml", EXERCISE.replace("id: side-bend", f"id: bend-{n}  # mine"))
    write(home / "exercises" / "odd.yaml", EXERCISE.replace("id: side-bend", "id: 'quoted'"))
    library, read = Library(places()), list[str]()
    exercise_of = library.reader.exercise

    def exercise(file: Path, **how: Any) -> object:
        read.append(file.stem)
        return exercise_of(file, **how)

    monkeypatch.setattr(library.reader, "exercise", exercise)
    found = library.exercises.find("bend-3")
    assert found is not None
    assert found.exercise is not None
    assert read == ["3", "odd"]  # what only reading can tell is read
    assert "quoted" in library.catalogue
    assert library.exercises.find("bend-9") is None


def test_a_glance_passes_over_faults_until_somebody_looks(home: Path) -> None:
    write(home / "exercises" / "bend.yaml", EXERCISE.replace("min: 5", "min: 25"))  # more than its default
    file = write(home / "routines" / "r.yaml", ROUTINE.replace("calf-stretch", "side-bend"))
    library = Library(places())
    for _ in library.glance_at_exercises(file):
        pass
    assert library.glance(file, own=True).routine is not None
    for _ in library.exercises.read_own():
        pass
    assert library.glance(file, own=True).routine is None
    assert library.routine("r").routine is None
    assert set(library.exercises.faulty()) == {"bend", "side-bend"}
