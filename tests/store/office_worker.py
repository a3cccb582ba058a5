"""A process of its own that works on an office until it is killed, or until it is done; says what it committed."""

import os
import resource
import sys
from collections.abc import Callable
from pathlib import Path

from office_samples import AT, DIGEST, a_claim, a_submission, sha256

from app.domain.office import DecisionKind
from app.errors import RasidegiError
from app.store import OfficeStore

NOBODY = 65534


def _say(word: object) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def decide(folder: Path, author: str, times: str) -> None:
    """Decide so many times, one transaction each, and tell of each only after it is committed."""
    with OfficeStore.open(folder) as store:
        for amount in range(int(times)):
            with store.change(actor=1, at=AT) as unit:
                reason = f"{author}-{amount}"
                unit.decisions.add(
                    1, DecisionKind.SET_AMOUNT, result_digest=DIGEST, line=1, amount=amount, reason=reason
                )
            _say(reason)


def import_many(folder: Path, number: str, claims: str) -> None:
    """Import one large submission in one transaction."""
    submission = a_submission(number)
    with OfficeStore.open(folder) as store, store.change(actor=1, at=AT) as unit:
        unit.submissions.add(
            submission,
            (a_claim(f"C-{place}") for place in range(int(claims))),
            sha256=sha256(number),
            file_name=f"{number}.json",
            progress=_say,
        )
    _say("done")


def open_or_create(folder: Path) -> None:
    """Start where another process may be starting at the same moment."""
    with OfficeStore.open_or_create(folder) as store, store.change(actor=None, at=AT) as unit:
        unit.settings.set(f"process {os.getpid()}", True)


def decide_on_a_full_disk(folder: Path, spare_bytes: str) -> None:
    """Decide until no file may grow any more, as on a disk that is full."""
    limit = max(path.stat().st_size for path in folder.glob("office.db*")) + int(spare_bytes)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    decide(folder, "full", "100000")


def decide_as_an_ordinary_person(folder: Path, times: str) -> None:
    """Decide as a person whom the rights of files bind, which they do not do with the superuser."""
    if os.getuid() == 0:
        os.setuid(NOBODY)
    decide(folder, "ordinary", times)


WORK: dict[str, Callable[..., None]] = {
    function.__name__: function
    for function in (decide, import_many, open_or_create, decide_on_a_full_disk, decide_as_an_ordinary_person)
}

if __name__ == "__main__":
    try:
        WORK[sys.argv[1]](Path(sys.argv[2]), *sys.argv[3:])
    except RasidegiError as fault:
        sys.stderr.write(f"{type(fault).__name__}: {fault}")
        sys.exit(fault.exit_code)
