"""Everything that has to hold before a change is done, in the order in which a failure is cheapest to find."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import project


@dataclass(frozen=True)
class Check:
    """One tool to run: it passes when it leaves with 0."""

    name: str
    command: Sequence[str | Path]
    environment: Mapping[str, str] | None = None


def run_all(pytest_arguments: Sequence[str]) -> bool:
    """Run every check, also after a failed one, print a summary, and tell whether all passed."""
    results = [(check, *_timed(check)) for check in _checks(pytest_arguments)]
    project.say("summary")
    for check, passed, seconds in results:
        print(f"   {'passed' if passed else 'FAILED'}  {seconds:6.1f} s  {check.name}", flush=True)
    return all(passed for _, passed, _ in results)


def _checks(pytest_arguments: Sequence[str]) -> list[Check]:
    return [
        Check("ruff check", [project.tool("ruff"), "check", "."]),
        Check("ruff format", [project.tool("ruff"), "format", "--check", "."]),
        Check("mypy", [project.tool("mypy")]),
        Check("import contracts", [project.tool("lint-imports")]),
        Check(
            "tests", [project.tool("pytest"), "-n", "2", "--dist", "worksteal", *pytest_arguments], project.NO_SCREEN
        ),
    ]


def _timed(check: Check) -> tuple[bool, float]:
    project.say(check.name)
    begin = time.monotonic()
    code = project.call(check.command, check.environment)
    return code == 0, time.monotonic() - begin
