"""What the window remembers of itself: how large it was, and which cards of a first start were read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hinge_gui.store.app_state import AppState, AppStateFile
from hinge_gui.ui.window import Window


class WindowMemory:
    """Of a rehearsal there is none: usual size, no cards."""

    def __init__(self, window: Window, file: AppStateFile, *, rehearsal: bool) -> None:
        self._window, self._file = window, file
        self._state = AppState(safety_read=True, sound_offered=True) if rehearsal else file.read()

    def show(self) -> None:
        self._window.resize(self._state.width, self._state.height)
        if self._state.maximised:
            self._window.showMaximized()
        else:
            self._window.show()

    def show_safety(self, offer_sound: Callable[[Callable[[], None]], None]) -> None:
        """At the very first start, and then the offer to try the sound; `offer_sound` wants to know what then."""
        start = self._window.page.start
        if not self._state.safety_read:
            start.show_safety()
            start.safety_read.connect(lambda: self._remember(safety_read=True))
            start.safety_read.connect(lambda: self.offer_sound(offer_sound))

    def offer_sound(self, offer: Callable[[Callable[[], None]], None]) -> None:
        """Once, after the safety card was read."""
        if self._state.safety_read and not self._state.sound_offered:
            offer(lambda: self._remember(sound_offered=True))

    def keep_size(self) -> None:
        size, maximised = self._window.normalGeometry().size(), self._window.isMaximized()
        self._file.write(replace(self._state, width=size.width(), height=size.height(), maximised=maximised))

    def _remember(self, **what: bool) -> None:
        self._state = replace(self._state, **what)
        self._file.write(self._state)
