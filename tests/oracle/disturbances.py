"""What is wrong or unknown in a generated claim: the facts of the rule that it is aimed at, people, days, the centre."""

import copy
from functools import reduce
from random import Random

from tests.oracle import (
    days,
    dental_claims,
    lab_claims,
    mod_facts,
    physiotherapy_claims,
    radiotherapy_claims,
    stay_claims,
    svc_aims,
    themes,
)
from tests.oracle.aims import Aim, Deal
from tests.oracle.makings import Document, all_facts, entry_of, facts, holders
from tests.oracle.themes import CENTRES, PERFORMERS, PRESCRIBERS, REGISTER_DAYS, SCAN_FACTS, SERVICE_DAYS

FACTS = themes.FACTS | dental_claims.FACTS | lab_claims.FACTS | physiotherapy_claims.FACTS | radiotherapy_claims.FACTS
FACTS |= mod_facts.FACTS
FACTS |= stay_claims.FACTS
FACTS = svc_aims.FACTS | FACTS
UNKNOWN = object()
MISSING = (
    "diagnosis",
    "prescription_date",
    "service_date",
    "discharged_at",
    "prescriber",
    "id",
    "qualification",
    "specialty",
    "delivered_on",
)


def aim(dice: Random, file: Document, values: Aim) -> None:
    """Lay over a file what a rule needs before it can bite."""
    for path, choices in values.items():
        place, *keys, last = path.split(".")
        cards = dice.sample(choices, len(choices)) if isinstance(choices, Deal) else []
        for holder in holders(file, place):
            inner = reduce(lambda document, key: document.setdefault(key, {}), keys, holder)
            value = cards.pop() if cards else dice.choice(choices)
            if value is None:
                inner.pop(last, None)
            else:
                inner[last] = copy.deepcopy(value)


def disturb(dice: Random, file: Document, target: str) -> None:
    """Take the rule's facts through their values, and change a few other things."""
    for name in (entry_of(target).get("facts") or []) if dice.random() < 0.75 else []:
        if name not in stay_claims.SELDOM_CHANGED or dice.random() < 0.1:
            set_fact(dice, file, name)
    for name in SCAN_FACTS:
        if dice.random() < 0.04:
            set_fact(dice, file, name)
    changes = [
        people,
        performers,
        patient,
        service_days,
        line_days,
        register,
        office,
        written,
        two_facts,
        contract,
        missing,
    ]
    for change in dice.sample(changes, dice.choices((0, 1, 2, 3, 4), (30, 35, 20, 10, 5))[0]):
        change(dice, file)


def set_fact(dice: Random, file: Document, name: str) -> None:
    """Give a fact one of its values, or none, wherever it belongs."""
    for holder in holders(file, facts()[name]["on"]):
        values = FACTS.get(name) or (register_days(dice, file) if name in REGISTER_DAYS else (True, False))
        value = dice.choice((UNKNOWN, *values))
        if value is UNKNOWN:
            holder["facts"].pop(name, None)
        else:
            holder["facts"][name] = copy.deepcopy(value)


def two_facts(dice: Random, file: Document) -> None:
    for name in dice.sample(all_facts(), 2):
        set_fact(dice, file, name)


def near(dice: Random, day: str) -> str:
    return days.later(day, dice.choice((-1, 0, 1)))


def first_day(file: Document) -> str:
    found = file["claims"][0]
    return str(found.get("admitted_at") or found.get("service_date") or "1395-03-05")[:10]


def register_days(dice: Random, file: Document) -> tuple[str, ...]:
    return (near(dice, first_day(file)), days.later(first_day(file), dice.choice((-16, -15, -14, 15))))


def person(dice: Random, kinds: tuple[tuple[str, str | None], ...]) -> Document:
    qualification, specialty = dice.choice(kinds)
    found = {"id": dice.choice(("11113", "11114", "44444")), "qualification": qualification}
    return found | ({"specialty": specialty} if specialty else {})


def people(dice: Random, file: Document) -> None:
    for found in file["claims"]:
        found["prescriber"] = person(dice, PRESCRIBERS)


