"""The settings table: each setting is declared here, once, and panels are made from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from hinge_gui.core.errors import near
from hinge_gui.core.key_names import key_fault
from hinge_gui.records import dataclass

Value = bool | int | float | str
Group = Literal["practice", "sound", "voice", "look", "figure", "keys"]
GROUPS: Mapping[Group, str] = {
    "practice": "Practice",
    "sound": "Sound",
    "voice": "Voice",
    "look": "Look",
    "figure": "Figure",
    "keys": "Keys",
}


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting. Numbers have `low`, `high` and `step` in `unit`; words have `choices` (value → label).

    `offers` says what else may be chosen, on the machine at hand; there any word is allowed.
    """

    key: str
    group: Group
    default: Value
    label: str
    help: str
    low: float = 0
    high: float = 0
    step: float = 1
    unit: str = ""
    choices: Mapping[str, str] | None = None
    offers: Literal["devices", "voices"] | None = None

    def fault(self, value: object) -> str | None:
        """What is wrong with a value, or None where it may be used."""
        if isinstance(self.default, bool):
            return None if isinstance(value, bool) else f"{self.key} is true or false"
        if isinstance(self.default, str):
            if not isinstance(value, str):
                return f"{self.key} is a word"
            if self.group == "keys":
                return key_fault(self.key, value)
            allowed = [] if self.offers else list(self.choices or {})
            return None if not allowed or value in allowed else f"{self.key} is one of: {', '.join(allowed)}"
        if isinstance(value, bool) or not isinstance(value, int | float):
            return f"{self.key} is a number"
        if not self.low <= value <= self.high:  # also refuses NaN
            return f"{self.key} lies between {self.low:g} and {self.high:g}"
        return None


KEY_HELP = "Press the button, then the key. Escape always leads back; media keys and presenters' clickers work as well."
# What can be done by a key: its usual keys, and what it does.
DEEDS: Mapping[str, tuple[str, str]] = {
    "play_pause": ("Space", "Start, pause, go on"),
    "previous": ("Left", "Previous exercise"),
    "next": ("Right", "Next exercise"),
    "back": ("Down", "Ten seconds back"),
    "on": ("Up", "Ten seconds on"),
    "again": ("S", "This side again"),
    "explain": ("E", "Explain this exercise in full"),
    "mute": ("M", "Sound on or off"),
    "follow": ("F", "Follow view, full screen"),
    "turn": ("R", "Turn the follow view, for lying down"),
    "figure_left": ("Shift+Left", "Turn the figure left"),
    "figure_right": ("Shift+Right", "Turn the figure right"),
    "figure_up": ("Shift+Up", "See the figure from higher"),
    "figure_down": ("Shift+Down", "See the figure from lower"),
    "figure_back": ("0", "Turn the figure back"),
    "drawer": ("I", "About this exercise"),
    "compare": ("X", "Right beside wrong"),
    "adjust": ("A", "Adjust hold, repetitions, rest"),
    "undo": ("U", "Take back"),
    "home": ("H", "All practices"),
    "learn": ("L", "Learn the exercises"),
    "log": ("", "Practice log"),
    "preferences": ("P", "Preferences"),
    "sound": ("", "Check the sound"),
    "shortcuts": ("?", "Every key"),
    "leave": ("Esc", "Back"),
}

