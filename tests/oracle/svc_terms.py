"""The words of articles 10 to 25: operations, what stands beside what, what follows an operation, and the title lists."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from tests.oracle.paper import Entry, Paper, Truth
from tests.oracle.sayings import Says, ask, reject
from tests.oracle.stay_titles import plain

FOLLOWERS = frozenset({"assistant", "operating_room"})
FOLLOWERS_AND_ANESTHESIA = FOLLOWERS | {"anesthesia"}
SPECIAL_BEDS = frozenset({"icu", "picu", "ricu", "bicu", "nicu", "ccu"})
PHYSICIANS = frozenset({"gp", "specialist", "subspecialist", "fellowship", "resident"})


def modifiers(entry: Entry) -> set[str]:
    return set(entry.document.get("modifiers", []))


def is_operation(entry: Entry) -> bool:
    """A surgery line that is neither an addition (+) nor a standby."""
    added = "+" in (entry.row or {}).get("marks", [])
    return entry.section == "surgery" and not added and "60" not in modifiers(entry)


def operations(paper: Paper) -> list[Entry]:
    return [entry for entry in paper.alive() if is_operation(entry)]


def of_groups(paper: Paper, *groups: str) -> list[Entry]:
    """The lines of these groups that are left, save those that follow an operation."""
    return [entry for entry in paper.alive() if entry.group in groups and own_service(entry)]


def own_service(entry: Entry) -> bool:
    return entry.section not in FOLLOWERS_AND_ANESTHESIA


def of_sections(paper: Paper, *sections: str) -> list[Entry]:
    return [entry for entry in paper.alive() if entry.section in sections]


def apart(first: Entry, second: Entry, name: str) -> bool:
    """Whether two lines name different sides or regions."""
    here, there = first.fact(name), second.fact(name)
    return None not in (here, there) and here != there and "both" not in (here, there)


def beside(first: Entry, second: Entry, *, places: bool = True) -> bool:
    """Whether two lines are of one day and not of two sides or regions."""
    if first is second or first.day != second.day:
        return False
    return not (places and (apart(first, second, "side") or apart(first, second, "region")))


def fact(paper: Paper, entry: Entry, name: str) -> Any:
    """What is known of a line, its claim or its centre."""
    holders = (entry.document, paper.claim, paper.submission)
    return next((holder["facts"][name] for holder in holders if name in holder.get("facts", {})), None)


def every(*answers: Truth) -> Truth:
    """True where all are, false where one is, otherwise unknown."""
    if False in answers:
        return False
    return None if None in answers else True


def opposite(answer: Truth) -> Truth:
    return None if answer is None else not answer


def refusals(paper: Paper, sayings: Iterable[Says], sections: Iterable[str]) -> Iterator[Says]:
    """What a rule says, and with the lines that it refuses those that follow them by code and day.

    What follows two lines of one code and day stays while one of them does.
    """
    said = list(sayings)
    yield from said
    refused = {says.line for says in said if says.effect == "reject"}
    for other in paper.alive():
        if other.section in sections and other.code is not None and other.no not in refused:
            alike = [entry for entry in paper.alive() if (entry.code, entry.day) == (other.code, other.day)]
            led = {entry.no for entry in alike if own_service(entry)}
            if led <= refused and any(entry.no in refused for entry in alike):
                yield reject(other.no)


def followers(paper: Paper, entry: Entry, sections: Iterable[str]) -> list[Entry]:
    """The lines of these sections with the code and day of another line."""
    return [
        other
        for other in paper.alive()
        if other.section in sections and other.code is not None and (other.code, other.day) == (entry.code, entry.day)
    ]


def need(entry: Entry, answer: Truth) -> Iterator[Says]:
    """False refuses the line alone, unknown asks."""
    if not answer:
        yield ask(entry.no) if answer is None else reject(entry.no)


def under(rule_id: str, sayings: Iterable[Says]) -> Iterator[Says]:
    return (replace(says, rule=rule_id) for says in sayings)


def listed(entry: Entry, group: str, words: Iterable[tuple[str, str]]) -> bool:
    """Whether a line is on a list: by its group where its row has one, otherwise by its title."""
    if entry.code is not None and entry.group is not None:
        return entry.group == group
    return titled(entry, words)


def titled(entry: Entry, words: Iterable[tuple[str, str]]) -> bool:
    title = plain(entry.document.get("title") or (entry.row or {}).get("title") or "")
    return any(
        any(plain(word) in title for word in keywords.split("|"))
        and not any(plain(word) in title for word in spared.split("|") if word)
        for keywords, spared in words
    )


def kind_of_bed(entry: Entry) -> Any:
    return entry.attributes.get("bed") or entry.fact("bed_kind")


def in_special_bed(entry: Entry) -> bool:
    return entry.section == "hotel" and kind_of_bed(entry) in SPECIAL_BEDS


def later_than(entry: Entry, others: Iterable[Entry]) -> bool:
    return any(other.day < entry.day for other in others if other is not entry)
