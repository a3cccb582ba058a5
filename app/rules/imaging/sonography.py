"""Section ب, items 1, 9, 10, 15 and 17: sonographies that are not covered, and whose orders are not accepted."""

from app.domain.facts import all_true
from app.rules.case import Case, CaseLine
from app.rules.imaging.orders import is_subspecialist
from app.rules.lines import with_attribute
from app.rules.outcomes import Ask, Outcomes, Reject, demand, refuse
from app.rules.persons import one_of, unnamed
from app.rules.registry import Phase, Place, line_rule, on, remark, silent

FIBROSCAN = on(groups={"fibroscan"})
SEX_OF_COMPLETE_PELVIS = {"701611": "female", "701655": "male"}


@line_rule("SON-09", Phase.COVER, on(where=with_attribute("fetal_3d", value=True)))
def three_dimensional_fetus(_case: Case, _line: CaseLine) -> Outcomes:
    """Refuse the three-dimensional scan of the fetus, which has no approved tariff."""
    yield Reject()


@line_rule("SON-10a", Phase.COVER, on(groups={"newborn_brain_sonography"}))
def newborn_on_mothers_booklet(case: Case, line: CaseLine) -> Outcomes:
    """Refuse a newborn's brain scan on the mother's booklet after one month; the last day itself still counts.

    The mother's booklet is recorded only where it was seen, so it is not asked for.
    """
    if case.fact("mother_booklet") is not True:
        return
    born = case.claim.patient.birth_date
    if born is None:
        yield Ask(line, ("birth_date",))
    elif line.day > born.plus_months(case.figure("newborn_brain_scan_on_mother_booklet")):
        yield Reject(line, ("mother_booklet",))


@line_rule("SON-15a", Phase.COVER, FIBROSCAN)
def prescriber_of_fibroscan(case: Case, _line: CaseLine) -> Outcomes:
    """Refuse fibroscan from anyone but a subspecialist of gastroenterology or hepatology."""
    allowed = all_true(is_subspecialist(case), one_of(case.prescriber.specialty, case.figure("fibroscan_specialties")))
    yield from demand(allowed, *unnamed("prescriber", case.prescriber, "qualification", "specialty"))


@line_rule("SON-15b", Phase.COVER, FIBROSCAN)
def fibroscan_in_cover(_case: Case, line: CaseLine) -> Outcomes:
    """Refuse fibroscan on a day on which its row is not in basic cover."""
    if line.attribute("covered") is False:
        yield Reject()


@line_rule("SON-17", Phase.COVER, on(sections={"imaging", "nuclear", "radiotherapy"}))
def ordered_by_midwife(case: Case, line: CaseLine) -> Outcomes:
    """Refuse imaging that a midwife ordered, but for the services that the insurer has announced."""
    if line.attribute("midwife_allowed") is not True:
        by_midwife = one_of(case.prescriber.qualification, {"midwife"})
        yield from refuse(by_midwife, *unnamed("prescriber", case.prescriber, "qualification"))


def _sex_does_not_fit(case: Case, line: CaseLine) -> bool:
    sex = case.claim.patient.sex
    return sex is not None and sex != SEX_OF_COMPLETE_PELVIS.get(line.code or "", sex)


remark("SON-01d", Place.LINE, on(codes=SEX_OF_COMPLETE_PELVIS), concerns=_sex_does_not_fit)
silent("no rule refuses the line for its performer's specialty", "SON-10b")
