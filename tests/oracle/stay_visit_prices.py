"""Article 8 of the inpatient part, what a visit costs: phase 5."""

from collections.abc import Iterator
from fractions import Fraction

from tests.oracle.books import half_up
from tests.oracle.paper import STAYS, Entry, Paper
from tests.oracle.sayings import Says, ask, reduce
from tests.oracle.stay_terms import Stay
from tests.oracle.stay_visit_counts import at_discharge, units
from tests.oracle.stay_visits import counted, in_one_sum, of_kind, visit_kind, visits
from tests.oracle.table import concerns, rule

LEVELS = ("gp", "specialist", "subspecialist")
OUTPATIENT_LEVEL = {"gp": "gp", "intern": "gp", "specialist": "specialist", "resident": "specialist"}
OUTPATIENT_LEVEL |= {"subspecialist": "subspecialist", "fellowship": "subspecialist", "dental_specialist": "specialist"}
EMERGENCY = frozenset({"emergency_comprehensive", "emergency_limited", "critical_care"})
EMERGENCY_PHYSICIANS = frozenset({"emergency_medicine", "general_practice"})
LIMITED, CRITICAL = "visit/emergency/limited", "visit/critical_care"


def outpatient_fees(stay: Stay, entry: Entry) -> list[Fraction]:
    """The outpatient fees that the visiting physician may have: one where his qualification is known."""
    level = (entry.performer or stay.paper.prescriber).get("qualification")
    fees = [stay.key_fee(f"visit/outpatient/{name}") for name in LEVELS]
    if level:
        fees = [stay.key_fee(f"visit/outpatient/{OUTPATIENT_LEVEL.get(level, 'gp')}")]
    return [fee for fee in fees if fee is not None]


def as_outpatient(stay: Stay, entry: Entry, *, forensic: bool = True) -> Iterator[Says]:
    """The outpatient fee of the qualification; forensic physicians are specialists (VIS-06)."""
    fees = outpatient_fees(stay, entry)
    yield reduce(entry.no, half_up(max(fees) * entry.units))
    if len(fees) > 1:
        yield ask(entry.no, reduce(entry.no, half_up(min(fees) * entry.units)))
    if not forensic:
        return
    visitor = entry.performer or stay.paper.prescriber
    specialist = stay.key_fee("visit/outpatient/specialist")
    subspecialist = OUTPATIENT_LEVEL.get(visitor.get("qualification", "")) == "subspecialist"
    if visitor.get("specialty") == "forensic_medicine" and subspecialist and specialist is not None:
        yield Says(entry.no, "reduce", after=half_up(specialist * entry.units), rule="VIS-06")


@rule(5, "NUR-01c")
def observed_visit(paper: Paper) -> Iterator[Says]:
    stay = Stay(paper)
    for entry in visits(paper) if stay.observed() else []:
        clinic = paper.kind == "inpatient" and visit_kind(stay, entry) == "anesthesia_clinic"
        if visit_kind(stay, entry) not in EMERGENCY and not clinic:
            yield from as_outpatient(stay, entry)


@rule(5, "VIS-05")
def anesthesia_clinic(paper: Paper) -> Iterator[Says]:
    for entry in of_kind(paper, "anesthesia_clinic"):
        yield from as_outpatient(Stay(paper), entry, forensic=Stay(paper).observed())


def at_fee(stay: Stay, entry: Entry, key: str) -> Fraction | None:
    """The price of a unit: of the coded line's row, else of a key."""
    price = stay.paper.price(entry.code, entry)
    return stay.key_fee(key) if price is None else price


def ward_kind(rule_id: str, kind: str) -> None:
    """Uncoded visits of one kind, by the fee of the kind."""

    def found(paper: Paper) -> Iterator[Says]:
        stay = Stay(paper)
        fee = stay.key_fee(f"visit/inpatient/{kind}")
        for entry in of_kind(paper, kind) if fee is not None and not stay.observed() else []:
            if entry.row is None and not in_one_sum(entry):
                yield reduce(entry.no, half_up((fee or 0) * entry.units))

    rule(5, rule_id)(found)


ward_kind("VIS-12b", "newborn_first")
ward_kind("VIS-12c", "next_day")
ward_kind("VIS-12d", "discharge")


@rule(5, "VIS-12a")
def first_days(paper: Paper) -> Iterator[Says]:
    yield from [] if Stay(paper).observed() else once_a_stay(paper)


def once_a_stay(paper: Paper) -> Iterator[Says]:
    """One visit of the first day, the others as those of a later day."""
    stay, left = Stay(paper), Fraction(1)
    later = stay.key_fee("visit/inpatient/next_day") or Fraction()
    for entry in of_kind(paper, "first_day"):
        first = min(left, entry.units)
        left -= first
        own = at_fee(stay, entry, "visit/inpatient/first_day") or Fraction()
        yield reduce(entry.no, half_up(own * first + later * (entry.units - first)))


@rule(5, "VIS-12")
def one_sum(paper: Paper) -> Iterator[Says]:
    yield from [] if Stay(paper).observed() else summed(paper)


