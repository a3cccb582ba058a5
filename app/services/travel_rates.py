"""The dated fares and nights of journeys in the office's packs: which row holds for a line, and which towns there are.

A row's key names vehicle and route, travel/bus/FROM-TO, or a night, travel/lodging/patient (TRV, definitions).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.domain.claim import Line
from app.domain.dates import JalaliDate
from app.domain.facts import Facts
from app.domain.money import Rial
from app.domain.reference import Fee, Reference
from app.domain.travel_form import COMPANION_LODGING, FARES, LODGING, TRAVEL_GROUPS
from app.files.yaml12 import read_yaml
from app.resources import resource

PREFIX = "travel"
BUS, SHARED_TAXI, HIRED_CAR = "bus", "shared_taxi", "hired_car"
RATED_VEHICLES = (BUS, SHARED_TAXI, HIRED_CAR)
"""The vehicles that have a fare by route; tickets name the price of the others."""
NIGHTS = {LODGING: "travel/lodging/patient", COMPANION_LODGING: "travel/lodging/companion"}


@dataclass(frozen=True, slots=True)
class TravelRate:
    """What one trip or night is paid at most, in rials, since when, by which source; `trial` of an unofficial pack."""

    rial: Rial
    start: JalaliDate
    source: str
    trial: bool


def route_key(vehicle: str, start: str, end: str) -> str:
    """Return the key of the fare of a vehicle on a route."""
    return f"{PREFIX}/{vehicle}/{start}-{end}"


def service_codes(reference: Reference, day: JalaliDate) -> dict[str, str]:
    """Return the code of each of the four groups of travel lines that a pack names on a day."""
    found = {group: reference.services_of_group(group, day) for group in TRAVEL_GROUPS}
    return {group: services[0].code for group, services in found.items() if services}


def line_rate(reference: Reference, group: str, line: Line, facts: Facts, day: JalaliDate) -> TravelRate | None:
    """Return the row of the packs that a line's price goes by; None where none holds or a ticket names the price."""
    on = line.day or day
    fee = _route_fee(reference, line, facts, on) if group in FARES else reference.fee(NIGHTS[group], on)
    return None if fee is None else _rate(reference, fee)


def _route_fee(reference: Reference, line: Line, facts: Facts, day: JalaliDate) -> Fee | None:
    start, end, vehicle = facts.get("route_from"), facts.get("route_to"), _paid_as(line, facts)
    if not isinstance(start, str) or not isinstance(end, str) or vehicle is None:
        return None
    return reference.fee(route_key(vehicle, start, end), day) or reference.fee(route_key(vehicle, end, start), day)


def _paid_as(line: Line, facts: Facts) -> str | None:
    """Return the vehicle whose fare a line is paid by: an unapproved one is paid as a bus, a ticket pays itself."""
    vehicle = line.facts.get("vehicle")
    approved = facts.get("approved_vehicles")
    if not isinstance(vehicle, str):
        return None
    if vehicle in {BUS, SHARED_TAXI}:
        return vehicle
    if not isinstance(approved, tuple) or vehicle in approved:
        return HIRED_CAR if vehicle == HIRED_CAR else BUS if vehicle == "other" or _no_ticket(line) else None
    return BUS


def _no_ticket(line: Line) -> bool:
    return line.facts.get("ticket_price") == 0


def _rate(reference: Reference, fee: Fee) -> TravelRate:
    return TravelRate(fee.rial, fee.start, fee.source, trial=fee.pack in reference.unofficial)


def towns(reference: Reference) -> tuple[str, ...]:
    """Return the towns that a route may lead to: those of the installed fares, then the centres of the provinces."""
    fares = _towns_of(fee.key for pack in reference.packs for fee in pack.fees)
    shipped: Mapping[str, list[str]] = read_yaml(resource("desk", "towns.yaml"))
    return tuple(dict.fromkeys((*sorted(fares), *shipped["province_centres"])))


def _towns_of(keys: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for key in keys:
        prefix, _, rest = key.partition("/")
        vehicle, _, route = rest.partition("/")
        if prefix == PREFIX and vehicle in RATED_VEHICLES:
            found |= set(route.split("-"))
    return found
