"""Article 14: imaging, exercise test and ECG of a patient in hospital: ordered, certified, interpreted (HIM)."""

from app.domain.facts import UNKNOWN, all_true
from app.rules.case import Case, CaseLine
from app.rules.general.terms import is_high_cost
from app.rules.inpatient_services.terms import IMAGING, NUCLEAR
from app.rules.outcomes import Ask, Outcomes, Reduce, Reject, demand
from app.rules.persons import one_of
from app.rules.registry import Phase, line_rule, on
from app.rules.tariffs import before_rule, technical_part

IMAGES = on(sections={IMAGING, NUCLEAR})
MRI, EXERCISE_TEST = "mri", "exercise_test"
WITH_INTERPRETATION = on(sections={NUCLEAR}, groups={MRI, "ct", "ct_angiography", "ecg"})
ORDERED, CERTIFIED, REPORT = "ordered_by_physician", "service_certified", "report_attached"
INTERPRETED, PRESENT = "interpreted_by_physician", "performer_present"
QUALIFICATION = "prescriber.qualification"


@line_rule("HIM-01a", Phase.COVER, IMAGES)
def image_not_ordered(_case: Case, line: CaseLine) -> Outcomes:
    """Demand the treating physician's order for an image."""
    yield from demand(line.fact(ORDERED), ORDERED)


@line_rule("HIM-01b", Phase.COVER, IMAGES)
def image_not_certified(_case: Case, line: CaseLine) -> Outcomes:
    """Refuse an image that nobody certified as made; recorded only when seen."""
    if line.fact(CERTIFIED) is False:
        yield Reject(facts=(CERTIFIED,))


@line_rule("HIM-01c", Phase.COVER, IMAGES)
def dear_image_without_report(case: Case, line: CaseLine) -> Outcomes:
    """Demand the signed report of a high-cost image; others need none."""
    if is_high_cost(case, line):
        yield from demand(line.fact(REPORT), REPORT)


@line_rule("HIM-02", Phase.COVER, on(groups={MRI}))
def mri_by_general_practitioner(case: Case, _line: CaseLine) -> Outcomes:
    """Refuse an MRI that a general practitioner or an intern asked for; a resident counts as a specialist here."""
    general = one_of(case.prescriber.qualification, case.figure("general_practitioner_ranks"))
    if general is True:
        yield Reject(facts=(QUALIFICATION,))
    elif general is UNKNOWN:
        yield Ask(facts=(QUALIFICATION,))


@line_rule("HIM-03a", Phase.PRICE, WITH_INTERPRETATION)
def image_without_interpretation(case: Case, line: CaseLine) -> Outcomes:
    """Leave the technical part alone of an image or ECG that no physician interpreted; nobody has to be present.

    Recorded only when seen. The clause on the ECG says the same: where that took the money, this is cited beside it.
    """
    technical = technical_part(case, line)
    if line.fact(INTERPRETED) is False and technical is not None:
        yield Reduce(
            facts=(INTERPRETED,),
            to=technical.rial,
            steps=(*technical.steps, before_rule(line)),
            beside="REC-01c" in case.lowered_in(line, Phase.PRICE),
        )


@line_rule("HIM-03b", Phase.PRICE, on(groups={EXERCISE_TEST}))
def exercise_test_without_physician(case: Case, line: CaseLine) -> Outcomes:
    """Leave the technical part alone of an exercise test at which no physician was, or that he did not report."""
    technical = technical_part(case, line)
    if technical is None:
        return
    answers = {name: line.fact(name) for name in (PRESENT, REPORT)}
    done = all_true(*answers.values())
    decisive = tuple(name for name, answer in answers.items() if answer is done)
    if done is False:
        yield Reduce(facts=decisive, to=technical.rial, steps=(*technical.steps, before_rule(line)))
    elif done is UNKNOWN and line.amount > technical.rial:
        yield Ask(facts=decisive)
