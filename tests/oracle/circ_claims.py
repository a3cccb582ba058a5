"""Claims under the circulars: of several insurers, on both sides of the days from which they hold; journeys with a past."""

import copy
from fractions import Fraction
from random import Random
from typing import Any

from tests.oracle import days
from tests.oracle.books import half_up
from tests.oracle.circ_aims import AIMS, AT_BEST, CODES, DAYS, FACTS, JOURNEYS, NEAR
from tests.oracle.disturbances import aim
from tests.oracle.makings import CLAIM, LINE, SUBMISSION, Document, bases, books, entry_of, facts, good, holders

PREFIXES = tuple(f"{prefix}-" for prefix in DAYS)
IBAN = "IR050170000000123456789012"
INSURERS = ("salamat", "tamin", "armed_forces", "supplementary")
FARES = {"TR01": 300_000, "TR02": 1_000_000, "TR03": 300_000, "TR04": 800_000}
CAR_BESIDE_BUS = Fraction(20, 3)
BIRTHDAYS = (7, 18, 19, 65)
OFTEN_CHANGED = 0.7


def made(target: str, number: int) -> Document:
    """The claim file of this number that is aimed at a rule of the circulars."""
    dice = Random(f"{target} {number}")
    kind, day = dice.choice(entry_of(target)["applies"]), dice.choice(DAYS[target[:3]])
    if kind in {"visit", "dental"} and dice.random() < 0.5:
        kind = dice.choice(entry_of(target)["applies"])
    submission = copy.deepcopy(bases()[kind]["submission"])
    submission["facts"] = good(SUBMISSION) | submission["facts"] | {"session_file_sent": True}
    submission |= {"month": day[:7], "delivered_on": days.later(day, 20)}
    of_one = "tamin" if not target.startswith("REI") and dice.random() < 0.88 else dice.choice(INSURERS)
    submission["insurer"] = of_one
    file: Document = {"submission": submission, "claims": []}
    refund = (target.startswith("REI") and dice.random() < 0.95) or dice.random() < 0.06 or target == "TRV-17b"
    if refund:
        submission["provider"]["contracted"] = dice.random() < 0.3
    for place in range(dice.choices((1, 2, 3), (60, 25, 15) if kind == "travel" else (90, 8, 2))[0]):
        own_day = days.later(day, dice.choice((0, 1, 2, 9)) * place)
        file["claims"].append(claim(dice, kind, own_day, place, refund=refund))
    dice.shuffle(file["claims"])
    for name in entry_of(target).get("facts") or []:
        if dice.random() < OFTEN_CHANGED:
            set_fact(dice, file, name, day)
    for name in dice.sample(sorted(FACTS), dice.choice((0, 0, 1, 2))):
        set_fact(dice, file, name, day)
    for change in dice.sample((patient, centre, insurers, dates, past, missing), dice.choice((0, 1, 1, 2))):
        change(dice, file, day)
    if target.startswith("TRV-12") or target == "TRV-20a":
        past(dice, file, day)
    if dice.random() < 0.9:
        aim(dice, file, AIMS.get(target, {}))
    return file


def claim(dice: Random, kind: str, day: str, place: int, *, refund: bool) -> Document:
    """A faultless claim of a kind and day, with some lines at their tariff or beside it."""
    base = copy.deepcopy(bases()[kind])
    found: Document = base["claim"]
    found["id"] = f"C-{place + 1}"
    found["facts"] = good(CLAIM) | found["facts"] | copy.deepcopy(AT_BEST[CLAIM])
    found.pop("insurer", None)
    found["prescription_date"] = day
    if "admitted_at" in found:
        end = day if kind == "temporary" else days.later(day, 3)
        found |= {"admitted_at": f"{day}T08:00", "discharged_at": f"{end}T12:00"}
    else:
        found["service_date"] = day
    if refund:
        found["pathway"] = "reimbursement"
        found["patient"]["iban"] = IBAN
    if kind == "travel":
        codes = dice.choice(JOURNEYS).split()
        found["lines"] = [journey(dice, code, no, day) for no, code in enumerate(codes, 1)]
    else:
        codes = dice.sample(CODES[kind], dice.choice((1, min(2, len(CODES[kind])))))
        found["lines"] = [line(dice, base["line_defaults"], code, no) for no, code in enumerate(codes, 1)]
    return found