TABLE: tuple[Setting, ...] = (
    Setting("tempo", "practice", 1.0, "Pace", "Stretches or shortens everything but the holds.", 0.5, 2.0, 0.1, "×"),
    Setting(
        "get_ready", "practice", "routine", "Get ready", "Time before the first exercise.",
        choices={
            "routine": "As the routine says",
            "5 s": "5 s", "10 s": "10 s", "20 s": "20 s", "40 s": "40 s", "60 s": "60 s",
        },
    ),
    Setting(
        "first_side", "practice", "routine", "First side",
        "The side that begins; in turn, it is the one that came second last time.",
        choices={"routine": "As the routine says", "left": "Left", "right": "Right", "alternate": "In turn"},
    ),
    Setting(
        "guidance", "practice", "fade", "Guidance",
        "How talkative the voice is. Fading, it tells less as you learn, and all again after a month or by its key.",
        choices={"fade": "Fades as you learn", "full": "Everything", "short": "In short", "bare": "Name and side"},
    ),
    Setting(
        "keep_awake", "practice", True, "Keep the screen awake",
        "While a practice plays; released on pause and at the end.",
    ),
    Setting(
        "one_button", "practice", False, "Whole keyboard is one button",
        "Any key pauses and goes on; only Escape still leaves.",
    ),
    Setting("bells_volume", "sound", 60, "Bells", "How loud the bells are.", 0, 100, 5, "%"),
    Setting("muted", "sound", False, "Mute", "No sound at all; the screen still says everything."),
    Setting(
        "quiet_house", "sound", "off", "Quiet house",
        "Bells and voice softer, or no bells; the edge of the screen lights up at each bell.",
        choices={"off": "Off", "soft": "Softer", "no-bells": "No bells"},
    ),
    Setting(
        "bell_set", "sound", "bowls", "Bell set", "What the bells are made of.",
        choices={"bowls": "Bowls", "wood": "Wood", "chimes": "Chimes"},
    ),
    Setting(
        "sound_device", "sound", "", "Played on", "Which speaker or headphones; while away, the system's own.",
        offers="devices",
    ),
    Setting(
        "pause_others", "sound", True, "Pause other players",
        "Music and films that are playing pause at the start, and go on after the end.",
    ),
    Setting("voice", "voice", True, "Voice", "Says the cues aloud; off leaves the bells alone."),
    Setting("voice_volume", "voice", 70, "Voice volume", "How loud the voice is.", 0, 100, 5, "%"),
    Setting("voice_speed", "voice", 140, "Speed", "Words a minute.", 90, 220, 10, "words/min"),
    Setting("voice_pitch", "voice", 50, "Pitch", "How high the voice is.", 0, 100, 5, "%"),
    Setting(
        "voice_name", "voice", "en-gb", "Speaker",
        "Who speaks, in which language; what is said stays as it is written.",
        choices={
            "en-gb": "British", "en-gb+f3": "British, higher", "en-gb-scotland": "Scottish",
            "en-us": "American", "en-us+f3": "American, higher",
        },
        offers="voices",
    ),
    Setting(
        "voice_command", "voice", "", "Voice of your own",
        "A program that speaks into a WAV file, as typed in a terminal; {wav} and {text} are filled in.",
    ),
    Setting(
        "theme", "look", "system", "Theme", "Light, dark, or as the desktop has it.",
        choices={"system": "System", "light": "Light", "dark": "Dark"},
    ),
    Setting("text_scale", "look", 100, "Text size", "Of everything that is written.", 100, 200, 10, "%"),
    Setting(
        "distance", "look", 2.5, "Viewing distance", "How far away the screen stands; sizes the follow view.",
        1.0, 5.0, 0.5, "m",
    ),
    Setting("reduced_motion", "look", False, "Less motion", "The figure moves only from pose to pose, without breath."),
    Setting("marks", "figure", True, "Teaching marks", "Plumb line, line of the spine, pivot and muscles."),
    Setting(
        "body", "figure", "average", "Body", "Whom you follow.",
        choices={"average": "Average", "slim": "Slim", "broad": "Broad", "rounder": "Rounder", "older": "Older"},
    ),
    Setting(
        "skin", "figure", "honey", "Skin", "The figure's skin tone.",
        choices={"porcelain": "Porcelain", "sand": "Sand", "honey": "Honey", "umber": "Umber", "ebony": "Ebony"},
    ),
    Setting(
        "hair", "figure", "bun", "Hair", "How the figure wears its hair.",
        choices={
            "bun": "Bun", "short": "Short", "long": "Long",
            "ponytail": "Ponytail", "cropped": "Cropped", "none": "None",
        },
    ),
    Setting(
        "hair_colour", "figure", "brown", "Hair colour", "Of hair and brows.",
        choices={"black": "Black", "brown": "Brown", "auburn": "Auburn", "blond": "Blond", "grey": "Grey"},
    ),
    Setting(
        "clothes", "figure", "lagoon", "Clothes", "Shirt and trousers.",
        choices={"lagoon": "Lagoon", "plum": "Plum", "moss": "Moss", "clay": "Clay"},
    ),
    *(Setting(f"key_{deed}", "keys", keys, label, KEY_HELP) for deed, (keys, label) in DEEDS.items()),
)
BY_KEY: Mapping[str, Setting] = {s.key: s for s in TABLE}


class Settings(Mapping[str, Value]):
    """Values by key; what was never set is the default. Immutable: `with_value` gives a new one."""

    __slots__ = ("_own",)

    def __init__(self, own: Mapping[str, Value] | None = None) -> None:
        self._own = {k: v for k, v in (own or {}).items() if k in BY_KEY and BY_KEY[k].fault(v) is None}

    def __getitem__(self, key: str) -> Value:
        return self._own.get(key, BY_KEY[key].default)

    def __iter__(self) -> Iterator[str]:
        return iter(BY_KEY)

    def __len__(self) -> int:
        return len(BY_KEY)

    @property
    def own(self) -> Mapping[str, Value]:
        """Only what differs from the table."""
        return dict(self._own)

    def with_value(self, key: str, value: Value) -> Settings:
        """A copy with one value changed; ValueError where the table does not allow it."""
        if fault := BY_KEY[key].fault(value):
            raise ValueError(fault)
        own = {**self._own, key: value}
        if value == BY_KEY[key].default:
            del own[key]
        return Settings(own)

    def number(self, key: str) -> float:
        value = self[key]
        assert isinstance(value, int | float)
        return float(value)

    def word(self, key: str) -> str:
        return str(self[key])

    def flag(self, key: str) -> bool:
        return bool(self[key])


def from_mapping(data: Mapping[str, Any]) -> tuple[Settings, list[tuple[str, str]]]:
    """Settings from what a file says, with (key, fault) for each entry that was left out."""
    faults = [
        (key, BY_KEY[key].fault(value) or "" if key in BY_KEY else f"there is no setting {key}{near(str(key), BY_KEY)}")
        for key, value in data.items()
    ]
    return Settings(data), [(k, f) for k, f in faults if f]
