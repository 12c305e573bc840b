"""The settings table and the values that it allows."""

from __future__ import annotations

import math

import pytest

from hinge_gui.core.settings import BY_KEY, GROUPS, TABLE, Setting, Settings, from_mapping


@pytest.mark.parametrize("setting", TABLE, ids=lambda s: s.key)
def test_a_setting_is_declared_in_full(setting: Setting) -> None:
    assert setting.fault(setting.default) is None
    assert setting.label
    assert setting.help.endswith(".")
    assert setting.group in GROUPS
    if not isinstance(setting.default, bool | str):
        assert setting.low < setting.high
        assert setting.unit


def test_keys_are_unique() -> None:
    assert len(BY_KEY) == len(TABLE)


@pytest.mark.parametrize(
    ("key", "value"),
    [("tempo", 0.4), ("tempo", math.nan), ("tempo", "fast"), ("tempo", True), ("theme", "pink"), ("muted", 1)],
)
def test_what_the_table_does_not_allow_is_refused(key: str, value: object) -> None:
    with pytest.raises(ValueError, match=key):
        Settings().with_value(key, value)  # type: ignore[arg-type]
    settings, faults = from_mapping({key: value, "voice": False})
    assert settings[key] == BY_KEY[key].default
    assert settings["voice"] is False
    assert [k for k, _ in faults] == [key]


def test_only_what_differs_is_kept() -> None:
    settings = Settings().with_value("tempo", 1.5)
    assert settings.own == {"tempo": 1.5}
    assert settings.with_value("tempo", 1.0).own == {}


def test_a_setting_that_does_not_exist_is_told() -> None:
    _, faults = from_mapping({"colour": "red", "xylophone": 1})
    assert faults == [
        ("colour", "there is no setting colour; did you mean hair_colour?"),
        ("xylophone", "there is no setting xylophone"),
    ]
