"""Where the parts of the project lie, and how its tools are called: what every other module here shares."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PACKAGING = ROOT / "packaging"
LOCKS = PACKAGING / "lock"
VENV = ROOT / ".venv"
TRANSLATIONS = ROOT / "translations"
NO_SCREEN = {"QT_QPA_PLATFORM": "offscreen"}


class SetUpError(Exception):
    """Something that the person at the machine has to mend; the message says what and how."""


@cache
def pyproject() -> dict[str, Any]:
    """Return pyproject.toml as a table."""
    import tomllib  # here, so that an older Python gets as far as being told that it is too old

    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def version() -> str:
    """Return the version of the project."""
    return str(pyproject()["project"]["version"])


def tool(name: str) -> Path:
    """Return the path of a command of the project's virtual environment, on Windows and elsewhere."""
    return VENV / "Scripts" / f"{name}.exe" if os.name == "nt" else VENV / "bin" / name


def say(message: str) -> None:
    """Tell in one line what happens now, in order with what the called tools print."""
    print(f"== {message}", flush=True)


def call(command: Sequence[str | Path], extra_environment: Mapping[str, str] | None = None) -> int:
    """Run a command in the project's folder, its output passing through, and return its exit code."""
    environment = os.environ | (extra_environment or {})
    return subprocess.run([str(part) for part in command], cwd=ROOT, env=environment, check=False).returncode


def must(command: Sequence[str | Path], extra_environment: Mapping[str, str] | None = None) -> None:
    """Run a command that the rest depends on.

    Raises:
        SetUpError: it ended with another exit code than 0.
    """
    code = call(command, extra_environment)
    if code:
        raise SetUpError(f"'{' '.join(str(part) for part in command)}' ended with exit code {code}.")
