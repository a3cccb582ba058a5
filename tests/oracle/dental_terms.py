"""The words of the dentists' part: who did a service, sessions over several sheets, what was given before."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from tests.oracle.days import day_in, last_day
from tests.oracle.judge import at_end, up_to
from tests.oracle.paper import Entry, Paper, Truth
from tests.oracle.sayings import Says, keep

LIMITS_BEGIN = "DEN-06a"
"""The first of the rules that count over the years."""


def performer(paper: Paper, entry: Entry) -> dict[str, Any]:
    """Who did a line: the dentist prescribes for his own chair."""
    return entry.performer or paper.prescriber


def ranked(paper: Paper, entry: Entry, rank: str) -> Truth:
    """Whether the performer of a line has this qualification; None where it is not told."""
    own = performer(paper, entry).get("qualification")
    return None if own is None else own == rank


def is_visit(entry: Entry) -> bool:
    return entry.group == "dental_exam" or entry.section == "visit"


def private(paper: Paper) -> bool:
    return paper.provider.get("sector") in {"private", "charity"} or paper.provider.get("contracted") is False


def years_after(day: str, years: int) -> str:
    """The same day some years later; 30 Esfand falls to the 29th."""
    month = int(day[:4]) + years, int(day[5:7])
    return min(day_in(month, int(day[8:])), last_day(month))


def tooth_of(entry: Entry) -> tuple[Any, ...]:
    return tuple(entry.attributes.get(name) for name in ("arch", "side", "tooth"))


def other_claims(paper: Paper, *kinds: str) -> list[int]:
    """The places in the file of the patient's other claims."""
    return [
        index
        for index, claim in enumerate(paper.file["claims"])
        if index != paper.index and claim["patient"].get("id") == paper.patient.get("id") is not None
        if not kinds or claim["kind"] in kinds
    ]


def sessions(paper: Paper, rule_id: str) -> list[list[Entry]]:
    """The live lines of each day over all dental claims of the patient, in the order of the claims, as a rule finds them."""
    papers = [paper, *(up_to(rule_id, paper, index) for index in other_claims(paper, "dental"))]
    papers.sort(key=lambda each: each.place)
    lines = [entry for each in papers for entry in sorted(each.alive(), key=lambda entry: entry.no)]
    days = sorted({entry.day for entry in paper.entries})
    return [[entry for entry in lines if entry.day == day] for day in days]


def own(paper: Paper, sayings: Iterable[tuple[Entry, Says]]) -> Iterator[Says]:
    """What is said of the lines of this claim; other claims hear it in their own turn."""
    return (says for entry, says in sayings if entry in paper.entries)


@dataclass(frozen=True)
class Given:
    """What was given before: day and attributes of the row, units paid, the arch told, the line of the claim if it is one."""

    day: str
    attributes: dict[str, Any]
    units: Fraction
    arch: str | None
    line: Entry | None = None
    later_claim: bool = False

    def before(self, entry: Entry) -> bool:
        """Whether it went before a line; of the same day, what a later claim bills did not."""
        return self.day < entry.day or (self.day == entry.day and not self.later_claim)

    def within_a_year(self, entry: Entry) -> bool:
        return self.before(entry) and entry.day < years_after(self.day, 1)


def given(entry: Entry, units: Fraction) -> Given:
    return Given(entry.day, entry.attributes, units, entry.fact("arch"), entry)


def history(paper: Paper, group: str) -> Iterator[Given]:
    """What the claim tells of earlier years, what earlier claims of the file are paid for, what later ones bill.

    A later claim may bear lines of earlier days; they count as they stand before the limits.
    """
    for item in paper.claim.get("history") or []:
        row = (
            paper.books.service(item["code"], item["date"]) or paper.books.service(item["code"], paper.known_day) or {}
        )
        arch = (item.get("facts") or {}).get("arch")
        units = Fraction(str(item.get("qty", 1)))
        if row.get("group") == group:
            yield Given(item["date"], row.get("attributes", {}), units, arch)
    for index in other_claims(paper):
        earlier = Paper(paper.file, index, paper.books).place < paper.place
        other = at_end(paper, index) if earlier else up_to(LIMITS_BEGIN, paper, index)
        for entry in other.alive(group=group):
            if entry.amount if earlier else other.kind == "dental":
                yield replace(given(entry, entry.units), line=None, later_claim=not earlier)


Verdict = tuple[Fraction, list[Says]]


def in_turn_of_days(paper: Paper, group: str, decide: Callable[[Entry, list[Given]], Verdict]) -> Iterator[Says]:
    """Decide on each line with what was given before it: the units kept, and the questions beside."""
    known = list(history(paper, group))
    for entry in sorted(paper.alive(group=group), key=lambda entry: (entry.day, entry.no)):
        units, questions = decide(entry, known)
        known.append(given(entry, units))
        yield from questions
        yield keep(entry.no, units)
