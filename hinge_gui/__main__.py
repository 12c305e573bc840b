"""`python -m hinge_gui` is `hinge-gui`."""

from hinge_gui.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
