"""Every page and sheet, in small and large windows, with larger text: nothing is cut, nameless or in the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QDialog

from hinge_gui.app import App
from hinge_gui.core.compiler import Manner, compile_routine
from hinge_gui.core.timeline import Segment
from hinge_gui.ui.player.follow import FollowView
from hinge_gui.ui.question import Question
from hinge_gui.ui.text_fit import WRAPPED
from tests.ui.asking import button
from tests.ui.built_in import catalogue
from tests.ui.laying import faults

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

SIZES = {100: ((640, 480), (1280, 800), (360, 480)), 150: ((1024, 640), (1920, 1080), (640, 480), (360, 480))}
FULL = Manner(guidance="full")
PAGES = ("home", "learn", "log", "preferences", "exercises", "exercise", "editor")


def go_to(app: App, kind: str, exercise: str) -> None:
    here = next(s for s in app.practice.timeline.segments if s.kind == kind and s.exercise == exercise)
    (app.practice.play_from if app.practice.view == "start" else app.practice.seek)(here.start_ms + 10)
    app.practice.undo_changed.emit("")


def visits(app: App) -> Iterator[tuple[str, Callable[[], object]]]:
    """What there is to see, and how one gets there."""
    window, start = app.window, app.window.page.start
    yield "first start", start.show_safety
    yield "start, interrupted before", partial(start.offer_kept_place, "Top of the foot stretch, left side, 22 s left")
    for deed in ("adjust", "drawer", "drawer"):
        yield f"start, {deed}", partial(window.do, deed)
    for page in PAGES:
        yield page, partial(app.show_page, page)
    yield "home with a deed to take back", partial(thrown_away, app)
    yield "home without one of one's own", partial(of_ones_own, app)
    for words in ("Add exercise", "Try it"):
        yield f"editor, {words}", partial(in_the_editor, app, words)
    yield "keys", partial(app.show_page, "shortcuts")
    yield "sound", partial(app.show_page, "sound")
    yield "about", app.tell_about
    answers = ("Keep mine", "Take the other one", "Decide later")
    yield "question", Question(app.theme, "It was changed meanwhile", ["Which is to stay?"], answers, window).open
    for kind, exercise in (("hold", "top-of-foot-stretch"), ("travel", "twist-on-the-floor"), ("in", "hip-hinge")):
        yield f"{kind} of {exercise}", partial(go_to, app, kind, exercise)
    yield "interrupted", partial(window.page.play.show_interrupted, True)
    yield "gone on with", partial(window.page.play.show_interrupted, False)
    for deed in ("drawer", "adjust", "adjust", "compare", "compare"):
        yield deed, partial(window.do, deed)
    yield "back at the start", app.practice.leave
    yield "start, drawer, after a practice", partial(window.do, "drawer")


def thrown_away(app: App) -> None:
    app.show_page("home")
    app.pages.home.offer_undo("My long morning at the counter is in the bin.", lambda: None)


def of_ones_own(app: App) -> None:
    app.show_page("home")
    button(app.pages.home, "Yours").click()


def in_the_editor(app: App, words: str) -> None:
    app.show_page("editor")
    button(app.pages.own.editor, words).click()


def away(app: App) -> None:
    for sheet in app.window.findChildren(QDialog):
        sheet.close()
    app.window.beside.leave()
    QCoreApplication.processEvents()


@pytest.mark.parametrize("scale", [100, 150])
def test_nothing_is_cut_nameless_or_in_the_way(app: App, scale: int) -> None:
    app.practice.set_settings(app.practice.settings.with_value("text_scale", scale))
    app.window.setUpdatesEnabled(False)  # places alone are judged
    found = []
    for name, visit in visits(app):
        visit()
        for size in SIZES[scale]:
            app.window.resize(*size)
            tops = [app.window, *(d for d in app.window.findChildren(QDialog) if d.isVisible())]
            found += [f"{name} at {size}: {fault}" for top in tops for fault in faults(top)]
            found += [f"{name} at {size}: too large: {t.size()}" for t in tops if not fits(t.size().toTuple(), size)]
        away(app)
    assert found == []


def fits(size: object, room: tuple[int, int]) -> bool:
    assert isinstance(size, tuple)
    return bool(size[0] <= room[0] and size[1] <= room[1])


def places(app: App, here: Segment) -> dict[str, object]:
    """Where everything stands while the middle of this segment is played."""
    app.practice.seek(here.start_ms + here.duration_ms / 2)
    app.practice.undo_changed.emit("")
    app.window.conductor.refresh()
    app.window.conductor.finish_fade()
    screen, play = app.window.conductor.screen, app.window.page.play
    if isinstance(screen, FollowView):
        layout, figure = screen._layout, screen._figure
        parts: dict[str, object] = {"ring": layout.ring, "words": layout.words[:2], "cue": layout.cue}
    else:
        QCoreApplication.processEvents()
        figure = play._stage._figure
        shown = {"stage": play._stage, "ring": play._ring, "bar": play._bar, "cue": play._cue, "name": play._name}
        parts = {name: widget.geometry().getRect() for name, widget in shown.items()}
    return {**parts, "figure": figure._room.getRect()}


@pytest.mark.parametrize("follows", [False, True], ids=["page", "follow view"])
def test_nothing_moves_from_phase_to_phase_of_an_exercise(app: App, *, follows: bool) -> None:
    app.window.resize(1280, 800)
    go_to(app, "hold", "calf-stretch")
    if follows:
        app.window.follow(full_screen=False)
    for exercise in ("calf-stretch", "twist-on-the-floor", "legs-on-the-wall"):
        segments = [s for s in app.practice.timeline.segments if s.exercise == exercise][:9]
        assert len({s.kind for s in segments}) > 3
        first, *others = (places(app, s) for s in segments)
        assert all(other == first for other in others)


@pytest.mark.parametrize("size", [(1024, 640), (1920, 1080)])
def test_no_phrase_of_any_routine_is_cut_from_afar_or_near(app: App, size: tuple[int, int]) -> None:
    app.window.resize(*size)
    go_to(app, "hold", "calf-stretch")
    app.window.follow(full_screen=False)
    follow, line = app.window.conductor.screen, app.window.page.play._cue
    assert isinstance(follow, FollowView)
    routines = [compile_routine(entry.routine, catalogue(), FULL) for entry in app.library.routines() if entry.routine]
    phrases = {cue.text for timeline in routines for cue in timeline.cues if cue.text}
    assert len(phrases) > 60
    cut = []
    for text in phrases:
        follow.show_cue(text)
        line.set_text(text)
        rooms = ((follow.cue_font(), QRectF(*follow._layout.cue).toAlignedRect()), (line.fitted_font(), line.rect()))
        for font, room in rooms:
            needed = QFontMetrics(font).boundingRect(room, WRAPPED, text)
            if needed.height() > room.height() or needed.width() > room.width():
                cut.append(text)
    assert cut == []
