"""Article 4, whole claim: the papers of an inpatient bill that hold or refuse all of it (DOC-00 to 03, 13).

`documents` are the papers attached, `document_faults` what is wrong with them. A list that nobody entered shows
nothing: what is known of the other one is judged at once, and DOC-00d alone asks.
"""

from app.domain.facts import UNKNOWN
from app.rules.case import Case
from app.rules.general.terms import is_of_rural_fund, items
from app.rules.inpatient_stay.terms import is_global
from app.rules.outcomes import Ask, Outcomes, Reject, demand
from app.rules.registry import Phase, Place, remark, rule, silent

DOCUMENTS, FAULTS = "documents", "document_faults"
EXPERT, FORM, LETTERHEAD = "insurer_expert_assigned", "prescription_form", "letterhead"
EMERGENCY, BOOKLET = "emergency_or_trauma", "booklet_at_discharge"
PAGE, PAGE_WITHOUT_PHOTO = "insurance_page", "insurance_page_no_photo"


def lacks(case: Case, document: str) -> bool:
    """Tell whether a paper is known to be missing from a bill that comes through the contract."""
    entered = case.fact(DOCUMENTS)
    return case.is_contracted and entered is not UNKNOWN and document not in items(entered)


def has_fault(case: Case, *faults: str) -> bool:
    """Tell whether the papers of a bill that comes through the contract are known to have one of these faults."""
    return case.is_contracted and not items(case.fact(FAULTS)).isdisjoint(faults)


@rule("DOC-00d", Phase.ADMISSIBILITY)
def papers_not_entered(case: Case) -> Outcomes:
    """Ask once for the lists of papers and of their faults."""
    unknown = tuple(name for name in (DOCUMENTS, FAULTS) if case.fact(name) is UNKNOWN)
    if case.is_contracted and unknown:
        yield Ask(None, unknown)


def _refuse_without(document: str, rule_id: str) -> None:
    @rule(rule_id, Phase.ADMISSIBILITY)
    def missing(case: Case) -> Outcomes:
        """Refuse the whole bill without this paper."""
        if lacks(case, document):
            yield Reject(None, (DOCUMENTS,))


def _refuse_with(rule_id: str, *faults: str) -> None:
    @rule(rule_id, Phase.ADMISSIBILITY)
    def unsigned(case: Case) -> Outcomes:
        """Refuse the whole bill: a paper without stamp or signature proves no more than a missing one."""
        if has_fault(case, *faults):
            yield Reject(None, (FAULTS,))


_refuse_without("admission_order", "DOC-01a")
_refuse_with("DOC-01b", "order_unsigned")
_refuse_without("bill", "DOC-03a")
_refuse_with("DOC-03b", "bill_unsigned_physician", "bill_unsigned_hospital")


def _held(needs: str) -> Ask:
    """Return the question that holds a bill for a fault of form, on which no amount hangs."""
    return Ask(None, (FAULTS,), needs=needs, holding=True)


@rule("DOC-01c", Phase.ADMISSIBILITY)
def order_without_diagnosis(case: Case) -> Outcomes:
    """Hold a bill whose order names no diagnosis, whatever the claim says: that may come from the discharge sheet."""
    if has_fault(case, "order_without_diagnosis"):
        yield _held("تشخیص اولیه در دستور بستری نیامده است")


@rule("DOC-01d", Phase.ADMISSIBILITY)
def order_on_letterhead(case: Case) -> Outcomes:
    """Accept an order on the hospital's letterhead from the emergency ward alone."""
    if case.is_contracted and case.fact(FORM) == LETTERHEAD:
        yield from demand(case.fact(EMERGENCY), EMERGENCY)


@rule("DOC-01e", Phase.ADMISSIBILITY)
def booklet_after_letterhead(case: Case) -> Outcomes:
    """Demand that after an emergency order on letterhead the booklet was shown at discharge."""
    if case.is_contracted and case.fact(FORM) == LETTERHEAD and case.fact(EMERGENCY) is not False:
        yield from demand(case.fact(BOOKLET), BOOKLET)


@rule("DOC-02a", Phase.ADMISSIBILITY)
def no_insurance_page(case: Case) -> Outcomes:
    """Refuse a bill without the booklet's first page, the card or the insurer's letter."""
    if lacks(case, PAGE) and lacks(case, PAGE_WITHOUT_PHOTO):
        yield Reject(None, (DOCUMENTS,))


@rule("DOC-02b", Phase.ADMISSIBILITY)
def page_without_photo(case: Case) -> Outcomes:
    """Refuse a page without photo, except of a child below the age of its fund on the day of admission."""
    if not lacks(case, PAGE) or lacks(case, PAGE_WITHOUT_PHOTO):
        return
    born = case.claim.patient.birth_date
    age = case.figure("photo_free_age_rural" if is_of_rural_fund(case) else "photo_free_age_other")
    if born is None:
        yield Ask(None, ("birth_date",))
    elif case.day.years_since(born) >= age:
        yield Reject(None, (DOCUMENTS,))


def _confirmed_by_expert(rule_id: str, fault: str, needs: str) -> None:
    @rule(rule_id, Phase.ADMISSIBILITY)
    def unconfirmed(case: Case) -> Outcomes:
        """Hold a bill that the insurer's expert has not confirmed, unless the centre is known to have none."""
        assigned = case.fact(EXPERT)
        if has_fault(case, fault) and assigned is not False:
            yield Ask(None, (EXPERT,), holding=True) if assigned is UNKNOWN else _held(needs)


_confirmed_by_expert("DOC-03c", "bill_not_confirmed", "تأیید نهایی کارشناس بیمه روی صورت‌حساب نیست")
_confirmed_by_expert(
    "DOC-03d", "initial_confirmation_missing", "تأیید اولیه کارشناس ناظر پشت دستور بستری یا صفحه اول دفترچه نیست"
)


@rule("DOC-03e", Phase.ADMISSIBILITY)
def bill_not_itemised(case: Case) -> Outcomes:
    """Hold a bill without its items; a global one needs none."""
    if has_fault(case, "bill_not_itemised") and not is_global(case):
        yield _held("ریز هزینه‌ها در صورت‌حساب نیامده است")


@rule("DOC-13", Phase.ADMISSIBILITY)
def scanned_signatures(case: Case) -> Outcomes:
    """Hold a bill with scanned signatures; scanned stamps beside original signatures are in order."""
    if has_fault(case, "signatures_scanned"):
        yield _held("امضای مدارک اسکن‌شده است و سند با امضای اصل نرسیده است")


remark("DOC-00a", Place.RULE_BOOK)
remark("DOC-00b", Place.RULE_BOOK)
remark("DOC-00c", Place.RULE_BOOK)
remark("DOC-12", Place.RULE_BOOK)
silent("carried out by DOC-08, 09 and 11, which leave global claims alone", "DOC-14")
