"""The recipe of a kind of sample, read from resources/sample: its centre, its orders, and what goes wrong there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from app.domain.claim import ClaimKind
from app.domain.dates import JalaliDate, JalaliMonth
from app.files.yaml12 import read_yaml
from app.resources import resource

Patch = dict[str, Any]
Range = tuple[int, int]

ADULT_AGES: Range = (18, 80)
WHOLE_TARIFF = 100


@dataclass(frozen=True, slots=True)
class OrderedLine:
    """One line: a code, or a title in a section with a fee key or an amount in rials; claimed at `percent` of that."""

    code: str | None = None
    section: str = ""
    title: str = ""
    fee: str | None = None
    amount: int | None = None
    quantity: Decimal = Decimal(1)
    percent: int = WHOLE_TARIFF
    facts: Patch = field(default_factory=dict)
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """Something that physicians order, for whom, why and by whom; `nights` in hospital, where it is a stay."""

    lines: tuple[OrderedLine, ...]
    weight: int = 1
    nights: int | None = None
    physicians: tuple[tuple[str, str], ...] = ()
    ages: Range = ADULT_AGES
    sex: str | None = None
    diagnoses: tuple[str, ...] = ()
    facts: Patch = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Story:
    """What goes wrong in a claim; `rules` should then speak. `price` is in percent of the tariff, `late` in days."""

    id: str
    says: str
    rules: tuple[str, ...]
    weight: int
    costs: bool = True
    order: Order | None = None
    price: Range | None = None
    late: Range | None = None
    written: int = 0
    not_in: tuple[str, ...] = ()
    facts: Patch = field(default_factory=dict)
    line_facts: Patch = field(default_factory=dict)
    facts_of: Mapping[str, Patch] = field(default_factory=dict)
    prescriber: Patch = field(default_factory=dict)
    claim: Patch = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Common:
    """What all kinds share: the month, the faultless paper, the percents, the stories that may happen anywhere."""

    month: JalaliMonth
    delivered_on: JalaliDate
    fund: str
    share_percent: int
    faulty_percent: int
    unread_percent: int
    electronic_percent: int
    facts: Patch
    submission_facts: Patch
    office: Mapping[str, int]
    stories: tuple[Story, ...]
    unread: Mapping[str, list[str]]


@dataclass(frozen=True, slots=True)
class Recipe:
    """A kind of sample: its file name, its centre and who works there, its orders, its stories, and the common part.

    `opening` is the story of the first claim, so that a file shows something at once.
    """

    kind: ClaimKind
    file: str
    provider: Patch
    orders: tuple[Order, ...]
    stories: tuple[Story, ...]
    common: Common
    sheets: tuple[str, ...] = ()
    opening: Story | None = None
    share_percent: int | None = None
    submission_facts: Patch = field(default_factory=dict)
    physician: Patch | None = None
    performer: Patch | None = None
    facts: Patch = field(default_factory=dict)
    line_facts: Patch = field(default_factory=dict)
    facts_of_group: Mapping[str, Patch] = field(default_factory=dict)
    facts_of_code: Mapping[str, Patch] = field(default_factory=dict)
    unread: Mapping[str, list[str]] = field(default_factory=dict)


def read_common() -> Common:
    """Return what all kinds share; raises DataError where the file is damaged."""
    document = read_yaml(resource("sample", "common.yaml"))
    return Common(
        **document
        | {
            "month": JalaliMonth.parse(document["month"]),
            "delivered_on": JalaliDate.parse(document["delivered_on"]),
            "stories": tuple(_story(row) for row in document["stories"]),
        }
    )


def read_recipe(kind: ClaimKind) -> Recipe:
    """Return the recipe of a kind; raises DataError where there is none."""
    common = read_common()
    document = read_yaml(resource("sample", "kinds", f"{kind.value}.yaml"))
    shared = [story for story in common.stories if kind not in story.not_in]
    own = [_story(row) for row in document["stories"]]
    return Recipe(
        kind=kind,
        common=common,
        **document
        | {
            "sheets": tuple(document.get("sheets", ())),
            "opening": next((story for story in own if story.id == document.get("opening")), None),
            "orders": tuple(_order(row) for row in document["orders"]),
            "stories": (*shared, *own),
        },
    )


def _order(row: Patch) -> Order:
    fields = dict(row)
    fields["lines"] = tuple(_ordered(line) for line in row["lines"])
    fields["physicians"] = tuple(tuple(text.split("/")) for text in fields.pop("by", ()))
    fields["ages"] = tuple(row.get("ages", ADULT_AGES))
    fields["diagnoses"] = tuple(row.get("diagnoses", ()))
    return Order(**fields)


def _ordered(line: str | Patch) -> OrderedLine:
    if isinstance(line, str):
        return OrderedLine(line)
    fields = dict(line)
    fields["quantity"] = Decimal(fields.pop("qty", 1))
    fields["unread"] = tuple(line.get("unread", ()))
    return OrderedLine(**fields)


def _story(row: Patch) -> Story:
    fields = dict(row)
    fields["rules"] = tuple(row["rules"])
    fields["not_in"] = tuple(row.get("not_in", ()))
    for name in ("price", "late"):
        if name in row:
            fields[name] = tuple(row[name])
    if "order" in row:
        fields["order"] = _order(row["order"])
    return Story(**fields)
