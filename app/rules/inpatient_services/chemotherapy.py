"""Article 17: chemotherapy: who is there and who does it, and what is not paid beside it (CHM)."""

from app.domain.claim import ClaimKind
from app.domain.dates import JalaliDate
from app.rules.case import Case, CaseLine
from app.rules.inpatient_services.terms import CHEMOTHERAPY, DIALYSIS, OPERATING_ROOM, SERVICE, SUPPLY, SURGERY, VISIT
from app.rules.outcomes import Outcomes, Reject, demand, refuse
from app.rules.persons import one_of
from app.rules.registry import Phase, line_rule, on, rule

LONG_INFUSION, INTO_PLEURA = "901550", "901555"
CHEMOTHERAPY_GROUP, DESFERAL, SPECIAL_INFUSION = "chemotherapy", "desferal_infusion", "special_infusion"
OTHER_TREATMENTS = frozenset({SURGERY, SERVICE, CHEMOTHERAPY, DIALYSIS, OPERATING_ROOM})
PHYSICIAN_THERE, BY_PHYSICIAN = "physician_at_centre", "done_by_physician"
FOR_DESFERAL, MEANWHILE = "used_for_desferal", "during_chemotherapy"


def is_chemotherapy(line: CaseLine) -> bool:
    """Tell whether a line gives chemotherapy, by its section or its group."""
    return line.section == CHEMOTHERAPY or line.group == CHEMOTHERAPY_GROUP


def _beside_chemotherapy(case: Case, line: CaseLine) -> bool:
    return any(other is not line for other in case.while_unchanged(_chemotherapy_of_days).get(line.day, ()))


def _chemotherapy_of_days(case: Case) -> dict[JalaliDate, list[CaseLine]]:
    found: dict[JalaliDate, list[CaseLine]] = {}
    for line in case.live_lines:
        if is_chemotherapy(line):
            found.setdefault(line.day, []).append(line)
    return found


@line_rule("CHM-02", Phase.COVER, on(sections={CHEMOTHERAPY}))
def without_physician(_case: Case, line: CaseLine) -> Outcomes:
    """Demand a physician in the centre while chemotherapy is given."""
    yield from demand(line.fact(PHYSICIAN_THERE), PHYSICIAN_THERE)


@line_rule("CHM-04", Phase.COVER, on(codes={LONG_INFUSION}))
def long_infusion_without_physician(_case: Case, line: CaseLine) -> Outcomes:
    """Demand a physician in the centre during the long infusion by a pump; cited beside CHM-02."""
    yield from demand(line.fact(PHYSICIAN_THERE), PHYSICIAN_THERE)


@line_rule("CHM-03", Phase.COVER, on(codes={INTO_PLEURA}))
def pleura_by_physician(case: Case, line: CaseLine) -> Outcomes:
    """Refuse chemotherapy into the pleura by someone who is no physician; without a name the note says who did it."""
    rank = line.performer.qualification if line.performer else None
    if rank is not None:
        physician = one_of(rank, case.figure("pleural_chemotherapy_ranks"))
        yield from demand(physician, "performer.qualification")
    else:
        yield from demand(line.fact(BY_PHYSICIAN), BY_PHYSICIAN)


@line_rule("CHM-01", Phase.EXCLUSION, on(sections={VISIT}))
def visit_beside_chemotherapy(case: Case, line: CaseLine) -> Outcomes:
    """Refuse a visit on a day of chemotherapy, unless the patient is admitted."""
    if case.claim.kind is not ClaimKind.INPATIENT and _beside_chemotherapy(case, line):
        yield Reject()


@rule("CHM-05", Phase.EXCLUSION, on(groups={DESFERAL}))
def supplies_of_desferal(case: Case) -> Outcomes:
    """Refuse the supplies of a deferoxamine infusion; where the day holds other treatment, their use decides."""
    for of_day in case.requests():
        if any(line.group == DESFERAL for line in of_day):
            alone = not any(line.section in OTHER_TREATMENTS and line.group != DESFERAL for line in of_day)
            for line in of_day:
                if line.section == SUPPLY:
                    yield from _used_for_desferal(line, alone=alone)


def _used_for_desferal(line: CaseLine, *, alone: bool) -> Outcomes:
    if alone:
        yield Reject(line)
    else:
        yield from refuse(line.fact(FOR_DESFERAL), FOR_DESFERAL, line=line)


@line_rule("CHM-08", Phase.EXCLUSION, on(groups={SPECIAL_INFUSION}))
def infusion_during_chemotherapy(case: Case, line: CaseLine) -> Outcomes:
    """Refuse giving ATG, antibodies, IVIG, bisphosphonates or a pulse during chemotherapy; drugs are not touched."""
    if _beside_chemotherapy(case, line):
        yield from refuse(line.fact(MEANWHILE), MEANWHILE)
