"""What a rule sees: a claim with its lines, services, facts, history and reference, as far as the engine has come.

A `CaseLine` shows the claimed line together with what earlier rules left of it (`amount`, `quantity`). Only the
ledger changes these; a rule reads them.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeVar

from app.domain.claim import (
    OUTPATIENT_KINDS,
    STAY_KINDS,
    Claim,
    Insurer,
    Line,
    PastService,
    Pathway,
    Person,
    Submission,
)
from app.domain.dates import JalaliDate
from app.domain.facts import UNKNOWN, Answer, FactDictionary, FactScope
from app.domain.findings import Step
from app.domain.money import Rial
from app.domain.reference import Coefficient, Fee, Reference, Service, Share
from app.domain.rulebook import Rulebook
from app.rules.around import SiblingSearch, Surroundings, no_siblings
from app.rules.registry import HANDBOOK_INSURERS, Phase, Wakes

Row = TypeVar("Row", Service, Coefficient, Fee, Share)
View = TypeVar("View")

NOBODY = Person()
PAPER_FORMS = frozenset({"booklet", "letterhead"})


class CaseLine:
    """One line as a rule sees it; `amount` (rials) and `quantity` are what earlier rules left of it.

    `shared` is the price in rials on which the patient's percent rests; None where that is the whole amount.
    """

    __slots__ = (
        "_facts",
        "amount",
        "claimed",
        "day",
        "line",
        "quantity",
        "service",
        "shared",
        "steps",
        "zeroed_in",
    )

    def __init__(self, line: Line, day: JalaliDate, service: Service | None) -> None:
        self.line = line
        self.day = day
        self.service = service
        self.claimed: Rial = line.amount
        self.amount: Rial = line.amount
        self.quantity = Fraction(line.quantity)
        self.zeroed_in: Phase | None = None
        self.shared: Rial | None = None
        self.steps: tuple[Step, ...] = ()
        self._facts = line.facts

    def under(self, service: Service) -> "CaseLine":
        """Return the line as it would stand under the code of another service; no rule has lowered that."""
        other = CaseLine(replace(self.line, code=service.code), self.day, service)
        other.quantity = self.quantity
        return other

    @property
    def insurer_only(self) -> Rial:
        """The rials of the amount that are outside the patient's percent (MOD-90b), whatever later rules lowered."""
        return 0 if self.shared is None else max(0, self.amount - self.shared)

    @property
    def no(self) -> int:
        """The line's number in the claim."""
        return self.line.no

    @property
    def code(self) -> str | None:
        """The service code as claimed."""
        return self.line.code

    @property
    def section(self) -> str:
        """The section of the bill that the line stands in."""
        return self.line.section

    def is_in_play(self, phase: Phase) -> bool:
        """Tell whether no earlier phase zeroed the line; from phase 3 on, no earlier rule either."""
        return self.zeroed_in is None or (self.zeroed_in is phase and phase <= Phase.COVER)

    @property
    def paid_units(self) -> Decimal:
        """The units for which money is left; none where nothing is."""
        if not self.amount:
            return Decimal(0)
        return Decimal(self.quantity.numerator) / Decimal(self.quantity.denominator)

    @property
    def group(self) -> str | None:
        """The group of the pack row; a code that stands in no pack has none."""
        return self.service.group if self.service else None

    @property
    def attributes(self) -> Mapping[str, Any]:
        """The attributes of the pack row."""
        return self.service.attributes if self.service else {}

    def attribute(self, name: str) -> Any:
        """Return one attribute of the pack row, or None."""
        return self.attributes.get(name)

    @property
    def performer(self) -> Person | None:
        """Who did the service, where the claim says so."""
        return self.line.performer

    def fact(self, name: str) -> Answer:
        """Return a fact of the line, UNKNOWN where nobody gave it."""
        return self._facts.get(name, UNKNOWN)

    def facts_given(self) -> frozenset[str]:
        """Return the names of the facts that are given on the line."""
        return frozenset(self._facts)