def line(dice: Random, defaults: Document, code: str, no: int) -> Document:
    found: Document = copy.deepcopy(defaults) | {"no": no, "code": code, "title": "خدمت", "qty": dice.choice((1, 1, 2))}
    found["facts"] = good(LINE) | found.get("facts", {}) | AT_BEST[LINE]
    price = books().unit_price(code, "1399-03-07") or Fraction(150_000)
    if code == "VISIT":
        del found["code"]
        found["qty"] = 1
    else:
        row = books().service(code, "1399-03-07")
        found["section"] = row["section"] if row else found["section"]
    tariff = half_up(price * found["qty"])
    found["amount"] = dice.choices((tariff, tariff + 1, tariff * 2, tariff // 2, 0), (70, 8, 10, 10, 2))[0]
    return found


def journey(dice: Random, code: str, no: int, day: str) -> Document:
    """A fare or nights, of the patient or a companion; now and then a line that does not belong there."""
    trips = dice.choice((1, 1, 2, 2, 3))
    found: Document = {"no": no, "code": code, "section": "travel", "qty": trips, "facts": {}}
    if code == "NAMELESS":
        del found["code"]
        found["title"] = "غرامت دستمزد"
    elif code == "C101":
        found["section"] = dice.choice(("travel", "lab"))
    vehicle = dice.choice(("bus", "bus", "shared_taxi", "hired_car", "plane"))
    if code in {"TR01", "TR03"}:
        found["facts"]["vehicle"] = vehicle
    if dice.random() < 0.2:
        del found["qty"]
    if dice.random() < 0.6:
        found["date"] = days.later(day, dice.choice((0, 0, 1, 2, 3)))
    if code in {"TR03", "TR04"}:
        found["facts"]["companion_no"] = dice.choice((1, 1, 2))
    tariff = FARES.get(code, 500_000) * found.get("qty", 1)
    if vehicle in {"hired_car", "plane"} and dice.random() < 0.7:
        tariff = int(tariff * CAR_BESIDE_BUS)
    found["amount"] = dice.choices(
        (tariff, tariff + 1, tariff - 1, tariff * 3 // 2, tariff // 2, 0), (50, 10, 10, 14, 13, 3)
    )[0]
    return found


def set_fact(dice: Random, file: Document, name: str, day: str) -> None:
    """Give a fact one of its values, or none, wherever it belongs."""
    values: tuple[Any, ...] = FACTS.get(name, (True, False))
    if name in NEAR:
        values = tuple(days.later(day, by) for by in (-40, -9, -1, 0, 1, 9))
    for holder in holders(file, facts()[name]["on"]):
        value = dice.choice((None, *values, *values))
        if value is None:
            holder["facts"].pop(name, None)
        else:
            holder["facts"][name] = copy.deepcopy(value)


def near(dice: Random, day: str) -> str:
    return days.later(day, dice.choice((-1, 0, 1)))


def patient(dice: Random, file: Document, day: str) -> None:
    """Around the birthdays on which something ends."""
    born = near(dice, f"{int(day[:4]) - dice.choice(BIRTHDAYS)}{day[4:]}" if day[8:] < "30" else "1334-10-09")
    for found in file["claims"]:
        found["patient"] |= {"birth_date": born, "sex": dice.choice(("male", "female"))}
        for key in ("birth_date", "sex"):
            if dice.random() < 0.12:
                found["patient"].pop(key, None)


def centre(dice: Random, file: Document, day: str) -> None:
    """Another centre, with a contract that begins or ends around the day."""
    file["submission"]["provider"] |= {
        "kind": dice.choice(("hospital", "limited_surgery_center", "office", "specialty_clinic", "pharmacy")),
        "sector": dice.choice(("private", "public_university", "charity", "public_other")),
        "contracted": dice.random() < 0.7,
    } | dice.choice(({}, {"contract_from": near(dice, day)}, {"contract_to": near(dice, day)}))


def insurers(dice: Random, file: Document, _: str) -> None:
    for found in file["claims"]:
        found["insurer"] = dice.choice((*INSURERS, "tamin"))
        if dice.random() < 0.5:
            file["submission"]["insurer"] = found["insurer"]
        if dice.random() < 0.3:
            found["pathway"] = dice.choice(("contracted", "reimbursement"))


def dates(dice: Random, file: Document, day: str) -> None:
    for found in file["claims"]:
        for item in found["lines"]:
            if dice.random() < 0.5:
                item["date"] = days.later(day, dice.choice((-1, 0, 1, 3)))
        if dice.random() < 0.3:
            found.pop("service_date", None)


def past(dice: Random, file: Document, day: str) -> None:
    """Journeys before, some with the number of trips: there one day and home another."""
    for found in file["claims"]:
        rows = []
        for back in sorted(dice.sample((60, 59, 30, 29, 9, 8, 7, 1, 0), dice.choice((0, 2, 3, 4, 5))), reverse=True):
            told = {
                "surgery_followup": dice.choice((True, True, True, False)),
                "course_treatment": dice.choice(("chemotherapy", "chemotherapy", "dialysis", "none")),
            }
            row: Document = {
                "date": days.later(day, -back),
                "code": dice.choice(("TR01", "TR01", "TR01", "TR01", "TR03")),
                "facts": told,
            }
            if dice.random() < 0.6:
                row["qty"] = dice.choice((1, 1, 2))
            rows.append(row)
            if dice.random() < 0.15:
                rows.append(copy.deepcopy(row))
        found["history"] = rows


def missing(dice: Random, file: Document, _: str) -> None:
    key = dice.choice(("service_date", "discharged_at", "prescriber", "diagnosis"))
    for found in file["claims"]:
        found.pop(key, None)
