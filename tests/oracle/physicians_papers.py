"""Physicians, phases 1 and 2: papers that the office may not send, and services outside its list or its contract."""

from collections.abc import Callable, Iterator

from tests.oracle.general_lines import line_wanted
from tests.oracle.mod_terms import with_followers
from tests.oracle.paper import Entry, Paper, Truth
from tests.oracle.sayings import Says, ask, note, reject, stay_open
from tests.oracle.table import rule

NO_SERVICE = frozenset({"visit", "drug", "supply", "hotel", "nursing", "travel"})
AMBULANT = frozenset({"visit", "physician_service"})
Sayings = Callable[[Paper], Iterator[Says]]


def physicians(phase: int, rule_id: str) -> Callable[[Sayings], Sayings]:
    """A rule of the physicians' part: pharmacies' claims of its kinds are not its matter."""

    def enter(function: Sayings) -> Sayings:
        def found(paper: Paper) -> Iterator[Says]:
            if not (paper.pharmacy and paper.kind in AMBULANT):
                yield from function(paper)

        rule(phase, rule_id)(found)
        return function

    return enter


def is_service(paper: Paper, entry: Entry) -> bool:
    """service_line, outside rule 25."""
    return paper.kind == "physician_service" and entry.section not in NO_SERVICE


@physicians(1, "PHY-02")
def several_sheets_of_a_day(paper: Paper) -> Iterator[Says]:
    def key(other: Paper) -> tuple[object, ...] | None:
        found = (other.patient.get("id"), other.prescriber.get("id"), other.day)
        wanted = other.kind == "physician_service" and not other.referred and None not in found
        return found if wanted else None

    others = [Paper(paper.file, index, paper.books) for index in range(len(paper.file["claims"]))]
    if key(paper) is not None and [key(other) for other in others].count(key(paper)) > 1:
        yield note()


def in_the_contract(paper: Paper, entry: Entry) -> Truth:
    items = paper.office_fact("contract_items")
    return None if items is None else entry.code in items or entry.group in items


@physicians(2, "PHY-03")
def outside_the_list(paper: Paper) -> Iterator[Says]:
    if paper.provider["kind"] not in {"office", "general_clinic"} or not paper.contracted:
        return
    for entry in paper.entries:
        if is_service(paper, entry) and entry.row is not None and not entry.has("office_list"):
            yield from line_wanted(in_the_contract(paper, entry), entry)


def performing_specialty(paper: Paper, entry: Entry) -> str | None:
    """The specialty of who did the service: the prescriber too, unless the patient is known to be referred."""
    someone = entry.performer or ({} if paper.referred else paper.prescriber)
    return someone.get("specialty")


def exercise_tests(paper: Paper) -> list[Entry]:
    at_office = paper.provider["kind"] == "office"
    return [entry for entry in paper.entries if entry.group == "exercise_test"] if at_office else []


@physicians(2, "PHY-04")
def cardiologists_test(paper: Paper) -> Iterator[Says]:
    for entry in exercise_tests(paper) if paper.contracted else []:
        if performing_specialty(paper, entry) == "cardiology":
            yield from line_wanted(in_the_contract(paper, entry), entry)


@physicians(2, "PHY-04a")
def anothers_test(paper: Paper) -> Iterator[Says]:
    for entry in exercise_tests(paper):
        if performing_specialty(paper, entry) != "cardiology":
            yield stay_open(entry.no)


@physicians(2, "PHY-05")
def oral_chemotherapy(paper: Paper) -> Iterator[Says]:
    for entry in paper.entries:
        drug, told = entry.attributes.get("drug_only"), entry.fact("oral_chemo_drug")
        if drug is not None:
            yield from line_wanted(None if told is None else told == drug, entry)


def refused(answer: Truth) -> Iterator[Says]:
    """Something that must not be so of a claim: true rejects it, unknown asks."""
    if answer is None:
        yield ask()
    elif answer:
        yield reject()


@physicians(1, "PHY-11")
def for_himself(paper: Paper) -> Iterator[Says]:
    yield from refused(paper.fact("prescribed_for_self"))


@physicians(1, "PHY-12")
def other_centres_stamp(paper: Paper) -> Iterator[Says]:
    if paper.provider["kind"] == "office":
        yield from refused(bool(paper.fact("other_provider_stamp")))


@physicians(1, "PHY-12a")
def at_home(paper: Paper) -> Iterator[Says]:
    if paper.provider["kind"] == "office":
        yield from refused(paper.fact("at_home"))


@physicians(2, "PHY-14")
def without_code(paper: Paper) -> Iterator[Says]:
    for entry in paper.entries:
        if is_service(paper, entry) and not entry.code:
            yield reject(entry.no)


@physicians(1, "PHY-15")
def certificate(paper: Paper) -> Iterator[Says]:
    yield from refused(paper.fact("certificate") in {"sick_leave", "death"})


@physicians(2, "PHY-20")
def cosmetic(paper: Paper) -> Iterator[Says]:
    answer = paper.fact("cosmetic")
    for entry in paper.entries:
        if entry.has("cosmetic_star"):
            yield from with_followers(paper, entry, None if answer is None else not answer)


@physicians(2, "PHY-26")
def asked_for(paper: Paper) -> Iterator[Says]:
    for entry in paper.entries:
        if entry.has("needs_order"):
            yield from line_wanted(entry.fact("ordered_by_physician"), entry)
