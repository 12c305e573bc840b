"""The preferences: every setting with its help, found by a word, applied at once."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from hinge_gui.core.key_names import joined, key_names
from hinge_gui.core.settings import BY_KEY, GROUPS, KEY_HELP, TABLE, Group, Settings, Value
from hinge_gui.ui.listening import Listening
from hinge_gui.ui.player.actor import Actor
from hinge_gui.ui.player.keys import shown, taken_by, without
from hinge_gui.ui.player.stage import Stage
from hinge_gui.ui.practice import Practice
from hinge_gui.ui.preferences.rows import SettingRow
from hinge_gui.ui.preferences.voices import VoiceTrial
from hinge_gui.ui.question import Question
from hinge_gui.ui.side_page import SidePage
from hinge_gui.ui.theme import Theme, grid, label
from hinge_gui.ui.widgets.boxes import column, place, row
from hinge_gui.ui.widgets.column import Column
from hinge_gui.ui.widgets.elided_button import ElidedButton
from hinge_gui.ui.widgets.prose import paragraph
from hinge_gui.ui.widgets.search_line import SearchLine

_AT_ONCE: Final = 2  # cards that are in sight when the page opens
SOON_MS: Final = 40  # a knob that is dragged dresses the window at most so often
_SHOWN: Final = "hip-hinge"  # whom the person looks at while choosing; any exercise where that one is missing
_WITH_FIGURE: Final = 860  # px at 100 %: narrower, the figure makes room
_WITH_SEARCH: Final = 680
_WIDEST_SEARCH: Final = 360
_WIDEST: Final = 760  # px at 100 %, of the settings: wider, their words stand too far from what they turn
FOLDER_HELP: Final = "Routines, exercises, pictures and the practice log, as plain files that are yours."


class PreferencesPage(SidePage):
    """Made from the table in `core/settings.py`; `folder` is where the person's things live."""

    sound_check_asked = Signal()
    folder_asked = Signal()
    """The person wants to see the folder in their file manager."""

    def __init__(
        self, theme: Theme, practice: Practice, folder: str, listening: Listening, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "Preferences", parent)
        self._practice, self._listening = practice, listening
        self._rows: list[SettingRow] = []
        self._cards: dict[Group, QFrame] = {}
        self._before_reset: Settings | None = None
        self._asked: dict[str, Value] = {}
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._apply)
        self._painted = QTimer(self, singleShot=True, interval=0)
        self._painted.timeout.connect(self._follow_up)
        self._to_come = list(GROUPS)  # whose cards are not made yet
        self._folder = folder
        self._folder_card: QFrame | None = None  # comes with the last of them
        self._looked = False
        self._shown_for: Settings | None = None
        self._search = SearchLine(theme, "Search the preferences")
        self._search.textChanged.connect(self._find)
        self._reset = QPushButton("Reset everything", autoDefault=False)
        self._reset.clicked.connect(self._reset_all)
        self._nothing = label("No setting is called that.", "body", soft=True)
        self._nothing.hide()
        self._figure = Stage(theme)
        self._figure.setAccessibleName("The figure as you chose it")
        self._lay_out()
        practice.settings_changed.connect(self._refresh)
        listening.changed.connect(self._offer)
        self._offer()
        self._refresh()

    # -- made from the table -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.head.addWidget(self._search, 1)
        self.head.addWidget(self._reset)
        content = QWidget()
        self._column_of_cards = column(content, gap=2)
        self._column_of_cards.setContentsMargins(0, 0, grid(1), grid(2))
        self._column_of_cards.addWidget(self._nothing)
        self._column_of_cards.addStretch(1)
        for _ in range(_AT_ONCE):
            self._make_card()
        beside = row(gap=3)
        self._column = Column(content)
        beside.addWidget(self._column, 3)
        beside.addWidget(self._figure, 2)
        self.body.addLayout(beside, 1)

    def _make_card(self) -> None:
        """The next one, with what is in force; the last also brings the folder."""
        group = self._to_come.pop(0)
        made = [self._card(group)]
        if not self._to_come:
            self._folder_card = self._about_folder()
            made.append(self._folder_card)
        for card in made:
            self._column_of_cards.insertWidget(self._column_of_cards.count() - 1, card)
        for row_ in self._rows:
            if row_.setting.group == group:
                self._offer_to(row_)
                row_.show_value(self._practice.settings)

    def _card(self, group: Group) -> QFrame:
        card, rows = _framed(GROUPS[group])
        if group == "keys":
            rows.addWidget(paragraph(KEY_HELP, "caption", soft=True))
        for setting in TABLE:
            if setting.group == group:
                made = SettingRow(self._theme, setting)
                made.asked.connect(self._ask)
                self._rows.append(made)
                rows.addWidget(made)
        if group == "keys":
            usual = ElidedButton("All keys as usual")
            usual.clicked.connect(self._reset_keys)
            rows.addWidget(usual, 0, Qt.AlignmentFlag.AlignLeft)
        elif group == "sound":
            tries = ElidedButton("Check the sound")
            tries.clicked.connect(self.sound_check_asked)
            rows.addWidget(tries, 0, Qt.AlignmentFlag.AlignLeft)
        elif group == "voice":
            rows.addWidget(VoiceTrial(self._theme, self._listening))
        self._cards[group] = card
        return card

    def _about_folder(self) -> QFrame:
        card, rows = _framed("Your folder")
        rows.addWidget(paragraph(FOLDER_HELP, soft=True))
        where = paragraph(self._folder.replace("/", "/\u200b"), "strong")  # a long path may break at its slashes
        where.setAccessibleName(self._folder)
        rows.addWidget(where)
        opens = QPushButton("Open folder", autoDefault=False)
        opens.clicked.connect(self.folder_asked)
        rows.addWidget(opens, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    # -- what is shown -------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)
        self._refresh()

    def finish_painting(self) -> None:
        self._follow_up()
        self._painted.stop()
        while self._to_come:
            self._make_card()

    def _follow_up(self) -> None:
        """What takes its time: figure and sound come when the page has been seen, then what is below, bit by bit."""
        if self._shown_for != self._practice.settings:
            self._shown_for = self._practice.settings
            self._show_figure(self._shown_for)
        elif self._to_come:
            self._make_card()
        if not self._looked:
            self._looked = True
            self._listening.look()
        if self._to_come:
            self._painted.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._painted.stop()
        self._looked = False
        self._listening.rest()

    def _offer(self) -> None:
        for made in self._rows:
            self._offer_to(made)

    def _offer_to(self, made: SettingRow) -> None:
        if made.setting.offers:
            made.offer(self._listening.offers(made.setting.offers))
            made.show_value(self._practice.settings)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._figure.setVisible(self.width() >= _WITH_FIGURE * self._theme.scale)
        self._column.setMaximumWidth(round(_WIDEST * self._theme.scale))
        beside = self.width() >= _WITH_SEARCH * self._theme.scale
        place(self._search, self.head, 2, self.body, 1, first=beside)
        self._search.setMaximumWidth(_WIDEST_SEARCH if beside else self.width())
        self._name_reset()

    def _name_reset(self) -> None:
        words = "Reset everything" if self._before_reset is None else "Undo the reset"
        narrow = self.width() < _WITH_SEARCH * self._theme.scale
        self._reset.setText(words.split()[0] if narrow else words)
        self._reset.setAccessibleName(words)

    def _refresh(self) -> None:
        settings = self._practice.settings
        for made in self._rows:
            made.show_value(settings)
        if self._before_reset is not None and settings.own:
            self._before_reset = None
        self._name_reset()
        self._reset.setEnabled(bool(settings.own) or self._before_reset is not None)
        if self.isVisible():
            self._painted.start()

    def _show_figure(self, settings: Settings) -> None:
        catalogue = self._practice.catalogue
        shown = catalogue.get(_SHOWN) or next(iter(catalogue.values()), None)
        self._figure.show_cast(Actor(settings).cast(shown), fade=False)
        self._figure.set_pose(1.0)

    def _find(self, words: str) -> None:
        while self._to_come:
            self._make_card()
        shown: set[Group] = set()
        for made in self._rows:
            found = made.found_by(words)
            made.setVisible(found)
            if found:
                shown.add(made.setting.group)
        for group, card in self._cards.items():
            card.setVisible(group in shown)
        of_folder = all(word in f"your folder data {FOLDER_HELP}".casefold() for word in words.casefold().split())
        if self._folder_card:
            self._folder_card.setVisible(of_folder)
        self._nothing.setVisible(not shown and not of_folder)
        self._column.verticalScrollBar().setValue(0)  # to the first that is found

    # -- what the person asks for --------------------------------------------------------------------------

    def _ask(self, key: str, value: Value) -> None:
        settings = self._practice.settings
        if BY_KEY[key].group == "keys":
            for name in key_names(str(value)):
                if owner := taken_by(settings, name, but=key):
                    self._ask_who_has(name, key, owner)
                    return
        self._asked[key] = value
        if not self._soon.isActive():
            self._soon.start()

    def _reset_keys(self) -> None:
        self._asked.update({s.key: s.default for s in TABLE if s.group == "keys"})
        self._apply()

    def _ask_who_has(self, name: str, key: str, owner: str) -> None:
        """Two things cannot have one key: the person says which."""
        has, wants = BY_KEY[owner].label, BY_KEY[key].label
        words = [f"{shown(name)} does this already: {has}."]
        question = Question(self._theme, f"{shown(name)} is taken", words, (f"Now for: {wants}", "Leave it"), self)
        question.answered.connect(lambda answer: self._take_over(name, key, owner) if answer == 0 else None)
        question.open()

    def _take_over(self, name: str, key: str, owner: str) -> None:
        self._asked[owner] = joined(without(self._practice.settings, owner, name))
        self._asked[key] = name
        self._apply()

    def _apply(self) -> None:
        settings = self._practice.settings
        for key, value in self._asked.items():
            settings = settings.with_value(key, value)
        self._asked.clear()
        self._practice.set_settings(settings)

    def _reset_all(self) -> None:
        before, self._before_reset = self._before_reset, None
        if before is None:
            self._before_reset = self._practice.settings
            before = Settings()
        self._practice.set_settings(before)


def _framed(title: str) -> tuple[QFrame, QVBoxLayout]:
    card = QFrame()
    card.setProperty("card", "true")
    rows = column(card, gap=2, margin=2)
    rows.addWidget(label(title, "section"))
    return card, rows
