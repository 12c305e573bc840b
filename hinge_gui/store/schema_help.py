"""What a text editor says of a key when somebody rests on it; by model and key, as the files write them."""

from __future__ import annotations

from collections.abc import Mapping

_DOSE = {"default": "Where a routine says nothing.", "min": "The least a routine may ask for.", "max": "The most."}
_SECONDS = "Seconds, whole or with one decimal."

HELP: Mapping[str, Mapping[str, str]] = {
    "Routine": {
        "format": "Says what this file is.",
        "name": "As it is shown and spoken of.",
        "about": "A sentence or two for whoever chooses it.",
        "ready": "Seconds to get ready before the first exercise, 0 to 300.",
        "advance": "auto goes on by itself; wait waits for any key before each exercise.",
        "first_side": "The side that begins; alternate begins with the one that came second last time.",
        "rise": "Whether a routine that ends lying down ends with the way up from the floor.",
        "steps": "What is done, in order: exercises, pauses, and rounds of steps.",
    },
    "ExerciseStep": {
        "exercise": "The id of an exercise, built-in or your own.",
        "variant": "The id of one of its variants; left out, the exercise as it is.",
        "hold": "Seconds of each hold, within what the exercise allows.",
        "repetitions": "How often on each side, or of both at once.",
        "rest": "Seconds from the end of one hold to the beginning of the next, the ways out and in included.",
        "extra": "More seconds in each hold of one side.",
        "range": "How far the figure goes.",
        "wait": "Wait for any key before this step.",
        "pace": "How slowly one moves in and out: 2 takes twice as long, 0.5 half.",
        "travel": "Seconds to get there from the step before, instead of what the two postures need.",
    },
    "Extra": {"left": "More seconds in each hold of the left side.", "right": "The same for the right side."},
    "PauseStep": {
        "pause": "Seconds of rest; the posture stays.",
        "say": "What is said and shown meanwhile.",
        "wait": "Wait for any key before this step.",
    },
    "Rounds": {"rounds": "How many times the steps inside are done, 1 to 1000.", "steps": "The steps of a round."},
    "Exercise": {
        "format": "Says what this file is.",
        "id": "How routines name it: small letters, digits, hyphens; not the id of a built-in one.",
        "name": "As it is shown and spoken.",
        "kind": "stretch: move in, hold, move out. skill: repetitions at a pace.",
        "posture": "The posture it is done in; the time to get there follows from it.",
        "sides": "each: left and right in turn, a full hold each. both: at once.",
        "screen": "Whether the person sees the screen in the pose; if not, the cue comes before.",
        "props": "What to fetch before, as it is called at home.",
        "hold": "Seconds of a hold; of a skill the pause at the end of the movement.",
        "repetitions": "How often on each side, or of both at once.",
        "pace": "Seconds of the ways in and out, and of the rest between.",
        "cues": "Short imperatives by phase; {side} and {other} become left and right.",
        "learn": "What the Learn page shows.",
        "variants": "Easier and harder forms; each says what is different.",
        "figure": "Poses of the drawn figure; left out where there are pictures.",
        "pictures": "Pictures of your own, instead of the figure.",
    },
    "HoldDose": _DOSE,
    "TimesDose": _DOSE,
    "Pace": {
        "in": f"Into the pose. {_SECONDS}",
        "out": f"Out of the pose. {_SECONDS}",
        "rest": "From the end of one hold to the beginning of the next; a stretch needs it.",
    },
    "Cues": {
        "setup": "Before the clock starts.",
        "in": "On the way into the pose.",
        "hold": "During the hold, one after the other.",
        "out": "On the way out.",
    },
    "Learn": {
        "how": "The steps at leisure.",
        "far": "How far to go, and when to stop.",
        "helps": "What it helps, and where on the body to show it.",
        "daily": "Where it pays off in the day.",
        "mistakes": "Usual mistakes, shown beside the right pose.",
        "care": "Who should ask first.",
        "sources": "Where this comes from.",
    },
    "Helps": {"text": "What it helps.", "muscles": "Names of muscles, to be shown on the body."},
    "Mistake": {
        "id": "A short name for links.",
        "name": "What it is called.",
        "text": "What happens, and what to do instead.",
        "pose": "The name of a pose of the figure that shows it, or the pose.",
        "breaks": "The measures that this pose misses.",
    },
    "VariantHead": {
        "id": "How routines name it.",
        "name": "As it is shown.",
        "ease": "Easier, the same or harder than the exercise as it is.",
    },
    "Picture": {
        "file": "The name of a PNG, JPEG, WebP or SVG beside this file or among your pictures.",
        "alt": "The picture in words, for who cannot see it.",
        "seconds": "How long it is shown in its turn.",
    },
}
