"""What generated hospital bills of operations are made of: sessions, facts on both sides of a boundary, amounts."""

import copy
from functools import cache
from random import Random

from tests.oracle.aims import Aim
from tests.oracle.books import half_up
from tests.oracle.disturbances import aim, disturb, set_fact
from tests.oracle.makings import CLAIM, LINE, SUBMISSION, Document, bases, books, entry_of, facts, good
from tests.oracle.mod_down import as_reported, priced_here, ways_down
from tests.oracle.mod_facts import ANAESTHETISTS, AT_BEST, BIRTHS, FACTS, PEOPLE
from tests.oracle.mod_terms import BELONGS, ELSEWHERE
from tests.oracle.mod_themes import THEMES
from tests.oracle.paper import Paper

MINUTES = (18, 29, 30, 34, 35, 60, 60, 60, 89, 90, 120, 127, 149, 150, 209, 210, 214, 215, 224, 225, 330)
"""Lengths of surgery around the steps of time units and recovery."""
STARTS = ("09:00", "09:00", "09:00", "09:10", "09:20", "10:30", "10:29", "10:31")
MISPLACED = ("77", "32", "85", "90", "26")
AIMS: dict[str, Aim] = {
    "MOD-05a": {"line.date": ("1395-03-04", "1395-03-05", "1395-03-06")},
    "MOD-05b": {"line.date": ("1395-03-05", "1395-03-06", None)},
    "MOD-05c": {"claim.facts.preanesthesia_visit": (True, True, None)},
    "MOD-35c": {"line.facts.anesthesia_session": ("1", "2", None)},
    "MOD-51h": {"line.date": ("1395-03-05", "1395-03-06")},
    "MOD-63a": {"claim.patient.birth_date": (None, None, None, *BIRTHS)},
    "MOD-86b": {"claim.facts.at_home": (True, False, None)},
    "MOD-99a": {"claim.facts.traffic_accident": (True, None)},
    "MOD-99b": {"claim.facts.traffic_accident": (True, None)},
}
SEVERAL_CLAIMS = frozenset({"MOD-44a", "MOD-44b"})


def made(target: str, number: int) -> Document:
    """The claim file of this number that is aimed at a rule of modifiers."""
    dice = Random(f"{target} {number}")
    kind, tokens = dice.choice(settings(target))
    submission = copy.deepcopy(bases()[kind]["submission"])
    submission["facts"] = good(SUBMISSION) | submission["facts"]
    submission["facts"] |= {"teaching": dice.choice((True, False)), "deprivation_factor": dice.choice((2, 1.5))}
    submission["provider"]["sector"] = dice.choice(
        ("public_university", "public_university", "public_other", "private")
    )
    file: Document = {"submission": submission, "claims": []}
    for place in range(dice.choices((1, 2), (9, 1))[0] + 2 * (target in SEVERAL_CLAIMS)):
        file["claims"].append(claim(dice, kind, tokens.split(), place))
    if dice.random() < 0.6:
        disturb(dice, file, target)
    elif dice.random() < 0.7:
        for name in entry_of(target).get("facts") or []:
            set_fact(dice, file, name)
    if target in SEVERAL_CLAIMS:
        by_one_anesthetist(dice, file)
    aim(dice, file, AIMS.get(target, {}))
    for index in range(len(file["claims"])):
        price(dice, file, index)
    return file


def by_one_anesthetist(dice: Random, file: Document) -> None:
    """Anesthesias of several patients by one person, that begin within a few minutes."""
    for found in file["claims"]:
        for item in found["lines"]:
            if item["section"] == "anesthesia" and dice.random() < 0.9:
                start = dice.choice(("09:00", "09:00", "09:10", "09:20"))
                item["performer"] = dict(ANAESTHETISTS[0])
                item["facts"] |= {"surgery_start": f"1395-03-05T{start}", "surgery_end": "1395-03-05T10:00"}


@cache
def settings(target: str) -> list[tuple[str, str]]:
    """The kinds and lines on which a rule may act."""
    fits = {
        theme: max((len(name) for name in theme[2].split() if target.startswith(name)), default=0) for theme in THEMES
    }
    closest = [theme for theme in THEMES if fits[theme] == max(fits.values())]
    found = [(kind, codes) for kinds, codes, _ in closest for kind in kinds if kind in entry_of(target)["applies"]]
    assert found, f"no theme wakes {target}"
    return found


