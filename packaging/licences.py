"""The licence texts that go with a bundle: each distribution's own, Qt's notice, the fonts'."""

import shutil
import zipfile
from email.message import Message
from email.parser import HeaderParser
from pathlib import Path, PurePosixPath

import project

_TOP = PurePosixPath()
_BESIDE_METADATA = ("licen", "copying", "notice", "authors")


def gather(wheels: Path, into: Path) -> None:
    """Fill a new folder with the licence texts of every dependency's wheel, and with those the project carries.

    A distribution that ships no text of its own still stands in INDEX.txt with the licence that it declares.
    """
    into.mkdir()
    index = [_of_wheel(wheel, into) for wheel in sorted(wheels.glob("*.whl")) if not wheel.name.startswith("rasidegi-")]
    (into / "INDEX.txt").write_text("".join(index), encoding="utf-8", newline="\n")
    for text in sorted((project.PACKAGING / "licences").glob("*.txt")):
        shutil.copyfile(text, into / text.name)
    _of_fonts(into / "fonts")


def _of_wheel(wheel: Path, into: Path) -> str:
    """Copy a wheel's licence texts, and return its line of the index: name, version, declared licence."""
    with zipfile.ZipFile(wheel) as archive:
        inside = [PurePosixPath(name) for name in archive.namelist() if not name.endswith("/")]
        metadata = next(path for path in inside if path.name == "METADATA" and path.parent.parent == _TOP)
        about = HeaderParser().parsestr(archive.read(str(metadata)).decode("utf-8"))
        folder = into / f"{about['Name']}-{about['Version']}"
        for path in inside:
            if path.parts[0] == metadata.parts[0] and _is_licence(path):
                target = folder.joinpath(*_place(path))
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(archive.read(str(path)))
    return f"{about['Name']} {about['Version']}: {_declared(about)}\n"


def _declared(about: Message) -> str:
    """Return the licence that a distribution's metadata declares, in the newest of the three ways in use."""
    classified = [line.rsplit(" :: ", 1)[-1] for line in about.get_all("Classifier", []) if "License ::" in line]
    return str(
        about["License-Expression"] or " / ".join(classified) or (about["License"] or "not declared").splitlines()[0]
    )


def _is_licence(path: PurePosixPath) -> bool:
    return path.parts[1] == "licenses" or path.name.lower().startswith(_BESIDE_METADATA)


def _place(path: PurePosixPath) -> tuple[str, ...]:
    """Return where a text stands in its distribution's folder, without the metadata folders around it."""
    return path.parts[2:] if path.parts[1] == "licenses" else path.parts[1:]


def _of_fonts(into: Path) -> None:
    into.mkdir()
    fonts = project.ROOT / "resources" / "fonts"
    for text in sorted(path for path in fonts.rglob("*") if path.is_file() and path.suffix.lower() in {".txt", ".md"}):
        shutil.copyfile(text, into / text.name)
