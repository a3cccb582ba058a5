"""Which format a file declares, and in which version: another kind of file and a newer one are told apart."""

from typing import Any

from app.files.problem_texts import Code
from app.files.problems import Place, Problems, shown

VERSION = 1


def check_version(document: dict[str, Any], expected: str, problems: Problems) -> bool:
    """Note where a document declares another format or version than the expected; return whether it may be read on."""
    found = document.get("format")
    if found != expected:
        problems.add(Code.WRONG_FORMAT, Place(field="format"), value=shown(found), expected=shown(expected))
        return False
    version = document.get("version")
    if version == VERSION and not isinstance(version, bool):
        return True
    newer = isinstance(version, int) and version > VERSION
    code = Code.NEWER_VERSION if newer else Code.WRONG_VERSION
    problems.add(code, Place(field="version"), value=shown(version), expected=shown(VERSION))
    return False
