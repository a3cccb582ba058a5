"""A program of its own on the same office: a supervisor who draws a sample by its lot, and says which claims came."""

import sys
from pathlib import Path

from app.domain.office_records import SampleMethod
from app.domain.sampling import SamplePlan, SampleScope
from app.services.clock import system_clock
from app.services.office import Office
from app.services.people import sign_in
from app.services.sampling import Sampling
from app.store.office import OfficeStore


def draw(folder: Path, name: str, password: str, size: int, seed: int) -> None:
    office = Office(OfficeStore.open(folder), system_clock)
    sample = Sampling(office, sign_in(office, name, password)).draw(
        SampleScope(), SamplePlan(SampleMethod.RANDOM, size, seed)
    )
    sys.stdout.write(" ".join(row.external_id for row in sample.rows))
    office.close()


if __name__ == "__main__":
    draw(Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4]), int(sys.argv[5]))
