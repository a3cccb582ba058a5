"""What a paraclinic request must carry: registration, the letterhead's parts, the paper itself (PAR-06c to PAR-12)."""

from app.domain.claim import ClaimKind
from app.domain.facts import UNKNOWN
from app.rules.case import PAPER_FORMS, Case
from app.rules.circulars.terms import FORM, hold, hold_unless, paraclinic_rule, reject_or_ask
from app.rules.outcomes import Ask, Outcomes, Reject

REGISTERED, DELIVERED, SIGNATURE = "service_registered", "paper_delivered", "prescriber_signature"


def _came_as(case: Case, form: str) -> bool:
    return case.is_contracted and case.fact(FORM) == form


@paraclinic_rule("PAR-06c")
def electronic_request_is_registered(case: Case) -> Outcomes:
    """Ask for the registration of a service on an electronic request: there is no other document of it."""
    if _came_as(case, "electronic"):
        yield from hold_unless(case.fact(REGISTERED), REGISTERED)


def _not_registered(case: Case, form: str) -> Outcomes:
    """Ask for the registration that is known to be missing; the paper shows the service until then."""
    if _came_as(case, form) and case.fact(REGISTERED) is False:
        yield hold(REGISTERED)


@paraclinic_rule("PAR-09")
def booklet_sheet_is_registered(case: Case) -> Outcomes:
    """Accept booklet sheets as before, and ask where the service on one was not registered."""
    yield from _not_registered(case, "booklet")


@paraclinic_rule("PAR-10a")
def letterhead_names_the_patient(case: Case) -> Outcomes:
    """Refuse a letterhead without the patient's name and national code."""
    if _came_as(case, "letterhead"):
        yield from reject_or_ask(case, "prescription_names_patient")


@paraclinic_rule("PAR-10b")
def letterhead_is_stamped(case: Case) -> Outcomes:
    """Refuse a letterhead without the physician's stamp."""
    if _came_as(case, "letterhead"):
        yield from reject_or_ask(case, "prescriber_stamp")


@paraclinic_rule("PAR-10c")
def letterhead_is_dated(case: Case) -> Outcomes:
    """Refuse a letterhead without a date; the approval that heals this in the handbook does not help here."""
    if _came_as(case, "letterhead"):
        yield from reject_or_ask(case, "date_written")


@paraclinic_rule("PAR-10d")
def letterhead_is_signed(case: Case) -> Outcomes:
    """Refuse a letterhead without the physician's own signature; a stamp in its shape is none."""
    if not _came_as(case, "letterhead"):
        return
    signature = case.fact(SIGNATURE)
    if signature is UNKNOWN:
        yield Ask(None, (SIGNATURE,))
    elif signature != "original":
        yield Reject(None, (SIGNATURE,))


@paraclinic_rule("PAR-10e")
def letterhead_service_is_registered(case: Case) -> Outcomes:
    """Ask where the service on a letterhead was not registered under the national code."""
    yield from _not_registered(case, "letterhead")


@paraclinic_rule("PAR-11b")
def paper_is_delivered(case: Case) -> Outcomes:
    """Refuse a booklet sheet or letterhead that did not come with the list; who read it had it."""
    if case.is_contracted and case.fact(FORM) in PAPER_FORMS and case.fact(DELIVERED) is False:
        yield Reject(None, (DELIVERED,))


@paraclinic_rule("PAR-12")
def radiotherapy_sessions_file(case: Case) -> Outcomes:
    """Ask for the electronic file of radiotherapy sessions, until these can be registered one by one."""
    if case.is_contracted and case.claim.kind is ClaimKind.RADIOTHERAPY:
        yield from hold_unless(case.fact("session_file_sent"), "session_file_sent")
