"""The reference packs as plain documents: which row holds on a day, and what one unit costs."""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

from tests.oracle.days import Day

Row = dict[str, Any]
CATALOGUE = Path(__file__).parent.parent / "catalogue"
OUTPATIENT_AREAS = ("general", "physicians", "dental", "imaging", "laboratory", "physiotherapy", "radiotherapy")
HOSPITAL_AREAS = ("modifiers", "inpatient_stay", "inpatient_services")
HANDBOOK_AREAS = OUTPATIENT_AREAS + HOSPITAL_AREAS
AREAS = (*HANDBOOK_AREAS, "circulars")
"""The areas that the oracle judges, in the order in which their rules act."""
RULEBOOK = Path(__file__).parent.parent.parent / "resources" / "rulebook"
NUCLEAR_LABORATORY = frozenset(
    [
        "800005",
        "801400",
        "801405",
        "801410",
        "801415",
        "801420",
        "801425",
        "801435",
        "801440",
        "801445",
        "801450",
        "801455",
        "801470",
        "801480",
        "801485",
        "801500",
        "801545",
        "801550",
        "801555",
        "801560",
        "801590",
        "801805",
        "801810",
        "801820",
        "800845",
        "801165",
        "801170",
        "803155",
    ]
)


def pack_names() -> tuple[str, ...]:
    """The packs of all areas, those of hospitals first: where two know a service, the outpatient one holds."""
    return ("base", *sorted(AREAS, key=lambda area: area in OUTPATIENT_AREAS))


def half_up(amount: Fraction) -> int:
    return (2 * amount.numerator + amount.denominator) // (2 * amount.denominator)


class Books:
    """The packs of a call, merged; where two rows begin on the same day, the later pack's holds."""

    def __init__(self, *names: str) -> None:
        packs = [json.loads((CATALOGUE / f"{name}.pack.json").read_text(encoding="utf-8")) for name in names]
        self.rows: dict[str, list[Row]] = {
            kind: [row for pack in packs for row in pack.get(kind, [])]
            for kind in ("services", "coefficients", "fees", "shares")
        }
        self.looked_up: dict[tuple[str, Day], Row | None] = {}
        self.codes: dict[str, list[str]] = {}

    def newest(self, kind: str, day: Day, **keys: Any) -> Row | None:
        """The row of these keys that began last on or before the day."""
        found = None
        for row in self.rows[kind]:
            fits = all(row.get(key) == value for key, value in keys.items()) and row["from"] <= day
            if fits and (found is None or row["from"] >= found["from"]):
                found = row
        return found

    def service(self, code: str | None, day: Day) -> Row | None:
        """The row of a code in force on a day."""
        if code is None:
            return None
        if (code, day) not in self.looked_up:
            row = self.newest("services", day, code=code)
            self.looked_up[code, day] = None if row is None or day > row.get("to", "9999") else row
        return self.looked_up[code, day]

    def unit_price(self, code: str | None, day: Day) -> Fraction | None:
        """The public price of one unit, by the row's fee or by its relative value; None where the row has neither."""
        row = self.service(code, day)
        if row is None or ("fee" not in row and "rvu" not in row):
            return None
        if "fee" in row:
            return Fraction(row["fee"])
        values = row["rvu"]
        parts = {
            "dental" if row["section"] == "dental" else "professional": values.get(
                "professional", values.get("total", 0)
            ),
            "technical": values.get("technical", 0),
        }
        return sum((Fraction(str(value)) * self.k(part, day) for part, value in parts.items() if value), Fraction())

    def k(self, component: str, day: Day) -> int:
        row = self.newest("coefficients", day, component=component, sector="public")
        assert row is not None, f"no K for {component} on {day}"
        return int(row["rial"])

    def rows_with(self, attribute: str, value: Any, day: Day) -> list[Row]:
        """The services in force on a day whose attribute has this value."""
        rows = (self.service(code, day) for code in self.codes_with(attribute))
        return [row for row in rows if row and row.get("attributes", {}).get(attribute) == value]

    def codes_with(self, attribute: str) -> list[str]:
        """The codes of which a row has this attribute."""
        if attribute not in self.codes:
            rows = self.rows["services"]
            self.codes[attribute] = sorted({row["code"] for row in rows if attribute in row.get("attributes", {})})
        return self.codes[attribute]
