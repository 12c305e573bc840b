"""The exercises and routines that travel with the app, read once for all tests of the window."""

from __future__ import annotations

from functools import cache

from hinge_gui.core.plan import Catalogue
from hinge_gui.core.routine import Routine
from hinge_gui.store.library import Library
from hinge_gui.store.places import places


@cache
def _library() -> Library:
    return Library(places())


def catalogue() -> Catalogue:
    return _library().catalogue


@cache
def routine(id_: str = "gentle-practice") -> Routine:
    found = _library().routine(id_).routine
    assert found is not None
    return found
