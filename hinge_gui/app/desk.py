"""What lies in an editor and the file that it came from: saved, and watched for what others do to the file."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final, Generic, Protocol, TypeVar

from hinge_gui.core.errors import PersonError
from hinge_gui.store.own_files import ChangedOnDiskError, OwnFile, read_own, save, save_over
from hinge_gui.store.places import Places

if TYPE_CHECKING:
    from pathlib import Path

    from hinge_gui.app import App
    from hinge_gui.ui.question import Question

T = TypeVar("T")
CHANGED: Final = ("Keep mine", "Take the other one", "Decide later")
CHANGED_WORDS: Final = (
    "Another program, or another window, changed this file while it was open here. Neither version is lost: what you "
    "decide against is kept, the other one in the bin, yours under a name of its own."
)


class Trade(Protocol[T]):
    """How one kind of thing becomes text, and where it is edited."""

    def write_new(self, thing: T) -> OwnFile: ...

    def update(self, text: str, thing: T) -> str: ...

    def at_hand(self) -> T | None:
        """What is in the editor, if that differs from what was read or saved."""

    def was_written(self, thing: T) -> None: ...

    def show_file(self, path: Path) -> None:
        """Put what the file says into the editor, without leaving it."""

    def was_lost(self) -> None:
        """The file is gone."""


class Desk(Generic[T]):
    """`file` is None while there is none: nothing of it was saved yet."""

    def __init__(self, app: App, places: Places, trade: Trade[T]) -> None:
        self._app, self._places, self._trade = app, places, trade
        self._asked_about: str | None = None  # what the file said when the person was asked
        self._question: Question | None = None
        self.file: OwnFile | None = None

    def put(self, path: Path | None) -> None:
        """Another thing is edited now."""
        self.file = None if path is None else read_own(path)
        self._asked_about = None

    @property
    def unchanged(self) -> Path | None:
        """The file, while it says what it said when it was read here."""
        with suppress(PersonError):
            if self.file and read_own(self.file.path).text == self.file.text:
                return self.file.path
        return None

    def save(self, thing: T) -> None:
        if self.file is None:
            self.file = self._trade.write_new(thing)
        else:
            try:
                self.file = save(self.file, self._trade.update(self.file.text, thing))
            except ChangedOnDiskError as error:
                self._ask(thing, error)
                return
        self._trade.was_written(thing)

    def look_again(self) -> None:
        """Something happened in the folder: take it over, or ask where the person has changed something as well."""
        if self.file is None:
            return
        mine = self._trade.at_hand()
        try:
            save(self.file, self.file.text)  # writes nothing: tells whether it is what was read
        except ChangedOnDiskError as error:
            said = error.theirs.text if error.theirs else ""
            if mine is not None and said != self._asked_about:
                self._ask(mine, error)
            elif mine is None and error.theirs:
                self._trade.show_file(self.file.path)
            elif mine is None:
                self.file = None
                self._trade.was_lost()

    def _ask(self, thing: T, error: ChangedOnDiskError) -> None:
        from hinge_gui.ui.question import Question

        self._asked_about = error.theirs.text if error.theirs else ""
        if self._question:  # it changed once more
            self._question.reject()
        question = Question(self._app.theme, error.message, [CHANGED_WORDS], CHANGED, self._app.window)
        question.answered.connect(lambda answer: self._settle(answer, thing, error.theirs))
        question.finished.connect(self._forget_question)
        question.open()
        self._question = question

    def _forget_question(self, _result: int) -> None:
        self._question = None

    def _settle(self, answer: int, mine: T, theirs: OwnFile | None) -> None:
        try:
            if answer == 0:
                self._keep(mine, theirs)
            elif answer == 1:
                self._give_way(mine, theirs)
        except PersonError as error:
            self._app.tell(error)

    def _keep(self, mine: T, theirs: OwnFile | None) -> None:
        assert self.file is not None
        try:
            text = self._trade.update(theirs.text if theirs else self.file.text, mine)
        except PersonError:  # what the other one says has faults
            text = self._trade.update(self.file.text, mine)
        self.file = save_over(self.file, text, self._places.bin)
        self._trade.was_written(mine)

    def _give_way(self, mine: T, theirs: OwnFile | None) -> None:
        assert self.file is not None
        path = self.file.path
        self._trade.write_new(mine)
        if theirs is None:
            self.file = None
            self._trade.was_lost()
        else:
            self._trade.show_file(path)
