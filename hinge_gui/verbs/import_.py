"""`hinge-gui import`: takes in a shared routine; what is there already is never written over."""

from __future__ import annotations

import argparse
from pathlib import Path

from hinge_gui.store.library import Library
from hinge_gui.store.places import places
from hinge_gui.store.share_import import Piece, carry_out, plan_import
from hinge_gui.verbs.text import table


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="F.hinge", type=Path, help="a file made by Share or by `hinge-gui export`")
    parser.add_argument("--dry-run", action="store_true", help="say what it brings, and write nothing")


def run(args: argparse.Namespace) -> int:
    here = places()
    library = Library(here)
    plan = plan_import(args.file, library, here)
    if not args.dry_run:
        carry_out(plan)
    print(table([(piece.kind, piece.name, _fate(piece, args.dry_run)) for piece in plan.pieces]))
    print(f"{'Would be played' if args.dry_run else 'Play it'} with: hinge-gui {plan.routine.id}")
    return 0


def _fate(piece: Piece, dry_run: bool) -> str:
    if piece.there:
        return f"is there already: {piece.path}"
    why = "; another one of that name is there" if piece.is_renamed else ""
    return f"{'would come to' if dry_run else 'came to'} {piece.path}{why}"
