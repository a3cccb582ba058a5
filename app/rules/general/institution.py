"""Items 8, 17, 18, 20 and 23: whose prescription it is, and the stamps and the officer of the institution."""

from app.domain.claim import ClaimKind
from app.domain.facts import UNKNOWN, any_true
from app.rules.case import Case, CaseLine
from app.rules.general.terms import is_of_rural_fund
from app.rules.outcomes import Ask, Note, Outcomes, Refer, Reject, demand, refuse
from app.rules.registry import EVERY_INSURER, HANDBOOK_INSURERS, Phase, Place, remark, rule, silent

FOREIGN_STAMP = "other_provider_stamp"
OFFICER_PRESENT = "technical_officer_present"
SEAL_FACTS = ("facility_stamp", "centre_name_in_stamp")
ANOTHER_FUND = "صندوق این نسخه با صندوق درخواست هزینه یکی نیست و مؤسسه باید اسناد را اصلاح کند"


def is_office(case: Case) -> bool:
    """Tell whether a physician's or dentist's office submits: there the physician is the institution."""
    return case.submission.provider.kind in case.figure("offices")


def shows_institution(case: Case) -> bool:
    """Tell whether the item on the institution's stamps concerns the claim: paper that an institution sends."""
    return case.is_paper and case.is_contracted and not is_office(case)


@rule("GEN-08d", Phase.ADMISSIBILITY, insurers=EVERY_INSURER)
def another_insurer(case: Case) -> Outcomes:
    """Refuse a prescription of another insurer than the request's, where the handbook binds one of the two."""
    insurers = {case.insurer, case.submission.insurer}
    if len(insurers) > 1 and insurers & HANDBOOK_INSURERS:
        yield Reject()


@rule("GEN-08e", Phase.ADMISSIBILITY)
def foreign_stamp(case: Case) -> Outcomes:
    """Refuse a prescription that bears another institution's stamp."""
    yield from refuse(case.fact(FOREIGN_STAMP), FOREIGN_STAMP)


@rule("GEN-08r", Phase.ADMISSIBILITY)
def repeated_foreign_stamp(case: Case) -> Outcomes:
    """Refer such prescriptions where they repeat in the submission; unknown ones do not count."""
    repeated = case.surroundings.foreign_stamps >= case.figure("repeated_foreign_stamps")
    if repeated and case.fact(FOREIGN_STAMP) is True:
        yield Refer(facts=(FOREIGN_STAMP,))


@rule("GEN-17a", Phase.ADMISSIBILITY)
def institution_stamp(case: Case) -> Outcomes:
    """Demand the institution's stamp or print."""
    if shows_institution(case):
        yield from demand(case.fact("provider_stamp"), "provider_stamp")


@rule("GEN-17b", Phase.ADMISSIBILITY)
def officer_stamp(case: Case) -> Outcomes:
    """Demand the technical officer's stamp and signature."""
    if shows_institution(case):
        yield from demand(case.fact("officer_stamp"), "officer_stamp")


@rule("GEN-18", Phase.ADMISSIBILITY)
def centre_seal(case: Case) -> Outcomes:
    """Demand the stamp of a hospital, clinic or health centre beside its section's, unless that one names it."""
    has_seal = case.submission.provider.kind in case.figure("centres_with_a_seal")
    if case.is_paper and case.is_contracted and has_seal:
        unknown = [name for name in SEAL_FACTS if case.fact(name) is UNKNOWN]
        yield from demand(any_true(*(case.fact(name) for name in SEAL_FACTS)), *(unknown or SEAL_FACTS))


@rule("GEN-20a", Phase.ADMISSIBILITY)
def another_fund(case: Case) -> Outcomes:
    """Ask the centre to put right a claim of another fund than the request's; no amount changes."""
    funds = {case.claim.fund, case.submission.fund} - {None}
    if len(funds) > 1:
        yield Ask(needs=ANOTHER_FUND)


@rule("GEN-20b", Phase.ADMISSIBILITY)
def rural_contract(case: Case) -> Outcomes:
    """Demand the rural contract of a centre that sends the claim of a rural insured person."""
    if case.is_contracted and is_of_rural_fund(case):
        yield from demand(case.fact("rural_contract"), "rural_contract")


@rule("GEN-20c", Phase.ADMISSIBILITY)
def mixed_services(case: Case) -> Outcomes:
    """Note on each claim that the request mixes kinds of service."""
    if case.is_contracted and len(case.surroundings.kinds) > 1:
        yield Note()


@rule("GEN-23", Phase.ADMISSIBILITY)
def officer_absent(case: Case) -> Outcomes:
    """Refuse what a contracted paraclinic centre did without its technical officer: no insurer's share is paid."""
    if case.is_contracted:
        yield from demand(case.fact(OFFICER_PRESENT), OFFICER_PRESENT)


@rule("GEN-23a", Phase.ADMISSIBILITY)
def absence_is_referred(case: Case) -> Outcomes:
    """Refer the officer's absence to the province's technical committee; an open question is not referred."""
    if case.is_contracted and case.fact(OFFICER_PRESENT) is False:
        yield Refer(facts=(OFFICER_PRESENT,))


def _goes_back(case: Case, _line: CaseLine) -> bool:
    return case.rejected_by(None, "GEN-08d")


def _hospital_outpatients(case: Case, _line: CaseLine) -> bool:
    return case.submission.provider.kind == "hospital" and case.claim.kind is not ClaimKind.DENTAL


remark("GEN-08q", Place.CLAIM, concerns=_goes_back, insurers=EVERY_INSURER)
remark("GEN-17", Place.RULE_BOOK)
remark("GEN-18a", Place.CLAIM, concerns=_hospital_outpatients)
remark("GEN-23b", Place.RULE_BOOK)
silent("the fact named_other_provider never bites: only another institution's stamp does (GEN-08e)", "GEN-08s")
