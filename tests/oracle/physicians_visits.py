"""Physicians, phase 3 across the sheets of a day: second echocardiographies, repeated visits, visits beside services."""

from collections.abc import Iterator

from tests.oracle.judge import up_to
from tests.oracle.paper import Entry, Paper, Request
from tests.oracle.physicians_lines import dearest, session
from tests.oracle.physicians_papers import AMBULANT, is_service, physicians
from tests.oracle.sayings import Says, ask, reject


def others(paper: Paper, rule_id: str, *, earlier: bool = False) -> list[Paper]:
    """The patient's other claims of the submission, as they stand before a rule of phase 3; earlier ones after it."""
    everyone = [Paper(paper.file, index, paper.books) for index in range(len(paper.file["claims"]))]
    own_place = (paper.known_day, paper.index)
    patient = paper.patient.get("id")
    return [
        up_to(rule_id, paper, index, done=earlier)
        for index, other in enumerate(everyone)
        if index != paper.index
        and not (earlier and (other.known_day, index) > own_place)
        and patient is not None
        and other.patient.get("id") == patient
    ]


def after_pharmacy(paper: Paper) -> bool:
    return not paper.pharmacy and paper.kind in AMBULANT


@session(3, "PHY-07")
def second_echo(request: Request) -> Iterator[Says]:
    echoes = request.alive(group="echo")
    day = request.entries[0].day
    history = request.claim.get("history") or []
    kept = [
        entry
        for paper in others(request, "PHY-07", earlier=True)
        for entry in paper.alive(group="echo")
        if entry.day == day and entry.amount
    ]
    past = [
        item
        for item in history
        if item.get("date") == day and (request.books.service(item.get("code"), day) or {}).get("group") == "echo"
    ]
    for entry in echoes:
        if kept or past or entry is not dearest(request, echoes):
            yield reject(entry.no)


def visitor(paper: Paper, entry: Entry) -> object:
    return entry.performer.get("id") or paper.prescriber.get("id")


@physicians(3, "PHY-13")
def repeated_visit(paper: Paper) -> Iterator[Says]:
    seen = {
        (visitor(other, entry), entry.day)
        for other in others(paper, "PHY-13", earlier=True)
        if after_pharmacy(other)
        for entry in other.alive()
        if entry.section == "visit"
    }
    for entry in paper.alive():
        who = visitor(paper, entry)
        if entry.section == "visit":
            there = {other for other, day in seen if day == entry.day}
            if who is not None and who in there:
                yield reject(entry.no)
            elif there and None in {who, *there}:
                yield ask(entry.no)
            seen.add((who, entry.day))


def by_another(paper: Paper, visit: Entry, service: Entry) -> bool:
    """Whether a service of the same claim was referred: the visiting physician is not known to have done it."""
    performer = service.performer.get("id")
    return paper.referred is True and (performer is None or performer != visitor(paper, visit))


def services_beside(paper: Paper, visit: Entry) -> list[Entry]:
    """The services that leave no visit: of the same claim, or of the same physician in another."""
    own = [entry for entry in paper.alive() if is_service(paper, entry) and not by_another(paper, visit, entry)]
    prescriber = paper.prescriber.get("id")
    for other in others(paper, "PHY-08"):
        if prescriber is not None and other.prescriber.get("id") == prescriber and not other.referred:
            own += [entry for entry in other.alive() if is_service(other, entry)]
    return [entry for entry in own if entry.day == visit.day]


def unnamed_beside(paper: Paper, visit: Entry) -> bool:
    """Whether a service stands in another claim of the day, and one of the two physicians is not named."""
    return any(
        entry.day == visit.day
        and is_service(other, entry)
        and None in {paper.prescriber.get("id"), other.prescriber.get("id")}
        for other in others(paper, "PHY-08")
        if not other.referred
        for entry in other.alive()
    )


def visits(rule_id: str, *, named: bool) -> None:
    def found(paper: Paper) -> Iterator[Says]:
        for visit in paper.alive():
            services = services_beside(paper, visit) if visit.section == "visit" else []
            if services and any(service.has("no_visit") for service in services) == named:
                yield reject(visit.no)
            elif visit.section == "visit" and not services and not named and unnamed_beside(paper, visit):
                yield ask(visit.no)

    physicians(3, rule_id)(found)


visits("PHY-08", named=False)
visits("PHY-22", named=True)
