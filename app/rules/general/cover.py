"""Items 8, 14, 16, 18, 19, 27 and 28: whether a line is covered at all; each line by itself, from its pack row."""

from app.domain.claim import ClaimKind
from app.domain.facts import UNKNOWN
from app.rules.case import Case, CaseLine
from app.rules.general.terms import day_step, is_high_cost, items
from app.rules.lines import own_lines
from app.rules.outcomes import Ask, Outcomes, Refer, Reject, demand, refuse
from app.rules.registry import Phase, Place, line_rule, on, remark, silent

STAR = "*"
CONDITION = "cover_condition_met"
MALIGNANCY = "malignancy"
NO_LEVEL = "در بسته‌های مرجع نیامده است که این خدمت از خدمات سطح یک روستاییان است یا نه"


@line_rule("GEN-08t", Phase.COVER)
def mothers_booklet(case: Case, line: CaseLine) -> Outcomes:
    """Pay a newborn's service on the mother's booklet only in a stay or as a brain scan, within a month of birth.

    The birth date is the newborn's; the last day is the same day of the next month. The fact is recorded when seen.
    """
    if case.fact("mother_booklet") is not True:
        return
    born = case.claim.patient.birth_date
    in_scope = case.claim.kind is ClaimKind.INPATIENT or line.group in case.figure("mother_booklet_groups")
    if in_scope and born is None:
        yield Ask(facts=("birth_date",))
        return
    last_day = born.plus_months(case.figure("mother_booklet_months")) if born else None
    if not in_scope:
        yield Reject(facts=("mother_booklet",))
    elif last_day is not None and case.day > last_day:
        steps = (day_step("پایان یک ماه پس از تولد", last_day), day_step("روز خدمت", case.day))
        yield Reject(facts=("mother_booklet",), steps=steps)


@line_rule("GEN-14", Phase.COVER)
def screening(case: Case, line: CaseLine) -> Outcomes:
    """Refuse screening and check-ups, but those that the insurer has announced as covered."""
    if not line.attribute("screening_covered"):
        yield from refuse(case.fact("screening"), "screening")


@line_rule("GEN-16", Phase.COVER)
def without_order(case: Case, line: CaseLine) -> Outcomes:
    """Demand a physician's order for each paraclinic line.

    In physiotherapy the order is read once for the whole course, so nothing is asked line by line.
    """
    ordered = line.fact("ordered_by_physician")
    if ordered is not UNKNOWN or case.claim.kind is not ClaimKind.PHYSIOTHERAPY:
        yield from demand(ordered, "ordered_by_physician")


@line_rule("GEN-16c", Phase.COVER, on(attributes={"sex"}))
def wrong_sex(case: Case, line: CaseLine) -> Outcomes:
    """Refuse a service for the other sex; a malignancy lets it pass where the row does not forbid that too."""
    patient = case.claim.patient
    lets_pass = MALIGNANCY in patient.conditions and not line.attribute("sex_strict")
    if lets_pass or patient.sex == line.attribute("sex"):
        return
    yield Ask(facts=("sex",)) if patient.sex is None else Reject()


@line_rule("GEN-16d", Phase.COVER, on(attributes={"age_below", "age_from"}))
def wrong_age(case: Case, line: CaseLine) -> Outcomes:
    """Refuse a service for another age, in full years at the service day; the birthday already counts."""
    born = case.claim.patient.birth_date
    if born is None:
        yield Ask(facts=("birth_date",))
        return
    age, below, start = case.day.years_since(born), line.attribute("age_below"), line.attribute("age_from")
    if (below is not None and age >= below) or (start is not None and age < start):
        yield Reject(steps=(day_step("تاریخ تولد", born), day_step("روز خدمت", case.day)))


@line_rule("GEN-16e", Phase.COVER)
def mismatch_is_told(case: Case, line: CaseLine) -> Outcomes:
    """Tell the supervision office of each mismatch of sex or age that rejects a line."""
    if case.rejected_by(line, "GEN-16c", "GEN-16d"):
        yield Refer()


@line_rule("GEN-18b", Phase.COVER)
def level_one_only(case: Case, line: CaseLine) -> Outcomes:
    """Refuse all but level one services of a health centre whose officer is a general practitioner.

    The list of these services is not in the handbook: one that no pack classifies is asked about.
    """
    level_one, gp_officer = line.attribute("rural_level1"), case.fact("gp_officer")
    if line.service is None or case.submission.provider.kind != "health_center" or level_one is True:
        return
    if level_one is None and gp_officer is True:
        yield Ask(needs=NO_LEVEL)
    else:
        yield from refuse(gp_officer, "gp_officer")


@line_rule("GEN-19", Phase.COVER)
def without_report(case: Case, line: CaseLine) -> Outcomes:
    """Demand the report of each high-cost service."""
    if is_high_cost(case, line):
        yield from demand(line.fact("report_attached"), "report_attached")


@line_rule("GEN-27b", Phase.COVER)
def starred(case: Case, line: CaseLine) -> Outcomes:
    """Refuse a starred service; where its row says conditional, the reviewer judges the condition.

    Assistant, anesthesia and operating room follow the service's own line and are not asked about again.
    """
    if line.service is None or STAR not in line.service.marks:
        return
    if line.attribute("star_cover") == "conditional":
        own = own_lines(case, line)
        answers = {other.fact(CONDITION) for other in own or [line]}
        if answers == {False}:
            yield Reject(facts=(CONDITION,))
        elif not own and UNKNOWN in answers:
            yield Ask(facts=(CONDITION,))
    else:
        yield Reject()


@line_rule("GEN-27c", Phase.COVER, on(attributes={"no_tariff"}))
def without_tariff(_case: Case, line: CaseLine) -> Outcomes:
    """Refuse a service for which no tariff was ever fixed; a row that merely lacks its price is GEN-25's question."""
    if line.attribute("no_tariff"):
        yield Reject()


@line_rule("GEN-28", Phase.COVER, on(attributes={"needs_contract"}))
def outside_the_contract(case: Case, line: CaseLine) -> Outcomes:
    """Refuse a service that must stand in licence and contract, by code or group, and does not."""
    if not case.is_contracted or not line.attribute("needs_contract"):
        return
    named = case.fact("contract_items")
    if named is UNKNOWN:
        yield Ask(facts=("contract_items",))
    elif items(named).isdisjoint({line.code, line.group}):
        yield Reject(facts=("contract_items",))


def _has_diagnosis(case: Case, _line: CaseLine) -> bool:
    return bool((case.claim.diagnosis or "").strip())


def _has_gp_officer(case: Case, _line: CaseLine) -> bool:
    return case.submission.provider.kind == "health_center" and case.fact("gp_officer") is True


remark("GEN-16a", Place.RULE_BOOK)
remark("GEN-16b", Place.LINE, concerns=_has_diagnosis)
remark("GEN-18c", Place.CLAIM, concerns=_has_gp_officer)
remark("GEN-28a", Place.RULE_BOOK)
silent("help text of the fact report_attached, judged by GEN-19", "GEN-19a")
