"""Phase 1 of the general part: the insurer's cover, the centre's contract and register, referral."""

from collections.abc import Callable, Iterator

from tests.oracle.days import month_of
from tests.oracle.general_paper import unwanted, wanted
from tests.oracle.paper import OUTPATIENT, STAYS, Paper
from tests.oracle.sayings import Says, ask, note, refer, reject, stay_open
from tests.oracle.table import rule

Test = Callable[[Paper], bool]


@rule(1, "GEN-00m")
def before_the_handbook(paper: Paper) -> Iterator[Says]:
    if paper.day and paper.day < "1395-02-01":
        yield note()


def period(rule_id: str) -> Callable[[Test], Test]:
    """A period in which nothing is admissible: rejected, and told to the supervision office (GEN-22)."""

    def enter(inside: Test) -> Test:
        def found(paper: Paper) -> Iterator[Says]:
            if paper.contracted and inside(paper):
                yield reject()
                yield Says(0, "refer", rule="GEN-22")

        rule(1, rule_id)(found)
        return inside

    return enter


@period("GEN-08a")
def before_contract(paper: Paper) -> bool:
    start = paper.provider.get("contract_from")
    return bool(start and paper.day and paper.day < start)


@rule(1, "GEN-08b")
def no_contract(paper: Paper) -> Iterator[Says]:
    if paper.contracted and not paper.provider.get("contracted", True):
        yield reject()


@period("GEN-08c")
def suspended(paper: Paper) -> bool:
    start, end = paper.office_fact("suspended_from"), paper.office_fact("suspended_to")
    return bool(start and paper.day and start <= paper.day <= (end or "9999"))


@rule(1, "GEN-08d")
def other_insurer(paper: Paper) -> Iterator[Says]:
    given, own = paper.claim.get("insurer"), paper.submission.get("insurer", "salamat")
    if given and given != own and "salamat" in {given, own}:
        yield reject()


@rule(1, "GEN-08e")
def other_stamp(paper: Paper) -> Iterator[Says]:
    yield from unwanted(paper.fact("other_provider_stamp"))


def sending_month(paper: Paper) -> tuple[int, int] | None:
    if paper.kind in STAYS:
        end = paper.claim.get("discharged_at")
        return month_of(end) if end else None
    dates = [line["date"] for line in paper.claim["lines"] if line.get("date")]
    finished = max(dates, default=None) or paper.claim.get("service_date")
    return month_of(finished) if finished else None


def of_another_month(paper: Paper, *, earlier: bool) -> Iterator[Says]:
    month = sending_month(paper)
    own = month_of(paper.submission["month"] + "-01")
    if paper.contracted and paper.kind != "physiotherapy" and month and (month < own if earlier else month > own):
        yield stay_open() if paper.kind in STAYS else reject()


@rule(1, "GEN-08f")
def earlier_month(paper: Paper) -> Iterator[Says]:
    yield from of_another_month(paper, earlier=True)


@rule(1, "GEN-08g")
def future(paper: Paper) -> Iterator[Says]:
    written = paper.claim.get("prescription_date")
    if paper.kind in OUTPATIENT and written and paper.day and written > paper.day:
        yield reject()
    else:
        yield from of_another_month(paper, earlier=False)


@rule(1, "GEN-08p")
def referral(paper: Paper) -> Iterator[Says]:
    required, observed = paper.fact("referral_required"), paper.fact("referral_observed")
    rural = paper.fund == "rural"
    healed = rural and paper.fact("insurer_approved")
    if observed or required is False:
        return
    if None in {required, observed}:
        yield from [] if healed else [ask()]
    elif not rural:
        yield reject()


@rule(1, "GEN-08r")
def repeated_other_stamp(paper: Paper) -> Iterator[Says]:
    stamped = [claim for claim in paper.file["claims"] if claim.get("facts", {}).get("other_provider_stamp")]
    if paper.fact("other_provider_stamp") and len(stamped) > 1:
        yield refer()


@rule(1, "GEN-10")
def intern(paper: Paper) -> Iterator[Says]:
    level = paper.prescriber.get("qualification")
    if level in {None, "intern"}:
        public = paper.provider["sector"] == "public_university"
        facts = (paper.office_fact("teaching"), paper.fact("admission_stamp"), paper.fact("issued_in_this_centre"))
        if not public or False in facts:
            yield ask() if level is None else reject()
        elif None in facts:
            yield ask()


@rule(1, "GEN-12")
def no_diagnosis(paper: Paper) -> Iterator[Says]:
    if paper.undiagnosed and paper.day and paper.day >= "1395-01-01":
        costly = any(entry.costly for entry in paper.entries)
        yield from wanted(paper.fact("insurer_approved")) if costly else [reject()]


@rule(1, "GEN-20a")
def other_fund(paper: Paper) -> Iterator[Says]:
    own, asked = paper.claim.get("fund"), paper.submission.get("fund")
    if own and asked and own != asked:
        yield stay_open()


@rule(1, "GEN-20b")
def rural_contract(paper: Paper) -> Iterator[Says]:
    if paper.contracted and paper.fund == "rural":
        yield from wanted(paper.office_fact("rural_contract"))


@rule(1, "GEN-20c")
def mixed_kinds(paper: Paper) -> Iterator[Says]:
    if paper.contracted and len({claim["kind"] for claim in paper.file["claims"]}) > 1:
        yield note()


@period("GEN-22a")
def closed(paper: Paper) -> bool:
    start, end = paper.office_fact("closed_from"), paper.office_fact("closed_to")
    return bool(start and paper.day and start <= paper.day <= (end or "9999"))


@period("GEN-22b")
def moved(paper: Paper) -> bool:
    start, end = paper.office_fact("address_unreported_from"), paper.office_fact("address_unreported_to")
    return bool(start and paper.day and start <= paper.day < (end or "9999"))


@period("GEN-22c")
def new_officer(paper: Paper) -> bool:
    start, end = paper.office_fact("officer_unreported_from"), paper.office_fact("officer_unreported_to")
    return bool(start and paper.day and start <= paper.day < (end or "9999"))


@period("GEN-22e")
def licence_expired(paper: Paper) -> bool:
    ends = [paper.office_fact("officer_licence_to"), paper.office_fact("establishment_licence_to")]
    return bool(paper.day and any(end and paper.day > end for end in ends))


@period("GEN-22f")
def after_contract(paper: Paper) -> bool:
    end = paper.provider.get("contract_to")
    return bool(end and paper.day and paper.day > end)


@rule(1, "GEN-23")
def officer_present(paper: Paper) -> Iterator[Says]:
    if paper.contracted:
        yield from wanted(paper.office_fact("technical_officer_present"))


@rule(1, "GEN-23a")
def absence_told(paper: Paper) -> Iterator[Says]:
    if paper.contracted and paper.office_fact("technical_officer_present") is False:
        yield refer()


@rule(1, "GEN-29")
def approval(paper: Paper) -> Iterator[Says]:
    needed, approved = paper.fact("needs_insurer_approval"), paper.fact("insurer_approved")
    if needed is not False and not approved:
        yield ask() if None in {needed, approved} else reject()


@rule(1, "GEN-29d")
def rural_referral(paper: Paper) -> Iterator[Says]:
    if paper.fund == "rural" and paper.fact("referral_required") and paper.fact("referral_observed") is False:
        yield from wanted(paper.fact("insurer_approved"))
