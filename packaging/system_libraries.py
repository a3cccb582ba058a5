"""The shared libraries of the machine that Qt needs and no wheel brings: which are missing, and how they are got.

Run by itself it needs nothing else of the project (the offline bundle carries it): it names the Debian packages that
are missing, one a line, and leaves with 1 if there are any.
"""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence

OFFSCREEN: Mapping[str, str] = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libX11.so.6": "libx11-6",
}
"""Library to Debian package: what Qt loads even when it draws without a screen."""

SCREEN: Mapping[str, str] = {
    **OFFSCREEN,
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""The same, and what a window on an X11 screen asks for besides."""


class MissingLibrariesError(Exception):
    """Packages are missing and may not be installed from here; the message names the one command that does."""


def missing(wanted: Mapping[str, str]) -> list[str]:
    """Return the Debian packages of those wanted libraries that the machine cannot load."""
    return [package for library, package in wanted.items() if not _loads(library)]


def ensure(wanted: Mapping[str, str]) -> None:
    """Install what is missing where that is allowed; nothing to do on other systems than Linux.

    Raises:
        MissingLibrariesError: something is missing and only a person can install it.
    """
    if sys.platform.startswith("linux") and (packages := missing(wanted)):
        install(packages)


def install(packages: Sequence[str]) -> None:
    """Install Debian packages as root or by a sudo that asks no password.

    The package list of a new machine is empty or old: where the first try fails it is refreshed, once.

    Raises:
        MissingLibrariesError: neither is possible here, or apt-get failed.
    """
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    by_hand = "sudo " + " ".join(command)
    if not shutil.which("apt-get"):
        raise MissingLibrariesError(f"Install with this system's own tool what Debian calls: {' '.join(packages)}.")
    prefix = _becoming_root()
    if prefix is None:
        raise MissingLibrariesError(f"System packages are missing. This command installs them:\n  {by_hand}")
    if _apt(prefix, command) and (_apt(prefix, ["apt-get", "update"]) or _apt(prefix, command)):
        raise MissingLibrariesError(f"apt-get could not install the packages. Try by hand:\n  {by_hand}")


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _becoming_root() -> list[str] | None:
    """Return what goes before a command to run it as root, or None where that needs a person."""
    if os.geteuid() == 0:
        return []
    if not shutil.which("sudo"):
        return None
    asked = subprocess.run(["sudo", "-n", "true"], check=False, capture_output=True)
    return ["sudo", "-n"] if asked.returncode == 0 else None


def _apt(prefix: Sequence[str], command: Sequence[str]) -> int:
    print(f"== {' '.join(command)}", flush=True)
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive"]
    ran = subprocess.run([*prefix, *quiet, *command, "-qq"], check=False, stdin=subprocess.DEVNULL, capture_output=True)
    return ran.returncode


if __name__ == "__main__":
    lacking = missing(SCREEN)
    for package in lacking:
        print(package)
    sys.exit(bool(lacking))
