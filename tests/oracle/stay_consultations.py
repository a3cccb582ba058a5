"""Article 9 of the inpatient part: consultations."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from tests.oracle.books import half_up
from tests.oracle.general_lines import line_wanted
from tests.oracle.paper import STAYS, Entry, Paper
from tests.oracle.sayings import Says, ask, reduce, reject
from tests.oracle.stay_terms import Stay
from tests.oracle.table import concerns, rule
from tests.oracle.turns import in_turn

in_turn("CNS-08a CNS-08c CNS-03a CNS-03b")
OF_ONE_FIELD, IN_ALL = 3, 6
BY_CODE_ONLY = frozenset({"nutrition", "community_medicine"})


def asked_for(paper: Paper) -> list[Entry]:
    return [entry for entry in paper.entries if entry.section == "consultation"]


def left(paper: Paper) -> list[Entry]:
    return [entry for entry in paper.alive() if entry.section == "consultation"]


def invited(entry: Entry) -> bool:
    return bool(entry.fact("consult_kind") == "invited")


def as_regular(entry: Entry) -> bool:
    """An invited physician who is known not to be one."""
    return bool(entry.fact("specialty_in_hospital") or entry.fact("works_in_hospital_clinic"))


@rule(2, "CNS-00")
def another_field(paper: Paper) -> Iterator[Says]:
    for entry in asked_for(paper):
        fields = (entry.performer.get("specialty"), paper.prescriber.get("specialty"))
        yield from line_wanted(None if None in fields else fields[0] != fields[1], entry)


@rule(2, "CNS-01a")
def consultation_ordered(paper: Paper) -> Iterator[Says]:
    for entry in asked_for(paper):
        yield from line_wanted(entry.fact("ordered_by_physician"), entry)


@rule(2, "CNS-08b")
def invitation_ordered(paper: Paper) -> Iterator[Says]:
    for entry in filter(invited, asked_for(paper)):
        if entry.fact("ordered_by_physician") is False:
            yield reject(entry.no)


@rule(2, "CNS-01b")
def answered(paper: Paper) -> Iterator[Says]:
    for entry in asked_for(paper):
        yield from line_wanted(entry.fact("report_attached"), entry)


@rule(2, "CNS-01c")
def dated(paper: Paper) -> Iterator[Says]:
    for entry in asked_for(paper):
        told = entry.fact("consult_dated")
        yield from line_wanted(True if told is None and entry.document.get("date") else told, entry)


@rule(2, "CNS-01d")
def asked_by_a_specialist(paper: Paper) -> Iterator[Says]:
    level = paper.prescriber.get("qualification")
    for entry in asked_for(paper):
        yield from line_wanted(None if level is None else level not in {"gp", "intern"}, entry)


@rule(2, "CNS-06")
def by_code_only(paper: Paper) -> Iterator[Says]:
    for entry in asked_for(paper):
        if entry.code is None and entry.performer.get("specialty") in BY_CODE_ONLY:
            yield reject(entry.no)


@rule(2, "CNS-08d")
def at_the_bedside(paper: Paper) -> Iterator[Says]:
    for entry in filter(invited, asked_for(paper)):
        yield from line_wanted(entry.fact("at_bedside"), entry)


@rule(2, "CNS-08e")
def invited_to_an_outpatient(paper: Paper) -> Iterator[Says]:
    yield from (reject(entry.no) for entry in paper.entries if invited(entry))


@rule(2, "CNS-08f")
def invited_resident(paper: Paper) -> Iterator[Says]:
    for entry in filter(invited, asked_for(paper)):
        if entry.performer.get("qualification") in {"resident", "intern"}:
            yield reject(entry.no)


@rule(3, "CNS-04")
def anesthetists_consultation(paper: Paper) -> Iterator[Says]:
    sections = {entry.section for entry in paper.alive()}
    if sections & {"surgery", "global"} and sections & {"anesthesia", "global"}:
        for entry in left(paper):
            if entry.performer.get("specialty") == "anesthesiology":
                yield reject(entry.no)


def full_units(paper: Paper) -> dict[int, tuple[int, int, int]]:
    """By line: full units, those beyond the limit of the field, and those beyond the limit of the stay."""
    lines = [
        entry
        for entry in left(paper)
        if "consult_specialty" not in entry.attributes and (not invited(entry) or as_regular(entry))
    ]
    lines.sort(key=lambda entry: (entry.document.get("date") or "9999", entry.no))
    full: dict[Any, int] = {}
    found = {}
    for entry in lines:
        field, counts = entry.performer.get("specialty"), [0, 0, 0]
        for _ in range(int(entry.units)):
            if field is not None and full.get(field, 0) >= OF_ONE_FIELD:
                counts[1] += 1
            elif sum(full.values()) >= IN_ALL:
                counts[2] += 1
            else:
                counts[0] += 1
                full[field] = full.get(field, 0) + 1
        found[entry.no] = (counts[0], counts[1], counts[2])
    return found


def beyond(rule_id: str, *, of_field: bool) -> None:
    def found(paper: Paper) -> Iterator[Says]:
        lower = Stay(paper).key_fee("visit/inpatient/next_day") or Fraction()
        for entry in left(paper):
            _, by_field, by_stay = full_units(paper).get(entry.no, (0, 0, 0))
            further = by_field if of_field else by_field + by_stay
            own = Fraction(entry.claimed) / entry.quantity
            if as_regular(entry) and invited(entry):
                own = min(own, Stay(paper).key_fee("consultation") or own)
            if by_field if of_field else by_stay:
                yield reduce(entry.no, half_up(own * (entry.units - further) + min(own, lower) * further))

    rule(4, rule_id)(found)


beyond("CNS-03a", of_field=True)
beyond("CNS-03b", of_field=False)


def not_really_invited(rule_id: str, fact: str) -> None:
    def found(paper: Paper) -> Iterator[Says]:
        fee = Stay(paper).key_fee("consultation")
        for entry in filter(invited, left(paper)):
            answer = entry.fact(fact)
            if answer is not False and entry.row is None and fee is not None:
                lower = reduce(entry.no, half_up(fee * entry.units))
                yield lower if answer else ask(entry.no, lower)

    rule(4, rule_id)(found)


not_really_invited("CNS-08a", "specialty_in_hospital")
not_really_invited("CNS-08c", "works_in_hospital_clinic")


@rule(5, "GEN-15e")
def where_no_clause_prices(paper: Paper) -> Iterator[Says]:
    """Consultations without a code of which article 9 does not speak: the same fee is their tariff."""
    stay = Stay(paper)
    for entry in left(paper) if paper.kind in STAYS and not concerns("CNS-02", paper) else []:
        guest = invited(entry) and not as_regular(entry)
        fee = stay.key_fee("consultation/invited" if guest else "consultation")
        if entry.code is None and fee is not None:
            yield reduce(entry.no, half_up(fee * entry.units))


@rule(5, "CNS-02")
def consultation_fee(paper: Paper) -> Iterator[Says]:
    stay = Stay(paper)
    lower = stay.key_fee("visit/inpatient/next_day") or Fraction()
    for entry in left(paper):
        guest = invited(entry) and not as_regular(entry)
        fee = stay.key_fee("consultation/invited" if guest else "consultation")
        _, by_field, by_stay = full_units(paper).get(entry.no, (0, 0, 0))
        further = by_field + by_stay
        if entry.row is None and fee is not None:
            yield reduce(entry.no, half_up(fee * (entry.units - further) + min(fee, lower) * further))
