"""Settings on disk: what the person wrote beside them stays, and nothing is lost when the file breaks."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hinge_gui.core.errors import PersonError
from hinge_gui.core.settings import TABLE, Settings
from hinge_gui.store.cache import Cache
from hinge_gui.store.read import Reader
from hinge_gui.store.settings_file import SettingsFile
from tests.store.files import write


def settings_file(path: Path) -> SettingsFile:
    return SettingsFile(path, Reader(Cache(None)))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.yaml"


def test_no_file_is_no_fault(path: Path) -> None:
    assert settings_file(path).load() == (Settings(), [])
    settings_file(path).save(Settings())
    assert not path.exists()


def test_only_what_differs_is_written(path: Path) -> None:
    settings_file(path).save(Settings({"tempo": 1.2, "theme": "dark", "voice": False}))
    assert [line for line in path.read_text("utf-8").splitlines() if line[0] != "#"] == [
        "tempo: 1.2", "theme: dark", "voice: false",
    ]  # fmt: skip


def test_comments_and_unknown_keys_stay(path: Path) -> None:
    write(path, "# mine\ntempo: 1.5   # slower\nfuture: {of: [the, app]}\r\ntheme: 'dark'\n\nmuted: true # sh\n")
    file = settings_file(path)
    settings, _ = file.load()
    file.save(settings.with_value("tempo", 0.8).with_value("muted", False).with_value("voice", False))
    assert path.read_bytes().decode() == (
        "# mine\ntempo: 0.8   # slower\nfuture: {of: [the, app]}\r\ntheme: 'dark'\nvoice: false\n\n"
    )


def test_an_unknown_key_is_told_with_the_one_that_may_have_been_meant(path: Path) -> None:
    write(path, "theme: dark\nvoice_volum: 20\nfuture: 1\n")
    settings, faults = settings_file(path).load()
    assert settings == Settings({"theme": "dark"})
    assert [str(fault) for fault in faults] == [
        f"{path}:2:1: warning: there is no setting voice_volum; did you mean voice_volume?",
        f"{path}:3:1: warning: there is no setting future",
    ]


def test_a_file_that_broke_since_it_was_read_is_kept_aside(path: Path) -> None:
    file = settings_file(path)
    settings, _ = file.load()
    write(path, "by: [another program")
    file.save(settings.with_value("tempo", 2.0))
    assert path.with_name("settings.yaml.broken-1").read_text("utf-8") == "by: [another program"
    assert settings_file(path).load() == (Settings({"tempo": 2.0}), [])


def test_remarks_alone_are_no_fault(path: Path) -> None:
    write(path, "# nothing yet\n")
    file = settings_file(path)
    file.save(file.load()[0].with_value("tempo", 2.0))
    assert path.read_text("utf-8") == "# nothing yet\ntempo: 2\n"
    file.save(Settings())
    assert settings_file(path).load() == (Settings(), [])


def test_a_file_in_braces(path: Path) -> None:
    write(path, "{tempo: 1.5, future: [1, {a: b}], theme: dark}\n")
    file = settings_file(path)
    file.save(file.load()[0].with_value("tempo", 2.0))
    again = settings_file(path)
    assert again.load()[0] == Settings({"tempo": 2.0, "theme": "dark"})
    assert "future" in path.read_text("utf-8")


def test_a_value_out_of_bounds_is_told_and_kept_until_it_is_changed(path: Path) -> None:
    write(path, "tempo: 9\ntheme: dark\n")
    file = settings_file(path)
    settings, (fault,) = file.load()
    assert settings == Settings({"theme": "dark"})
    assert str(fault) == f"{path}:1:8: tempo lies between 0.5 and 2; the usual value is used"
    file.save(settings.with_value("theme", "light"))
    assert "tempo: 9" in path.read_text("utf-8")


@pytest.mark.parametrize(
    ("broken", "left"),
    [
        ("theme: dark\ntempo: 1.2\nvoi", {"theme": "dark", "tempo": 1.2}),
        ('theme: dark\nskin: "bro', {"theme": "dark"}),
        ("- a\n", {}),
        ("\0\0\0\0", {}),
        ("theme: dark\ntheme: light\n", {"theme": "dark"}),
    ],
    ids=["cut off", "cut off in a text", "a list", "zeros", "doubled"],
)
def test_a_broken_file_is_kept_aside_and_its_sound_part_is_used(path: Path, broken: str, left: dict[str, str]) -> None:
    write(path, broken)
    settings, faults = settings_file(path).load()
    assert settings.own == left
    assert "kept as settings.yaml.broken-1" in faults[0].message
    assert path.with_name("settings.yaml.broken-1").read_text("utf-8") == broken
    assert settings_file(path).load() == (settings, [])


def test_no_broken_file_takes_the_place_of_another(path: Path) -> None:
    for n in (1, 2):
        write(path, f"broken: [{n}")
        settings_file(path).load()
        assert path.with_name(f"settings.yaml.broken-{n}").read_text("utf-8") == f"broken: [{n}"


def test_a_file_cut_to_nothing_is_no_fault(path: Path) -> None:
    write(path, "")
    assert settings_file(path).load() == (Settings(), [])


def test_where_nothing_can_be_written_it_says_so(path: Path, tmp_path: Path) -> None:
    write(tmp_path / "file", "")
    with pytest.raises(PersonError, match="a file stands where a folder should be"):
        settings_file(tmp_path / "file" / "settings.yaml").save(Settings({"tempo": 2.0}))


VALUES = st.fixed_dictionaries(
    {},
    optional={
        s.key: st.booleans() if isinstance(s.default, bool)
        else st.sampled_from(sorted(s.choices)) if s.choices
        else st.integers(int(s.low * 10), int(s.high * 10)).map(lambda n: n / 10)
        for s in TABLE
    },
)  # fmt: skip


@given(before=VALUES, after=VALUES)
def test_what_was_saved_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, before: dict[str, object], after: dict[str, object]
) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.yaml"
    file = settings_file(path)
    for values in (before, after):
        settings = Settings(values)  # type: ignore[arg-type]
        file.save(settings)
        assert settings_file(path).load() == (settings, [])
