"""Routines as people might write them: comments, blank lines, quotes, brackets, line ends, all at random."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from hinge_gui.core.routine import Path

_WORDS = ("left calf longer", "says the physio: 15 s", "# not yet", "- hold: 99", "übrigens 🦵", "ask {Anna}", "1:30")


@dataclass
class Written:
    """A routine's text in parts; `numbers` are the places in it of the numbers, by path."""

    parts: list[str] = field(default_factory=list)
    numbers: dict[Path, int] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return "".join(self.parts)

    def with_number(self, path: Path, number: str) -> str:
        """The text as it should be once this one number has another value."""
        parts = list(self.parts)
        parts[self.numbers[path]] = number
        return "".join(parts)


def written(seed: int, *, flow: bool = True) -> Written:
    """The same routine for the same seed; without `flow`, no step stands in brackets."""
    return _Writer(Random(seed), flow).routine()


class _Writer:
    def __init__(self, random: Random, flow: bool) -> None:
        self._random, self._flow = random, flow
        self._out = Written()

    def routine(self) -> Written:
        newline = self._random.choice(["\n", "\n", "\r\n", "\r"])
        self._put(self._random.choice(["", "\ufeff"]))
        self._loose(0)
        self._lines(0, "format: hinge-routine/1")
        self._lines(0, self._random.choice(['name: "A: b"', "name: 'It''s mine'", "name: Plain enough"]))
        if self._maybe():
            about = ["about: >-\n  Some words\n  and more", "about: |\n  # no comment\n", "about: x"]
            self._lines(0, self._random.choice(about))
        if self._maybe():
            self._number(0, ("ready",), 0, 300)
        self._steps(("steps",), 0)
        if self._maybe():
            self._put("# the end")
        self._out.parts = [part.replace("\n", newline) for part in self._out.parts]
        return self._out

    def _steps(self, path: Path, indent: int) -> None:
        self._put(" " * indent + "steps:")
        self._end_line()
        inside = indent + self._random.choice([0, 1, 2, 4])
        for n in range(self._random.randint(1, 4 if indent else 6)):
            self._loose(inside)
            self._step((*path, n), inside)

    def _step(self, path: Path, indent: int) -> None:
        kind = self._random.random()
        if kind < 0.15 and len(path) < 4:
            after = self._dash(indent)
            self._number(0, (*path, "rounds"), 1, 9)
            self._steps((*path, "steps"), after)
        elif kind < 0.3 and self._flow:
            self._put(" " * indent + "- {exercise: calf, hold :  ")
            self._mark((*path, "hold"), 5, 90)
            self._put(" , extra: {left: ")
            self._mark((*path, "extra", "left"), 0, 90)
            self._put("}}")
            self._end_line()
        elif kind < 0.4:
            after = self._dash(indent)
            self._number(0, (*path, "pause"), 0, 90)
            say = ["say: Rest.", 'say: "Rest: now"', f"say: >\n{' ' * after}  Rest\n"]
            self._lines(after, self._random.choice(say))
        else:
            self._exercise(path, indent)

    def _exercise(self, path: Path, indent: int) -> None:
        after = self._dash(indent)
        self._put(self._random.choice(["exercise: calf", "exercise: 'calf'", "exercise:   calf", '"exercise": "calf"']))
        self._end_line()
        keys = [("hold", 5, 90), ("repetitions", 1, 6), ("rest", 0, 300)]
        self._random.shuffle(keys)
        for key, low, high in keys[: self._random.randint(0, 3)]:
            self._loose(after)
            self._number(after, (*path, key), low, high)
        if self._maybe(0.3):
            self._put(" " * after + "extra:")
            self._end_line()
            self._number(after + 2, (*path, "extra", "left"), 0, 90)

    def _dash(self, indent: int) -> int:
        """A dash, after which a key may follow; the column of the keys below."""
        after = self._random.choice([1, 1, 1, 3])
        self._put(" " * indent + "-" + " " * after)
        return indent + 1 + after

    def _number(self, indent: int, path: Path, low: int, high: int) -> None:
        self._put(" " * indent + f"{path[-1]}:" + " " * self._random.randint(1, 3))
        self._mark(path, low, high)
        self._end_line()

    def _mark(self, path: Path, low: int, high: int) -> None:
        self._out.numbers[path] = len(self._out.parts)
        number = str(self._random.randint(low, high))
        self._put(number + (".5" if path[-1] == "hold" and self._maybe(0.2) else ""))

    def _lines(self, indent: int, text: str) -> None:
        self._put(" " * indent + text)
        if ">" in text or "|" in text:
            self._put("\n")
        else:
            self._end_line()

    def _end_line(self) -> None:
        self._put(f"{' ' * self._random.randint(1, 3)}# {self._words()}\n" if self._maybe(0.3) else "\n")

    def _loose(self, indent: int) -> None:
        """Now and then a comment or a blank line."""
        if self._maybe(0.2):
            self._put(self._random.choice(["\n", f"{' ' * indent}# {self._words()}\n", f"# {self._words()}\n\n"]))

    def _words(self) -> str:
        return self._random.choice(_WORDS) + f" {self._random.randint(0, 10**6)}"

    def _maybe(self, chance: float = 0.5) -> bool:
        return self._random.random() < chance

    def _put(self, text: str) -> None:
        self._out.parts.append(text)
