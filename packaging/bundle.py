"""The offline bundle: one archive from which Rasidegi is installed on a Linux machine that has no network.

It holds wheels for the Python it was made with. The same sources, locks and Python give the same archive, byte for
byte. A bundle for Windows is not made here: nobody has yet seen one install.
"""

import gzip
import hashlib
import platform
import shutil
import tarfile
import tempfile
from pathlib import Path

import environment
import licences
import project

_SUPPORTED = ("Linux", "x86_64")
_MOMENT = 315_532_800
"""1980-01-01 in seconds, the earliest moment that a wheel can carry: every file bears it, so that bundles compare."""


def make(out: Path) -> Path:
    """Make the bundle in a folder and return the archive's path; the environment must be prepared.

    Raises:
        SetUpError: this is no x86-64 Linux machine, or a distribution could not be had.
    """
    kind = (platform.system(), platform.machine())
    if kind != _SUPPORTED:
        raise project.SetUpError(f"The bundle is made on {' '.join(_SUPPORTED)} only; this is {' '.join(kind)}.")
    out.mkdir(parents=True, exist_ok=True)
    name = f"rasidegi-{project.version()}-offline-linux-x86_64"
    with tempfile.TemporaryDirectory() as temporary:
        content = Path(temporary) / name
        _fill(content)
        return _pack(content, out / f"{name}.tar.gz")


def _fill(content: Path) -> None:
    wheels = content / "wheels"
    wheels.mkdir(parents=True)
    lock = project.LOCKS / f"{environment.RUNTIME}.txt"
    _collect(wheels, lock)
    own = _build(wheels)
    requirement = f"rasidegi=={project.version()} --hash=sha256:{_sha256(own)}\n"
    (content / "requirements.txt").write_text(lock.read_text(encoding="utf-8") + requirement, encoding="utf-8")
    shutil.copyfile(project.PACKAGING / "system_libraries.py", content / "system_libraries.py")
    _write_from_templates(content)
    licences.gather(wheels, content / "LICENCES")
    _write_manifest(content)


def _collect(wheels: Path, lock: Path) -> None:
    project.say("collecting the locked wheels")
    _pip("download", "--require-hashes", "--no-deps", "--only-binary", ":all:", "--dest", wheels, "-r", lock)


def _build(wheels: Path) -> Path:
    """Build the project's own wheel, with resources and translations inside."""
    project.say("building the wheel of rasidegi")
    _pip("wheel", "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", wheels, project.ROOT)
    return next(wheels.glob("rasidegi-*.whl"))


def _pip(*arguments: str | Path) -> None:
    quiet = ("-qq", "--disable-pip-version-check", "--no-input")
    project.must([project.tool("python"), "-m", "pip", *quiet, *arguments], {"SOURCE_DATE_EPOCH": str(_MOMENT)})


def _write_from_templates(content: Path) -> None:
    """Copy what packaging/offline/ holds, with the version and the Python that the bundle is for filled in."""
    python = environment.python_version()
    for template in sorted((project.PACKAGING / "offline").iterdir()):
        text = template.read_text(encoding="utf-8").replace("@VERSION@", project.version()).replace("@PYTHON@", python)
        (content / template.name).write_text(text, encoding="utf-8", newline="\n")
    (content / "install.sh").chmod(0o755)


def _write_manifest(content: Path) -> None:
    """List the SHA-256 of every other file, in the form that `sha256sum --check MANIFEST` reads."""
    files = sorted(path for path in content.rglob("*") if path.is_file())
    lines = [f"{_sha256(path)}  {path.relative_to(content).as_posix()}\n" for path in files]
    (content / "MANIFEST").write_text("".join(lines), encoding="utf-8", newline="\n")


def _sha256(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _pack(content: Path, archive: Path) -> Path:
    """Pack a folder; wheels are compressed already, so the fastest level loses nothing."""
    project.say("packing")
    with (
        archive.open("wb") as raw,
        gzip.GzipFile(filename="", mode="wb", fileobj=raw, compresslevel=1, mtime=_MOMENT) as packed,
        tarfile.open(fileobj=packed, mode="w") as tar,
    ):
        for path in [content, *sorted(content.rglob("*"))]:
            tar.add(path, path.relative_to(content.parent).as_posix(), recursive=False, filter=_anonymous)
    return archive


def _anonymous(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """Strip owner, moment and stray permissions from a member of the archive."""
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    member.mtime = _MOMENT
    member.mode = 0o755 if member.isdir() or member.name.endswith(".sh") else 0o644
    return member
