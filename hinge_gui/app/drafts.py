"""What is edited is written down while it is not saved; what a window left so is offered at the next start."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QObject, QTimer

from hinge_gui.app.telling import told
from hinge_gui.core.errors import PersonError
from hinge_gui.store.drafts import Draft, Drafts
from hinge_gui.ui.editing_page import EditingPage

if TYPE_CHECKING:
    from hinge_gui.app import App

AFTER_MS: Final = 3000  # a change: what a killed window loses at most
OFFER: Final = ("Go on with it", "Throw it away", "Decide later")
OFFER_WORDS: Final = "The window was closed while you were changing it. It is kept until you decide."


class Drafting(Protocol):
    """Whoever edits something, and can go on where a draft stopped."""

    drafts: Drafts

    def name_of(self, draft: Draft) -> str:
        """PersonError where it cannot be read."""

    def go_on_with(self, draft: Draft) -> None:
        """PersonError where it cannot be read."""


class DraftKeeper(QObject):
    """Writes down what is edited on a page, some seconds after a change, and while nothing is changed never.

    `writing` gives the deed that writes what is there now. It is done in a thread: a disk may take its time, and
    somebody may be typing.
    """

    def __init__(self, page: EditingPage, drafts: Drafts, writing: Callable[[], Callable[[], None]]) -> None:
        super().__init__(page)
        self._page, self._drafts, self._writing = page, drafts, writing
        self._kept: object = None
        self._thread: Thread | None = None
        self._soon = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._soon.timeout.connect(self._keep_aside)
        page.changed.connect(self._hear)
        page.closed.connect(self._hear)

    def keep(self) -> None:
        """At once, for the next start: the window closes, or something else is edited.

        PersonError where it cannot be written.
        """
        self._soon.stop()
        self._wait()
        try:
            if self._page.is_unsaved:
                self._writing()()
        finally:
            self._kept = None
            self._drafts.let_go()

    def _hear(self) -> None:
        if self._page.is_unsaved:
            if not self._soon.isActive() and self._page.edited != self._kept:
                self._soon.start()
        else:
            self._soon.stop()
            self._wait()
            self._kept = None
            self._drafts.forget()

    def _keep_aside(self) -> None:
        deed, self._kept = self._writing(), self._page.edited
        self._wait()
        self._thread = Thread(target=_quietly, args=(deed,), name="draft")
        self._thread.start()

    def _wait(self) -> None:
        if self._thread:
            self._thread.join()
            self._thread = None


def _quietly(deed: Callable[[], None]) -> None:
    with suppress(PersonError):  # told when the window closes
        deed()


def offer(app: App, who: Drafting, draft: Draft) -> None:
    """PersonError where it cannot be read."""
    from hinge_gui.ui.question import Question

    def go_on() -> None:
        who.go_on_with(draft)
        who.drafts.go_on_with(draft)

    deeds = (go_on, lambda: who.drafts.drop(draft), lambda: None)
    title = f"“{who.name_of(draft)}” was not saved"
    question = Question(app.theme, title, [OFFER_WORDS], OFFER, app.window)
    question.answered.connect(lambda answer: told(app, deeds[answer])())
    question.open()
