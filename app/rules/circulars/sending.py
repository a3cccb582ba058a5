"""Whether a patient's journey is paid at all: need, entitlement, approval, system, destination (TRV-01 to TRV-05)."""

from app.domain.facts import UNKNOWN
from app.rules.case import Case, CaseLine
from app.rules.circulars.sendings import is_available, is_repeated
from app.rules.circulars.terms import (
    ELIGIBILITY,
    NOT_COVERED,
    SENDING_FROM,
    TAMIN,
    hold,
    is_in_force,
    reject_or_ask,
    travel_rule,
)
from app.rules.outcomes import Ask, Outcomes, Refer, Reject, demand, refuse
from app.rules.registry import Phase, Place, remark, silent

GROUP, APPROVAL = "insured_group", "sending_approval"
OUT_OF_PROVINCE, ON_LIST = "out_of_province", "on_province_list"
SENT_BY_US = (
    "TRV-01a",
    "TRV-01b",
    "TRV-02",
    "TRV-03a",
    "TRV-03b",
    "TRV-03c",
    "TRV-04a",
    "TRV-12b",
    "TRV-12c",
    "TRV-12d",
)
"""The refusals of a sending for which those who ordered it answer (TRV-20a)."""


def _is_first(case: Case) -> bool:
    return is_repeated(case) is False


@travel_rule("TRV-01a", Phase.ADMISSIBILITY)
def service_in_own_town(case: Case) -> Outcomes:
    """Refuse a first sending for what the patient's own town has on the day of the journey."""
    if _is_first(case):
        yield from refuse(is_available(case), "available_locally")


@travel_rule("TRV-01b", Phase.ADMISSIBILITY)
def delay_was_no_danger(case: Case) -> Outcomes:
    """Refuse a first sending that could have waited."""
    if _is_first(case):
        yield from reject_or_ask(case, "delay_dangerous")


@travel_rule("TRV-02", Phase.ADMISSIBILITY)
def service_is_covered(case: Case) -> Outcomes:
    """Refuse a sending for a service that the insurer does not cover."""
    yield from reject_or_ask(case, "service_covered")


def _group_not_sent(case: Case, rule_id: str) -> Outcomes:
    group = case.fact(GROUP)
    if group is not UNKNOWN and group == case.figure("groups_not_sent")[rule_id]:
        yield Reject(None, (GROUP,))


@travel_rule("TRV-03a", Phase.ADMISSIBILITY)
def self_employed(case: Case) -> Outcomes:
    """Refuse the sending of the self-employed and their dependants; an unknown group is asked for here, once."""
    if case.fact(GROUP) is UNKNOWN:
        yield Ask(None, (GROUP,))
    yield from _group_not_sent(case, "TRV-03a")


@travel_rule("TRV-03b", Phase.ADMISSIBILITY)
def per_capita_pensioners(case: Case) -> Outcomes:
    """Refuse the sending of pensioners who pay the per-capita health premium."""
    yield from _group_not_sent(case, "TRV-03b")


@travel_rule("TRV-03c", Phase.ADMISSIBILITY)
def ceded_workshops(case: Case) -> Outcomes:
    """Refuse the sending of workers whose workshop took over treatment and short-term benefits."""
    yield from _group_not_sent(case, "TRV-03c")


@travel_rule("TRV-03d", Phase.ADMISSIBILITY)
def insured_and_dependants(case: Case) -> Outcomes:
    """Refuse the sending of a person without cover."""
    yield from reject_or_ask(case, ELIGIBILITY, bad=NOT_COVERED)


@travel_rule("TRV-04a", Phase.ADMISSIBILITY)
def listed_in_the_province(case: Case) -> Outcomes:
    """Refuse a first sending out of the province for what its list holds, unless one of two authorities approved it."""
    approval = case.fact(APPROVAL)
    places = {name: case.fact(name) for name in (OUT_OF_PROVINCE, ON_LIST)}
    approved = approval is not UNKNOWN and approval in case.figure("sending_authorities")
    if not _is_first(case) or approved or False in places.values():
        return
    unknown = tuple(name for name, answer in places.items() if answer is UNKNOWN)
    if unknown:
        yield Ask(None, unknown)
    elif approval is UNKNOWN:
        yield Ask(None, (APPROVAL,))
    elif approval == "none":
        yield Reject(None, (APPROVAL, OUT_OF_PROVINCE, ON_LIST))


@travel_rule("TRV-04c", Phase.ADMISSIBILITY)
def before_the_council(case: Case) -> Outcomes:
    """Hold such a sending while the medical council has not decided."""
    listed = case.fact(OUT_OF_PROVINCE) is True and case.fact(ON_LIST) is True
    if _is_first(case) and listed and case.fact(APPROVAL) == "pending":
        yield hold(APPROVAL)


@travel_rule("TRV-05a", Phase.ADMISSIBILITY)
def nearest_own_centre(case: Case) -> Outcomes:
    """Ask about a destination that is known not to be the nearest own centre."""
    if case.fact("nearest_centre") is False:
        yield hold("nearest_centre")


@travel_rule("TRV-05d", Phase.ADMISSIBILITY)
def went_on_his_own(case: Case) -> Outcomes:
    """Refuse, without exception, the journey of a patient whom the sending system did not send."""
    yield from reject_or_ask(case, "sent_through_system")


@travel_rule("TRV-13a", Phase.ADMISSIBILITY)
def confirmed_by_the_destination(case: Case) -> Outcomes:
    """Refuse a journey that the destination has not confirmed."""
    yield from demand(case.fact("destination_confirmed"), "destination_confirmed")


@travel_rule("TRV-20a", Phase.ADMISSIBILITY)
def who_answers_for_a_sending(case: Case) -> Outcomes:
    """Tell of a refused sending that our own unit ordered: those in charge answer for it."""
    if case.fact("sent_through_system") is True and case.rejected_by(None, *SENT_BY_US):
        yield Refer(None, ("sent_through_system",))


def _before_the_order(case: Case, _line: CaseLine) -> bool:
    return case.service_day is not None and not is_in_force(case, SENDING_FROM)


silent("TRV rules look at travel claims of Social Security alone", "TRV-00a")
silent("each sending of an assessed claim stands in the patient's history", "TRV-13b")
silent("a line that is neither fare nor lodging is TRV-08's", "TRV-11", "TRV-13c")
silent("the two facts mean the paper form and its stamped confirmation as well", "TRV-19")
remark("TRV-00b", Place.CLAIM, concerns=_before_the_order, insurers=TAMIN)
for _procedure in ("TRV-04b", "TRV-04d", "TRV-05b", "TRV-05c", "TRV-10d"):
    remark(_procedure, Place.RULE_BOOK)
