"""The steps of a routine as they are written: with their figures, rounds and what is in them, to be put in order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QImage

from hinge_gui.core.dose import dose_of, name_of
from hinge_gui.core.editing import At, listed
from hinge_gui.core.plan import Planned, PlannedStep
from hinge_gui.core.routine import ExerciseStep, Rounds, Routine, Step
from hinge_gui.records import dataclass
from hinge_gui.ui.player.actor import Actor
from hinge_gui.ui.player.thumbnails import Thumbnails
from hinge_gui.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
FIGURE: Final = 48
ROW: Final = Qt.ItemDataRole.UserRole
PICTURE: Final = Qt.ItemDataRole.UserRole + 1
_MIME: Final = "application/x-hinge-gui-step"
_ROLES: Final = frozenset({Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, ROW, PICTURE})


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


def row_of(at: At, step: Step, plan: Callable[[ExerciseStep], Planned], remark: str = "") -> Row:
    if isinstance(step, Rounds):
        return Row(at, f"{step.rounds} rounds", "What is below is played so often", None, True, remark)
    shown: PlannedStep = plan(step) if isinstance(step, ExerciseStep) else step
    planned = shown if isinstance(shown, Planned) else None
    return Row(at, name_of(shown), _detail(shown), planned, remark=remark)


def _detail(step: PlannedStep) -> str:
    if not isinstance(step, Planned):
        return " · ".join(filter(None, (dose_of(step), f"“{step.say}”" if step.say else "")))
    extra = [f"{side} + {seconds:g} s" for side, seconds in step.step.extra.items()]
    return " · ".join([dose_of(step), *extra, *(["waits for you"] if step.step.wait else [])])


class Outline(QAbstractListModel):
    dropped = Signal(object, object)
    """A step's place, and the row before which it was dropped (None: at the end)."""

    def __init__(
        self, theme: Theme, actor: Actor, plan: Callable[[ExerciseStep], Planned], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._plan = plan
        self.thumbnails = Thumbnails(theme, FIGURE, self)
        self.thumbnails.cast_by(actor)
        self.thumbnails.changed.connect(self._tell_of_pictures)
        self._lines: list[tuple[At, Step]] = []
        self._remarks: dict[At, str] = {}

    def show_routine(self, routine: Routine, remarks: dict[At, str]) -> None:
        """Rows come and go where steps did; all others stay in the view as they are."""
        old, lines = self._lines, listed(routine)
        stays = _alike_at_the_end(old, lines)
        gone, new = len(old) - stays, len(lines) - stays  # where the rows end that differ
        if gone > new:
            self.beginRemoveRows(QModelIndex(), new, gone - 1)
            self._lines = old[:new] + old[gone:]
            self.endRemoveRows()
        elif new > gone:
            self.beginInsertRows(QModelIndex(), gone, new - 1)
            self._lines = old[:gone] + lines[gone:new] + old[gone:]
            self.endInsertRows()
        self._lines, self._remarks = lines, remarks
        if lines:  # those before and behind may have other remarks now
            self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))

    def row_at(self, at: At) -> int:
        """-1 where there is none."""
        return next((n for n, (place, _) in enumerate(self._lines) if place == at), -1)

    # -- Qt ------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - as Qt declares it
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        at, step = self._lines[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._remarks.get(at)
        if role not in _ROLES:
            return None
        row = row_of(at, step, self._plan, self._remarks.get(at, ""))
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (row.title, row.detail, row.remark)))
        if role == ROW:
            return row
        return self.picture(row.planned) if role == PICTURE and row.planned else None

    def picture(self, planned: Planned) -> QImage | None:
        """The figure of a step; None while it is not painted yet."""
        return self.thumbnails.of(planned.exercise, planned.step.range)

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
        moved, _ = self._lines[int(bytes(data.data(_MIME).data()))]
        before = self._lines[row][0] if 0 <= row < len(self._lines) else None
        self.dropped.emit(moved, before)
        return False

    def _tell_of_pictures(self) -> None:
        if self._lines:
            self.dataChanged.emit(self.index(0), self.index(len(self._lines) - 1), [PICTURE])


def _alike_at_the_end(old: list[tuple[At, Step]], new: list[tuple[At, Step]]) -> int:
    """How many lines at the end show the same step as before, those alike from the start left aside."""
    most = min(len(old), len(new))
    most -= next((n for n in range(most) if not _same(old[n], new[n])), most)
    return next((n for n in range(most) if not _same(old[-1 - n], new[-1 - n])), most)


def _same(line: tuple[At, Step], other: tuple[At, Step]) -> bool:
    return line[1] is other[1] and len(line[0]) == len(other[0])
