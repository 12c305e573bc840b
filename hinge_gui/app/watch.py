"""Watches the person's folders: what other programs do to the files in them is told once it has settled."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from hinge_gui.store.places import Places

SETTLE_MS: Final = 300  # a synchroniser writes many files: look once when they are there


class FolderWatch(QObject):
    """Folders tell of files that come, go and are replaced, each file of being written in place.

    The first folder holds the others; files in it are nobody's concern here.
    """

    changed = Signal()

    def __init__(self, folders: Sequence[Path], parent: QObject) -> None:
        super().__init__(parent)
        self._folders = folders
        self._soon = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._soon.timeout.connect(self.changed)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._look)
        self._watcher.fileChanged.connect(lambda _file: self._soon.start())

    def _look(self, folder: str) -> None:
        """Settings, places and logs come and go in the first folder: only another folder there is news."""
        watched = self._watcher.directories()
        came = any(os.path.isdir(other) and str(other) not in watched for other in self._folders[1:])
        if folder != str(self._folders[0]) or came:
            self._soon.start()

    def renew(self) -> None:
        """Look at what is there now: a file is forgotten by the watcher once it is replaced."""
        known = {*self._watcher.directories(), *self._watcher.files()}
        there = [folder for folder in self._folders if os.path.isdir(folder)]
        wanted = [str(folder) for folder in there]
        for folder in there:
            if folder != self._folders[0]:
                wanted += [str(file) for file in folder.glob("*.yaml")]
        if new := [path for path in wanted if path not in known]:
            self._watcher.addPaths(new)


def watch_over(places: Places, parent: QObject, changed: Callable[[], object]) -> FolderWatch:
    """A watch over everything of the person's that the window shows."""
    watch = FolderWatch((places.data, places.routines, places.exercises, places.pictures), parent)
    watch.changed.connect(changed)
    watch.renew()
    return watch