def summed(paper: Paper) -> Iterator[Says]:
    """Visits without kind and date: the first day and that of discharge as far as due, the rest as later days."""
    stay = Stay(paper)
    days = stay.days()
    lines = [entry for entry in visits(paper) if in_one_sum(entry)]
    counting = [entry for entry in counted(paper) if entry.fact("icu_role") != "ward_officer"]
    owed = (days is None or units(counting) > days) and at_discharge(paper) is not False
    due = ["first_day"] if not of_kind(paper, "first_day") else []
    due += ["discharge"] if owed and not of_kind(paper, "discharge") else []
    dear = [stay.key_fee(f"visit/inpatient/{kind}") or Fraction() for kind in due]
    for entry in lines:
        own, dear = dear[: int(entry.units)], dear[int(entry.units) :]
        later = (stay.key_fee("visit/inpatient/next_day") or Fraction()) * (entry.units - len(own))
        yield reduce(entry.no, half_up(sum(own, later)))


@rule(5, "VIS-12e")
def comprehensive(paper: Paper) -> Iterator[Says]:
    fee = Stay(paper).key_fee("visit/emergency/comprehensive")
    for entry in of_kind(paper, "emergency_comprehensive"):
        if entry.row is None and fee is not None:
            yield reduce(entry.no, half_up(fee * entry.units))


FEES = {
    "next_day": ("VIS-12c", "visit/inpatient/next_day"),
    "discharge": ("VIS-12d", "visit/inpatient/discharge"),
    "newborn_first": ("VIS-12b", "visit/inpatient/newborn_first"),
    "emergency_comprehensive": ("VIS-12e", "visit/emergency/comprehensive"),
    "emergency_limited": ("VIS-12f", LIMITED),
    "critical_care": ("VIS-12i", CRITICAL),
}


@rule(5, "GEN-15e")
def what_no_clause_prices(paper: Paper) -> Iterator[Says]:
    """Visits without a code where the clause of their kind does not speak of the claim: the same price is the tariff."""
    stay = Stay(paper)
    if paper.kind not in STAYS:
        return
    firsts = {says.line: says for says in once_a_stay(paper)} | {says.line: says for says in summed(paper)}
    for entry in visits(paper):
        kind = visit_kind(stay, entry)
        clinic = kind == "anesthesia_clinic"
        if entry.code is not None:
            continue
        if kind not in EMERGENCY and (clinic or stay.observed()):
            own_clause = clinic and (concerns("VIS-05", paper) or not stay.observed())
            if not concerns("VIS-05" if own_clause else "NUR-01c", paper):
                yield reduce(entry.no, half_up(max(outpatient_fees(stay, entry)) * entry.units))
        elif entry.no in firsts:
            if not concerns("VIS-12a", paper):
                yield firsts[entry.no]
        elif not concerns(FEES[kind][0], paper):
            yield reduce(entry.no, half_up((stay.key_fee(FEES[kind][1]) or Fraction()) * entry.units))


def other_field(entry: Entry) -> bool:
    return entry.performer.get("specialty") not in EMERGENCY_PHYSICIANS | {None}


@rule(5, "VIS-12f")
def limited_visit(paper: Paper) -> Iterator[Says]:
    stay, triage = Stay(paper), paper.fact("triage_level")
    for entry in of_kind(paper, "emergency_limited"):
        fee, fees = at_fee(stay, entry, LIMITED), outpatient_fees(stay, entry)
        if other_field(entry) or triage == "five" or fee is None:
            continue
        highest = fee if triage else max(fee, *fees)
        yield reduce(entry.no, half_up(highest * entry.units))
        if triage is None:
            yield ask(entry.no, reduce(entry.no, half_up(min(fee, *fees) * entry.units)))


@rule(5, "VIS-12g")
def triage_five(paper: Paper) -> Iterator[Says]:
    for entry in of_kind(paper, "emergency_limited", "critical_care"):
        limited = visit_kind(Stay(paper), entry) == "emergency_limited"
        if paper.fact("triage_level") == "five" and not (limited and other_field(entry)):
            yield from as_outpatient(Stay(paper), entry)


@rule(5, "VIS-12h")
def other_specialties(paper: Paper) -> Iterator[Says]:
    for entry in of_kind(paper, "emergency_limited"):
        if other_field(entry):
            yield from as_outpatient(Stay(paper), entry)


@rule(5, "VIS-12i")
def critical_care(paper: Paper) -> Iterator[Says]:
    stay, triage = Stay(paper), paper.fact("triage_level")
    limited = stay.key_fee(LIMITED)
    for entry in of_kind(paper, "critical_care"):
        fee = at_fee(stay, entry, CRITICAL)
        if fee is None or limited is None or triage == "five":
            continue
        right = limited if triage in {"three", "four"} else fee
        yield reduce(entry.no, half_up(right * entry.units))
        if triage is None:
            lowest = min(fee, limited, *outpatient_fees(stay, entry))
            yield ask(entry.no, reduce(entry.no, half_up(lowest * entry.units)))
