"""Where the command begins: Ctrl-C is one line even while the command line itself is still being loaded."""

import sys


def main() -> None:
    """Load the command line and run it."""
    try:
        from cli.main import main as command_line  # noqa: PLC0415 - its loading is what may be stopped
    except KeyboardInterrupt:
        sys.exit("tilmash: stopped before anything was done")
    command_line()