def performers(dice: Random, file: Document) -> None:
    for found in file["claims"]:
        shared = person(dice, PERFORMERS)
        for item in found["lines"]:
            item["performer"] = shared if dice.random() < 0.8 else person(dice, PERFORMERS)


def patient(dice: Random, file: Document) -> None:
    for found in file["claims"]:
        day = first_day(file)
        months = {
            "1395-02-07": 0,
            f"{int(day[:4]) - 18}{day[4:8]}05": 0,
            f"{int(day[:4]) - 1}{day[4:8]}05": 0,
            "1394-11-30": 0,
            "1394-12-29": 0,
        }
        found["patient"] |= {
            "sex": dice.choice(("male", "female")),
            "birth_date": near(dice, dice.choice(sorted(months))),
        }
        found["patient"]["conditions"] = dice.choice(([], ["malignancy"]))
        for key in ("sex", "birth_date"):
            if dice.random() < 0.15:
                del found["patient"][key]


def service_days(dice: Random, file: Document) -> None:
    for found in file["claims"]:
        day = dice.choice(SERVICE_DAYS)
        written = dice.choice(
            (day, near(dice, day), days.later(day, -40), days.later(day, -70), "1395-02-01", "1395-01-31")
        )
        found["prescription_date"] = written
        if "admitted_at" in found:
            found |= {"admitted_at": f"{day}T08:00", "discharged_at": f"{near(dice, day)}T10:00"}
        else:
            found["service_date"] = day
        if dice.random() < 0.6:
            file["submission"]["month"] = day[:7]


def line_days(dice: Random, file: Document) -> None:
    for found in file["claims"]:
        for item in found["lines"]:
            if dice.random() < 0.5:
                item["date"] = dice.choice(("1395-03-05", "1395-03-07", "1395-03-10"))
        if dice.random() < 0.2:
            found.pop("service_date", None)
            found["lines"][0].setdefault("date", "1395-03-06")


def register(dice: Random, file: Document) -> None:
    for name in dice.sample(REGISTER_DAYS, 3):
        set_fact(dice, file, name)
    month = dice.choice(("1395-03", "1395-02", "1394-12", "1394-11"))
    file["submission"] |= {"month": month, "delivered_on": near(dice, dice.choice(delivery_days(month)))}


def delivery_days(month: str) -> list[str]:
    own = days.month_of(month + "-01")
    ends = [days.last_day(days.month_after(own, count)) for count in (1, 2, 3)]
    return [*ends, *(days.day_in(days.month_after(own, count), 15) for count in (1, 2, 3))]


def office(dice: Random, file: Document) -> None:
    file["submission"]["provider"] |= {
        "kind": dice.choice(CENTRES),
        "sector": dice.choice(("private", "public_university")),
    }


def contract(dice: Random, file: Document) -> None:
    provider = file["submission"]["provider"]
    provider |= dice.choice(
        (
            {"contracted": False},
            {"contract_from": near(dice, first_day(file))},
            {"contract_to": near(dice, first_day(file))},
            {},
        )
    )
    file["submission"] |= dice.choice(({}, {"fund": "rural"}, {"insurer": "tamin"}))
    for found in file["claims"]:
        found.update(dice.choice(({}, {"pathway": "reimbursement"}, {"fund": "rural"}, {"insurer": "tamin"})))


def written(dice: Random, file: Document) -> None:
    for found in file["claims"]:
        total = sum(item["amount"] for item in found["lines"]) + dice.choice((0, 0, 1, -1))
        patients = total * 3 // 10
        found["written"] = {
            "total": max(total, 0),
            "patient_share": max(patients, 0),
            "insurer_share": max(total - patients + dice.choice((0, 0, 1)), 0),
        }
        if dice.random() < 0.3:
            del found["written"][dice.choice(sorted(found["written"]))]


def missing(dice: Random, file: Document) -> None:
    """Leave out a field of the claim, of its prescriber, of the performers, or the day of delivery."""
    key = dice.choice(MISSING)
    for found in file["claims"]:
        if key != "id":
            found.pop(key, None)
        for someone in (found.get("prescriber"), *(item.get("performer") for item in found["lines"])):
            if someone and dice.random() < 0.7:
                someone.pop(key, None)
    if key == "delivered_on":
        file["submission"].pop(key, None)
