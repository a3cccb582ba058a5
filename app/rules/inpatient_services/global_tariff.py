"""Article 22, items 1 and 2: the tariff of a global operation by the hospital's grade, and the row of a book code.

The sum is a fee of the key global/CODE/GRADE. A limited surgery centre is paid without the stay that is in it.
"""

from dataclasses import dataclass
from fractions import Fraction

from app.domain.dates import JalaliDate
from app.domain.facts import UNKNOWN
from app.domain.findings import Step
from app.domain.persian import rials
from app.domain.reference import Fee, Service
from app.rules.case import Case
from app.rules.pricing import Price

GRADE = "accreditation_grade"
LIMITED_SURGERY_CENTRE = "limited_surgery_center"
HOTEL_SHARE = "hotel"
GRADES = {"grade1": "درجه یک", "grade2": "درجه دو", "grade3": "درجه سه", "substandard": "زیر استاندارد"}


@dataclass(frozen=True, slots=True)
class Tariff:
    """The sums of a global row that may hold for a centre, the best first; one alone where its grade is known.

    `stay_unknown` tells that a limited surgery centre's sum should be without its stay, but no row says what that is.
    """

    prices: tuple[Price, ...]
    stay_unknown: bool = False

    @property
    def best(self) -> Price:
        """What is approved until the grade is known."""
        return self.prices[0]

    @property
    def lowest(self) -> Price:
        """What the worst grade would be paid."""
        return self.prices[-1]


def is_limited_surgery(case: Case) -> bool:
    """Tell whether the centre is one of limited surgery, whose global sums are without the stay."""
    return case.submission.provider.kind == LIMITED_SURGERY_CENTRE


def tariff_of(case: Case, row: Service, day: JalaliDate) -> Tariff | None:
    """Return the tariff of a global row on a day, None where no fee is found for the centre's grade."""
    if is_limited_surgery(case):
        return _without_stay(_fees(case, row, day))
    grade = case.fact(GRADE)
    if grade is UNKNOWN:
        fees = _fees(case, row, day)
    else:
        fees = [fee for fee in [case.fee(_key(row, case.figure("global_grades")[grade]), day)] if fee]
    prices = sorted((_price(fee) for fee in fees), key=lambda price: price.exact, reverse=True)
    return Tariff(tuple(prices)) if prices else None


def row_of_book_code(case: Case, code: str | None, day: JalaliDate) -> Service | None:
    """Return the global row that stands for a code of the relative value book, None where none does."""
    rows = case.all_in_services_of(code, day) if code else ()
    return rows[0] if rows else None


def row_of_group(case: Case, group: str, day: JalaliDate) -> Service | None:
    """Return the global row that stands for a code of a group of operations (septoplasty), None where none does."""
    rows = (row_of_book_code(case, service.code, day) for service in case.services_of_group(group, day))
    return next((row for row in rows if row is not None), None)


def _key(row: Service, grade: str) -> str:
    return f"global/{row.code}/{grade}"


def _fees(case: Case, row: Service, day: JalaliDate) -> list[Fee]:
    """Return the fees of all grades that the packs hold, by grade."""
    grades = dict.fromkeys(case.figure("global_grades").values())
    return [fee for fee in (case.fee(_key(row, grade), day) for grade in grades) if fee]


def _price(fee: Fee) -> Price:
    grade = GRADES[fee.key.rpartition("/")[2]]
    return Price(Fraction(fee.rial), (Step(f"سرجمع گلوبال، {grade}", "", fee.rial),))


def _without_stay(fees: list[Fee]) -> Tariff | None:
    """Return the sum less its stay: as the grades differ by the stay alone, the best that names one will do."""
    for fee in fees:
        stay = fee.attributes.get(HOTEL_SHARE)
        if stay is not None:
            left = fee.rial - int(stay)
            step = Step("سرجمع بدون هتلینگ", f"{rials(fee.rial)} − {rials(int(stay))}", left)
            return Tariff((Price(Fraction(left), (step,)),))
    return Tariff((_price(fees[0]),), stay_unknown=True) if fees else None
