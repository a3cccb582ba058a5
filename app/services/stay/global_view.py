"""Global operations of a stay (article 22): what the sum holds, what is added, and why a claim left the tariff."""

from collections.abc import Collection
from dataclasses import dataclass, field
from enum import StrEnum

from app.domain.assessment import ClaimResult
from app.domain.findings import Effect, Step
from app.domain.money import Rial
from app.rules.case import Case, CaseLine
from app.rules.inpatient_services.global_cap import cap_of, itemised_bill, left_under, row_of_operation
from app.rules.inpatient_services.terms import (
    GLOBAL,
    foreign_operations,
    global_lines,
    is_birth_by_midwife,
    is_repeated_global,
    live_global,
    operations,
    several_globals,
    special_beds,
)
from app.rules.pricing import price_of_line

HELD, REFUSED, UNNAMED = ("GLO-05a", "GLO-05b"), ("GLO-03b", "GLO-07"), "GLO-04b"
SEVERAL, FOREIGN, SPECIAL, REPEATED, MIDWIFE = "GLO-06a", "GLO-06b", "GLO-06c", "GLO-10b", "SUR-OBS-04"
CAP = "GLO-08"


class GlobalKind(StrEnum):
    """How a claim stands to the global tariff: billed as a sum, billed by items under it, or out of it."""

    SUM = "sum"
    ITEMS = "items"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Leaving:
    """A rule that takes a claim out of the tariff, and the lines by which it does."""

    rule: str
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class GlobalView:
    """What article 22 makes of a claim; lines by their numbers.

    `inside` are the lines that the sum holds, `added` those beside it, `refused` those that may not be, `unnamed` those
    of which a person says whether they may. `sum` is the sum of the tariff with what modifiers add, in rials: what is
    paid for the operation, or the most for the lines inside; `inside_approved` is what these come to.
    """

    kind: GlobalKind
    operations: tuple[int, ...]
    row: str
    code: str
    sum: Rial | None = None
    steps: tuple[Step, ...] = ()
    inside: tuple[int, ...] = ()
    inside_approved: Rial = 0
    added: tuple[int, ...] = ()
    refused: tuple[int, ...] = ()
    unnamed: tuple[int, ...] = ()
    capped: tuple[int, ...] = ()
    leaving: tuple[Leaving, ...] = field(default=())


def global_view(case: Case, result: ClaimResult) -> GlobalView | None:
    """Return what article 22 makes of a claim, None where none of its operations is on the global list.

    Args:
        case: the claim after the phase of quantities.
        result: what the engine says of it as a whole.
    """
    if any(line.section == GLOBAL for line in case.lines):
        return _of_global_claim(case, result)
    return _of_items(case, result)


def _of_global_claim(case: Case, result: ClaimResult) -> GlobalView:
    operation = live_global(case)
    if operation is None:
        lines = global_lines(case) or [line for line in case.lines if line.section == GLOBAL]
        row = lines[0].service
        return GlobalView(
            GlobalKind.LEFT,
            tuple(line.no for line in lines),
            row.title if row else "",
            lines[0].code or "",
            leaving=tuple(_leaving(case)),
        )
    price = price_of_line(case, operation)
    inside, refused = _found(result, HELD), _found(result, REFUSED)
    unnamed = tuple(remark.line for remark in result.remarks if remark.rule == UNNAMED and remark.line is not None)
    apart = {operation.no, *inside, *refused, *unnamed}
    return GlobalView(
        GlobalKind.SUM,
        (operation.no,),
        operation.service.title if operation.service else "",
        operation.code or "",
        sum=price.rial if price else None,
        steps=price.steps if price else (),
        inside=inside,
        inside_approved=_approved(result, inside),
        added=tuple(line.no for line in case.live_lines if line.no not in apart),
        refused=refused,
        unnamed=unnamed,
    )


def _leaving(case: Case) -> list[Leaving]:
    """Return the rules that take a claim with a global line out of the tariff, as they decide themselves."""
    lines = global_lines(case)
    several = [line.no for line in several_globals(case)]
    foreign = [] if len(lines) != 1 else [line.no for line in foreign_operations(case, lines[0])]
    found = {
        SEVERAL: several,
        FOREIGN: foreign,
        SPECIAL: [line.no for line in special_beds(case)] if case.is_under(SPECIAL) else [],
        REPEATED: [line.no for line in lines if is_repeated_global(line)],
        MIDWIFE: [line.no for line in lines if is_birth_by_midwife(line)],
    }
    return [Leaving(rule, tuple(numbers)) for rule, numbers in found.items() if numbers]


def _of_items(case: Case, result: ClaimResult) -> GlobalView | None:
    bill = itemised_bill(case)
    if bill is None:
        return _items_outside(case)
    cap = cap_of(case, bill)
    inside = tuple(line.no for line in bill.lines)
    return GlobalView(
        GlobalKind.ITEMS,
        (bill.operation.no,),
        bill.row.title,
        bill.row.code,
        sum=cap.rial if cap else None,
        steps=cap.steps if cap else (),
        inside=inside,
        inside_approved=_approved(result, inside),
        added=tuple(line.no for line in case.live_lines if line not in bill.lines),
        capped=_found(result, (CAP,), Effect.REDUCE),
    )


def _items_outside(case: Case) -> GlobalView | None:
    """Return why operations of the global list are paid by their items; None where there is none."""
    listed = [(line, row) for line in operations(case) if (row := row_of_operation(case, line)) is not None]
    if not listed:
        return None
    operation, row = listed[0]
    others = [line for line in operations(case) if line is not operation]
    leaving = _several_operations(listed[1:], others)
    left = left_under(case, operation)
    if left is not None and not leaving:
        leaving = [Leaving(left, _by_which(case, operation, left))]
    return GlobalView(
        GlobalKind.LEFT, tuple(line.no for line, _row in listed), row.title, row.code, leaving=tuple(leaving)
    )


def _several_operations(listed: Collection[object], others: list[CaseLine]) -> list[Leaving]:
    if not others:
        return []
    return [Leaving(SEVERAL if listed else FOREIGN, tuple(line.no for line in others))]


def _by_which(case: Case, operation: CaseLine, rule: str) -> tuple[int, ...]:
    return tuple(line.no for line in special_beds(case)) if rule == SPECIAL else (operation.no,)


def _found(result: ClaimResult, rules: Collection[str], effect: Effect = Effect.REJECT) -> tuple[int, ...]:
    found = (f.line for f in result.findings if f.rule in rules and f.effect is effect and f.line is not None)
    return tuple(sorted(set(found)))


def _approved(result: ClaimResult, lines: Collection[int]) -> Rial:
    return sum(line.approved for line in result.lines if line.no in lines)
