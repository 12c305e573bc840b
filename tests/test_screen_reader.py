"""What a screen reader finds: on every page and sheet, nothing that takes the focus is without a name and a role."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from hinge_gui.app import App
from hinge_gui.core.errors import Fault, PersonError
from hinge_gui.ui.question import Question
from tests.ui.practices import place_of

NAME = QAccessible.Text.Name
PAGES = ("home", "preferences", "learn", "log", "editor", "exercises", "exercise", "sound", "shortcuts")


def found(root: QWidget) -> Iterator[QAccessibleInterface]:
    """All of the tree that a person can see."""

    def below(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
        yield node
        for n in range(node.childCount()):
            child = node.child(n)
            if not child.state().invisible:
                yield from below(child)

    QApplication.processEvents()
    node = QAccessible.queryAccessibleInterface(root)
    assert node is not None
    return below(node)


def unnamed(root: QWidget) -> list[str]:
    """Whatever takes the focus and has no name, or a role that says nothing."""
    faults = []
    for node in found(root):
        if not node.state().focusable:
            continue
        if not node.text(NAME).strip() or node.role() == QAccessible.Role.NoRole:
            faults.append(f"{node.role()} {node.object()} {node.text(NAME)!r}")
    return faults


def everywhere(app: App) -> list[str]:
    """In the window and in the sheets over it, which are closed then."""
    sheets = [sheet for sheet in app.window.findChildren(QDialog) if sheet.isVisible()]
    faults = [fault for root in (app.window, *sheets) for fault in unnamed(root)]
    for sheet in sheets:
        sheet.close()
    return faults


def test_every_page_beside_the_player_has_names(app: App) -> None:
    for page in PAGES:
        app.show_page(page)
        app.pages.finish_painting()
        assert everywhere(app) == [], page


def skipped(app: App) -> None:
    app.practice.play_from(0)
    app.practice.next()


STATES: dict[str, Callable[[App], object]] = {
    "start": lambda app: None,
    "cards": lambda app: app.window.page.start.offer_kept_place("Calf stretch, left side"),
    "sound offered": lambda app: app.window.page.start.offer_sound_check(),
    "hold": lambda app: app.practice.play_from(place_of(app.practice, "hold")),
    "follow": lambda app: app.window.do("follow"),
    "adjust": lambda app: app.window.do("adjust"),
    "drawer": lambda app: app.window.do("drawer"),
    "compare": lambda app: app.window.do("compare"),
    "badge": lambda app: app.window.page.set_badge("sound", "No sound output was found."),
    "undo": skipped,
    "end": lambda app: app.practice.play_from(app.practice.timeline.total_ms),
    "question": lambda app: Question(app.theme, "Which?", ["Words"], ["This", "That"], app.window).open(),
    "faults": lambda app: app.tell(PersonError("Cannot be read", "Mend it", [Fault("a.yaml", 1, 2, "what")])),
}


def test_every_state_of_the_player_and_every_sheet_has_names(app: App) -> None:
    for state, reach in STATES.items():
        reach(app)
        assert everywhere(app) == [], state


def test_the_walk_would_find_one_that_has_none(app: App) -> None:
    nameless = QWidget(app.window)
    nameless.setFocusPolicy(app.window.page.focusPolicy())
    nameless.show()
    assert len(unnamed(app.window)) == 1
