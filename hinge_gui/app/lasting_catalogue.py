"""The exercises as a window needs them: one that vanished or lost a form while it is in use stays as it was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from hinge_gui.core.exercise import Exercise
from hinge_gui.core.plan import Catalogue


class LastingCatalogue(Mapping[str, Exercise]):
    """Lists what is there now; gives also what was asked for before."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._known: dict[str, Exercise] = {}

    def __getitem__(self, id_: str) -> Exercise:
        known, now = self._known.get(id_), self._catalogue.get(id_)
        if now is None and known is None:
            raise KeyError(id_)
        if now is None or (known and known is not now and not known.variants.keys() <= now.variants.keys()):
            assert known is not None
            return known
        self._known[id_] = now
        return now

    def __iter__(self) -> Iterator[str]:
        return iter(self._catalogue)

    def __len__(self) -> int:
        return len(self._catalogue)
