"""Articles 6, 7 and 18: services and consumables that the bed or its nursing contain (phase 3)."""

from collections.abc import Callable, Iterator
from typing import Any

from tests.oracle.paper import Entry, Paper
from tests.oracle.sayings import Says, ask, reject
from tests.oracle.stay_terms import SPECIAL_KINDS, Stay, bed_kind
from tests.oracle.stay_titles import titled
from tests.oracle.table import rule

MONITORED_WARDS = frozenset({"icu", "nicu", "picu", "bicu", "ccu"})


def inside_a_ward(rule_id: str, kinds: frozenset[str], wards: frozenset[str], named: Callable[[Entry], bool]) -> None:
    """Services that a special bed contains: surely where no other bed stands beside it, else by the ward."""

    def found(paper: Paper) -> Iterator[Says]:
        stay = Stay(paper)
        own = {bed_kind(entry) for entry in stay.own_beds()}
        if not own & kinds:
            return
        for entry in filter(named, paper.alive()):
            ward: Any = entry.fact("ward")
            if own <= kinds or ward in wards:
                yield reject(entry.no)
            elif ward is None:
                yield ask(entry.no)

    rule(3, rule_id)(found)


inside_a_ward(
    "BED-14d",
    frozenset({"nicu"}),
    frozenset({"nicu"}),
    lambda entry: entry.has("nicu_global") or titled(entry, "service", "nicu_included"),
)
inside_a_ward("REC-02b", SPECIAL_KINDS, MONITORED_WARDS, lambda entry: entry.group == "cardiac_monitoring")


@rule(3, "NUR-01a")
def nurses_work(paper: Paper) -> Iterator[Says]:
    if Stay(paper).own_beds():
        for entry in paper.alive():
            if entry.has("nursing_included") or titled(entry, "service", "nursing_service"):
                yield reject(entry.no)


@rule(3, "NUR-02")
def common_consumables(paper: Paper) -> Iterator[Says]:
    stay = Stay(paper)
    room = stay.has_room_lines() or any("delivery" in entry.attributes for entry in paper.alive())
    for entry in paper.alive() if stay.own_beds() else []:
        if entry.group == "nursing_consumable" or titled(entry, "supply", "nursing_consumable"):
            ward = entry.fact("ward") if room else "ward"
            if ward is None:
                yield ask(entry.no)
            elif ward not in {"operating_room", "delivery_room"}:
                yield reject(entry.no)


@rule(3, "NUR-03a")
def disposable_wear(paper: Paper) -> Iterator[Says]:
    for entry in paper.alive():
        if entry.group == "disposable_wear" or titled(entry, "supply", "disposable_wear"):
            yield reject(entry.no)
