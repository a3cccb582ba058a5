"""The circular on sending patients: what is paid of the journey, the nights and the companions."""

from collections.abc import Iterator
from fractions import Fraction

from tests.oracle.books import half_up
from tests.oracle.circ_terms import circular, service_day
from tests.oracle.days import age
from tests.oracle.paper import Entry, Paper, Truth
from tests.oracle.sayings import Says, ask, reduce, reject, stay_open

FARES = frozenset({"travel_fare", "companion_fare"})
COMPANION = frozenset({"companion_fare", "companion_lodging"})
LODGING = {"travel_lodging": "patient", "companion_lodging": "companion"}
SPECIAL = frozenset({"hired_car", "train", "plane"})
CHILD, SMALL_CHILD, OLD = 18, 7, 65


def of_travel(paper: Paper, groups: frozenset[str]) -> list[Entry]:
    return [entry for entry in paper.alive() if entry.section == "travel" and entry.group in groups]


@circular(2, "TRV-08")
def no_travel_line(paper: Paper) -> Iterator[Says]:
    for entry in paper.entries:
        if entry.section != "travel" or entry.group not in FARES | set(LODGING):
            yield stay_open(entry.no)


def over(years: int, birth: str, day: str) -> bool:
    """Later than the birthday: one year more, or the birthday was before today."""
    full = age(birth, day)
    return full > years or (full == years and birthday(birth, day) < day)


def birthday(birth: str, day: str) -> str:
    """This year's, of one who has had it."""
    own = day[:4] + birth[4:]
    return own if own <= day else day[:4] + "-12-29"


def may_have_company(paper: Paper) -> Truth:
    birth = paper.patient.get("birth_date")
    if birth is None:
        return None
    day = service_day(paper)
    return age(birth, day) < CHILD or over(OLD, birth, day)


def company(rule_id: str) -> None:
    def found(paper: Paper) -> Iterator[Says]:
        allowed, disability = may_have_company(paper), paper.fact("disability_companion")
        if allowed or disability == "confirmed":
            return
        if allowed is None:
            own, answer = "TRV-09", None
        elif disability == "none":
            own, answer = "TRV-09", False
        else:
            own, answer = "TRV-09c", None if disability is None else False
        for entry in of_travel(paper, COMPANION) if own == rule_id else []:
            yield ask(entry.no) if answer is None else reject(entry.no)

    circular(2, rule_id)(found)


company("TRV-09")
company("TRV-09c")


def numbers(paper: Paper) -> dict[int, int | None]:
    """Which companion a line is of, as phase 4 finds the lines: the first where he is the only one of his kind."""
    if "companions" not in paper.__dict__:
        found = {}
        for entry in of_travel(paper, COMPANION):
            alone = len(of_travel(paper, frozenset({str(entry.group)}))) == 1
            found[entry.no] = 1 if alone and entry.fact("companion_no") is None else entry.fact("companion_no")
        paper.__dict__["companions"] = found
    kept: dict[int, int | None] = paper.__dict__["companions"]
    return kept


@circular(4, "TRV-10a")
def too_many_companions(paper: Paper) -> Iterator[Says]:
    birth = paper.patient.get("birth_date")
    small = None if birth is None else age(birth, service_day(paper)) < SMALL_CHILD
    said = []
    for entry in of_travel(paper, COMPANION):
        number = numbers(paper)[entry.no]
        if number is None or (number == 2 and small is None):
            said.append(ask(entry.no))
        elif number > (1 if small is False else 2):
            said.append(reject(entry.no))
    yield from said


@circular(4, "TRV-10c")
def more_than_requested(paper: Paper) -> Iterator[Says]:
    requested = paper.fact("companions_requested")
    for entry in of_travel(paper, COMPANION):
        number = numbers(paper)[entry.no]
        if requested is None or (number is not None and number > requested):
            yield stay_open(entry.no)


def approved(paper: Paper, vehicle: str) -> Truth:
    told = paper.fact("approved_vehicles")
    return None if told is None else vehicle in told


