"""Article 8, item 11, note 1 and article 9, item 7: visits and consultations of residents and interns."""

from app.domain.facts import UNKNOWN
from app.rules.case import NOBODY, Case, CaseLine
from app.rules.inpatient_stay.consultation_terms import CONSULTATIONS
from app.rules.inpatient_stay.visits import VISITS
from app.rules.outcomes import Outcomes, Reject, demand
from app.rules.registry import Phase, line_rule

RESIDENT, INTERN = "resident", "intern"
RESIDENT_YEAR = "resident_year"


def paid_to_residents(case: Case, line: CaseLine) -> Outcomes:
    """Refuse what an intern did, or a resident outside university hospitals or below the third year."""
    rank = (line.performer or NOBODY).qualification
    if rank == INTERN or (rank == RESIDENT and case.submission.provider.sector not in case.figure("resident_sectors")):
        yield Reject(line)
    elif rank == RESIDENT:
        year = line.fact(RESIDENT_YEAR)
        senior = year >= case.figure("resident_least_year") if isinstance(year, int) else UNKNOWN
        yield from demand(senior, RESIDENT_YEAR, line=line)


@line_rule("VIS-11b", Phase.COVER, VISITS)
def visits_of_residents(case: Case, line: CaseLine) -> Outcomes:
    """Pay visits of residents from the third year on, in university hospitals only."""
    yield from paid_to_residents(case, line)


@line_rule("CNS-07", Phase.COVER, CONSULTATIONS)
def consultations_of_residents(case: Case, line: CaseLine) -> Outcomes:
    """Pay consultations of residents as their visits are."""
    yield from paid_to_residents(case, line)
