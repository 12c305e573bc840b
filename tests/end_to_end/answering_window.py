"""Run as a program of its own: the real window, which tells on request where things are. It does nothing for anybody.

Each line in is a question as JSON, each line out its answer:
`["button", NAME]` and `["row", NAME, LIST]` → `[x, y]` on the screen, or null where it is not to be seen;
`["place", NAME]` → the middle of any other thing; `["words"]` → all that is written on the page.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QPoint, QRect, QSocketNotifier
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QListView, QMenu, QWidget

from hinge_gui.app import App, Options
from hinge_gui.app.launch import run

W = TypeVar("W", bound=QWidget)
_IN_SIGHT = 0.7  # of a thing's height, to be called in sight


class Answers:
    def __init__(self, app: App) -> None:
        self._window = app.window
        self._lines = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
        self._lines.activated.connect(self._answer)

    def _answer(self) -> None:
        line = sys.stdin.readline()
        if not line:
            QApplication.exit()
            return
        kind, *names = json.loads(line)
        answer = getattr(self, kind)(*names)
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()

    def button(self, name: str) -> list[int] | None:
        for menu in self._seen(QMenu):
            for action in menu.actions():
                if action.text() == name:
                    place = menu.mapToGlobal(menu.actionGeometry(action).center())
                    return [place.x(), place.y()]
        return self._middle([b for b in self._seen(QAbstractButton) if name in (b.text(), b.accessibleName())])

    def place(self, name: str) -> list[int] | None:
        return self._middle([w for w in self._seen(QWidget) if w.accessibleName() == name])

    def row(self, name: str, list_name: str) -> list[int] | None:
        for view in self._seen(QListView):
            model = view.model()
            for n in range(model.rowCount() if view.accessibleName() == list_name else 0):
                if model.index(n, 0).data() == name:
                    return self._in_view(view.viewport(), view.visualRect(model.index(n, 0)))
        return None

    def words(self) -> list[str]:
        return [label.text() for label in self._seen(QLabel)]

    def _seen(self, kind: type[W]) -> list[W]:
        return [widget for widget in self._window.findChildren(kind) if widget.isVisible() and widget.isEnabled()]

    def _middle(self, found: Sequence[QWidget]) -> list[int] | None:
        return self._in_view(found[0], found[0].rect()) if found else None

    def _in_view(self, widget: QWidget, wanted: QRect) -> list[int] | None:
        seen = widget.visibleRegion().boundingRect() & wanted
        if seen.height() < _IN_SIGHT * wanted.height():
            return None
        place: QPoint = widget.mapToGlobal(seen.center())
        return [place.x(), place.y()]


def main() -> int:
    kept: list[Answers] = []
    options = Options(routine="gentle-practice" if "--start" in sys.argv else None, start="--start" in sys.argv,
                      silent=True)  # fmt: skip
    return run(options, lambda app: kept.append(Answers(app)))


if __name__ == "__main__":
    raise SystemExit(main())
