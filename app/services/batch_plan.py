"""What a batch would do, before it is done: each claim and line that it touches, in rials before and after."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.batch import Word
from app.domain.money import Rial
from app.domain.office import ClaimState, Decision, ResultSummary
from app.domain.settlement import Settlement
from app.services.claim_laying import LaidClaim
from app.services.claim_opening import line_titles
from app.services.results import settled_summary


class BatchKind(StrEnum):
    """What a batch does: agree with the rest of a bill, say the same elsewhere, or take one of these back."""

    REST = "rest"
    SAME = "same"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class TouchedLine:
    """A line (None: the claim as a whole) in rials before and after."""

    line: int | None
    title: str
    before: Rial
    after: Rial


@dataclass(frozen=True, slots=True)
class TouchedClaim:
    """A claim that a batch changes: the words that are said of it, or the decisions that are taken back.

    `state`, `version` and `decisions` are those of the moment at which it was looked at, `digests` those of the result,
    by line; `summary` is what lists show of it afterwards.
    """

    claim_id: int
    number: str
    patient: str
    state: ClaimState
    version: int
    decisions: tuple[Decision, ...]
    digests: dict[int | None, str]
    lines: tuple[TouchedLine, ...]
    before: Rial
    after: Rial
    summary: ResultSummary
    words: tuple[Word, ...] = ()
    undone: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A claim, or a line of it, that a batch leaves as it is, and why, in Persian."""

    claim_id: int
    number: str
    line: int | None
    why: str


@dataclass(frozen=True, slots=True)
class BatchPlan:
    """All that a batch would do in a submission; `known_at` is the place of the trail at which it was looked at.

    `word` is the one that is repeated, with the rule of its finding.
    """

    kind: BatchKind
    submission_id: int
    known_at: int
    claims: tuple[TouchedClaim, ...]
    left_out: tuple[LeftOut, ...] = ()
    word: Word | None = None

    @property
    def lines(self) -> int:
        """How many words are said, or taken back."""
        return sum(len(claim.words) + len(claim.undone) for claim in self.claims)

    @property
    def before(self) -> Rial:
        """What stands on all touched claims before."""
        return sum(claim.before for claim in self.claims)

    @property
    def after(self) -> Rial:
        """What stands on all touched claims afterwards."""
        return sum(claim.after for claim in self.claims)


def with_words(laid: LaidClaim, before: Settlement, words: tuple[Word, ...], author: int) -> TouchedClaim:
    """Return a claim as it would stand with further words."""
    last = max((decision.id for decision in laid.decisions), default=0)
    said = tuple(
        Decision(
            id=last + place,
            kind=word.kind,
            author=author,
            at="",
            result_digest=before.result.digest_of(word.line),
            line=word.line,
            rule=word.rule,
            amount=word.amount,
            reason=word.reason,
        )
        for place, word in enumerate(words, 1)
    )
    touched = _touched(laid, before, (*laid.decisions, *said), {word.line for word in words})
    return replace(touched, words=words)


def without(laid: LaidClaim, before: Settlement, undone: tuple[int, ...]) -> TouchedClaim:
    """Return a claim as it would stand without some of its decisions."""
    said = tuple(replace(word, undone=True) if word.id in undone else word for word in laid.decisions)
    lines = {word.line for word in laid.decisions if word.id in undone}
    return replace(_touched(laid, before, said, lines), undone=undone)


def _touched(
    laid: LaidClaim, before: Settlement, decisions: tuple[Decision, ...], spoken_of: set[int | None]
) -> TouchedClaim:
    assessment, claim = laid.assessment, laid.assessment.claim
    after = assessment.settle(decisions, {})
    titles = line_titles(assessment.auditor.reference, assessment.submission, claim)
    return TouchedClaim(
        claim_id=laid.office_claim.id,
        number=claim.id,
        patient=claim.patient.name or claim.patient.id,
        state=laid.office_claim.state,
        version=laid.office_claim.version,
        decisions=laid.decisions,
        digests={line: before.result.digest_of(line) for line in spoken_of},
        lines=tuple(_touched_lines(titles, before, after, spoken_of)),
        before=before.totals.approved,
        after=after.totals.approved,
        summary=settled_summary(after),
    )


def _touched_lines(
    titles: Mapping[int, str], before: Settlement, after: Settlement, spoken_of: set[int | None]
) -> list[TouchedLine]:
    """Return the lines that are spoken of or get another amount; the claim itself where no line of it changes."""
    rows = [
        TouchedLine(was.no, titles[was.no], was.approved, will_be.approved)
        for was, will_be in zip(before.lines, after.lines, strict=True)
        if was.no in spoken_of or was.approved != will_be.approved
    ]
    return rows or [TouchedLine(None, "", before.totals.approved, after.totals.approved)]
