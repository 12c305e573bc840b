"""What the person sets and adjusts: read from their files, and written there a moment after it changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from hinge_gui.core.adjust import Adjustments
from hinge_gui.core.errors import PersonError
from hinge_gui.store.adjustments_file import AdjustmentsFiles
from hinge_gui.store.places import Places
from hinge_gui.store.read import Reader
from hinge_gui.store.settings_file import SettingsFile

if TYPE_CHECKING:
    from hinge_gui.ui.practice import Practice

SAVE_AFTER_MS: Final = 400  # after the last change: a slider that is dragged writes one file, not sixty a second


class Changes(QObject):
    """Nothing is written before `follow`; a rehearsal never calls it."""

    def __init__(self, places: Places, reader: Reader, parent: QObject) -> None:
        super().__init__(parent)
        self._settings_file = SettingsFile(places.settings, reader)
        self.adjustments = AdjustmentsFiles(places.adjustments, reader)
        self.settings, self.faults = self._settings_file.load()
        self._saved = Adjustments()
        self._soon = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)

    def read(self, routine_id: str) -> Adjustments:
        adjustments, faults = self.adjustments.load(routine_id)
        self.faults += faults
        return adjustments

    def are_saved(self, adjustments: Adjustments) -> None:
        """The routine that is at hand now has these in its file."""
        self._saved = adjustments

    def follow(self, practice: Practice, tell: Callable[[PersonError], None]) -> None:
        self._practice, self._tell = practice, tell
        self._soon.timeout.connect(self.write)
        practice.timeline_changed.connect(self._soon.start)
        practice.settings_changed.connect(self._soon.start)

    def write_waiting(self) -> None:
        """What changed a moment ago, before another routine is at hand."""
        if self._soon.isActive():
            self.write()

    def write(self) -> None:
        self._soon.stop()
        try:
            self._settings_file.save(self._practice.settings)
            if self._practice.adjustments != self._saved:
                self._saved = self._practice.adjustments
                self.adjustments.save(self._practice.routine.id, self._saved)
        except PersonError as error:
            self._tell(error)
