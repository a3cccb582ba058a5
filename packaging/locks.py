"""The lock files: every distribution that is ever installed, by version and hash, for Linux and Windows alike.

`runtime.txt` is what the program needs, `build.txt` what makes its wheel, `development.txt` both of them with the tools
and tests. Only wheels are ever installed: nothing is compiled on anybody's machine. No file names where a registry
stands.
"""

import subprocess
from collections.abc import Sequence

import environment
import project

_HEADER = "# Written by `python3 packaging/dev.py lock` from pyproject.toml: change the pins there, not here.\n"
_COMPILE = (
    *("pip", "compile", "--universal", "--python-version", "3.11", "--generate-hashes", "--only-binary", ":all:"),
    *("--no-config", "--no-annotate", "--no-header", "--no-emit-index-url", "--quiet", "-"),
)


def refresh(upgrade: bool) -> None:
    """Write the three lock files anew, all with the same versions.

    Args:
        upgrade: take the newest versions that pyproject.toml allows of what it does not pin itself;
            without it, versions already locked stay.

    Raises:
        SetUpError: no set of versions fits, or the answer names a place on the network or on this machine.
    """
    environment.prepare(environment.DEVELOPMENT)
    table = project.pyproject()
    runtime = table["project"]["dependencies"]
    tools = table["project"]["optional-dependencies"]["dev"]
    build = table["build-system"]["requires"]
    development = project.LOCKS / "development.txt"
    _write(environment.DEVELOPMENT, [*runtime, *tools, *build], () if upgrade else ("--constraints", str(development)))
    for name, requirements in ((environment.RUNTIME, runtime), (environment.BUILD, build)):
        _write(name, requirements, ("--constraints", str(development)))


def _write(name: str, requirements: Sequence[str], options: Sequence[str]) -> None:
    project.say(f"locking {name}")
    answer = subprocess.run(
        [project.tool("uv"), *_COMPILE, *options],
        input="\n".join(requirements),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        cwd=project.ROOT,
    )
    if answer.returncode:
        raise project.SetUpError(f"uv could not lock {name}:\n{answer.stderr}")
    if "://" in answer.stdout:
        raise project.SetUpError(f"The lock of {name} would name an address; it has not been written.")
    (project.LOCKS / f"{name}.txt").write_text(_HEADER + answer.stdout, encoding="utf-8", newline="\n")
