"""The command line: files in, results out."""

from __future__ import annotations

import sys

from zhunsheng.cli.app import app


def main() -> None:
    """Run the `zhunsheng` command; output never fails for want of a character in the terminal."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    app()
