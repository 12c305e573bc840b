"""Changes to a person's YAML, made in the text itself: every other byte stays as it was written.

Text in, text out. Comments, order, blank lines, quotes, line ends and byte-order mark are kept. To an item of a list
belong its lines, the comment lines right above it (as far in as its dash) and those right below it (further in than its
dash): they move and go with it. To a key belongs what stands on its lines.

The result is read again and must say what was wanted, nothing else. Otherwise, and where the text has faults to begin
with, nothing is returned but a PersonError: better no change than a wrong one.
"""

from __future__ import annotations

import copy
from typing import Any

from hinge_gui.core.errors import PersonError
from hinge_gui.store.differ import Stays, changes, never, same
from hinge_gui.store.splice_text import Source, UnableError, apply
from hinge_gui.store.yaml_tree import Entry, NotSoundError, tree

_BOM = "\ufeff"


def update(text: str, wanted: Any, stays: Stays = never) -> str:
    """The text changed as little as need be to say `wanted`; moved items take their comments along.

    A key that `wanted` leaves out goes, unless `stays(key, value)`: what says no more than its absence may remain.
    """
    wanted = copy.deepcopy(wanted)  # what stays is added to it
    bare = text.removeprefix(_BOM)
    root = _root(bare)
    try:
        new = apply(bare, changes(Source(bare), root, wanted, stays))
        if new != bare and not same(tree(new).data(), wanted):
            raise UnableError
    except (UnableError, NotSoundError) as error:
        message = "This change cannot be made in the text of the file without losing some of what stands there."
        raise PersonError(message, "Make it in a text editor, or save the whole under a new name.") from error
    return text[: len(text) - len(bare)] + new


def _root(bare: str) -> Entry:
    try:
        root = tree(bare)
    except NotSoundError as error:
        remedy = "Mend them first; `hinge-gui check` names them."
        raise PersonError("The text of the file has faults.", remedy) from error
    return Entry(root.start, root.start, root)
