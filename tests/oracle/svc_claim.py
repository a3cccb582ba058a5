"""Phase 1 of articles 10 and 23 to 25: the cause of the illness, and since when this part holds."""

from collections.abc import Iterator
from dataclasses import replace

from tests.oracle.days import day_in, last_day, month_of
from tests.oracle.paper import STAYS, Paper, Truth
from tests.oracle.sayings import WHOLE, Says, ask, note, reject
from tests.oracle.stay_frame import months_after
from tests.oracle.table import rule
from tests.oracle.turns import in_turn

MONTHS_OF_AN_ACCIDENT = 2
IN_FORCE = "1394-04-16"

in_turn("ACC-01 ACC-01a ACC-03 ACC-04 ACC-05 SUR-OTH-03 SUR-OTH-05a SCP-02")


@rule(1, "ACC-01")
def cause_of_an_injury(paper: Paper) -> Iterator[Says]:
    injured = any(entry.has("trauma") for entry in paper.entries)
    if injured and paper.fact("injury_cause") is None and paper.fact("traffic_accident") is not True:
        yield ask()


@rule(1, "ACC-01a")
def machine(paper: Paper) -> Iterator[Says]:
    if paper.fact("injury_cause") == "machine" and paper.fact("machine_on_public_road") is None:
        yield ask()


@rule(1, "ACC-03")
def traffic(paper: Paper) -> Iterator[Says]:
    on_the_road = paper.fact("injury_cause") == "machine" and paper.fact("machine_on_public_road") is True
    if not (paper.fact("traffic_accident") is True or paper.fact("injury_cause") == "traffic" or on_the_road):
        return
    discharged = paper.fact("accident_first_discharge")
    if discharged is None:
        yield ask()
    elif paper.known_day <= months_after(discharged, MONTHS_OF_AN_ACCIDENT):
        yield reject()
        if on_the_road and paper.kind in STAYS:
            yield replace(reject(), rule="ACC-01a")


@rule(1, "ACC-04")
def pupils_and_athletes(paper: Paper) -> Iterator[Says]:
    if paper.fact("injury_cause") in {"student", "sport"}:
        yield note()


@rule(1, "ACC-05")
def at_work(paper: Paper) -> Iterator[Says]:
    if paper.fact("injury_cause") == "work":
        yield from of_the_claim(paper.told("employer_liable"))


def of_the_claim(refused: Truth) -> Iterator[Says]:
    if refused is not False:
        yield ask() if refused is None else reject()


@rule(1, "SUR-OTH-03")
def assault(paper: Paper) -> Iterator[Says]:
    case = paper.fact("assault_case")
    if paper.fact("injury_cause") != "assault" or case in {"first_degree_family", "assailant_insane_no_guardian"}:
        return
    confirmed = paper.told("judicial_confirmation")
    if case == "assailant_fugitive":
        yield from of_the_claim(None if confirmed is None else not confirmed)
    else:
        yield ask() if case is None else reject()


@rule(1, "SUR-OTH-05a")
def stay_for_a_complication(paper: Paper) -> Iterator[Says]:
    answer = paper.told("admission_for_complication")
    if answer or (answer is None and operated_lately(paper)):
        yield from of_the_claim(answer)


def operated_lately(paper: Paper) -> bool:
    """An operation of the history within the month before the admission."""
    for past in paper.claim.get("history", []):
        row = paper.books.service(past["code"], past["date"])
        operated = row is not None and row["section"] in {"surgery", "global"}
        if operated and month_before(paper.known_day) <= past["date"] < paper.known_day:
            return True
    return False


def month_before(day: str) -> str:
    year, number = month_of(day)
    month = (year, number - 1) if number > 1 else (year - 1, 12)
    return min(day_in(month, int(day[8:])), last_day(month))


@rule(1, "SCP-02")
def in_force(paper: Paper) -> Iterator[Says]:
    day = str(paper.claim.get("discharged_at") or paper.known_day)[:10]
    if day < IN_FORCE:
        yield note(WHOLE)
