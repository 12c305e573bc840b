"""The pictures of an exercise: how it looks as they follow one another, and each with its words and its seconds."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from hinge_gui.core.exercise import Exercise, Picture
from hinge_gui.core.own_exercise import PICTURE_S, moved_picture, with_picture, without_picture
from hinge_gui.paint.own_picture import read
from hinge_gui.ui.flow import Flow
from hinge_gui.ui.icon_button import IconButton
from hinge_gui.ui.theme import TARGET, Theme, label
from hinge_gui.ui.widgets.boxes import column, row

THUMB: Final = 72
NONE_YET: Final = "Drop pictures here: PNG, JPEG, WebP or SVG. They are shown one after the other, in this order."


class PictureRow(QFrame):
    """One picture: what it shows in words, for how long, its place, and the way out."""

    written = Signal(str)
    turned = Signal(float)
    nudged = Signal(int)
    removed = Signal()

    def __init__(self, theme: Theme, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self._seconds_s = 0.0
        self._shown = ""
        self._thumb = QLabel()
        self._thumb.setFixedSize(THUMB, THUMB)
        self._thumb.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._alt = QLineEdit(placeholderText="What there is to see")
        self._alt.setAccessibleName(f"Picture {number} in words")
        self._alt.textEdited.connect(self.written)
        self._seconds = label("", "strong")
        self._seconds.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._seconds.setFixedSize(56, TARGET)
        words = column(gap=0.5)
        words.addWidget(self._alt)
        words.addLayout(self._buttons(theme, number))
        beside = row(self, gap=1, margin=1)
        beside.addWidget(self._thumb, 0, Qt.AlignmentFlag.AlignTop)
        beside.addLayout(words, 1)

    def _buttons(self, theme: Theme, number: int) -> Flow:
        name = f"Picture {number}"
        less, more = IconButton(theme, "less", f"{name}: shorter"), IconButton(theme, "more", f"{name}: longer")
        less.clicked.connect(lambda: self._turn(-1))
        more.clicked.connect(lambda: self._turn(1))
        earlier, later = IconButton(theme, "up", f"{name}: earlier"), IconButton(theme, "down", f"{name}: later")
        earlier.clicked.connect(lambda: self.nudged.emit(-1))
        later.clicked.connect(lambda: self.nudged.emit(1))
        out = IconButton(theme, "close", f"{name}: take out")
        out.clicked.connect(self.removed)
        buttons = Flow(gap=4)
        for part in (less, self._seconds, more, earlier, later, out):
            buttons.addWidget(part)
        return buttons

    def show_picture(self, picture: Picture) -> None:
        self._seconds_s = picture.seconds
        self._seconds.setText(f"{picture.seconds:g} s")
        if self._alt.text().strip() != picture.alt:
            self._alt.setText(picture.alt)
        if picture.path != self._shown:
            self._shown = picture.path
            ratio = self.devicePixelRatioF()
            image = read(picture.path, QSize(THUMB, THUMB) * ratio) or QImage()
            image.setDevicePixelRatio(ratio)
            self._thumb.setPixmap(QPixmap.fromImage(image))
            self._thumb.setToolTip(picture.file)

    def _turn(self, by: int) -> None:
        low, high = PICTURE_S
        self.turned.emit(min(max(self._seconds_s + by, low), high))


class Pictures(QWidget):
    changed = Signal(object, str, str)
    """The exercise, the edit in words, and its merge key."""
    files_asked = Signal()
    """The person wants to choose pictures from their folders."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._exercise: Exercise | None = None
        self._rows: list[PictureRow] = []
        self._hint = label(NONE_YET, "body", soft=True, wrap=True)
        self._add = QPushButton("Add pictures…", autoDefault=False)
        self._add.clicked.connect(self.files_asked)
        whole = column(self, gap=1)
        self._list: QVBoxLayout = column(gap=1)
        whole.addWidget(self._hint)
        whole.addLayout(self._list)
        whole.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        whole.addStretch(1)

    def show_exercise(self, exercise: Exercise) -> None:
        self._exercise = exercise
        while len(self._rows) > len(exercise.pictures):
            gone = self._rows.pop()
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self._rows) < len(exercise.pictures):
            self._add_row(len(self._rows))
        for made, picture in zip(self._rows, exercise.pictures, strict=True):
            made.show_picture(picture)
        self._hint.setVisible(not exercise.pictures)

    def _add_row(self, at: int) -> None:
        made = PictureRow(self._theme, at + 1)
        made.written.connect(lambda text: self._change("Words", f"alt {at}", alt=text.strip(), at=at))
        made.turned.connect(lambda seconds: self._change("Seconds", f"seconds {at}", seconds=seconds, at=at))
        made.nudged.connect(lambda by: self._tell(moved_picture(self._now, at, by), "Move the picture"))
        made.removed.connect(lambda: self._tell(without_picture(self._now, at), "Take the picture out"))
        self._rows.append(made)
        self._list.addWidget(made)

    @property
    def _now(self) -> Exercise:
        assert self._exercise is not None
        return self._exercise

    def _change(self, words: str, merge_key: str, *, at: int, **values: object) -> None:
        self.changed.emit(with_picture(self._now, at, **values), words, merge_key)

    def _tell(self, exercise: Exercise, words: str) -> None:
        self.changed.emit(exercise, words, "")
