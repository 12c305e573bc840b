"""Opens the window and stays until it is closed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from types import TracebackType

from PySide6.QtWidgets import QApplication

from hinge_gui import __version__
from hinge_gui.app import NAME, App, Options
from hinge_gui.app.memory import give_back_pictures
from hinge_gui.core.errors import PersonError
from hinge_gui.paint.one_thread import paint_in_one_thread
from hinge_gui.ui.ending import Ending


def run(options: Options, prepare: Callable[[App], None] | None = None) -> int:
    """The exit code. `prepare` is called before the window is shown."""
    qt = qt_application()
    app = App(options)
    sys.excepthook = partial(tell_uncaught, app)
    if prepare:
        prepare(app)
    Ending(app.window.close, app)
    app.show()
    return qt.exec()


def qt_application() -> QApplication:
    """The one that runs, or a new one with the names by which desktops know the window."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    paint_in_one_thread()
    give_back_pictures()
    app = QApplication([NAME])
    app.setApplicationName(NAME)
    app.setApplicationDisplayName(NAME)
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(NAME)
    return app


def tell_uncaught(app: App, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """A `sys.excepthook`. What the person can put right is told; after a bug the practice is paused as well."""
    if isinstance(error, PersonError):
        app.tell(error)
        return
    sys.__excepthook__(kind, error, trace)
    if app.options.rehearsal:
        QApplication.exit(1)
        return
    kept = app.practice.view == "play"
    if app.practice.state == "playing":
        app.practice.play_pause()
    from hinge_gui.ui.messages import show_bug

    show_bug(app.window, app.theme, error, kept=kept)
