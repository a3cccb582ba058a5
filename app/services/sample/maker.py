"""Making claims by a recipe: an order, a patient, the prices, and in some claims a story of what goes wrong."""

from collections.abc import Iterable, Sequence
from random import Random
from typing import Any

from app.domain.claim_document import quantity_document
from app.domain.dates import JalaliDate, Moment
from app.domain.money import Rial, percent_of, round_half_up
from app.domain.reference import Reference
from app.services.sample.people import People
from app.services.sample.recipe import WHOLE_TARIFF, Order, OrderedLine, Range, Recipe, Story
from app.services.sample.tariff import Tariff

Document = dict[str, Any]

USUAL_DELAY: Range = (0, 14)
LONGEST_STAY = 6
A_HUNDRED_RIALS = 100
NOTHING_WRONG = Story(id="", says="", rules=(), weight=0, costs=False)


class ClaimMaker:
    """Makes the claims of one submission, one after another; the same random numbers give the same claims."""

    def __init__(self, recipe: Recipe, reference: Reference, random: Random) -> None:
        self._recipe = recipe
        self._common = recipe.common
        self._tariff = Tariff(reference)
        self._random = random
        self._people = People(random)

    def claim(self, number: int, story: Story | None = None) -> Document:
        """Return the claim with this number; where no story is named, chance decides whether one happens."""
        story = story or self._story_by_chance()
        order = story.order or self._order_by_chance()
        day = self._service_day()
        lines = self._lines(order, story, day)
        claim = {
            "id": f"{self._recipe.provider['id']}-{number:05d}",
            "kind": self._recipe.kind.value,
            "patient": self._people.patient(day, order.ages, order.sex),
            "prescriber": self._prescriber(order) | story.prescriber,
            "prescription_date": str(day.plus_days(-self._random.randint(*(story.late or USUAL_DELAY)))),
            **self._times(order, day),
            "written": self._written_sums(lines, story),
            "lines": lines,
            "facts": self._facts(order, story),
        }
        if order.diagnoses:
            claim["diagnosis"] = self._random.choice(order.diagnoses)
        if story is NOTHING_WRONG and self._happens(self._common.unread_percent):
            self._leave_something_unread(claim)
        return claim | story.claim

    def _happens(self, percent: int) -> bool:
        return self._random.randrange(100) < percent

    def _story_by_chance(self) -> Story:
        if not self._happens(self._common.faulty_percent):
            return NOTHING_WRONG
        stories = self._recipe.stories
        return self._random.choices(stories, [story.weight for story in stories])[0]

    def _order_by_chance(self) -> Order:
        orders = self._recipe.orders
        return self._random.choices(orders, [order.weight for order in orders])[0]

    def _service_day(self) -> JalaliDate:
        month = self._common.month
        return month.first_day.plus_days(self._random.randrange(month.last_day.day - LONGEST_STAY))

    def _times(self, order: Order, day: JalaliDate) -> Document:
        if order.nights is None:
            return {"service_date": str(day)}
        admitted = Moment(day, self._random.randrange(8, 20), 30)
        discharged = Moment(day.plus_days(order.nights), self._random.randrange(10, 14), 0)
        return {"admitted_at": str(admitted), "discharged_at": str(discharged)}

    def _prescriber(self, order: Order) -> Document:
        if self._recipe.physician is not None:
            return dict(self._recipe.physician)
        return self._people.physician(*self._random.choice(order.physicians))

    def _lines(self, order: Order, story: Story, day: JalaliDate) -> list[Document]:
        percent_of_first = self._random.randint(*story.price) if story.price else None
        lines = []
        for no, ordered in enumerate(order.lines, 1):
            line = self._plain_line(ordered, day) if ordered.code is None else self._coded_line(ordered, day)
            percent = percent_of_first if no == 1 and percent_of_first else ordered.percent
            line["amount"] = _claimed(round_half_up(line["amount"] * ordered.quantity), percent)
            if ordered.quantity != 1:
                line["qty"] = quantity_document(ordered.quantity)
            line["facts"] |= ordered.facts | (story.line_facts if no == 1 else {})
            line["facts"] |= story.facts_of.get(ordered.code or "", {})
            line["facts"] = {name: value for name, value in line["facts"].items() if name not in ordered.unread}
            lines.append({"no": no} | line)
        return lines

    def _coded_line(self, ordered: OrderedLine, day: JalaliDate) -> Document:
        service = self._tariff.service(ordered.code or "", day)
        line: Document = {
            "section": service.section,
            "code": service.code,
            "title": service.title,
            "amount": self._tariff.price(service, day),
            "facts": self._recipe.line_facts
            | self._recipe.facts_of_group.get(service.group or "", {})
            | self._recipe.facts_of_code.get(service.code, {}),
        }
        if self._recipe.performer is not None:
            line["performer"] = dict(self._recipe.performer)
        return line

    def _plain_line(self, ordered: OrderedLine, day: JalaliDate) -> Document:
        return {
            "section": ordered.section,
            "title": ordered.title,
            "amount": self._tariff.fee(ordered.fee, day) if ordered.fee else ordered.amount,
            "facts": dict(self._recipe.line_facts),
        }

    def _written_sums(self, lines: Iterable[Document], story: Story) -> dict[str, Rial]:
        total = sum(line["amount"] for line in lines)
        patient_share = percent_of(self._recipe.share_percent or self._common.share_percent, total)
        return {
            "total": total + story.written,
            "patient_share": patient_share,
            "insurer_share": total - patient_share,
        }

    def _facts(self, order: Order, story: Story) -> Document:
        return self._form(story) | self._common.facts | self._recipe.facts | order.facts | story.facts

    def _form(self, story: Story) -> Document:
        if story is NOTHING_WRONG and self._happens(self._common.electronic_percent):
            return {"prescription_form": "electronic"}
        return {"prescription_form": "booklet"} | ({"sheets": [*self._recipe.sheets]} if self._recipe.sheets else {})

    def _leave_something_unread(self, claim: Document) -> None:
        """Take one fact away from the claim or its first line, as if nobody had read it off the paper yet."""
        on_paper = self._common.unread["claim"] if "sheets" in claim["facts"] else []
        first_line = claim["lines"][0]["facts"]
        on_line = [name for name in self._unread_of_lines() if name in first_line]
        if on_paper or on_line:
            name = self._random.choice([*on_paper, *on_line])
            (claim["facts"] if name in on_paper else first_line).pop(name)

    def _unread_of_lines(self) -> Sequence[str]:
        return [*self._common.unread.get("line", ()), *self._recipe.unread.get("line", ())]


def _claimed(tariff: Rial, percent: int) -> Rial:
    """Return what a centre writes: the tariff to the rial, or a part of it more, cut to full hundreds."""
    if percent == WHOLE_TARIFF:
        return tariff
    return percent_of(percent, tariff) // A_HUNDRED_RIALS * A_HUNDRED_RIALS
