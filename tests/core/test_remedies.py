"""What to do where nothing is heard."""

from __future__ import annotations

from hinge_gui.core.remedies import PIPER, better_voices, nothing_heard
from hinge_gui.core.settings import Settings


def test_what_is_known_to_be_wrong_comes_first() -> None:
    settings = Settings({"muted": True, "bells_volume": 5})
    tips = nothing_heard(settings, ["No sound output was found."], "Kitchen")
    assert tips[0] == "No sound output was found."
    assert "switched off in this app" in tips[1]
    assert tips[2].startswith("Kitchen was chosen")
    assert "very low" in tips[3]


def test_where_all_seems_well_the_way_to_the_ear_is_looked_at() -> None:
    tips = nothing_heard(Settings(), [])
    assert "volume" in tips[0]
    assert any("hinge-gui doctor" in tip for tip in tips)


def test_a_better_voice_comes_with_what_to_type_on_each_system() -> None:
    assert ("sudo apt install mbrola mbrola-en1",) in [advice.typed for advice in better_voices()]
    assert PIPER in better_voices(linux=False)[-1].typed
    assert not any("apt" in line for advice in better_voices(linux=False) for line in advice.typed)
