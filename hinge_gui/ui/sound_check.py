"""Can you hear this from the mat? A bell and a sentence, again and again, louder, softer, on another device."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QLayout, QPushButton, QVBoxLayout, QWidget

from hinge_gui.core.adjustable import setting_dial
from hinge_gui.core.settings import BY_KEY
from hinge_gui.ui.flow import Flow
from hinge_gui.ui.listening import Listening
from hinge_gui.ui.practice import Practice
from hinge_gui.ui.theme import Theme, label
from hinge_gui.ui.widgets.boxes import column
from hinge_gui.ui.widgets.dial_row import DialRow
from hinge_gui.ui.widgets.over_window import OverWindow
from hinge_gui.ui.widgets.picker import AS_SYSTEM, Picker
from hinge_gui.ui.widgets.prose import paragraph, points

TITLE: Final = "Can you hear this from the mat?"
WORDS: Final = "Press Play, go to where you will lie, and listen. It sounds again and again until you stop it."
SENTENCE_AFTER_MS: Final = 1800  # the bell is heard out
AGAIN_AFTER_MS: Final = 9000
_WIDTH: Final = 560  # px at 100 %
ROUNDS: Final = 15  # somebody who walks off is not followed for ever
TRY_AFTER_MS: Final = 400  # once a volume is let go of


class SoundCheck(OverWindow):
    """A sheet over the window. What is turned here are the settings themselves."""

    heard = Signal()
    """The person hears it."""

    def __init__(self, theme: Theme, practice: Practice, listening: Listening, parent: QWidget | None = None) -> None:
        super().__init__(theme, TITLE, _WIDTH, parent)
        self._practice, self._listening = practice, listening
        self._rounds, self._sentence_next = 0, False
        self._turn = QTimer(self, singleShot=True)
        self._turn.timeout.connect(self._sound)
        self._tried = ""
        self._try_soon = QTimer(self, singleShot=True, interval=TRY_AFTER_MS)
        self._try_soon.timeout.connect(self._try)
        self._play = QPushButton("Play")
        self._dials = {key: DialRow(theme, setting_dial(BY_KEY[key], 50)) for key in ("bells_volume", "voice_volume")}
        self._device = Picker(theme, BY_KEY["sound_device"].label)
        self._trouble = paragraph("", "body")
        self._card = QFrame()
        self._card.hide()
        self._tips = QWidget()
        self._told: list[str] = []
        self._nothing = QPushButton("I hear nothing")
        self._lay_out()
        for dial in self._dials.values():
            dial.turned.connect(lambda key, value: self._turn_to(key, round(value)))
            dial.reset_asked.connect(lambda key: self._turn_to(key, BY_KEY[key].default))
        self._device.chosen.connect(lambda name: self._turn_to("sound_device", name))
        listening.changed.connect(self.refresh)
        practice.settings_changed.connect(self.refresh)
        self.refresh()

    # -- made ----------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        rows = self.rows
        rows.addWidget(paragraph(TITLE, "title"))
        rows.addWidget(paragraph(WORDS))
        self._play.setProperty("kind", "primary")
        self._play.setProperty("large", True)
        self._play.setDefault(True)
        self._play.clicked.connect(self._play_or_stop)
        rows.addWidget(self._play)
        self._add_card(rows)
        for dial in self._dials.values():
            rows.addWidget(dial)
        rows.addWidget(label(BY_KEY["sound_device"].label))
        rows.addWidget(self._device)
        self._tips.hide()
        column(self._tips)
        rows.addWidget(self._tips)
        rows.addStretch(1)
        self.close_with(self._answers())

    def _add_card(self, rows: QVBoxLayout) -> None:
        self._card.setProperty("card", "notice")
        column(self._card, margin=1.5).addWidget(self._trouble)
        rows.addWidget(self._card)

    def _answers(self) -> QLayout:
        answers = Flow()
        hears = QPushButton("I hear it", autoDefault=False)
        hears.clicked.connect(self._is_heard)
        self._nothing.setAutoDefault(False)
        self._nothing.setCheckable(True)
        self._nothing.toggled.connect(self._show_tips)
        for button in (hears, self._nothing):
            answers.addWidget(button)
        return answers

    # -- shown ---------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        settings = self._practice.settings
        for key, dial in self._dials.items():
            dial.show_dial(setting_dial(BY_KEY[key], settings.number(key)))
        self._device.offer([("", AS_SYSTEM), *self._listening.offers("devices")])
        chosen = settings.word("sound_device")
        self._device.choose(chosen, f"{chosen} (not here now)")
        told = "\n".join(self._listening.troubles())
        if told != self._trouble.text():
            self._trouble.setText(told)
            self._card.setVisible(bool(told))
            self.fit_soon()
        self._show_tips(self._nothing.isChecked())

    def _show_tips(self, shown: bool) -> None:
        tips = self._listening.tips() if shown else []
        if tips == self._told:
            return
        self._told = tips
        rows = self._tips.layout()
        assert rows is not None
        while (item := rows.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        if tips:
            rows.addWidget(label("What to do", "section"))
            rows.addWidget(points(tips))
        self._tips.setVisible(shown)
        self.fit_soon()
        if shown:
            self.bring_in_sight(self._tips)

    # -- heard ---------------------------------------------------------------------------------------------

    def _play_or_stop(self) -> None:
        if self._rounds:
            self._stop()
            return
        settings = self._practice.settings
        if settings.flag("muted"):
            self._practice.set_settings(settings.with_value("muted", False))
        self._rounds, self._sentence_next = ROUNDS, False
        self._play.setText("Stop")
        self._sound()

    def _sound(self) -> None:
        """The bell, then the sentence, then all of it again."""
        if self._sentence_next:
            self._listening.say()
            self._rounds -= 1
        else:
            self._listening.ring()
        self._sentence_next = not self._sentence_next
        if self._rounds:
            self._turn.start(SENTENCE_AFTER_MS if self._sentence_next else AGAIN_AFTER_MS)
        else:
            self._stop()

    def _stop(self) -> None:
        self._rounds = 0
        self._turn.stop()
        self._play.setText("Play")

    def _turn_to(self, key: str, value: object) -> None:
        settings = self._practice.settings
        assert isinstance(value, int | str)
        self._practice.set_settings(settings.with_value(key, value))
        self._tried = key
        if not self._rounds:
            self._try_soon.start()

    def _try(self) -> None:
        """What was turned is heard at once."""
        (self._listening.say if self._tried == "voice_volume" else self._listening.ring)()

    def _is_heard(self) -> None:
        self.heard.emit()
        self.accept()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._stop()
        self._try_soon.stop()
        self._listening.rest()
