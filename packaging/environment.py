"""The project's virtual environment: made once, filled from a lock file by hash, then left alone."""

import hashlib
import importlib.util
import subprocess
import sys
from pathlib import Path

import project
import system_libraries

RUNTIME = "runtime"
DEVELOPMENT = "development"
BUILD = "build"

_LOCKS_OF = {RUNTIME: (RUNTIME, BUILD), DEVELOPMENT: (DEVELOPMENT,)}
_OLDEST_PYTHON = (3, 11)
_STAMP = project.VENV / "rasidegi-set-up"


def prepare(wanted: str) -> None:
    """Make `.venv` hold the locked distributions of a set (RUNTIME or DEVELOPMENT) and the project itself.

    The development set holds the runtime set, so that either command may follow the other without work.

    Raises:
        SetUpError: Python is too old, has no venv module, or pip could not install.
    """
    if _is_prepared(wanted):
        return
    _make()
    project.say(f"installing the locked {wanted} dependencies into .venv")
    locks = [part for name in _LOCKS_OF[wanted] for part in ("-r", project.LOCKS / f"{name}.txt")]
    _pip("install", "--require-hashes", "--only-binary", ":all:", *locks)
    _pip("install", "--no-deps", "--no-build-isolation", "--no-index", "--editable", project.ROOT)
    _STAMP.write_text(_stamp_of(wanted), encoding="utf-8")


def python_version() -> str:
    """Return the major and minor version of the prepared environment's Python, such as "3.11"."""
    ask = "import sysconfig; print(sysconfig.get_python_version())"
    return subprocess.run(
        [project.tool("python"), "-c", ask], check=True, capture_output=True, encoding="utf-8"
    ).stdout.strip()


def _is_prepared(wanted: str) -> bool:
    if not _STAMP.is_file() or not project.tool("python").exists():
        return False
    return _STAMP.read_text(encoding="utf-8") in {_stamp_of(wanted), _stamp_of(DEVELOPMENT)}


def _stamp_of(name: str) -> str:
    """Return what the stamp says of an environment that holds this set; another text means: fill it anew."""
    digest = hashlib.sha256()
    files = [project.ROOT / "pyproject.toml", *(project.LOCKS / f"{lock}.txt" for lock in _LOCKS_OF[name])]
    for file in files:
        digest.update(file.read_bytes())
    return f"{name} {digest.hexdigest()}\n"


def _make() -> None:
    """Make an empty `.venv` unless one that starts stands there."""
    if sys.version_info < _OLDEST_PYTHON:
        raise project.SetUpError(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")
    if _starts():
        return
    if importlib.util.find_spec("ensurepip") is None:
        system_libraries.install(["python3-venv"])
    project.say("making .venv")
    project.must([sys.executable, "-m", "venv", "--clear", project.VENV])


def _starts() -> bool:
    python = project.tool("python")
    if not python.exists():
        return False
    return subprocess.run([python, "-m", "pip", "--version"], check=False, capture_output=True).returncode == 0


def _pip(*arguments: str | Path) -> None:
    quiet = ("-qq", "--disable-pip-version-check", "--no-input")
    project.must([project.tool("python"), "-m", "pip", *quiet, *arguments])
