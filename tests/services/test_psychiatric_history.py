"""Days of psychiatric beds over stays and submissions: paid days count, whatever came into the office first. Test fees."""

from dataclasses import dataclass, replace

import pytest
from frequencies import DAYS_AFTER_THE_MONTH, Frequency

from app.domain.claim import PSYCHIATRIC_BED_DAYS, ClaimFile
from app.domain.dates import JalaliDate, JalaliMonth
from app.services.review import Review
from tests.rules.claims import made

A_DAY, A_CHRONIC_DAY = 900_000, 540_000


@dataclass(frozen=True)
class Stays(Frequency):
    """Stays of a psychiatric patient: `days` are the admissions, `quantities` the bed-days of each; `kinds` as read."""

    kinds: tuple[str | None, ...] = ("psychiatric",) * 3

    def file(self, place: int) -> ClaimFile:
        """Return the submission with the stay that began on the day with this place."""
        admitted, days = JalaliDate.parse(self.days[place]), self.quantities[place]
        left = admitted.plus_days(days)
        read = {"bed_kind": self.kinds[place]} if self.kinds[place] else {}
        bed = {"no": 1, "section": "hotel", "qty": days, "amount": days * A_DAY, "facts": read}
        claim = {
            "id": f"C-{place}",
            "admitted_at": f"{admitted}T08:00",
            "discharged_at": f"{left}T10:00",
            "prescription_date": str(admitted),
            "facts": {"custodial": False, "leave_days": 0},
            "lines": [bed],
        }
        month = JalaliMonth.parse(str(left)[:7])
        file = made(self.rule, self.base, claim=claim)
        delivered = month.last_day.plus_days(DAYS_AFTER_THE_MONTH)
        return replace(file, submission=replace(file.submission, id=f"S-{place}", month=month, delivered_on=delivered))


STAYS = Stays(
    "inpatient_stay",
    "BED-12a",
    "inpatient",
    "",
    A_DAY,
    days=("1395-01-10", "1395-03-10", "1396-01-10"),
    quantities=(50, 10, 10),
    approved=(50 * A_DAY, 6 * A_DAY + 4 * A_CHRONIC_DAY, 10 * A_DAY),
)


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0)])
def test_the_days_of_a_year_count_whatever_came_in_first(desk_of, order):
    desk = desk_of(STAYS)
    desk.bring(*order)
    desk.sign(0, 1, 2)

    assert tuple(desk.approved(0, 1, 2)) == STAYS.approved
    kept = [(str(row.day), row.code, int(row.quantity)) for row in desk.history()]
    assert kept == [(day, PSYCHIATRIC_BED_DAYS, n) for day, n in zip(STAYS.days, STAYS.quantities, strict=True)]


def test_stays_of_one_submission_count_too(desk_of):
    desk = desk_of(STAYS)
    desk.bring_together()

    assert tuple(desk.approved(0, 1, 2)) == STAYS.approved


def test_a_bed_of_another_kind_is_not_kept(desk_of):
    desk = desk_of(replace(STAYS, kinds=("normal", "psychiatric", "psychiatric")))
    desk.bring(0, 1)
    desk.sign(0, 1)

    assert [row.code for row in desk.history()] == [PSYCHIATRIC_BED_DAYS]
    assert desk.approved(1) == [10 * A_DAY]


def test_a_kind_that_a_person_read_is_kept(desk_of):
    desk = desk_of(replace(STAYS, kinds=(None, "psychiatric", "psychiatric")))
    desk.bring(0, 1)
    review = Review(desk.office, desk.session)
    review.enter_fact(desk.open(0), "bed_kind", "psychiatric", line=1)
    desk.sign(0)

    assert desk.approved(1) == [STAYS.approved[1]]
