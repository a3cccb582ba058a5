"""The circular on sending patients: who may be sent, and how often."""

from collections.abc import Iterator

from tests.oracle.circ_sendings import earlier_sendings, sendings_of
from tests.oracle.circ_terms import circular, is_wanted, service_day, settled
from tests.oracle.paper import Paper, Truth
from tests.oracle.sayings import Says, ask, hold, refer, reject

FOLLOW_UPS = 3
REFUSED_GROUPS = {"TRV-03a": "self_employed", "TRV-03b": "per_capita_pensioner", "TRV-03c": "ceded_workshop"}


def first_sending(paper: Paper) -> bool:
    repeated = paper.fact("repeat_sending")
    return repeated is False or (repeated is None and not earlier_sendings(paper))


def available(paper: Paper) -> Truth:
    since = paper.fact("available_since")
    return paper.told("available_locally") if since is None else since <= service_day(paper)


def in_a_course(paper: Paper) -> bool:
    return paper.fact("course_treatment") not in {None, "none"}


def opposite(answer: Truth) -> Truth:
    return None if answer is None else not answer


@circular(1, "TRV-01a")
def service_in_town(paper: Paper) -> Iterator[Says]:
    if first_sending(paper):
        yield from is_wanted(opposite(available(paper)))


@circular(1, "TRV-01b")
def can_wait(paper: Paper) -> Iterator[Says]:
    if first_sending(paper):
        yield from is_wanted(paper.fact("delay_dangerous"))


@circular(1, "TRV-02")
def not_covered(paper: Paper) -> Iterator[Says]:
    yield from is_wanted(paper.fact("service_covered"))


def refused_group(rule_id: str) -> None:
    def found(paper: Paper) -> Iterator[Says]:
        group = paper.fact("insured_group")
        if group == REFUSED_GROUPS[rule_id]:
            yield reject()
        elif group is None and rule_id == "TRV-03a":
            yield ask()

    circular(1, rule_id)(found)
    REFUSALS.append(found)


@circular(1, "TRV-03d")
def eligibility(paper: Paper) -> Iterator[Says]:
    answer = paper.fact("eligibility")
    yield from is_wanted(None if answer is None else answer == "covered")


def on_the_list(paper: Paper) -> Truth:
    """Whether a service of the province's own list was sought in another province."""
    answers = paper.fact("out_of_province"), paper.fact("on_province_list")
    return False if False in answers else None if None in answers else True


@circular(1, "TRV-04a")
def out_of_province(paper: Paper) -> Iterator[Says]:
    approval, listed = paper.fact("sending_approval"), on_the_list(paper)
    if not first_sending(paper) or listed is False or approval in {"trusted_physician", "medical_council"}:
        return
    if listed and approval == "none":
        yield reject()
    elif listed is None or approval is None:
        yield ask()


@circular(1, "TRV-04c")
def council_undecided(paper: Paper) -> Iterator[Says]:
    if first_sending(paper) and on_the_list(paper) and paper.fact("sending_approval") == "pending":
        yield hold()


@circular(1, "TRV-05a")
def nearest(paper: Paper) -> Iterator[Says]:
    yield from settled(paper.fact("nearest_centre") is not False)


@circular(1, "TRV-05d")
def through_the_system(paper: Paper) -> Iterator[Says]:
    yield from is_wanted(paper.fact("sent_through_system"))


@circular(1, "TRV-12a")
def followup_recorded(paper: Paper) -> Iterator[Says]:
    repeated = paper.fact("repeat_sending")
    if repeated and not in_a_course(paper):
        yield from settled(paper.fact("followup_recorded"))
    elif repeated is None and earlier_sendings(paper):
        yield hold()


def follow_ups(paper: Paper) -> int:
    """How often an operation was followed up since the service came to the town; all of them where that is unknown."""
    since = paper.fact("available_since") or "0"
    return sum(
        sending.is_told("surgery_followup", True) and sending.day >= since for sending in earlier_sendings(paper)
    )


@circular(1, "TRV-12b")
def again_though_in_town(paper: Paper) -> Iterator[Says]:
    here, following = available(paper), paper.fact("surgery_followup")
    if not paper.fact("repeat_sending") or here is False:
        return
    if here is None:
        yield from [] if following and follow_ups(paper) < FOLLOW_UPS else [ask()]
    else:
        yield from is_wanted(following)


@circular(1, "TRV-12c")
def fourth_follow_up(paper: Paper) -> Iterator[Says]:
    here, following = available(paper), paper.fact("surgery_followup")
    if paper.fact("repeat_sending") and here and following and follow_ups(paper) >= FOLLOW_UPS:
        yield ask() if paper.fact("available_since") is None else reject()


@circular(1, "TRV-12d")
def protocol(paper: Paper) -> Iterator[Says]:
    if paper.fact("repeat_sending") and in_a_course(paper):
        yield from is_wanted(paper.fact("protocol_approved"))


@circular(4, "TRV-12e")
def sessions(paper: Paper) -> Iterator[Says]:
    approved = paper.fact("protocol_approved") is not False
    if not (paper.fact("repeat_sending") and in_a_course(paper) and approved):
        return
    before = sum(
        sending.is_told("course_treatment", paper.fact("course_treatment")) for sending in earlier_sendings(paper)
    )
    days, most = sendings_of(paper), paper.fact("protocol_sessions")
    for entry in paper.alive():
        number = before + max(sum(day <= entry.day for day in days), 1)
        if most is None:
            yield ask(entry.no)
        elif number > most:
            yield reject(entry.no)


@circular(1, "TRV-13a")
def confirmed(paper: Paper) -> Iterator[Says]:
    yield from is_wanted(paper.fact("destination_confirmed"))


REFUSALS = [
    service_in_town,
    can_wait,
    not_covered,
    out_of_province,
    again_though_in_town,
    fourth_follow_up,
    protocol,
]
for refused in REFUSED_GROUPS:
    refused_group(refused)


@circular(1, "TRV-20a")
def who_answers(paper: Paper) -> Iterator[Says]:
    said = [says for refusal in REFUSALS for says in refusal(paper)]
    if paper.fact("sent_through_system") and any(says.effect == "reject" for says in said):
        yield refer()
