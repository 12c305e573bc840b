"""The commands beside the window, one module each: `add_arguments(parser)` and `run(args) -> exit code`."""
