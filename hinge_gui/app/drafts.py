"""What was not saved when the window closed is offered at the next start."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from hinge_gui.app.telling import told
from hinge_gui.store.drafts import Draft, Drafts

if TYPE_CHECKING:
    from hinge_gui.app import App

OFFER: Final = ("Go on with it", "Throw it away", "Decide later")
OFFER_WORDS: Final = "The window was closed while you were changing it. It is kept until you decide."


class Drafting(Protocol):
    """Whoever edits something, and can go on where a draft stopped."""

    drafts: Drafts

    def name_of(self, draft: Draft) -> str:
        """PersonError where it cannot be read."""

    def go_on_with(self, draft: Draft) -> None:
        """PersonError where it cannot be read."""


def offer(app: App, who: Drafting, draft: Draft) -> None:
    """PersonError where it cannot be read."""
    from hinge_gui.ui.question import Question

    def go_on() -> None:
        who.go_on_with(draft)
        who.drafts.drop(draft)

    deeds = (go_on, lambda: who.drafts.drop(draft), lambda: None)
    title = f"“{who.name_of(draft)}” was not saved"
    question = Question(app.theme, title, [OFFER_WORDS], OFFER, app.window)
    question.answered.connect(lambda answer: told(app, deeds[answer])())
    question.open()
