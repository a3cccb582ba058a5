"""Offices for tests: an empty one, and copies of one with at least one row in every table."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from office_samples import fill

from app.store import OfficeStore


@pytest.fixture
def store(tmp_path: Path) -> Iterator[OfficeStore]:
    with OfficeStore.create(tmp_path / "office") as created:
        yield created


@pytest.fixture(scope="session")
def filled_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("template") / "office"
    with OfficeStore.create(folder) as store:
        fill(store)
    return folder


@pytest.fixture
def filled_folder(filled_template: Path, tmp_path: Path) -> Path:
    return shutil.copytree(filled_template, tmp_path / "filled")


@pytest.fixture
def filled(filled_folder: Path) -> Iterator[OfficeStore]:
    with OfficeStore.open(filled_folder) as store:
        yield store
