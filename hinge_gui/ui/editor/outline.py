"""The steps of a routine as they are written: with their figures, rounds and what is in them, to be put in order."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QImage

from hinge_gui.core.dose import dose_of, name_of
from hinge_gui.core.editing import At, places, step_at
from hinge_gui.core.exercise import Range
from hinge_gui.core.plan import Catalogue, Planned, PlannedStep, plan
from hinge_gui.core.routine import ExerciseStep, Rounds, Routine
from hinge_gui.records import dataclass
from hinge_gui.ui.player.actor import Actor
from hinge_gui.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
FIGURE: Final = 48
ROW: Final = Qt.ItemDataRole.UserRole
PICTURE: Final = Qt.ItemDataRole.UserRole + 1
_MIME: Final = "application/x-hinge-gui-step"
_Figure = tuple[str, str | None, Range]


@dataclass(frozen=True, slots=True)
class Row:
    """One line: a step, or the head of rounds. `remark` is what a teacher would say."""

    at: At
    title: str
    detail: str
    planned: Planned | None
    is_rounds: bool = False
    remark: str = ""

    @property
    def depth(self) -> int:
        return len(self.at) - 1


def rows_of(routine: Routine, catalogue: Catalogue, remarks: dict[At, str]) -> list[Row]:
    """Every step from first to last."""
    out = []
    for at in places(routine):
        step, remark = step_at(routine, at), remarks.get(at, "")
        if isinstance(step, Rounds):
            out.append(Row(at, f"{step.rounds} rounds", "What is below is played so often", None, True, remark))
            continue
        shown: PlannedStep = plan(step, catalogue) if isinstance(step, ExerciseStep) else step
        planned = shown if isinstance(shown, Planned) else None
        out.append(Row(at, name_of(shown), _detail(shown), planned, remark=remark))
    return out


def _detail(step: PlannedStep) -> str:
    if not isinstance(step, Planned):
        return " · ".join(filter(None, (dose_of(step), f"“{step.say}”" if step.say else "")))
    extra = [f"{side} + {seconds:g} s" for side, seconds in step.step.extra.items()]
    return " · ".join([dose_of(step), *extra, *(["waits for you"] if step.step.wait else [])])


class Outline(QAbstractListModel):
    dropped = Signal(object, object)
    """A step's place, and the row before which it was dropped (None: at the end)."""

    def __init__(self, theme: Theme, actor: Actor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._actor = theme, actor
        self._rows: list[Row] = []
        self._pictures: dict[_Figure, QImage] = {}
        self._wanted: dict[_Figure, Planned] = {}
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._paint_one)
        theme.changed.connect(self._forget)

    def set_actor(self, actor: Actor) -> None:
        self._actor = actor
        self._forget()

    def set_rows(self, rows: list[Row]) -> None:
        """Where only texts differ, places in the view stay."""
        if len(rows) == len(self._rows):
            old, self._rows = self._rows, rows
            for n, (a, b) in enumerate(zip(old, rows, strict=True)):
                if a != b:
                    self.dataChanged.emit(self.index(n), self.index(n))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_of(self, at: At) -> int:
        """-1 where there is none."""
        return next((n for n, row in enumerate(self._rows) if row.at == at), -1)

    # -- Qt ------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - as Qt declares it
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (row.title, row.detail, row.remark)))
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.remark or None
        if role == ROW:
            return row
        return self.picture(row.planned) if role == PICTURE and row.planned else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags | Qt.ItemFlag.ItemIsDropEnabled

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802 - Qt's name
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        return [_MIME]

    def mimeData(self, indexes: Any) -> QMimeData:  # noqa: N802 - Qt's name
        data = QMimeData()
        data.setData(_MIME, str(indexes[0].row()).encode())
        return data

    def dropMimeData(  # noqa: N802 - Qt's name
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, _parent: Index
    ) -> bool:
        """Always False: the routine itself is changed, and these rows follow it."""
        moved = self._rows[int(bytes(data.data(_MIME).data()))]
        before = self._rows[row].at if 0 <= row < len(self._rows) else None
        self.dropped.emit(moved.at, before)
        return False

    # -- pictures, one in each turn of the event loop ------------------------------------------------------

    def picture(self, planned: Planned) -> QImage | None:
        """The figure of a step; None while it is not painted yet."""
        key = (planned.exercise.id, planned.exercise.variant, planned.step.range)
        if key not in self._pictures and key not in self._wanted:
            self._wanted[key] = planned
            self._timer.start()
        return self._pictures.get(key)

    def _paint_one(self) -> None:
        key = next(iter(self._wanted), None)
        if key is None:
            return
        planned = self._wanted.pop(key)
        cast = self._actor.cast(planned.exercise, planned.step.range)
        self._pictures[key] = cast.thumbnail(self._theme, FIGURE, 2.0)
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1), [PICTURE])
        if self._wanted:
            self._timer.start()

    def paint_all(self) -> None:
        self._timer.stop()
        while self._wanted:
            self._paint_one()

    def _forget(self) -> None:
        self._pictures.clear()
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1), [PICTURE])
