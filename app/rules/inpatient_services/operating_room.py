"""Article 12: the technical part of the operating room, its price and the items that it already holds (ORM).

The modifier 27 prices the technical part: the clauses of the article are cited beside it. Items are recognised by the
group of their pack row and, without one, by their title; washing and sterilising fluids by title whatever their group.
"""

from collections.abc import Mapping
from typing import Any

from app.domain.facts import UNKNOWN
from app.rules.case import Case, CaseLine
from app.rules.inpatient_services.cited import cited_beside_price
from app.rules.inpatient_services.terms import (
    DELIVERY,
    DRUG,
    HOTEL,
    OPERATING_ROOM,
    SERVICE,
    SUPPLY,
    SURGERY,
    of_group,
    operations,
)
from app.rules.modifiers.terms import by_relative_value, has_three_values
from app.rules.outcomes import Ask, Outcomes, Refer, Reject, demand
from app.rules.registry import Phase, line_rule, on, rule
from app.rules.titles import row_of_line

INCLUDED = "operating_room_included"
INCLUDED_TITLES, PAYABLE_TITLES = "operating_room_included_titles", "operating_room_payable_titles"
GASES_AND_MONITORS, INCLUDED_ITEMS = "ORM-04", "ORM-06a"
ONLY_THERE, FLUID = "or_only", "both_included"
INSIDE, WARD, CHARGED = "in_operating_room", "ward", "charged_to_patient"
IN_ROOM = "operating_room"
DEVICE: Mapping[str, Any] = {"rule": INCLUDED_ITEMS, "place": ONLY_THERE}
"""What a coded item of the group is where its title says no more: a device or part of the operating room alone."""


def has_one_value(line: CaseLine) -> bool:
    """Tell whether the book prints one value for the line's code; a fixed fee is none."""
    return by_relative_value(line) and not has_three_values(line)


SINGLE = on(sections={OPERATING_ROOM}, where=has_one_value)
THREEFOLD = on(sections={OPERATING_ROOM}, where=has_three_values)
ITEMS = on(sections={SUPPLY, DRUG, SERVICE})


@line_rule("ORM-01", Phase.PRICE, SINGLE)
def share_of_single_value(case: Case, line: CaseLine) -> Outcomes:
    """Pay 40 percent of the value at the public tariff in both sectors, as modifier 27 does (cited beside it)."""
    yield from cited_beside_price(case, line)


@line_rule("ORM-02", Phase.PRICE, THREEFOLD)
def third_value(case: Case, line: CaseLine) -> Outcomes:
    """Pay the third printed value and no percent on top, as modifier 27 does (cited beside it)."""
    yield from cited_beside_price(case, line)


@rule("ORM-02", Phase.EXCLUSION, THREEFOLD)
def second_technical_part(case: Case) -> Outcomes:
    """Refuse a second technical part of one operation: a line for each operation of the code and day, by number."""
    left: dict[tuple[str | None, object], int] = {}
    for line in case.live_lines:
        if line.section == SURGERY:
            left[line.code, line.day] = left.get((line.code, line.day), 0) + 1
    for line in sorted(case.live_lines, key=lambda line: line.no):
        if line.section == OPERATING_ROOM and has_three_values(line):
            place = line.code, line.day
            if left.get(place, 1) < 1:
                yield Reject(line)
            left[place] = left.get(place, 1) - 1


@line_rule("ORM-03", Phase.COVER, SINGLE)
def outside_operating_room(_case: Case, line: CaseLine) -> Outcomes:
    """Refuse the technical part of a service with one value that was done outside the operating room."""
    yield from demand(line.fact(INSIDE), INSIDE)


@line_rule("ORM-04", Phase.EXCLUSION, ITEMS)
def gases_and_monitors(case: Case, line: CaseLine) -> Outcomes:
    """Refuse gases, monitors, sets, pack and ventilator of the operating room; a ward's own are left to nursing.

    The delivery room is not meant: article 7 leaves out less there. An unknown ward decides only for what is used in
    wards too, and only after an operation.
    """
    row = _included(case, line, GASES_AND_MONITORS)
    ward = line.fact(WARD)
    if row is None or ward not in {UNKNOWN, IN_ROOM}:
        return
    if ward == IN_ROOM or row["place"] == ONLY_THERE:
        yield Reject(facts=() if ward is UNKNOWN else (WARD,))
    elif operations(case):
        yield Ask(facts=(WARD,))


@line_rule("ORM-06a", Phase.EXCLUSION, ITEMS)
def items_of_technical_part(case: Case, line: CaseLine) -> Outcomes:
    """Refuse tables, lights, cautery and their like, and the fluids that clean and sterilise.

    A fluid is inside the nursing percent on a ward and payable in the delivery room: its ward is asked for only where
    an answer could leave it payable. Gauze, bandage, cotton, syringe and plaster used there are payable.
    """
    row = _included(case, line, INCLUDED_ITEMS)
    ward = line.fact(WARD)
    if row is None or ward not in {UNKNOWN, IN_ROOM} or _is_payable(case, line):
        return
    if ward == IN_ROOM:
        yield Reject(facts=(WARD,))
    elif row["place"] == ONLY_THERE or (row["place"] == FLUID and _never_payable(case)):
        yield Reject()
    elif operations(case):
        yield Ask(facts=(WARD,))


def _never_payable(case: Case) -> bool:
    """Tell whether a fluid leads to nothing wherever it was used: a bed's nursing percent holds it, and no birth."""
    born = of_group(DELIVERY)
    return any(line.section == HOTEL for line in case.live_lines) and not any(born(line) for line in case.live_lines)


def _is_payable(case: Case, line: CaseLine) -> bool:
    """Tell whether a line is a consumable that stays payable in the operating room, such as gauze with betadine."""
    return line.group != INCLUDED and row_of_line(case, line, PAYABLE_TITLES) is not None


def _included(case: Case, line: CaseLine, rule_id: str) -> Mapping[str, Any] | None:
    """Return the row of the list that a line is an item of, where that row stands under this rule."""
    row = row_of_line(case, line, INCLUDED_TITLES)
    if line.group == INCLUDED:
        row = row or DEVICE
    elif line.group is not None and (row is None or row["place"] != FLUID):
        return None
    return row if row is not None and row["rule"] == rule_id else None


@rule("ORM-06b", Phase.EXCLUSION)
def charged_to_patient(case: Case) -> Outcomes:
    """Refer a centre that took the price of an included item from the patient; recorded only when seen."""
    for line in case.lines:
        if line.fact(CHARGED) is True and case.rejected_by(line, GASES_AND_MONITORS, INCLUDED_ITEMS):
            yield Refer(line, (CHARGED,))
