"""Items 2 to 6: stamp, signature, defects and date of a paper prescription; tampering by the institution.

Electronic prescriptions have no paper: all rules here but those on tampering look at paper prescriptions only. Every
ground that bites is cited; what is unknown is asked for once, by the rule that comes first.
"""

from app.domain.facts import UNKNOWN, any_true
from app.rules.case import Case
from app.rules.general.terms import APPROVAL, items, unless_approved
from app.rules.outcomes import Ask, Outcomes, Refer, Reject, demand, refuse
from app.rules.registry import Phase, Place, remark, rule, silent

ENDORSED = "defect_endorsed"


def has_defect(case: Case, *defects: str) -> bool:
    """Tell whether a paper prescription is known to have one of these defects."""
    return case.is_paper and not items(case.fact("defects")).isdisjoint(defects)


@rule("GEN-02a", Phase.ADMISSIBILITY)
def council_stamp(case: Case) -> Outcomes:
    """Demand the physician's council stamp."""
    if case.is_paper:
        yield from demand(case.fact("prescriber_stamp"), "prescriber_stamp")


@rule("GEN-02b", Phase.ADMISSIBILITY)
def signature(case: Case) -> Outcomes:
    """Demand a signature; asks for the kind of signature also on behalf of GEN-02g."""
    given = case.fact("prescriber_signature")
    if case.is_paper and given == "none":
        yield Reject(facts=("prescriber_signature",))
    elif case.is_paper and given is UNKNOWN:
        yield Ask(facts=("prescriber_signature",))


@rule("GEN-02g", Phase.ADMISSIBILITY)
def stamped_signature(case: Case) -> Outcomes:
    """Refuse a stamp of the signature in place of the signature (note 2)."""
    if case.is_paper and case.fact("prescriber_signature") == "stamped":
        yield Reject(facts=("prescriber_signature",))


@rule("GEN-02c", Phase.ADMISSIBILITY)
def defect_in_the_text(case: Case) -> Outcomes:
    """Refuse a defect in the text that the physician has not put right; nobody else's endorsement helps here.

    Asks for the defects also on behalf of GEN-02d, GEN-02h and GEN-04.
    """
    if case.is_paper and case.fact("defects") is UNKNOWN:
        yield Ask(facts=("defects",))
    elif has_defect(case, *case.figure("text_defects")):
        yield from demand(case.fact(ENDORSED), ENDORSED)


@rule("GEN-02d", Phase.ADMISSIBILITY)
def altered_date(case: Case) -> Outcomes:
    """Refuse an altered date unless the physician put it right or the insurer approved the prescription (item 29 b)."""
    if has_defect(case, "date_altered"):
        names = (ENDORSED, APPROVAL)
        cured = any_true(*(case.fact(name) for name in names))
        unknown = [name for name in names if case.fact(name) is UNKNOWN]
        yield from demand(cured, *(unknown or names))


@rule("GEN-02h", Phase.ADMISSIBILITY)
def altered_price(case: Case) -> Outcomes:
    """Refuse an altered price unless the technical officer stated the right one on the back (note 3).

    The physician's endorsement does not help here, nor the officer's against other defects.
    """
    if has_defect(case, "price_altered"):
        yield from demand(case.fact("price_defect_endorsed"), "price_defect_endorsed")


@rule("GEN-03", Phase.ADMISSIBILITY)
def legible_number(case: Case) -> Outcomes:
    """Demand a council number and specialty that can be read."""
    if case.is_paper:
        yield from demand(case.fact("specialty_legible"), "specialty_legible")


@rule("GEN-04", Phase.ADMISSIBILITY)
def torn_header(case: Case) -> Outcomes:
    """Refuse a torn header that was not glued back."""
    if has_defect(case, "torn_header"):
        yield from demand(case.fact("header_repaired"), "header_repaired")


@rule("GEN-05", Phase.ADMISSIBILITY)
def undated(case: Case) -> Outcomes:
    """Refuse an undated prescription that the insurer has not approved (item 29 b); an approved one needs no date."""
    dated = case.fact("date_written")
    if not case.is_paper or case.fact(APPROVAL) is True:
        return
    if dated is UNKNOWN:
        yield Ask(facts=("date_written",))
    elif dated is False:
        yield from unless_approved(case)


@rule("GEN-06", Phase.ADMISSIBILITY)
def tampered_with(case: Case) -> Outcomes:
    """Refuse a prescription or bill that the institution is proven to have tampered with."""
    yield from refuse(case.fact("tampered_by_provider"), "tampered_by_provider")


@rule("GEN-06a", Phase.ADMISSIBILITY)
def tampering_is_referred(case: Case) -> Outcomes:
    """Refer proven tampering to the supervision office; an open question is not referred."""
    if case.fact("tampered_by_provider") is True:
        yield Refer(facts=("tampered_by_provider",))


remark("GEN-03a", Place.RULE_BOOK)
silent("help text of the defect punched_over_text, judged by GEN-02c", "GEN-02e")
silent("the fact date_hand never bites: only two handwritings of the text do (GEN-02c)", "GEN-02f")
silent("item 8 repeats the defect two_handwritings, judged by GEN-02c", "GEN-08j")
