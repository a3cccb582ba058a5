"""Definitions of the handbook and item 1: what the other rules rest on, and the day from which the handbook holds."""

from app.domain.dates import JalaliDate
from app.rules.case import Case
from app.rules.general.terms import day_step
from app.rules.outcomes import Note, Outcomes
from app.rules.registry import Phase, Place, remark, rule, silent


@rule("GEN-00m", Phase.ADMISSIBILITY)
def before_the_handbook(case: Case) -> Outcomes:
    """Note a service before the handbook came into force; every rule still runs, for no transition rule is printed."""
    first_day = JalaliDate.parse(case.figure("handbook_first_day"))
    if case.service_day is not None and case.service_day < first_day:
        yield Note(steps=(day_step("روز اجرای مجموعه", first_day), day_step("روز خدمت", case.service_day)))


remark("GEN-01", Place.RULE_BOOK)
remark("GEN-01a", Place.RULE_BOOK)

silent("definition: the paraclinic kinds of domain.claim, used by items 7 to 10, 16, 23 and 29", "GEN-00a")
silent("definition: terms.referred, used by GEN-07 and GEN-08o", "GEN-00b")
silent("definition of the value carbon of the fact sheets, judged by GEN-08i", "GEN-00c")
silent("definition: terms.is_high_cost, used by GEN-12, 13, 16f, 16g and 19", "GEN-00d")
silent(
    "definition: the shares of GEN-27 and the public tariff of GEN-15e carry it out", "GEN-00e", "GEN-00g", "GEN-00j"
)
silent("definition: drugs have no share of their own in the packs, the outpatient one of GEN-27 is taken", "GEN-00f")
silent("definition behind the fact screening, judged by GEN-14", "GEN-00h")
silent("definition: judged line by line by GEN-13, GEN-14, GEN-27b and GEN-27c", "GEN-00i")
silent("carried out by the pricing of relative values, whose lone value is the professional part", "GEN-00k")
silent("every sheet names the rule book's version and the reference packs", "GEN-00l")
