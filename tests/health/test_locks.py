"""The lock files hold everything that pyproject.toml asks for, at its versions, each with hashes."""

import re
import tomllib

import pytest

ENTRY = re.compile(r"^([\w.-]+)==([^\s;]+)([^\n]*)\n((?:    --hash=sha256:[0-9a-f]{64}[^\n]*\n)+)", re.MULTILINE)
REQUIREMENT = re.compile(r"([\w.-]+)==([\w.]+)")


def _normal(name):
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.fixture(scope="module")
def asked(root):
    """Return what pyproject.toml asks for: per lock file, name and version."""
    table = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    runtime = table["project"]["dependencies"]
    build = table["build-system"]["requires"]
    tools = table["project"]["optional-dependencies"]["dev"]
    return {"runtime": runtime, "build": build, "development": [*runtime, *build, *tools]}


@pytest.fixture(scope="module")
def locked(root):
    """Return what the lock files hold: per lock file, name and version."""
    files = {name: root / "packaging" / "lock" / f"{name}.txt" for name in ("runtime", "build", "development")}
    texts = {name: file.read_text(encoding="utf-8") for name, file in files.items()}
    return {name: {_normal(entry[0]): entry[1] for entry in ENTRY.findall(text)} for name, text in texts.items()}


@pytest.mark.parametrize("name", ["runtime", "build", "development"])
def test_every_requirement_is_pinned_and_locked_at_that_version(name, asked, locked):
    for requirement in asked[name]:
        pinned = REQUIREMENT.fullmatch(requirement)

        assert pinned, f"{requirement} has no exact version"
        assert locked[name].get(_normal(pinned[1])) == pinned[2]


@pytest.mark.parametrize("name", ["runtime", "build", "development"])
def test_no_entry_is_without_a_hash(name, root, locked):
    text = (root / "packaging" / "lock" / f"{name}.txt").read_text(encoding="utf-8")

    assert len(locked[name]) == len(re.findall(r"^[\w.-]+==", text, re.MULTILINE)) > 0


@pytest.mark.parametrize("name", ["runtime", "build"])
def test_the_locks_agree_on_versions(name, locked):
    assert {package: locked["development"].get(package) for package in locked[name]} == locked[name]
