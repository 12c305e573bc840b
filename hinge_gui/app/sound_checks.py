"""When the sound is tried: offered once at the first start, and whenever the person asks for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hinge_gui.app.listening import Listening
from hinge_gui.core.events import Fact

if TYPE_CHECKING:
    from hinge_gui.app import App
    from hinge_gui.ui.sound_check import SoundCheck


class SoundChecks(QObject):
    def __init__(self, app: App) -> None:
        super().__init__(app)
        self._app = app
        self._sheet: SoundCheck | None = None
        self.listening = Listening(app.practice, app.sound_maker.sound if app.sound_maker else None, self)

    def offer(self, answered: Callable[[], None]) -> None:
        """On the start screen, until it is answered; a practice that begins is an answer too."""
        start, fact = self._app.window.page.start, self._app.practice.fact

        def over(_told: Fact | None = None) -> None:
            fact.disconnect(over)
            start.forget_sound_offer()
            answered()

        def take(tries: bool) -> None:
            over()
            if tries:
                self.show()

        start.offer_sound_check()
        start.sound_offer_answered.connect(take)
        fact.connect(over)

    def show(self) -> None:
        """A practice that is being played waits meanwhile."""
        if self._app.practice.state == "playing":
            self._app.practice.play_pause()
        if self._sheet is None:
            from hinge_gui.ui.sound_check import SoundCheck

            self._sheet = SoundCheck(self._app.theme, self._app.practice, self.listening, self._app.window)
        self.listening.look()
        self._sheet.open()

    def tell_of(self, trouble: str) -> None:
        """The badge was pressed: where the sound is missing, one may look for it at once."""
        self.listening.attend()
        if self.listening.troubles():
            self.show()
        else:
            self._app.tell_trouble(trouble)
