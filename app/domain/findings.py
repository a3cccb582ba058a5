"""What a rule says of a claim or line, and the marks that article 20 draws from it."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.money import Rial


class Effect(StrEnum):
    """What a finding does: reject to zero, reduce, ask, send to the supervision office, or inform."""

    REJECT = "reject"
    REDUCE = "reduce"
    QUERY = "query"
    REFER = "refer"
    NOTE = "note"


class Mark(StrEnum):
    """The mark on a line: it stands, it is wrong (the right amount beside it), nothing is payable, or a question."""

    TICK = "tick"
    CIRCLE = "circle"
    ZERO = "zero"
    QUERY = "query"


class Pen(StrEnum):
    """Whose pen drew the mark: green is technical review, red is accounting."""

    GREEN = "green"
    RED = "red"


class Verdict(StrEnum):
    """A claim's result as a whole."""

    APPROVED = "approved"
    ADJUSTED = "adjusted"
    REJECTED = "rejected"
    QUERY = "query"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an amount's arithmetic: a Persian caption, the expression in figures, and its value in rials."""

    caption: str
    expression: str = ""
    value: Rial | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule says of a line (or of the whole claim, when `line` is None).

    `before` and `after` are rials; their differences over a line's reject and reduce findings add up to its deduction.
    `facts` names what it rests on, for a query what it waits for; `needs` names a missing document instead. `reading`
    says which reading of an ambiguous source was taken.
    """

    rule: str
    clause: str
    effect: Effect
    message: str
    line: int | None = None
    before: Rial | None = None
    after: Rial | None = None
    facts: tuple[str, ...] = ()
    needs: str | None = None
    also: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    pen: Pen = Pen.GREEN
    reading: str | None = None

    @property
    def deducted(self) -> Rial:
        """Rials that this finding takes off."""
        if self.effect not in {Effect.REJECT, Effect.REDUCE} or self.before is None or self.after is None:
            return 0
        return self.before - self.after
