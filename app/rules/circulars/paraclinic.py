"""The guide for paraclinic centres without the booklet: who the patient is, and how cover shows (PAR-01 to PAR-08)."""

from app.domain.facts import UNKNOWN
from app.domain.inquiries import special_code
from app.rules.case import Case
from app.rules.circulars.terms import ELIGIBILITY_CODE, FORM, hold, paraclinic_rule, written
from app.rules.outcomes import Note, Outcomes
from app.rules.registry import Place, remark, silent

IDENTITY, FOREIGN = "identity_document", "foreign_national"
BOOKLET_SERIAL, FIDA = "booklet_serial", "fida"
FOREIGN_IDS = frozenset({BOOKLET_SERIAL, FIDA})
COVER_PAPERS = frozenset({"booklet", "booklet_cover"})


def _id_kind(case: Case) -> str:
    return case.claim.patient.id_kind


def _is_foreigner(case: Case) -> bool:
    """Tell whether the patient is a foreigner: as it was read, else by the kind of number."""
    told = case.fact(FOREIGN)
    return _id_kind(case) in FOREIGN_IDS if told is UNKNOWN else told is True


def _by_booklet_serial(case: Case) -> bool:
    return case.is_contracted and _id_kind(case) == BOOKLET_SERIAL and case.fact(FOREIGN) is not False


@paraclinic_rule("PAR-01a")
def form_of_prescription(case: Case) -> Outcomes:
    """Ask in which form the request came; each form has its own rules."""
    if case.is_contracted and case.fact(FORM) is UNKNOWN:
        yield hold(FORM)


@paraclinic_rule("PAR-02a")
def identity_paper(case: Case) -> Outcomes:
    """Ask how the centre knew a patient who showed no paper; that nobody wrote the paper down is no fault."""
    if case.is_contracted and not _is_foreigner(case) and case.fact(IDENTITY) == "none":
        yield hold(IDENTITY)


@paraclinic_rule("PAR-02b")
def iranians_have_a_national_code(case: Case) -> Outcomes:
    """Ask for the national code of an Iranian who stands under a foreigner's number."""
    if case.is_contracted and case.fact(FOREIGN) is False and _id_kind(case) in FOREIGN_IDS:
        yield hold(needs="کد ملی بیمار")


def _is_special(case: Case) -> bool:
    return not set(case.figure("special_conditions")).isdisjoint(case.claim.patient.conditions)


@paraclinic_rule("PAR-04a")
def code_of_special_patient(case: Case) -> Outcomes:
    """Ask for a code that says special patient; a code that is missing altogether is asked for by ELG-04a."""
    code = written(case.fact(ELIGIBILITY_CODE))
    if case.is_contracted and code and _is_special(case) and not special_code(code)[1]:
        yield hold(ELIGIBILITY_CODE)


@paraclinic_rule("PAR-04b")
def special_patient_not_claimed(case: Case) -> Outcomes:
    """Note a code that says special patient where the claim names no such illness."""
    if case.is_contracted and not _is_special(case) and special_code(written(case.fact(ELIGIBILITY_CODE)))[1]:
        yield Note(None, (ELIGIBILITY_CODE,))


@paraclinic_rule("PAR-05a")
def foreigners_booklet_cover(case: Case) -> Outcomes:
    """Ask for the booklet's cover of a foreigner who is known by its serial; the whole booklet has it."""
    if _by_booklet_serial(case):
        paper = case.fact(IDENTITY)
        if paper is UNKNOWN or paper not in COVER_PAPERS:
            yield hold(IDENTITY)


@paraclinic_rule("PAR-05b")
def serial_of_ten_digits(case: Case) -> Outcomes:
    """Ask for the first ten digits of the serial where the patient's number is another one."""
    number = case.claim.patient.id
    digits = number.isascii() and number.isdigit() and len(number) == case.figure("booklet_serial_digits")
    if _by_booklet_serial(case) and not digits:
        yield hold(needs="ده رقم نخست سریال دفترچه بیمار")


@paraclinic_rule("PAR-05c")
def foreigner_under_a_national_code(case: Case) -> Outcomes:
    """Ask for the number of a foreigner who stands under a national code; the FIDA number needs no cover."""
    if case.is_contracted and case.fact(FOREIGN) is True and _id_kind(case) == "national_code":
        yield hold(needs="شماره فیدا یا سریال دفترچه بیمار")


silent("every PAR rule acts on claims of these kinds", "PAR-01b")
silent("ELG-02 and ELG-04a decide by cover and its code", "PAR-03", "PAR-06a", "PAR-06b")
silent("ELG-02, ELG-04a, PAR-04a and PAR-04b decide for requests on letterheads as for others", "PAR-10f")
silent("PAR rules look at contracted claims; reimbursement goes by REI", "PAR-08")
remark("PAR-07", Place.RULE_BOOK)
remark("PAR-11a", Place.RULE_BOOK)
remark("PAR-13", Place.RULE_BOOK)
remark("PAR-14", Place.RULE_BOOK)
