"""Inquiries about cover in the hands of a person: who waits for one, and what an inquiry that is typed in changes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.dates import JalaliDate
from app.domain.identity import insured_number_as_typed, insured_number_fault
from app.domain.inquiries import INQUIRED_FACTS, Inquiry, InquiryWay, says_otherwise, special_code
from app.domain.persian import clean, fold, latin_digits
from app.domain.rights import Action
from app.errors import UseError
from app.services.claim_opening import ClaimOpening
from app.services.clock import day_of
from app.services.inquired import ASKED_INSURER
from app.services.office import Office
from app.services.open_claim import OpenClaim
from app.services.people import Session
from app.services.results import settled_summary
from app.services.rights import expect_right
from app.services.sign_off import DEFAULT_OFFICE_NAME, OFFICE_NAME_SETTING, SAMPLE_OFFICE_NAME
from app.services.surroundings import View
from app.sheets.inquiry_list import InquiryList, ListedInquiry, draw_inquiry_list

BATCH = 20
"""Claims that are looked at in one go for those that wait."""
LISTED = 200
"""Inquiries that the list shows at once, the latest ones."""


@dataclass(frozen=True, slots=True)
class WaitingClaim:
    """An open claim that asks for what an inquiry would give; `asks` are the names of these facts."""

    id: int
    number: str
    centre: str
    patient_id: str
    id_kind: str
    patient_name: str | None
    day: JalaliDate
    asks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A person and a day for which claims wait: one inquiry serves them all."""

    patient_id: str
    id_kind: str
    patient_name: str | None
    day: JalaliDate
    claims: tuple[WaitingClaim, ...]


@dataclass(frozen=True, slots=True)
class TypedInquiry:
    """What a person typed in of an inquiry."""

    patient_id: str
    id_kind: str
    day: JalaliDate
    way: InquiryWay
    covered: bool
    asked_on: JalaliDate
    tracking_code: str = ""
    special: bool = False
    valid_to: JalaliDate | None = None


@dataclass(frozen=True, slots=True)
class Recorded:
    """An inquiry as it was recorded, and the open claims of the person as they stand with it.

    `served` are those of the day of the inquiry, `waiting` those that go on asking for cover. By their numbers on
    paper, `contrary` say of cover what the inquiry denies, and `without_illness` are served with a code of a special
    patient and name no illness. `before` is the inquiry about the same person and day in whose place this one stands.
    """

    inquiry: Inquiry
    served: tuple[int, ...]
    waiting: tuple[WaitingClaim, ...]
    contrary: tuple[str, ...] = ()
    without_illness: tuple[str, ...] = ()
    before: Inquiry | None = None


