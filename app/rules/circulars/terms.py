"""What the rules of the circulars share: whom each circular binds, from when, and how it asks.

Eligibility, paraclinic and sending are orders of Social Security and look at its claims alone; reimbursement binds
every insurer. Each acts from its own first service day, a dated figure; an earlier or undated claim is left alone.
"""

from functools import partial

from app.domain.claim import Insurer
from app.domain.dates import JalaliDate
from app.domain.facts import UNKNOWN, Answer
from app.domain.persian import clean
from app.rules.case import Case
from app.rules.outcomes import Ask, Outcomes, Reject
from app.rules.registry import EVERY_INSURER, Phase, line_rule, rule

TAMIN = frozenset({Insurer.TAMIN})
ELIGIBILITY, ELIGIBILITY_CODE = "eligibility", "eligibility_code"
COVERED, NOT_COVERED = "covered", "not_covered"
FORM = "prescription_form"
ELIGIBILITY_FROM, PARACLINIC_FROM = "eligibility_order_from", "paraclinic_guide_from"
REIMBURSEMENT_FROM, SENDING_FROM = "reimbursement_instruction_from", "sending_order_from"
"""The dated figures that hold the first service day of each circular."""

eligibility_rule = partial(rule, insurers=TAMIN, since=ELIGIBILITY_FROM)
"""Registers a rule of the order on eligibility (ELG)."""
paraclinic_rule = partial(rule, phase=Phase.ADMISSIBILITY, insurers=TAMIN, since=PARACLINIC_FROM)
"""Registers a rule of the guide for paraclinic centres (PAR); all of them look at the whole claim first."""
reimbursement_rule = partial(rule, insurers=EVERY_INSURER, since=REIMBURSEMENT_FROM)
"""Registers a rule of the instruction on reimbursement (REI) that looks at the whole claim."""
reimbursement_line_rule = partial(line_rule, insurers=EVERY_INSURER, since=REIMBURSEMENT_FROM)
"""Registers a rule of the instruction on reimbursement (REI) that looks at each line."""
travel_rule = partial(rule, insurers=TAMIN, since=SENDING_FROM)
"""Registers a rule of the order on sending patients (TRV) that looks at the whole claim."""
travel_line_rule = partial(line_rule, insurers=TAMIN, since=SENDING_FROM)
"""Registers a rule of the order on sending patients (TRV) that looks at each line."""


def is_in_force(case: Case, since: str) -> bool:
    """Tell whether a claim is of the first service day of a circular or later, a dated figure.

    The engine asks this of the rules that act; remarks for a person ask here.
    """
    day = case.service_day
    return day is not None and day >= JalaliDate.parse(case.figure(since))


def hold(*facts: str, needs: str | None = None) -> Ask:
    """Return the question that holds the payment of the whole claim, whether or not an amount hangs on it."""
    return Ask(None, facts, needs=needs, holding=True)


def hold_unless(answer: Answer, *facts: str) -> Outcomes:
    """Hold the payment where the answer is false or unknown."""
    if answer is not True:
        yield hold(*facts)


def reject_or_ask(case: Case, fact: str, *, bad: object = False) -> Outcomes:
    """Refuse the whole claim where a fact has its bad value, and ask for it where it is unknown."""
    answer = case.fact(fact)
    if answer is UNKNOWN:
        yield Ask(None, (fact,))
    elif answer == bad:
        yield Reject(None, (fact,))


def written(answer: Answer) -> str:
    """Return a recorded text in its normal form; empty where nothing is recorded or only blanks are."""
    return clean(answer) if isinstance(answer, str) else ""


def count_of(answer: Answer) -> int | None:
    """Return a recorded whole number; None where nobody gave one that can be, which is never below zero."""
    return answer if isinstance(answer, int) and not isinstance(answer, bool) and answer >= 0 else None
