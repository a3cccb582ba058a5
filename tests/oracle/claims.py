"""Seeded claims aimed at the rules: each takes one rule's facts through all their values, and a few others beside them."""

import copy
from fractions import Fraction
from functools import cache
from math import ceil
from random import Random

from tests.oracle import (
    aims,
    circ_claims,
    dental_claims,
    lab_claims,
    mod_claims,
    physiotherapy_claims,
    radiotherapy_claims,
    stay_aims,
    stay_claims,
    svc_aims,
    svc_claims,
    themes,
)
from tests.oracle.books import half_up
from tests.oracle.disturbances import aim, disturb
from tests.oracle.makings import CLAIM, LINE, SUBMISSION, Document, bases, books, entries, entry_of, good
from tests.oracle.oracle import SUBJECTS
from tests.oracle.paper import STAYS
from tests.oracle.table import TABLE
from tests.oracle.themes import CENTRES_OF_RULES, MANY_CLAIMS

THEMES = (
    themes.THEMES + dental_claims.THEMES + lab_claims.THEMES + physiotherapy_claims.THEMES + radiotherapy_claims.THEMES
) + (stay_claims.THEMES + svc_claims.THEMES)
AIMS = aims.AIMS | dental_claims.AIMS | lab_claims.AIMS | physiotherapy_claims.AIMS | radiotherapy_claims.AIMS
AIMS |= stay_aims.AIMS | svc_aims.AIMS
SEVERAL_CLAIMS = themes.SEVERAL_CLAIMS | dental_claims.SEVERAL_CLAIMS | stay_claims.SEVERAL_CLAIMS
SEVERAL_CLAIMS |= svc_aims.SEVERAL_CLAIMS


@cache
def targets() -> list[str]:
    """The rules that can say something, in the order of the catalogue."""
    assert SUBJECTS
    acting = {rule_id for _, rule_id, _ in TABLE}
    return [rule_id for rule_id in entries() if rule_id in acting]


def made(target: str, number: int) -> Document:
    """The claim file of this number that is aimed at an acting rule: one claim, now and then two or three.

    It hangs on these two alone, so that further rules and areas leave the claims of the others nearly as they are.
    """
    if target.startswith("MOD-"):
        return mod_claims.made(target, number)
    if target.startswith(circ_claims.PREFIXES):
        return circ_claims.made(target, number)
    dice = Random(f"{target} {number}")
    kind, codes = dice.choice(settings(target))
    submission = copy.deepcopy(bases()[kind]["submission"])
    submission["facts"] = good(SUBMISSION) | submission["facts"]
    file: Document = {"submission": submission, "claims": []}
    further = (target in SEVERAL_CLAIMS) + 2 * (target in MANY_CLAIMS)
    for place in range(dice.choices((1, 2, 3), (85, 11, 4))[0] + further):
        own = kind if dice.random() < 0.8 else dice.choice(("imaging", "laboratory"))
        file["claims"].append(claim(dice, own, codes.split(), place))
    if target in CENTRES_OF_RULES and dice.random() < 0.7:
        submission["provider"]["kind"] = CENTRES_OF_RULES[target]
    disturb(dice, file, target)
    if dice.random() < 0.85:
        aim(dice, file, AIMS.get(target, {}))
    return file


@cache
def settings(target: str) -> list[tuple[str, str]]:
    """The kinds and lines on which a rule may act."""
    fits = {
        theme: max((len(name) for name in theme[2].split() if target.startswith(name)), default=0) for theme in THEMES
    }
    closest = [theme for theme in THEMES if fits[theme] == max(fits.values()) > 0]
    found = [(kind, codes) for kinds, codes, _ in closest for kind in kinds if kind in entry_of(target)["applies"]]
    assert found, f"no theme wakes {target}"
    return found


def claim(dice: Random, kind: str, codes: list[str], place: int) -> Document:
    """A faultless claim of a kind, with some lines of a theme at their tariff or beside it.

    Visits of stays stand in themes of their own, with their kinds.
    """
    codes = [code for code in codes if code != "VISIT" or kind not in STAYS]
    base = copy.deepcopy(bases()[kind])
    found: Document = base["claim"]
    found["id"] = f"C-{place + 1}"
    found["facts"] = good(CLAIM) | {"insurer_approved": dice.choice((True, True, False))} | found["facts"]
    chosen = [code for code in codes if dice.random() < 0.75] or [dice.choice(codes)]
    dice.shuffle(chosen)
    found["lines"] = [line(dice, base["line_defaults"], code, no) for no, code in enumerate(chosen[:5], 1)]
    return found


def line(dice: Random, defaults: Document, code: str, no: int) -> Document:
    if code.startswith("+"):
        return stay_claims.uncoded(dice, defaults | {"facts": good(LINE) | defaults.get("facts", {})}, code, no)
    if "/" in code or ":" in code:
        return svc_claims.of_a_section(dice, defaults, code, no)
    found: Document = copy.deepcopy(defaults) | {
        "no": no,
        "code": code,
        "qty": dice.choices((1, 2, 3, 5, 1.5, 0.5), (74, 14, 5, 3, 2, 2))[0],
    }
    found["facts"] = good(LINE) | found.get("facts", {})
    row = books().service(code, "1395-03-07")
    found["section"] = row["section"] if row else found.get("section", "imaging")
    if found["section"] == "surgery":
        found["qty"] = ceil(found["qty"])
    price = books().unit_price(code, "1395-03-07")
    if code == "VISIT":
        del found["code"]
        found |= {"section": "visit", "qty": 1}
    if row and price is None:
        other = row.get("attributes", {})
        price = books().unit_price(other.get("priced_as") or other.get("cap_as"), "1395-03-07")
    tariff = half_up((price or Fraction(150000)) * Fraction(str(found["qty"])))
    found["amount"] = dice.choices(
        (tariff, tariff + 1, tariff - 1, tariff * 3 // 2, tariff * 2 // 3, tariff // 3 + 1, 0), (58, 8, 8, 12, 6, 6, 2)
    )[0]
    return found