def in_the_patients_car(paper: Paper, entry: Entry) -> bool:
    """Whether a companion's hired car may be the one in which the patient went."""
    if entry.group != "companion_fare" or entry.fact("vehicle") != "hired_car":
        return False
    for own in of_travel(paper, frozenset({"travel_fare"})):
        days = {own.document.get("date"), entry.document.get("date")}
        if own.fact("vehicle") == "hired_car" and own.amount > 0 and (None in days or len(days) == 1):
            return True
    return False


@circular(3, "TRV-06e")
def one_car(paper: Paper) -> Iterator[Says]:
    answer = approved(paper, "hired_car")
    for entry in of_travel(paper, FARES):
        if answer is not False and in_the_patients_car(paper, entry):
            yield ask(entry.no) if answer is None else reject(entry.no)


def fee(paper: Paper, entry: Entry, vehicle: str) -> int | None:
    """The fare of so many trips, by the route or by the way back."""
    start, end = paper.fact("route_from"), paper.fact("route_to")
    if start is None or end is None:
        return None
    for route in (f"{start}-{end}", f"{end}-{start}"):
        row = paper.books.newest("fees", entry.day, key=f"travel/{vehicle}/{route}")
        if row:
            return half_up(Fraction(row["rial"]) * entry.units)
    return None


def priced(rule_id: str, entry: Entry, most: int | None) -> Iterator[Says]:
    """A fare, or the question for it."""
    yield stay_open_by("TRV-06f", entry) if most is None else Says(entry.no, "reduce", after=most, rule=rule_id)


def stay_open_by(rule_id: str, entry: Entry) -> Says:
    return Says(entry.no, "query", rule=rule_id)


def fare(paper: Paper, entry: Entry) -> Iterator[Says]:
    """All that TRV-06a to 06f say of a fare."""
    vehicle = entry.fact("vehicle")
    if vehicle is None:
        yield stay_open_by("TRV-06f", entry)
        return
    if vehicle not in SPECIAL:
        own = ("TRV-06a", "bus") if vehicle == "other" else ("TRV-06d", vehicle)
        yield from priced(own[0], entry, fee(paper, entry, own[1]))
        return
    answer = approved(paper, vehicle)
    if answer is None and in_the_patients_car(paper, entry):
        answer = False
    bus = fee(paper, entry, "bus")
    if answer is False:
        yield from priced("TRV-06a", entry, bus)
    elif answer is None and bus is None:
        yield stay_open_by("TRV-06f", entry)
        if vehicle != "hired_car":
            yield from as_approved(paper, entry, vehicle)
    else:
        if answer is None and bus is not None and entry.amount > bus:
            yield Says(entry.no, "query", rule="TRV-06a", worst=reduce(entry.no, bus))
        if ("TRV-06a", entry.no) not in paper.forced:
            yield from as_approved(paper, entry, vehicle)


def as_approved(paper: Paper, entry: Entry, vehicle: str) -> Iterator[Says]:
    ticket = entry.fact("ticket_price")
    if vehicle == "hired_car":
        yield from priced("TRV-06b", entry, fee(paper, entry, "hired_car"))
    elif ticket is None:
        yield Says(entry.no, "query", rule="TRV-06c", worst=reduce(entry.no, 1))
    else:
        yield from priced("TRV-06c", entry, ticket or fee(paper, entry, "bus"))


def of_fares(rule_id: str) -> None:
    def found(paper: Paper) -> Iterator[Says]:
        for entry in of_travel(paper, FARES):
            yield from (says for says in list(fare(paper, entry)) if says.rule == rule_id)

    circular(5, rule_id)(found)


for each in ("TRV-06a", "TRV-06b", "TRV-06c", "TRV-06d", "TRV-06f"):
    of_fares(each)


@circular(5, "TRV-07")
def nights(paper: Paper) -> Iterator[Says]:
    for entry in of_travel(paper, frozenset(LODGING)):
        row = paper.books.newest("fees", entry.day, key=f"travel/lodging/{LODGING[str(entry.group)]}")
        yield reduce(entry.no, half_up(row["rial"] * entry.units)) if row else stay_open(entry.no)
