"""A person before a screen of their own: follows a story, line by line, with the mouse and the keys of that screen."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.helpers import within
from tools.bench.screen import Screen

_PATIENCE_S = 5.0  # a thing that does not come is missed
_FINGER_S = "0.05"  # a button is down for so long at least: no finger is faster
_ABOVE = 24  # px above the middle of a row: between it and the one before
_MOST_WHEEL = 40  # clicks of the wheel
_ROOT = Path(__file__).parents[2]


class Person:
    """`hinge-gui` runs in its own process; each line of a story is one action. AssertionError where it cannot be done.

    Lines: `Click "A".` · `Click "A" among "the list B".` · `Ask for the menu of "A" among "the list B".` ·
    `Drag "A" above "B" in "the list C".` · `Press A.` (or `Press ctrl+A.`) · `Type "words".` ·
    `Turn the wheel over "A" until "B" is in sight.` (a list or an area, and a button or a row of that list)
    """

    def __init__(self, home: Path, *arguments: str) -> None:
        self.actions = 0
        self._screen = Screen()
        self._environment = self._screen.environment(home) | {"PYTHONPATH": str(_ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
        self._app = subprocess.Popen(
            [sys.executable, "-m", "tests.end_to_end.answering_window", *arguments],
            env=self._environment, cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        self._xdotool("search", "--sync", "--onlyvisible", "--class", "hinge-gui", "windowfocus", "--sync")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        try:
            with self._app:  # its input is closed: so it closes the window
                self._app.communicate(timeout=_PATIENCE_S)
        finally:
            self._app.kill()
            self._screen.__exit__()

    def follow(self, story: str) -> None:
        for line in filter(None, map(str.strip, story.splitlines())):
            self._act(line)
            self.actions += 1

    def reads(self, words: str) -> bool:
        """Whether this comes to be written on the page."""
        return bool(within(_PATIENCE_S, lambda: words in self._ask("words")))

    def _act(self, line: str) -> None:
        for pattern, deed in _LINES.items():
            if found := re.fullmatch(pattern, line):
                deed(self, *found.groups())
                return
        raise AssertionError(f"nobody knows how to do this: {line}")

    def _click(self, name: str) -> None:
        place = within(_PATIENCE_S, lambda: self._ask("button", name) or self._ask("place", name))
        self._click_at(place, name)

    def _click_among(self, name: str, list_name: str) -> None:
        self._click_at(within(_PATIENCE_S, lambda: self._ask("row", name, list_name)), name)

    def _click_at(self, place: Any, name: str, button: int = 1) -> None:
        assert place, f"“{name}” is not to be seen; there is: {self._ask('words')}"
        press = ("mousedown", str(button), "sleep", _FINGER_S, "mouseup", str(button))
        self._xdotool("mousemove", *map(str, place), *press)

    def _menu(self, name: str, list_name: str) -> None:
        self._click_at(within(_PATIENCE_S, lambda: self._ask("row", name, list_name)), name, button=3)

    def _drag(self, name: str, target: str, list_name: str) -> None:
        start = within(_PATIENCE_S, lambda: self._ask("row", name, list_name))
        end = self._ask("row", target, list_name)
        assert start, f"“{name}” is not to be seen"
        assert end, f"“{target}” is not to be seen"
        self._xdotool("mousemove", *map(str, start), "mousedown", "1")
        for share in (0.1, 0.4, 0.7, 0.9, 1.0):
            x, y = (a + (b - a) * share for a, b in zip(start, (end[0], end[1] - _ABOVE), strict=True))
            self._xdotool("mousemove", "--sync", str(round(x)), str(round(y)))
        self._xdotool("mouseup", "1")

    def _press(self, key: str) -> None:
        self._xdotool("key", "--clearmodifiers", key if "+" in key or len(key) > 1 else key.lower())

    def _type(self, words: str) -> None:
        self._xdotool("type", "--delay", "4", words)

    def _wheel(self, over: str, name: str) -> None:
        place = within(_PATIENCE_S, lambda: self._ask("place", over))
        assert place, f"“{over}” is not to be seen"
        self._xdotool("mousemove", *map(str, place))
        for _ in range(_MOST_WHEEL):
            if self._ask("row", name, over) or self._ask("button", name):
                return
            self._xdotool("click", "5")
        raise AssertionError(f"“{name}” does not come in sight")

    def _ask(self, *question: str) -> Any:
        assert self._app.stdin is not None
        assert self._app.stdout is not None
        self._app.stdin.write(json.dumps(question) + "\n")
        self._app.stdin.flush()
        return json.loads(self._app.stdout.readline())

    def _xdotool(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self._environment, check=True, capture_output=True, timeout=15)


_LINES: dict[str, Callable[..., None]] = {
    r'Click "([^"]+)"\.': Person._click,
    r'Click "([^"]+)" among "([^"]+)"\.': Person._click_among,
    r'Drag "([^"]+)" above "([^"]+)" in "([^"]+)"\.': Person._drag,
    r'Ask for the menu of "([^"]+)" among "([^"]+)"\.': Person._menu,
    r"Press ([\w+]+)\.": Person._press,
    r'Type "([^"]+)"\.': Person._type,
    r'Turn the wheel over "([^"]+)" until "([^"]+)" is in sight\.': Person._wheel,
}
