"""All faults of a file's plain data in one go, whatever else is wrong with it."""

from __future__ import annotations

import copy
from collections.abc import Collection, Iterator, Sequence
from typing import Any, TypeGuard

from hinge_gui.core.errors import near
from hinge_gui.core.routine import Path, Routine
from hinge_gui.store.build import VARIANT_HEAD, build_routine, merged
from hinge_gui.store.mistake_poses import posed
from hinge_gui.store.schema import EXERCISE_FORMAT, ROUTINE_FORMAT, step_kind
from hinge_gui.store.schema_words import MODELS, Finding, model_faults

_NO_STEP = {"pause": 0}
_DOSES = {("hold",), ("repetitions",), ("pace",)}  # a part of it in a variant says nothing where the base has none
_NEEDED = {"exercise", "rounds", "pause", "steps"}


def format_of(data: Any) -> str:
    """Which format a file is meant to be: what it says, or else what its keys look like."""
    if isinstance(data, dict):
        said = str(data.get("format", ""))
        if "exercise" in said or ("routine" not in said and "posture" in data):
            return EXERCISE_FORMAT
    return ROUTINE_FORMAT


def routine_findings(data: Any) -> list[Finding]:
    """What is wrong with a routine's form; its exercises are for the library to look up."""
    if _is(EXERCISE_FORMAT, data):
        return [Finding(("format",), "this is an exercise, not a routine; your own belong in the folder `exercises`")]
    return model_faults(MODELS[ROUTINE_FORMAT], data)


def exercise_findings(data: Any) -> Iterator[Finding | None]:
    """What is wrong with an exercise and with each of its variants, once merged; None after each piece of long work."""
    if _is(ROUTINE_FORMAT, data):
        yield Finding(("format",), "this is a routine, not an exercise; your own belong in the folder `routines`")
        return
    findings = _form_findings(data)
    yield from findings
    if isinstance(data, dict):
        own = [*_doubled_ids(data), *_figure_findings(data)]
        yield from own
        yield None
        yield from _variant_findings(data, [*findings, *own])


def _is(name: str, data: Any) -> bool:
    return isinstance(data, dict) and data.get("format") == name


def _form_findings(data: Any) -> list[Finding]:
    """What is wrong with one form of an exercise: single values, and values beside each other."""
    findings = model_faults(MODELS[EXERCISE_FORMAT], data)
    if isinstance(data, dict):
        findings += [*_dose_findings("hold", data.get("hold")), *_dose_findings("repetitions", data.get("repetitions"))]
        pace = data.get("pace")
        if data.get("kind") == "stretch" and isinstance(pace, dict) and "rest" not in pace:
            findings.append(Finding(("pace",), "a stretch needs `rest`; add the seconds between two holds"))
    return findings


def _dose_findings(key: str, dose: Any) -> Iterator[Finding]:
    """A default out of its own bounds; here and not in the model, which stops at the first wrong value."""
    low, default, high = (dose.get(part) if isinstance(dose, dict) else None for part in ("min", "default", "max"))
    if not (_is_number(low) and _is_number(default) and _is_number(high)):
        return
    if low > high:
        yield Finding((key, "max"), f"max {high:g} is less than min {low:g}; exchange them")
    elif not low <= default <= high:
        words = f"default {default:g} is out of bounds; write a number between {low:g} and {high:g}"
        yield Finding((key, "default"), words)


def _is_number(value: Any) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _doubled_ids(data: dict[str, Any]) -> Iterator[Finding]:
    learn = data.get("learn")
    lists: list[tuple[Path, Any]] = [(("variants",), data.get("variants"))]
    if isinstance(learn, dict):
        lists.append((("learn", "mistakes"), learn.get("mistakes")))
    for path, entries in lists:
        seen: set[str] = set()
        for n, entry in enumerate(entries if isinstance(entries, list) else ()):
            name = entry.get("id") if isinstance(entry, dict) else None
            if isinstance(name, str) and name in seen:
                yield Finding((*path, n, "id"), f"the id {name} is taken by an entry above; choose another")
            elif isinstance(name, str):
                seen.add(name)


def _variant_findings(data: dict[str, Any], of_base: Sequence[Finding]) -> Iterator[Finding | None]:
    """Faults that a variant brings in, at its own place; None after each variant."""
    known, unsound = set(of_base), {finding.path[:1] for finding in of_base if finding.path}
    variants = data.get("variants")
    for n, variant in enumerate(variants if isinstance(variants, list) else ()):
        if not isinstance(variant, dict):
            continue
        for key in ("format", "variants"):
            if key in variant:
                yield Finding(("variants", n, key), f"a variant has no {key} of its own; leave it out", at_key=True)
        form = merged(data, {k: v for k, v in variant.items() if k not in {"format", "variants"}})
        findings = _form_findings(form)
        if "figure" in variant or "learn" in variant:
            findings += _figure_findings(form)
        for finding in findings:
            place = _within(variant, n, finding.path)
            inherited = len(place) - 2 < len(finding.path) and finding.path[:1] in unsound
            inherited |= finding.path[:1] in _DOSES and not isinstance(data.get(str(finding.path[0])), dict)
            if finding not in known and not inherited:
                yield Finding(place, finding.message, finding.at_key)
        yield None