class Case:
    """One claim under review; rules read it, the engine keeps it. `siblings` finds the other claims of some kinds."""

    def __init__(
        self,
        submission: Submission,
        claim: Claim,
        *,
        reference: Reference,
        rulebook: Rulebook,
        dictionary: FactDictionary,
        history: tuple[PastService, ...] = (),
        surroundings: Surroundings | None = None,
        siblings: SiblingSearch = no_siblings,
    ) -> None:
        self.submission = submission
        self.claim = claim
        self.history = history
        self.surroundings = surroundings or Surroundings(frozenset({claim.kind}))
        self.siblings = siblings
        self.service_day = claim.service_day
        self.day = self.service_day or submission.month.first_day
        self.packs_used: set[str] = set()
        self.grounds: dict[int | None, list[str]] = {}
        self.asked: dict[int | None, list[str]] = {}
        self.lowered: dict[int, list[tuple[Phase, str]]] = {}
        self.waived: frozenset[tuple[str, int | None]] = frozenset()
        self._views: dict[Callable[[Case], object], Any] = {}
        self._live_views: dict[Callable[[Case], object], Any] = {}
        self._reference = reference
        self._rulebook = rulebook
        self._dictionary = dictionary
        self.lines = tuple(self._case_line(line) for line in claim.lines)
        self._by_name = _places_by_name(self.lines)

    def _case_line(self, line: Line) -> CaseLine:
        day = line.day or self.day
        return CaseLine(line, day, self.service(line.code, self.price_day(day)) if line.code else None)

    def price_day(self, day: JalaliDate) -> JalaliDate:
        """Return the day whose pack rows price a service of a day: of a stay the day of admission (HOS-04)."""
        return self.day if self.is_stay else day

    @property
    def unofficial_packs(self) -> tuple[str, ...]:
        """The packs with trial figures that have been looked at so far."""
        return tuple(name for name in self._reference.unofficial if name in self.packs_used)

    @property
    def live_lines(self) -> tuple[CaseLine, ...]:
        """The lines that no rule has zeroed so far."""
        return tuple(line for line in self.lines if line.zeroed_in is None)

    def lines_in_play(self, phase: Phase) -> tuple[CaseLine, ...]:
        """Return the lines that no earlier phase zeroed; from phase 3 on, those that no earlier rule did."""
        return tuple(line for line in self.lines if line.is_in_play(phase))

    def woken(self, wakes: Wakes, phase: Phase | None = None) -> list[CaseLine]:
        """Return the lines that wake a rule or remark, in the order of the claim; those in play in a phase."""
        lines: Iterable[CaseLine] = self.lines
        if not wakes.names_nothing:
            lines = (self.lines[place] for place in sorted(self._places(wakes)))
        in_play = (line for line in lines if phase is None or line.is_in_play(phase))
        return [line for line in in_play if wakes.where is None or wakes.where(line)]

    def _places(self, wakes: Wakes) -> set[int]:
        """Return the places of the lines that have one of the names that wake a rule."""
        found = zip(self._by_name, wakes.names, strict=True)
        return {place for places, names in found for name in names & places.keys() for place in places[name]}

    def requests(self) -> tuple[tuple[CaseLine, ...], ...]:
        """Return the live lines by service day: the lines of one day are one request (imaging, terms)."""
        by_day: dict[JalaliDate, list[CaseLine]] = {}
        for line in self.live_lines:
            by_day.setdefault(line.day, []).append(line)
        return tuple(tuple(by_day[day]) for day in sorted(by_day))

    def rejected_by(self, line: CaseLine | None, *rule_ids: str) -> bool:
        """Tell whether one of these rules has rejected the line, or the whole claim for None, so far."""
        return not set(rule_ids).isdisjoint(self.grounds.get(line.no if line else None, ()))

    def once(self, view: Callable[["Case"], View]) -> View:
        """Return what a function makes of the claim as it was submitted; worked out once, whatever rules do later."""
        if view not in self._views:
            self._views[view] = view(self)
        found: View = self._views[view]
        return found

    def while_unchanged(self, view: Callable[["Case"], View]) -> View:
        """Return what a function makes of the lines as they are left; worked out anew once one fell or lost units."""
        if view not in self._live_views:
            self._live_views[view] = view(self)
        found: View = self._live_views[view]
        return found

    def lines_changed(self) -> None:
        """Forget the views of the lines as they were left; called where one has fallen or lost units."""
        self._live_views.clear()

    def grounds_of(self, line: CaseLine) -> tuple[str, ...]:
        """Return the rules that have rejected a line so far; the first of them took the money."""
        return tuple(self.grounds.get(line.no, ()))

    def lowered_in(self, line: CaseLine, phase: Phase) -> tuple[str, ...]:
        """Return the rules that have lowered the amount of a line in a phase so far."""
        return tuple(rule_id for done_in, rule_id in self.lowered.get(line.no, ()) if done_in is phase)

    def is_waived(self, rule_id: str, line: CaseLine) -> bool:
        """Tell whether a person has set a rule aside at a line; what it would take off a price then stays in it."""
        return (rule_id, line.no) in self.waived

    def questions(self, line: CaseLine) -> tuple[str, ...]:
        """Return the rules that have asked something about a line so far."""
        return tuple(self.asked.get(line.no, ()))

    def fact(self, name: str) -> Answer:
        """Return a fact of the claim or of its submission, UNKNOWN where nobody gave it."""
        if name in self.claim.facts or self._dictionary[name].scope is not FactScope.SUBMISSION:
            return self.claim.facts.get(name, UNKNOWN)
        return self.submission.facts.get(name, UNKNOWN)

    @property
    def prescriber(self) -> Person:
        """The prescriber; a claim without one has a person without any data."""
        return self.claim.prescriber or NOBODY

    @property
    def insurer(self) -> Insurer:
        """Whose rules judge the claim."""
        return self.claim.insurer or self.submission.insurer

    @property
    def fund(self) -> str | None:
        """The patient's fund, else the submission's."""
        return self.claim.fund or self.submission.fund

    def is_under(self, rule_id: str) -> bool:
        """Tell whether a rule of the handbook concerns claims of this kind and insurer."""
        return self.claim.kind in self._rulebook[rule_id].kinds and self.insurer in HANDBOOK_INSURERS

    @property
    def is_outpatient(self) -> bool:
        """Tell whether the claim is one of the outpatient kinds."""
        return self.claim.kind in OUTPATIENT_KINDS

    @property
    def is_stay(self) -> bool:
        """Tell whether the claim is an inpatient or temporary one."""
        return self.claim.kind in STAY_KINDS

    @property
    def is_contracted(self) -> bool:
        """Tell whether the claim comes through the contract, not as a reimbursement."""
        return self.claim.pathway is Pathway.CONTRACTED

    @property
    def is_paper(self) -> bool:
        """Tell whether there is a paper prescription to look at (GEN, definitions)."""
        form = self.claim.facts.get("prescription_form")
        return self.is_outpatient and (form is None or form in PAPER_FORMS)

    @property
    def care(self) -> str:
        """The kind of care that coefficients name: inpatient or outpatient."""
        return "inpatient" if self.is_stay else "outpatient"

    def figure(self, name: str, day: JalaliDate | None = None) -> Any:
        """Return a dated figure of the rule book, as it stands on the service day."""
        return self._rulebook.figure(name, day or self.day)

    def service(self, code: str, day: JalaliDate) -> Service | None:
        """Return the pack row of a code in force on a day."""
        return self._used(self._reference.service(code, day))

    def services_of_family(self, family: str, day: JalaliDate) -> tuple[Service, ...]:
        """Return the services that one incomplete title may mean (GEN-26)."""
        return self._reference.services_of_family(family, day)

    def services_of_analyte(self, analyte: str, day: JalaliDate) -> tuple[Service, ...]:
        """Return the services that measure one analyte, each by its own method (LAB-04f)."""
        return self._reference.services_of_analyte(analyte, day)

    def services_of_group(self, group: str, day: JalaliDate) -> tuple[Service, ...]:
        """Return the services of a group in force on a day."""
        return self._reference.services_of_group(group, day)

    def all_in_services_of(self, book_code: str, day: JalaliDate) -> tuple[Service, ...]:
        """Return the services at an all-in price in force on a day that stand for a code of the book (article 22)."""
        return self._reference.all_in_services_of(book_code, self.price_day(day))

    def coefficient(self, component: str, code: str, day: JalaliDate) -> Coefficient | None:
        """Return the public-sector K of a component, for a code and this claim's care."""
        priced_on = self.price_day(day)
        return self._used(self._reference.coefficient(component, priced_on, code=code, care=self.care))

    def fee(self, key: str, day: JalaliDate) -> Fee | None:
        """Return the fee of a key in force on a day."""
        return self._used(self._reference.fee(key, self.price_day(day)))

    def share(self, care: str, condition: str | None = None) -> Share | None:
        """Return the patient's share of a kind of care on the claim's day."""
        return self._used(self._reference.share(care, self.day, condition))

    def _used(self, row: Row | None) -> Row | None:
        if row is not None:
            self.packs_used.add(row.pack)
        return row


def units(lines: Iterable[CaseLine]) -> Fraction:
    """Return the quantity that lines have together."""
    return sum((line.quantity for line in lines), Fraction(0))


PlacesByName = Mapping[str, list[int]]


def _places_by_name(lines: Sequence[CaseLine]) -> tuple[PlacesByName, ...]:
    """Return the places of the lines by section, group, code and attribute, in the order of `Wakes.names`."""
    by_section, by_group, by_code, by_attribute = (defaultdict[str, list[int]](list) for _ in range(4))
    for place, line in enumerate(lines):
        by_section[line.section].append(place)
        if line.group is not None:
            by_group[line.group].append(place)
        if line.code is not None:
            by_code[line.code].append(place)
        for name in line.attributes:
            by_attribute[name].append(place)
    return by_section, by_group, by_code, by_attribute
