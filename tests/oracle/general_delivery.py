"""The general part on time: when documents are delivered (phase 1), written sums and objections (phase 6)."""

from collections.abc import Callable, Iterator

from tests.oracle.days import Day, Month, day_in, last_day, later, month_after, month_of
from tests.oracle.general_claim import period
from tests.oracle.paper import Paper
from tests.oracle.sayings import Says, note
from tests.oracle.table import rule

ESFAND = 12
Deadline = Callable[[Month, bool, bool], Day | None]


def fifteenth(month: Month) -> Day:
    return day_in(month_after(month), 31 if month[1] == ESFAND else 15)


def lateness(rule_id: str) -> Callable[[Deadline], Deadline]:
    """Rules 21 to 21c: a note where the documents came after the deadline, which a function tells."""

    def enter(deadline: Deadline) -> Deadline:
        def found(paper: Paper) -> Iterator[Says]:
            delivered = paper.submission.get("delivered_on")
            month = month_of(paper.submission["month"] + "-01")
            hospital = paper.provider["kind"] == "hospital"
            cumulative = paper.office_fact("cumulative_delivery") is True
            if paper.contracted and delivered:
                last = deadline(month, hospital, cumulative)
                if last and delivered > last:
                    yield note()

        rule(1, rule_id)(found)
        return deadline

    return enter


@lateness("GEN-21")
def outpatient_deadline(month: Month, hospital: bool, cumulative: bool) -> Day | None:
    return None if hospital or cumulative or month[1] == ESFAND else fifteenth(month)


@lateness("GEN-21a")
def hospital_deadline(month: Month, hospital: bool, cumulative: bool) -> Day | None:
    return last_day(month_after(month)) if hospital and month[1] != ESFAND else None


@lateness("GEN-21b")
def esfand_deadline(month: Month, hospital: bool, cumulative: bool) -> Day | None:
    return fifteenth(month) if month[1] == ESFAND and not cumulative else None


@lateness("GEN-21c")
def cumulative_deadline(month: Month, hospital: bool, cumulative: bool) -> Day | None:
    return fifteenth(month_after(month, 2)) if cumulative and not hospital else None


@period("GEN-22d")
def held_back(paper: Paper) -> bool:
    delivered = paper.submission.get("delivered_on")
    return bool(delivered and delivered > last_day(month_after(month_of(paper.submission["month"] + "-01"), 3)))


@rule(6, "GEN-15d")
def written_sums(paper: Paper) -> Iterator[Says]:
    written: dict[str, int] = paper.claim.get("written") or {}
    total, patient, insurer = (written.get(key) for key in ("total", "patient_share", "insurer_share"))
    claimed = sum(entry.claimed for entry in paper.entries)
    split = total is not None and patient is not None and insurer is not None and patient + insurer != total
    if (total is not None and total != claimed) or split:
        yield note()


@rule(6, "GEN-24")
def objection_period(paper: Paper) -> Iterator[Says]:
    if paper.contracted and paper.office_fact("report_received_on"):
        yield note()


@rule(6, "GEN-24a")
def late_objection(paper: Paper) -> Iterator[Says]:
    received, objected = paper.office_fact("report_received_on"), paper.office_fact("objection_on")
    if received and objected and objected > later(received, 15):
        yield note()
