"""Making claims by a recipe: an order, a patient, the prices, and in some claims a story of what goes wrong."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from random import Random
from typing import Any

from app.domain.claim_document import quantity_document
from app.domain.dates import JalaliDate
from app.domain.money import Rial, percent_of, round_half_up
from app.domain.reference import Reference
from app.services.sample.people import People
from app.services.sample.recipe import Order, Patch, Range, Recipe, Story
from app.services.sample.tariff import Tariff

Document = dict[str, Any]

VISIT = "visit"
VISIT_TITLES = {"gp": "ویزیت پزشک عمومی", "specialist": "ویزیت پزشک متخصص", "subspecialist": "ویزیت پزشک فوق تخصص"}
USUAL_DELAY: Range = (0, 14)
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
        prescriber = self._prescriber(order) | story.prescriber
        lines = self._lines(order, story, prescriber, day)
        claim = {
            "id": f"{self._common.month}-{number:05d}",
            "kind": self._recipe.kind.value,
            "patient": self._people.patient(day, order.ages, order.sex),
            "prescriber": prescriber,
            "prescription_date": str(day.plus_days(-self._random.randint(*(story.late or USUAL_DELAY)))),
            "service_date": str(day),
            "written": self._written_sums(lines, story),
            "lines": lines,
            "facts": self._facts(order, story),
        }
        if order.diagnoses:
            claim["diagnosis"] = self._random.choice(order.diagnoses)
        if story is NOTHING_WRONG and "sheets" in claim["facts"] and self._happens(self._common.unread_percent):
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
        return month.first_day.plus_days(self._random.randrange(month.last_day.day))

    def _prescriber(self, order: Order) -> Document:
        if self._recipe.physician is not None:
            return dict(self._recipe.physician)
        return self._people.physician(*self._random.choice(order.physicians))

    def _lines(self, order: Order, story: Story, prescriber: Document, day: JalaliDate) -> list[Document]:
        first_price = self._random.randint(*story.price) if story.price else 100
        lines = []
        for no, (code, quantity) in enumerate(order.lines, 1):
            line = self._visit_line(prescriber, day) if code == VISIT else self._service_line(code, quantity, day)
            percent = first_price if no == 1 else 100
            line["amount"] = _claimed(line["amount"], percent)
            line["facts"] |= (story.line_facts if no == 1 else {}) | story.facts_of.get(code, {})
            lines.append({"no": no} | line)
        return lines

    def _service_line(self, code: str, quantity: Decimal, day: JalaliDate) -> Document:
        service = self._tariff.service(code, day)
        line: Document = {
            "section": service.section,
            "code": code,
            "title": service.title,
            "amount": round_half_up(self._tariff.price(service, day) * quantity),
            "facts": self._recipe.line_facts
            | self._recipe.facts_of_group.get(service.group or "", {})
            | self._recipe.facts_of_code.get(code, {}),
        }
        if quantity != 1:
            line["qty"] = quantity_document(quantity)
        if self._recipe.performer is not None:
            line["performer"] = dict(self._recipe.performer)
        return line

    def _visit_line(self, prescriber: Document, day: JalaliDate) -> Document:
        qualification = prescriber["qualification"]
        return {
            "section": VISIT,
            "title": VISIT_TITLES[qualification],
            "amount": self._tariff.visit(qualification, day),
            "facts": dict(self._recipe.line_facts),
        }

    def _written_sums(self, lines: Iterable[Document], story: Story) -> dict[str, Rial]:
        total = sum(line["amount"] for line in lines)
        patient_share = percent_of(self._common.share_percent, total)
        return {
            "total": total + story.written,
            "patient_share": patient_share,
            "insurer_share": total - patient_share,
        }

    def _facts(self, order: Order, story: Story) -> Document:
        laid_over: Patch = order.facts | story.facts
        if story is NOTHING_WRONG and self._happens(self._common.electronic_percent):
            return {"prescription_form": "electronic"} | self._common.facts | self._recipe.facts | laid_over
        paper = {"prescription_form": "booklet", "sheets": list(self._recipe.sheets)}
        return paper | self._common.facts | self._recipe.facts | laid_over

    def _leave_something_unread(self, claim: Document) -> None:
        """Take one fact away from the claim or its first line, as if nobody had read it off the paper yet."""
        on_claim = [name for name in self._common.unread.get("claim", ()) if name in claim["facts"]]
        first_line = claim["lines"][0]["facts"]
        on_line = [name for name in self._unread_of_lines() if name in first_line]
        name = self._random.choice([*on_claim, *on_line])
        (claim["facts"] if name in on_claim else first_line).pop(name)

    def _unread_of_lines(self) -> Sequence[str]:
        return [*self._common.unread.get("line", ()), *self._recipe.unread.get("line", ())]


def _claimed(tariff: Rial, percent: int) -> Rial:
    """Return what a centre writes: the tariff to the rial, or a part of it more, cut to full hundreds."""
    if percent == 100:  # noqa: PLR2004 - the whole tariff
        return tariff
    return percent_of(percent, tariff) // A_HUNDRED_RIALS * A_HUNDRED_RIALS
