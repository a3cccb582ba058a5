"""Article 3: who bears what of a hospital claim, and what basic insurance does not bear (SHR-…)."""

from app.domain.claim import ClaimKind
from app.domain.reference import Share
from app.rules.case import Case, CaseLine
from app.rules.inpatient_stay.stay import is_known, is_long, is_surgical
from app.rules.inpatient_stay.terms import DRUG, GLOBAL, PROSTHESIS, SUPPLY, has_section, is_limited_surgery
from app.rules.lines import with_attribute
from app.rules.outcomes import Note, Outcomes, Reject
from app.rules.registry import Phase, Place, line_rule, on, remark, rule, silent
from app.rules.shares import share_chooser, share_of

INPATIENT, TEMPORARY, LIMITED = "inpatient", "temporary", "limited_surgery"
PRIVATE_TARIFFS = frozenset({"private", "charity"})
PRICE_RULES = frozenset({"GEN-15e", "BED-03", "BED-06", "BED-07", "BED-15c", "BED-17a", "NUR-01c", "VIS-05", "CNS-02"})
PRICES_OF_VISITS = "VIS-12"
LISTS = frozenset({DRUG, SUPPLY, PROSTHESIS})


def care_of(case: Case, *, surgical: bool) -> str:
    """Return the care whose row of shares a hospital claim takes: by the length and kind of the stay, not its title.

    Article 22, item 9 (GLO-09) goes before: a hospital's global operation done as a day case keeps the inpatient share.
    """
    if is_limited_surgery(case):
        return LIMITED
    if surgical or is_long(case):
        return INPATIENT
    if case.claim.kind is ClaimKind.INPATIENT:
        return TEMPORARY if is_known(case) else INPATIENT
    return INPATIENT if is_global_day_case(case) else TEMPORARY


def is_global_day_case(case: Case) -> bool:
    """Tell whether a temporary claim of a hospital holds a global operation that is not zero (GLO-09)."""
    of_hospital = case.submission.provider.kind == "hospital"
    return of_hospital and case.claim.kind is ClaimKind.TEMPORARY and has_section(case, {GLOBAL})


@share_chooser(kinds=(ClaimKind.INPATIENT, ClaimKind.TEMPORARY))
def share_of_stay(case: Case) -> Share | None:
    """Return the row of shares of a hospital claim (SHR-05); special patients have rows of their own."""
    return share_of(case, care_of(case, surgical=is_surgical(case)))


def _private_difference(case: Case) -> Outcomes:
    """Tell a private centre once that what a price rule took off is the patient's, not the insurer's."""
    if case.submission.provider.sector in PRIVATE_TARIFFS and any(_above_the_tariff(case, line) for line in case.lines):
        yield Note()


def _above_the_tariff(case: Case, line: CaseLine) -> bool:
    lowered = case.lowered_in(line, Phase.PRICE)
    return any(rule_id in PRICE_RULES or rule_id.startswith(PRICES_OF_VISITS) for rule_id in lowered)


rule("SHR-02a", Phase.PRICE, late=True)(_private_difference)
rule("SHR-02b", Phase.PRICE, late=True)(_private_difference)


@line_rule("SHR-03a", Phase.COVER, on(attributes={"insured"}, where=with_attribute("insured", value=False)))
def uninsured_service(_case: Case, _line: CaseLine) -> Outcomes:
    """Refuse a service that the packs mark as outside basic insurance."""
    yield Reject()


def _is_sum_of_a_list(_case: Case, line: CaseLine) -> bool:
    return line.code is None


remark("SHR-03b", Place.LINE, on(sections=LISTS), concerns=_is_sum_of_a_list)
silent("carried out by the shares of a claim, with the row that SHR-05 or GEN-27 chooses", "SHR-01a", "SHR-01b")
silent("carried out by the row of shares of the patient's illness in force", "SHR-04a", "SHR-04b")
silent("carried out by the choice of the row of shares for stays", "SHR-05")
