"""`hinge-gui schema`: the JSON schema of a format, for text editors that complete and check."""

from __future__ import annotations

import argparse
import json

from hinge_gui.store.json_schema import json_schema


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("format", choices=("routine", "exercise"))


def run(args: argparse.Namespace) -> int:
    print(json.dumps(json_schema(args.format), indent=2))
    return 0
