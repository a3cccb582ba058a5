"""A random office whose every deduction a test knows beside the store; figures and names are made up for tests."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from office_samples import AT, DIGEST, a_claim, a_payment, a_summary, import_claims, sha256

from app.domain.claim import Claim, ClaimKind, Insurer, Line, Provider, Submission
from app.domain.dates import JalaliMonth
from app.domain.deduction_parts import DeductionPart, Taker
from app.domain.office import SETTLED_STATES, ClaimState, DecisionKind, Role
from app.domain.statistics import StatisticsFilter, Word
from app.store import OfficeStore

RULES = ("GEN-15e", "RAD-13", "LAB-02", "ELG-02", "PAR-08", "REI-11", "TRV-20", "TRV-21")
SECTIONS = ("imaging", "lab", "visit")
KINDS, FUNDS, CENTRES = (ClaimKind.IMAGING, ClaimKind.LABORATORY), ("iranian", "rural"), ("P-1", "P-2")
INSURERS = (Insurer.SALAMAT, Insurer.TAMIN)
PEOPLE, SUBMISSIONS, CLAIMS_OF_EACH = 3, 4, 12
DEEDS = ("nothing", "engine", "undone", "upheld", "waived", "amended", "added", "in_order")
STATES = (ClaimState.RECEIVED, ClaimState.IN_REVIEW, ClaimState.TECHNICALLY_DONE, ClaimState.CLOSED)


@dataclass
class Told:
    """What a test knows of one claim; `said` are the rule, who spoke (None: nobody), the word and the rials."""

    id: int
    claim: Claim
    submission: Submission
    state: ClaimState
    assessed: bool = True
    parts: list[DeductionPart] = field(default_factory=list)
    said: list[tuple[str, int | None, Word, int]] = field(default_factory=list)
    reviewer: int | None = None

    @property
    def settled(self) -> bool:
        return self.state in SETTLED_STATES

    @property
    def taken(self) -> list[DeductionPart]:
        return [part for part in self.parts if part.taker is not Taker.WAIVED]

    @property
    def deducted(self) -> int:
        return sum(part.amount for part in self.taken)

    @property
    def approved_lines(self) -> dict[int, int]:
        return {
            line.no: line.amount - sum(part.amount for part in self.taken if part.line == line.no)
            for line in self.claim.lines
        }

    def section(self, part: DeductionPart) -> str:
        return next(line.section for line in self.claim.lines if line.no == part.line)

    def judged(self) -> Iterator[tuple[str, int | None, Word, int]]:
        """Yield what people said; what nobody spoke of stands by the signature on the claim."""
        for rule, person, word, rials in self.said:
            if person is not None or self.settled:
                yield rule, person or self.reviewer, word, rials

    def fits(self, wanted: StatisticsFilter) -> bool:
        submission = self.submission
        return (
            (self.settled or not wanted.settled_only)
            and (wanted.first is None or submission.month >= wanted.first)
            and (wanted.last is None or submission.month <= wanted.last)
            and wanted.centre in {None, submission.provider.id}
            and wanted.fund in {None, submission.fund}
            and wanted.kind in {None, self.claim.kind}
            and wanted.insurer in {None, self.claim.insurer or submission.insurer}
            and wanted.reviewer in {None, self.reviewer}
        )


class CountedOffice:
    """Fills a store at random, and remembers with what."""

    def __init__(self, store: OfficeStore, seed: int) -> None:
        self.store, self.lot = store, random.Random(seed)
        self.people = [self._add_person(f"azmayesh{number}") for number in range(PEOPLE)]
        self.claims = [told for number in range(SUBMISSIONS) for told in self._import(number)]
        for told in self.claims:
            self._work_on(told)

    def _add_person(self, name: str) -> int:
        with self.store.change(actor=None, at=AT) as unit:
            roles = frozenset({Role.REVIEWER, Role.ACCOUNTANT})
            return unit.users.add(
                name=name, full_name=f"کارشناس {name}", initials="آ", roles=roles, password_hash="$argon2id$test"
            ).id

    def _import(self, number: int) -> Iterator[Told]:
        lot = self.lot
        centre = lot.choice(CENTRES)
        submission = Submission(
            id=f"S-{number}",
            month=JalaliMonth(1395, 1 + number),
            provider=Provider(id=centre, kind="imaging_center", sector="private", name=f"مرکز آزمایشی {centre}"),
            fund=lot.choice(FUNDS),
            insurer=INSURERS[number % len(INSURERS)],
        )
        claims = [
            replace(
                a_claim(f"C-{number}-{place}", *self._lines(), kind=lot.choice(KINDS)),
                insurer=lot.choice((None, None, *INSURERS)),
            )
            for place in range(CLAIMS_OF_EACH)
        ]
        import_claims(self.store, claims, submission)
        for place, claim in enumerate(claims, start=1):
            yield Told(number * CLAIMS_OF_EACH + place, claim, submission, lot.choice(STATES))

    def _lines(self) -> list[Line]:
        return [
            Line(no=no, section=self.lot.choice(SECTIONS), amount=self.lot.randint(1_000, 9_000), code="701000")
            for no in range(1, self.lot.randint(2, 4))
        ]

    def _work_on(self, told: Told) -> None:
        if told.state is ClaimState.RECEIVED and self.lot.random() < 0.3:
            told.assessed = False
            return
        for line in told.claim.lines:
            self._judge(told, line)
        if told.settled:
            self._sign(told)
        with self.store.change(actor=None, at=AT) as unit:
            deducted = told.deducted
            summary = a_summary(
                told.claim.claimed,
                deducted,
                parts=tuple(told.parts),
                approved_lines=told.approved_lines,
                engine_lines={},
            )
            unit.results.put(told.id, summary)
            unit.claims.set_state(told.id, told.state)

    def _judge(self, told: Told, line: Line) -> None:
        """Let the engine and one person speak of a line, in decisions and in parts alike."""
        person, rule = self.lot.choice(self.people), self.lot.choice(RULES)
        amount, deed = self.lot.randint(1, line.amount // 2), self.lot.choice(DEEDS)
        taker = {"waived": Taker.WAIVED, "amended": Taker.WAIVED, "added": Taker.PERSON}.get(deed, Taker.ENGINE)
        if deed not in {"nothing", "in_order"}:
            told.parts.append(DeductionPart(line.no, rule, amount, taker))
        if deed == "amended":
            told.parts.append(DeductionPart(line.no, None, amount // 2 + 1, Taker.PERSON))
        kinds = {
            "undone": (DecisionKind.WAIVE, Word.AGREED),
            "upheld": (DecisionKind.UPHOLD, Word.AGREED),
            "waived": (DecisionKind.WAIVE, Word.WAIVED),
            "amended": (DecisionKind.SET_AMOUNT, Word.AMENDED),
            "added": (DecisionKind.ADD_DEDUCTION, Word.ADDED),
            "in_order": (DecisionKind.UPHOLD, Word.IN_ORDER),
        }
        if deed == "engine":
            told.said.append((rule, None, Word.AGREED, amount))
        elif deed in kinds:
            kind, word = kinds[deed]
            self._say(told, line.no, None if deed == "amended" else rule, kind, person, undo=deed == "undone")
            spoke = None if deed == "undone" else person
            told.said.append((rule, spoke, word, 0 if deed == "in_order" else amount))

    def _say(self, told: Told, no: int, rule: str | None, kind: DecisionKind, person: int, *, undo: bool) -> None:
        with self.store.change(actor=person, at=AT) as unit:
            word = unit.decisions.add(
                told.id, kind, result_digest=DIGEST, line=no, rule=rule, amount=5, reason="آزمایشی"
            )
            if undo:
                unit.decisions.undo(word.id)
        told.reviewer = person

    def _sign(self, told: Told) -> None:
        for role in (Role.REVIEWER, Role.ACCOUNTANT):
            person = self.lot.choice(self.people)
            with self.store.change(actor=person, at=AT) as unit:
                seal = sha256(f"{told.id} {role}")
                unit.sheets.add(told.id, digest=DIGEST, sha256=seal, file_name=seal, paid=a_payment(), role=role)
            if role is Role.REVIEWER:
                told.reviewer = person