def claim(dice: Random, kind: str, tokens: list[str], place: int) -> Document:
    base = copy.deepcopy(bases()[kind])
    found: Document = base["claim"]
    found["id"] = f"C-{place + 1}"
    found["facts"] = good(CLAIM) | found["facts"]
    found["patient"]["birth_date"] = dice.choice(BIRTHS)
    chosen = [token for token in tokens if dice.random() < 0.8] or tokens[:1]
    if dice.random() < 0.3:
        dice.shuffle(chosen)
    found["lines"] = [line(dice, base["line_defaults"], token, no) for no, token in enumerate(chosen, 1)]
    if kind == "inpatient" and dice.random() < 0.12:
        found["history"] = [
            {"date": "1395-01-28", "code": "109030", "facts": {"previous_operation_discharge": "1395-02-05"}}
        ]
    return found


def line(dice: Random, defaults: Document, token: str, no: int) -> Document:
    """A line of a token: its code, another section than the code's, its modifiers."""
    head, *numbers = token.split("+")
    code, _, section = head.partition("=")
    row = books().service(code, "1395-03-05")
    assert row is not None, code
    found: Document = copy.deepcopy(defaults) | {"no": no, "code": code, "amount": 10**9}
    found["section"] = section or row["section"]
    found["qty"] = (
        dice.choices((1, 2, 3), (92, 6, 2))[0] if found["section"] in {"surgery", "service", "imaging"} else 1
    )
    belonging = BELONGS.get(found["section"], ELSEWHERE).split()
    if dice.random() < 0.35:
        numbers += dice.sample(belonging, min(dice.choice((1, 2, 3)), len(belonging)))
    if dice.random() < 0.05:
        numbers.append(dice.choice((*MISPLACED, *numbers)))
    if found["section"] == "anesthesia" and dice.random() < 0.7:
        numbers = (
            [number for number in numbers if number not in {"43", "60"}] if "=anesthesia+" not in token else numbers
        )
    if "26" in numbers:
        numbers = [number for number in numbers if number != "27"]
    if numbers:
        found["modifiers"] = [number for number in numbers if number != "99" or dice.random() < 0.1]
    found["facts"] = good(LINE) | found.get("facts", {}) | with_times(dice, found["section"])
    someone = dice.choice(PEOPLE.get(found["section"], (None,)))
    if someone:
        found["performer"] = dict(someone)
    return found


def with_times(dice: Random, section: str) -> Document:
    """The facts of a line at their best, now and then one of them otherwise; times of its operation."""
    found = {name: value for name, value in AT_BEST.get(section, {}).items() if dice.random() < 0.95}
    if section == "surgery":
        found["incision"] = dice.choice(("A", "A", "B"))
        found["side"] = dice.choice(("left", "left", "right"))
        if dice.random() < 0.12:
            del found[dice.choice(("incision", "side"))]
    if section == "anesthesia" or (section == "surgery" and dice.random() < 0.3):
        start = dice.choice(STARTS)
        end = int(start[:2]) * 60 + int(start[3:]) + dice.choice(MINUTES)
        found |= {"surgery_start": f"1395-03-05T{start}", "surgery_end": f"1395-03-05T{end // 60:02d}:{end % 60:02d}"}
    if dice.random() < 0.04:
        found["anesthesia_session"] = "2"
    for name in dice.sample(sorted(found), min(len(found), 1)) if dice.random() < 0.15 else []:
        values = FACTS.get(name) or ((True, False) if facts()[name]["type"] == "bool" else (found[name],))
        found[name] = copy.deepcopy(dice.choice(values))
    return found


def price(dice: Random, file: Document, index: int) -> None:
    """Amounts at the steps of each line's way down, a rial beside them, or far above."""
    paper = Paper(file, index, books())
    steps: dict[int, list[int]] = {entry.no: [] for entry in paper.entries}
    for entry in paper.entries:
        reported = as_reported(paper, entry) if priced_here(paper, entry) else books().unit_price(entry.code, entry.day)
        if reported is not None:
            steps[entry.no].append(half_up(reported * 1) if not isinstance(reported, int) else reported)
    for says in ways_down(paper):
        for step in (says, says.worst):
            if step is not None and step.after is not None:
                steps[says.line].append(step.after)
    for item in file["claims"][index]["lines"]:
        own = steps[item["no"]] or [100_000]
        highest = max(own)
        item["amount"] = dice.choices((highest, highest * 3 // 2, dice.choice(own), 0), (45, 25, 29, 1))[0]
        item["amount"] = max(item["amount"] + dice.choices((0, 1, -1), (84, 8, 8))[0], 0)
