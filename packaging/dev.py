"""The project's own commands; needs nothing but Python 3.11, makes the rest itself.

python3 packaging/dev.py run      set up, and open the desk on a sample office
python3 packaging/dev.py test     set up, then linters, types, import contracts and all tests
python3 packaging/dev.py bundle   make the archive that installs without a network
python3 packaging/dev.py lock     refresh the locked versions and hashes
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import bundle
import checks
import environment
import locks
import project
import system_libraries
import translation_files


def main(arguments: Sequence[str]) -> int:
    """Carry out one command and return its exit code."""
    options, rest = _parser().parse_known_args(arguments)
    if rest and options.command != "test":
        _parser().error(f"unknown: {' '.join(rest)}")
    try:
        return int(options.carry_out(options, rest))
    except (project.SetUpError, system_libraries.MissingLibrariesError) as error:
        print(error, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)

    run = commands.add_parser("run", help="set up, and open the desk on a sample office")
    run.add_argument("--office", metavar="DIR", type=Path, help="the folder of the office")
    run.add_argument("--screenshot", metavar="FILE.png", type=Path, help="draw the desk without a screen, and leave")
    run.set_defaults(carry_out=_run)

    test = commands.add_parser("test", help="set up, and check everything; further arguments go to pytest")
    test.set_defaults(carry_out=_test)

    archive = commands.add_parser("bundle", help="make the archive that installs without a network")
    archive.add_argument("--out", metavar="DIR", type=Path, default=project.ROOT / "dist", help="default: dist/")
    archive.set_defaults(carry_out=_bundle)

    lock = commands.add_parser("lock", help="refresh the locked versions and hashes")
    lock.add_argument("--upgrade", action="store_true", help="take newer versions where pyproject.toml allows them")
    lock.set_defaults(carry_out=_lock)
    return parser


def _set_up(wanted: str) -> None:
    """Make the machine ready for a command; takes a second when it was ready before."""
    environment.prepare(wanted)
    system_libraries.ensure(system_libraries.OFFSCREEN)
    translation_files.compile_all()


def _run(options: argparse.Namespace, _: Sequence[str]) -> int:
    _set_up(environment.RUNTIME)
    command: list[str | Path] = [project.tool("rasidegi"), "desk", "--sample-office"]
    if options.office:
        command += ["--office", options.office.absolute()]
    if options.screenshot:
        command += ["--screenshot", options.screenshot.absolute()]
        return project.call(command, project.NO_SCREEN)
    system_libraries.ensure(system_libraries.SCREEN)
    if sys.platform.startswith("linux") and not {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"} & set(os.environ):
        raise project.SetUpError("Everything is set up, but here is no screen: add --screenshot FILE.png.")
    return project.call(command)


def _test(_: argparse.Namespace, pytest_arguments: Sequence[str]) -> int:
    _set_up(environment.DEVELOPMENT)
    return 0 if checks.run_all(pytest_arguments) else 1


def _bundle(options: argparse.Namespace, _: Sequence[str]) -> int:
    _set_up(environment.RUNTIME)
    print(bundle.make(options.out))
    return 0


def _lock(options: argparse.Namespace, _: Sequence[str]) -> int:
    locks.refresh(options.upgrade)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
