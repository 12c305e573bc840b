"""What a screen reader is told while a practice plays: each milestone once, and never the seconds."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from hinge_gui.core.events import CueDue, Fact, Finished, Paused, Resumed, SegmentStarted, Waiting
from hinge_gui.core.moment import moment
from hinge_gui.core.phrases import ANY_KEY, HALF_WAY
from hinge_gui.ui.practice import Practice


def milestone(practice: Practice, fact: Fact) -> str:
    """The words for a fact; empty where nothing need be said."""
    match fact:
        case SegmentStarted(index=index, segment=segment) if segment.duration_ms or segment.wait:
            now = moment(practice.steps, practice.timeline, index)
            if segment.kind in {"hold", "out", "rest", "switch"}:  # the exercise was named when it began
                return ", ".join(filter(None, (now.phase.word, now.side_words)))
            return ", ".join(filter(None, (now.title, now.side_words, now.count, now.phase.word)))
        case CueDue(cue=cue) if cue.bell == "half":
            return HALF_WAY
        case Waiting():
            return ANY_KEY
        case Paused():
            return "Paused"
        case Resumed():
            return "Going on"
        case Finished():
            return "Well done. The practice is over."
    return ""


class Announcer(QObject):
    """Says milestones through the desktop's screen reader, where one listens."""

    def __init__(self, practice: Practice, speaker: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._practice, self._speaker = practice, speaker
        practice.fact.connect(self._hear)

    def _hear(self, fact: Fact) -> None:
        if QAccessible.isActive() and (words := milestone(self._practice, fact)):
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._speaker, words))
