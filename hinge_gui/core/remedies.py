"""What to do where nothing is heard, and how to get a better voice: told alike by `doctor` and by the window."""

from __future__ import annotations

from collections.abc import Sequence

from hinge_gui.core.settings import Settings
from hinge_gui.records import dataclass

TEST_SENTENCE = "This is the voice of your practice. Left side. Half way."
APT_VOICE = "sudo apt install espeak-ng"
APT_SOUND = "sudo apt install libpulse0 libxrandr2 pulseaudio"
PIPER = "python3 -m piper --data-dir /home/you/voices -m en_GB-alba-medium -f {wav} -- {text}"
_FAINT = 30  # percent; below that a bell may not reach the mat


@dataclass(frozen=True, slots=True)
class Advice:
    """Something to do: in words, and what is to be typed for it, line by line."""

    words: str
    typed: tuple[str, ...] = ()


def nothing_heard(settings: Settings, troubles: Sequence[str], device_away: str = "", linux: bool = True) -> list[str]:
    """What to look at, the likeliest first. `device_away` is the chosen device where it is not there."""
    tips = list(troubles)
    if settings.flag("muted"):
        tips.append("Sound is switched off in this app: press Play, and it is on again.")
    if device_away:
        tips.append(f"{device_away} was chosen and is not there: switch it on, or choose another above.")
    if min(settings.number("bells_volume"), settings.number("voice_volume")) < _FAINT:
        tips.append("Bells or voice are set very low: turn them up above.")
    tips += [
        "Turn up the computer's own volume, and the speaker's. A television often has a volume of its own.",
        "See that the speaker is switched on and connected. One that connects by radio may have fallen asleep.",
        "See in the system's sound settings which device plays, or choose another above.",
    ]
    if troubles and linux:
        tips.append(f"Where nothing else helps, in a terminal: {APT_SOUND}")
    tips.append("In a terminal, hinge-gui doctor tries each part and names what is missing.")
    tips.append("Without any sound a practice can be followed too: the screen says everything that the voice says.")
    return tips


def better_voices(linux: bool = True) -> list[Advice]:
    """From the quickest to the finest."""
    own = Advice(
        "The finest: a neural voice such as Piper. Fetch it once, then put the last line into Voice of your own, with "
        "your own folder. Phrases are spoken ahead of time and kept, so its slowness does not matter.",
        (
            "pip install piper-tts",
            "python3 -m piper.download_voices --data-dir /home/you/voices en_GB-alba-medium",
            PIPER,
        ),
    )
    if not linux:
        return [
            Advice("Your system's own voices speak. Install a better one in its settings, under speech or language."),
            own,
        ]
    return [
        Advice("The usual voice is espeak-ng: clear, small, a little like a machine.", (APT_VOICE,)),
        Advice(
            "Softer: the recorded MBROLA voices. Install one, then choose it as Speaker.",
            ("sudo apt install mbrola mbrola-en1",),
        ),
        own,
    ]
