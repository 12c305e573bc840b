"""`hinge-gui picture`: one figure, alone, as a PNG or SVG file."""

from __future__ import annotations

import argparse

from hinge_gui.store.atomic import write_atomic
from hinge_gui.verbs.figure_words import add_figure_arguments, figure_of
from hinge_gui.verbs.output import demand_place, output_file

DEFAULT_PX = 800


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_figure_arguments(parser)
    parser.add_argument("--phase", choices=("start", "end"), default="end", help="which end of the movement")
    parser.add_argument("-o", "--output", metavar="F", type=output_file, required=True, help="a .png or .svg file")
    parser.add_argument("--size", metavar="N", type=_size, default=DEFAULT_PX, help=f"pixels, {DEFAULT_PX} if left out")


def _size(text: str) -> int:
    from hinge_gui.paper.still import LARGEST_PX

    if not text.isascii() or not text.isdigit() or not 16 <= int(text) <= LARGEST_PX:
        raise argparse.ArgumentTypeError(f"{text} is no size; 16 to {LARGEST_PX} pixels are possible")
    return int(text)


def run(args: argparse.Namespace) -> int:
    demand_place(args.output)
    from hinge_gui.figure.differences import places_of
    from hinge_gui.figure.motion import Motion
    from hinge_gui.figure.stage import Stage
    from hinge_gui.paper.still import alternative, format_of, picture

    form, spec = figure_of(args)
    format_ = format_of(args.output)
    stage = Stage(spec, side=args.side, range_=args.range, mistake=args.mistake)
    mistake = next((m for m in form.learn.mistakes if args.mistake and args.mistake in (m.id, m.pose)), None)
    if mistake:
        right = Motion(spec, side=args.side, range_=args.range).at(1.0)
        stage.point_out(places_of(mistake.breaks, args.side, right, stage.way[-1]))
    words = [form.name, form.variant_name, args.phase]
    if form.sides == "each":
        words.append(f"{args.side} side")
    if args.mistake:
        words.append(mistake.name if mistake else args.mistake)
    title = ", ".join(word for word in words if word)
    progress = 0.0 if args.phase == "start" else 1.0
    write_atomic(args.output, picture(stage, progress, title, args.size, format_))
    print(alternative(stage, progress, title))
    return 0