class Inquiries:
    """A signed-in person's work with inquiries; each call raises UseError where the person may not do it."""

    def __init__(self, office: Office, session: Session, opening: ClaimOpening | None = None) -> None:
        self._office, self._session = office, session
        self._opening = opening or ClaimOpening(office)

    def waiting(self, after: int = 0) -> tuple[tuple[WaitingClaim, ...], int | None]:
        """Return which of the next few claims wait for an inquiry, and the last one looked at; None at the end."""
        with self._office.read() as view:
            expect_right(self._session, Action.REVIEW, now=view)
            numbers = view.inquiries.asking(ASKED_INSURER, after=after, limit=BATCH)
            waiting = _that_wait(self._opening.open(view, number) for number in numbers)
        return waiting, numbers[-1] if len(numbers) == BATCH else None

    def latest(self, words: str = "") -> tuple[Inquiry, ...]:
        """Return the inquiries typed in last whose number or tracking code holds the words."""
        with self._office.read() as view:
            expect_right(self._session, Action.REVIEW, now=view)
            wanted = fold(words)
            if not wanted:
                return view.inquiries.latest(LISTED)
            named = view.inquiries.of_patient(insured_number_as_typed(words))[::-1]
            others = (one for one in view.inquiries.latest(LISTED) if one not in named and _holds(one, wanted))
            return (*named, *others)

    def record(self, typed: TypedInquiry) -> Recorded:
        """Record an inquiry; the open claims of the person are judged anew with it. Raises UseError for a wrong one."""
        typed = replace(typed, patient_id=insured_number_as_typed(typed.patient_id))
        code = latin_digits(clean(typed.tracking_code)) or None
        with self._office.change(self._session.user.id) as unit:
            expect_right(self._session, Action.REVIEW, now=unit)
            numbers = unit.inquiries.open_claims_of(typed.patient_id)
            self._check(typed, known=bool(numbers or unit.inquiries.claims_of(typed.patient_id, typed.day)))
            before = unit.inquiries.of_day(typed.patient_id, typed.day)
            inquiry = unit.inquiries.add(
                typed.patient_id,
                typed.day,
                way=typed.way,
                covered=typed.covered,
                asked_on=typed.asked_on,
                tracking_code=code,
                special=typed.special,
                valid_to=typed.valid_to if typed.special else None,
            )
            claims = [self._opening.open(unit, number) for number in numbers]
            unit.results.put_all({one.id: settled_summary(one.settlement) for one in claims})
        served = [one for one in claims if one.inquired is not None and one.inquired.inquiry == inquiry]
        special = code is not None and special_code(code)[1]
        return Recorded(
            inquiry,
            tuple(one.id for one in served),
            _that_wait(claims),
            contrary=tuple(one.claim.id for one in claims if _is_contrary(one, inquiry)),
            without_illness=tuple(one.claim.id for one in served if special and not one.claim.patient.conditions),
            before=before,
        )

    def draw(self, inquiries: Sequence[Inquiry], words: str = "") -> bytes:
        """Return a list of inquiries as a sheet, with the claims that each serves; `words` found them."""
        with self._office.read() as view:
            expect_right(self._session, Action.PRINT_SHEETS, now=view)
            name = view.settings.get(OFFICE_NAME_SETTING) or DEFAULT_OFFICE_NAME
            people = {user.id: user.full_name for user in view.users.list()}
            served = self._served(view, inquiries)
            listed = tuple(
                ListedInquiry(
                    one,
                    people[one.recorded_by],
                    day_of(datetime.fromisoformat(one.recorded_at)),
                    tuple(served.get(one.id, ())),
                    replaced=view.inquiries.of_day(one.patient_id, one.day) != one,
                )
                for one in inquiries
            )
        return draw_inquiry_list(
            InquiryList(
                office_name=name,
                printed_on=day_of(self._office.clock()),
                printed_by=self._session.user.full_name,
                inquiries=listed,
                words=clean(words),
                sample=name == SAMPLE_OFFICE_NAME,
            )
        )

    def _served(self, view: View, inquiries: Iterable[Inquiry]) -> dict[int, list[str]]:
        """Return the numbers of the claims that have anything from these inquiries, by their ids."""
        days = {(one.patient_id, one.day) for one in inquiries}
        found: dict[int, list[str]] = {}
        for number in sorted({claim for person, day in days for claim in view.inquiries.claims_of(person, day)}):
            laid = self._opening.lay(view, number)
            if laid.inquired is not None:
                found.setdefault(laid.inquired.inquiry.id, []).append(laid.assessment.claim.id)
        return found

    def _check(self, typed: TypedInquiry, *, known: bool) -> None:
        """Raise UseError for what can't be so; the number of a person whom the office knows stands as it came in."""
        fault = None if known else insured_number_fault(typed.patient_id, typed.id_kind)
        if fault is None and max(typed.day, typed.asked_on) > day_of(self._office.clock()):
            fault = "روز خدمت و روز استعلام نمی‌تواند پس از امروز باشد. تاریخ را اصلاح کنید."
        if fault is not None:
            raise UseError(fault)


def grouped(claims: Iterable[WaitingClaim]) -> tuple[Waiting, ...]:
    """Return claims by person and day, in the order in which the first of each came in."""
    found: dict[tuple[str, JalaliDate], list[WaitingClaim]] = {}
    for claim in claims:
        found.setdefault((claim.patient_id, claim.day), []).append(claim)
    return tuple(
        Waiting(rows[0].patient_id, rows[0].id_kind, rows[0].patient_name, rows[0].day, tuple(rows))
        for rows in found.values()
    )


def _that_wait(claims: Iterable[OpenClaim]) -> tuple[WaitingClaim, ...]:
    return tuple(
        WaitingClaim(
            one.id,
            one.claim.id,
            one.submission.provider.name or one.submission.provider.id,
            one.claim.patient.id,
            one.claim.patient.id_kind,
            one.claim.patient.name,
            one.claim.service_day,
            asks,
        )
        for one in claims
        if (asks := _asks(one)) and one.claim.service_day is not None
    )


def _asks(one: OpenClaim) -> tuple[str, ...]:
    """Return what a claim asks for that an inquiry would give; what file or people said no inquiry changes."""
    given = one.inquired.facts if one.inquired is not None else {}
    names = (question.name for question in one.questions if question.name in INQUIRED_FACTS)
    return tuple(name for name in names if name in given or name not in one.claim.facts)


def _is_contrary(one: OpenClaim, inquiry: Inquiry) -> bool:
    asked = (one.claim.insurer or one.submission.insurer) is ASKED_INSURER and one.claim.service_day == inquiry.day
    return asked and says_otherwise(one.claim, inquiry)


def _holds(inquiry: Inquiry, wanted: str) -> bool:
    text = fold(f"{inquiry.patient_id} {inquiry.tracking_code or ''} {inquiry.day}")
    return all(word in text for word in wanted.split())
