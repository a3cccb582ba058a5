"""The command `rasidegi`: reads the words of the command line and hands them to the part that knows them.

Exit codes: 0 done, 1 something did not hold, 2 the data is at fault, 3 not allowed, 4 the machine is at fault.
"""

import argparse
import os
import sys
from collections.abc import Sequence

from app import __version__
from app.cli import audit, desk, office, sample, seal, verify
from app.errors import RasidegiError

COMMANDS = (audit, desk, office, sample, seal, verify)


def parser() -> argparse.ArgumentParser:
    """Return the command's grammar; each part adds its own words."""
    words = argparse.ArgumentParser(prog="rasidegi", description="میز رسیدگی: رسیدگی به اسناد هزینه‌های درمانی")
    words.add_argument("--version", action="version", version=f"rasidegi {__version__}")
    parts = words.add_subparsers(dest="command", metavar="COMMAND")
    for command in COMMANDS:
        command.add_words(parts)
    words.set_defaults(run=desk.run, office=None, sample_office=False, screenshot=None)
    return words


def main(words: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code; an error that a person can mend is one Persian sentence on stderr."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    arguments = parser().parse_args(words)
    try:
        return int(arguments.run(arguments))
    except RasidegiError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    except BrokenPipeError:
        # whoever read our lines has seen enough; Python must not complain about it once more at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


if __name__ == "__main__":
    sys.exit(main())
