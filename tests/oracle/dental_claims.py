"""What generated dental claims are made of: lines that meet each other, values of facts, and what a rule needs."""

from typing import Any

from tests.oracle.aims import Aim

CHAIR = ("dental",)
DENTIST = {"id": "22222", "qualification": "dentist", "specialty": "dental_general"}
SURGEON = {"id": "22301", "qualification": "dental_specialist", "specialty": "oral_surgery"}
CHILDRENS = {"id": "22302", "qualification": "dental_specialist", "specialty": "pediatric_dentistry"}
UNTOLD = {"id": "22304", "qualification": "dental_specialist"}
UNRANKED = {"id": "22305"}
NAMELESS_RANK = {"id": "22306", "specialty": "oral_surgery"}
AUXILIARY = {"id": "22900", "qualification": "dental_auxiliary"}
BY_SPECIALISTS: Aim = {"line.performer": (None, SURGEON, CHILDRENS, UNTOLD, UNRANKED, NAMELESS_RANK)}
BY_AUXILIARIES: Aim = {
    "line.performer": (None, AUXILIARY, AUXILIARY, UNRANKED),
    "line.facts.auxiliary_permitted": (True, False, None),
    "submission.provider.sector": ("public_university", "public_university", "private", "charity"),
}
REGIONS: tuple[list[str] | None, ...] = (
    [],
    ["UR6"],
    ["UR6", " ur۶"],
    ["UR6", "UL6"],
    ["UR1", "UL1", "LR1", "LL1"],
    None,
)
FILMS: Aim = {"line.facts.film_regions": REGIONS, "line.qty": (1, 2, 4, 1.5, 0.5)}
AT_SIX: Aim = {
    "line.facts.tooth_erupted_on": ("1393-01-01", "1393-01-01", "1392-03-04", "1392-03-05", "1392-03-06", None),
    "line.facts.tooth": (None, None, "UR6", "UL7", "LLE"),
    "line.qty": (1, 1, 2),
}


def paid(*codes: str) -> Aim:
    """What was paid before, around a year ago."""
    days = ("1394-03-04", "1394-03-05", "1394-03-06", "1395-03-04", "1395-03-05", "1395-03-06")
    rows = [{"date": day, "code": code} for day in days for code in codes]
    two = [[rows[0], rows[-1]], [rows[2], rows[3]]] if len(rows) > 3 else []
    return {"claim.history": (None, None, *[[row] for row in rows], *two), "line.qty": (1, 1, 2, 3)}


def whole(*arches: str | None) -> tuple[list[dict[str, Any]], ...]:
    return tuple(
        [{"date": day, "code": "D8"} | ({"facts": {"arch": arch}} if arch else {})]
        for arch in arches
        for day in ("1394-03-05", "1394-03-06", "1394-12-01")
    )


PARTS = tuple(
    [{"date": day, "code": code}] for code in ("D10", "D20") for day in ("1394-03-05", "1394-03-06", "1395-03-05")
)
SCALED: Aim = {
    "line.facts.arch": ("upper", "lower", "both", None),
    "line.qty": (1, 1, 1, 2),
    "claim.history": (None, None, *whole("upper", "lower", None), [{"date": "1394-11-01", "code": "D10"}]),
}
AGES: Aim = {"claim.patient.birth_date": ("1380-03-05", "1380-03-06", "1389-03-05", "1389-03-06", "1350-05-05", None)}
SEVERAL_CLAIMS = frozenset({"DEN-01", "DEN-02", "DEN-03b", "DEN-03d", "DEN-08", "DEN-12", "DEN-13b", "DEN-15"})
FACTS: dict[str, tuple[Any, ...]] = {
    "film_regions": ([], ["UR6"], ["UR6", "ur6"], ["UR6", "UL6"], ["UR1", "UL1", "LR1", "LL1"]),
    "arch": ("upper", "lower", "both"),
    "tooth": ("UR6", "LL6", "UR7", "LLE", "6"),
    "tooth_erupted_on": ("1392-03-04", "1392-03-05", "1392-03-06", "1393-01-01"),
}
THEMES = (
    (CHAIR, "D3 D36 D1 D6", "DEN-01"),
    (CHAIR, "D36 D35 D33 D31 D64", "DEN-02"),
    (CHAIR, "D36 D35 D34 D33 D65", "DEN-02"),
    (CHAIR, "D3 D902 D3 D4 D5", "DEN-03d"),
    (CHAIR, "D3 D902 D3", "DEN-03"),
    (CHAIR, "D36 D6 D81 D93 D2 D8", "DEN-04"),
    (CHAIR, "D2 D1", "DEN-04c"),
    (CHAIR, "D36 D1 D8 D3 D23", "DEN-05 DEN-07"),
    (CHAIR, "D6 D6 D23", "DEN-06"),
    (CHAIR, "D1 VISIT D6 D3 D36 D23", "DEN-07 DEN-08"),
    (CHAIR, "G501 T-SYRINGE D36", "DEN-09"),
    (CHAIR, "D25 D25 D26 D28", "DEN-10"),
    (CHAIR, "D25 D901 D903 D81", "DEN-11"),
    (CHAIR, "D25 D81 D26 D93", "DEN-12"),
    (CHAIR, "D8 D8 D10", "DEN-13a"),
    (CHAIR, "D8 D10 D20 D18", "DEN-13b"),
    (CHAIR, "D8", "DEN-13c"),
    (CHAIR, "D7 D8 D9 D12", "DEN-13d"),
    (CHAIR, "D21 D22 D21", "DEN-14"),
    (CHAIR, "D23 D24 D23", "DEN-15"),
)
AIMS: dict[str, Aim] = {
    "DEN-02": {"line.performer": (None, None, None, AUXILIARY)},
    "DEN-03a": FILMS,
    "DEN-03b": FILMS,
    "DEN-03c": FILMS,
    "DEN-03d": FILMS,
    "DEN-04a": BY_SPECIALISTS | {"line.performer": (SURGEON, CHILDRENS), "line.amount": (28000, 200000, 2_000_000)},
    "DEN-04b": BY_SPECIALISTS,
    "DEN-04c": BY_SPECIALISTS,
    "DEN-05a": BY_AUXILIARIES,
    "DEN-05b": BY_AUXILIARIES,
    "DEN-05c": BY_AUXILIARIES,
    "DEN-06a": paid("D6", "D3"),
    "DEN-07": BY_AUXILIARIES,
    "DEN-09b": {"claim.facts.materials_charged_to_patient": (True, False, None)},
    "DEN-10a": AT_SIX,
    "DEN-10b": AT_SIX | {"claim.history": (None, None, [{"date": "1390-07-01", "code": "D25"}])},
    "DEN-11a": AT_SIX,
    "DEN-11b": AT_SIX,
    "DEN-12": AT_SIX | {"line.facts.tooth": (None,)},
    "DEN-13a": SCALED,
    "DEN-13b": SCALED,
    "DEN-13c": {"line.facts.arch": ("upper", "lower", "both", None), "claim.history": PARTS},
    "DEN-13d": AGES,
    "DEN-14": paid("D21", "D22"),
    "DEN-15": paid("D23", "D24"),
}