def _within(variant: dict[str, Any], n: int, path: Path) -> Path:
    """The path of a merged fault as far as the variant itself says anything about it."""
    at: Any = variant
    kept: list[str | int] = []
    for part in path:
        if part in VARIANT_HEAD and not kept:
            break
        try:
            at = at[part]
        except (KeyError, IndexError, TypeError):
            break  # the base says this, not the variant
        kept.append(part)
    return ("variants", n, *kept)


def _figure_findings(data: dict[str, Any]) -> Iterator[Finding]:
    """The words of the figure's poses and the poses that mistakes name; how poses look is judged by their measures."""
    figure = data.get("figure")
    if not isinstance(figure, dict):
        return
    from hinge_gui.figure.check import figure_faults
    from hinge_gui.figure.gauges import GAUGES

    own: Path = ("figure", "instead") if "instead" in figure else ("figure",)
    figure, names = posed(figure, data.get("learn"))
    written_out: dict[Path, Path] = {("poses", name): ("learn", "mistakes", n, "pose") for n, name in names.items()}
    try:
        for fault in figure_faults(figure):
            place = written_out.get(fault.path[:2])
            path = (*own, *fault.path) if place is None else (*place, *fault.path[2:])
            yield Finding(path, fault.message, fault.at_key)
    except (ArithmeticError, AttributeError, IndexError, KeyError, TypeError, ValueError):  # nobody foresaw this shape
        yield Finding(own, "this figure cannot be read; compare it with one that comes with the program")
        return
    figure = figure.get("instead", figure)
    poses = figure.get("poses") if isinstance(figure, dict) else None
    shown = [name for name in poses if name not in {"all", "start", "end"}] if isinstance(poses, dict) else []
    yield from _mistake_findings(data.get("learn"), shown, GAUGES)


def _mistake_findings(learn: Any, poses: Collection[str], measures: Collection[str]) -> Iterator[Finding]:
    """Poses that mistakes name and the figure has not, and measures that there are not."""
    mistakes = learn.get("mistakes") if isinstance(learn, dict) else None
    for n, mistake in enumerate(mistakes if isinstance(mistakes, list) else ()):
        if not isinstance(mistake, dict):
            continue
        pose, breaks = mistake.get("pose"), mistake.get("breaks")
        if isinstance(pose, str) and pose not in poses:
            hint = near(pose, poses) or "; write it under `figure: poses:`"
            yield Finding(("learn", "mistakes", n, "pose"), f"the figure has no pose {pose}{hint}")
        for k, name in enumerate(breaks if isinstance(breaks, list) else ()):
            if isinstance(name, str) and name not in measures:
                hint = near(name, measures) or f"; there are: {', '.join(measures)}"
                yield Finding(("learn", "mistakes", n, "breaks", k), f"there is no measure {name}{hint}")


def sound_part(routine_id: str, data: Any, paths: Sequence[Path]) -> Routine | None:
    """The routine as far as it can be read around the faults at `paths`, so that the rest is checked as well.

    Every step keeps its place: one that cannot be read becomes an empty pause.
    """
    if not isinstance(data, dict) or not isinstance(data.get("steps"), list):
        return None
    data = copy.deepcopy(data) if paths else dict(data)
    for path in sorted(paths, key=len, reverse=True):
        _mend(data, path)
    data["name"] = str(data.get("name") or "")
    return build_routine(routine_id, data) if isinstance(data["steps"], list) else None


def _mend(data: dict[str, Any], path: Path) -> None:
    """Take out what is at fault: a key that may be missing, or else the whole step around it."""
    steps = [n for n, part in enumerate(path) if isinstance(part, int) and n and path[n - 1] == "steps"]
    if not steps:
        if path and path != ("steps",):
            data.pop(str(path[0]), None)
        return
    at: Any = data
    for part in path[: steps[-1]]:
        at = at[part]
    inside = path[steps[-1] + 1 :]
    index = int(path[steps[-1]])
    if not isinstance(at, list) or index >= len(at):
        return
    step = at[index]
    if inside and inside[0] not in _NEEDED and isinstance(step, dict):
        step.pop(str(inside[0]), None)
    elif inside == ("rounds",) and isinstance(step, dict) and isinstance(step.get("steps"), list):
        step["rounds"] = 1
    else:
        at[index] = dict(_NO_STEP)
    if step_kind(at[index]) is None:
        at[index] = dict(_NO_STEP)
