"""What was paid to the patient before, as rules on frequency look at it: rows of the history with their services."""

from collections.abc import Iterator

from app.domain.claim import PastService
from app.domain.reference import Service
from app.rules.case import Case


def service_of(case: Case, row: PastService) -> Service | None:
    """Return the pack row of a past service: of its own day, else of the claim's day, for packs may begin later."""
    return case.service(row.code, row.day) or case.service(row.code, case.day)


def past_of_group(case: Case, group: str) -> Iterator[tuple[PastService, Service]]:
    """Yield the rows of the history whose service is of a group, the earliest first."""
    for row in case.history:
        service = service_of(case, row)
        if service is not None and service.group == group:
            yield row, service
