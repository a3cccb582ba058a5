"""The reviewer's work on one claim: open it, answer, decide, undo; every step is one entry in the store.

The engine runs anew after each step, over the claim with all answers laid over it; what people decided is laid beside
its result and never changes it.
"""

from collections.abc import Callable, Mapping

from app.domain.batch import REST_ACCEPTED
from app.domain.coded_fields import coded_field_fault
from app.domain.facts import FactValue
from app.domain.money import Rial
from app.domain.objection_days import OBJECTION_RULE
from app.domain.office import AWAY_STATES, OPEN_STATES, ClaimState, Decision, DecisionKind
from app.domain.patient_fields import patient_fields, patient_value, says_the_same
from app.domain.persian import code_text, rials
from app.domain.rights import Action
from app.errors import UseError
from app.services.claim_opening import ClaimOpening
from app.services.office import Office
from app.services.open_claim import OpenClaim
from app.services.people import Session
from app.services.presence import expect_on_no_other_desk
from app.services.results import settled_summary
from app.services.rights import expect_new_eyes, expect_right
from app.store.transactions import OfficeChange

ALL_IN_ORDER = "همه درست است"
"""The reason of the answers that one key gave; they are undone together."""
PAPERS_SEEN = "بررسی مدارک پیوست"
"""The reason of the lists of documents and faults that one key gave."""
PATIENT_SEEN = "مشخصات بیمار و سند"
"""The reason of what was told of the insured person, and seen of the claim, at one stroke."""
AT_ONE_STROKE = frozenset({ALL_IN_ORDER, PAPERS_SEEN, PATIENT_SEEN, REST_ACCEPTED})
NO_PATIENT_FIELD = "این پاسخ به مشخصات این بیمار و سند برنمی‌گردد."


class Review:
    """A signed-in person's work on claims; each call returns the claim as it then lies on the desk."""

    def __init__(self, office: Office, session: Session, opening: ClaimOpening | None = None) -> None:
        self._office = office
        self._session = session
        self._opening = opening or ClaimOpening(office)

    def open(self, claim_id: int) -> OpenClaim:
        """Return a claim with its result, decisions and questions; raises UseError for who sees no claims."""
        with self._office.read() as view:
            expect_right(self._session, Action.SEE_CLAIMS, now=view)
            return self._opening.open(view, claim_id).seen_by(self._session.user)

    def enter_fact(self, open_claim: OpenClaim, name: str, value: FactValue, line: int | None = None) -> OpenClaim:
        """Answer a question; the claim is assessed anew at once. Raises UseError for a number that cannot be right."""
        fault = coded_field_fault(open_claim.claim, name, value)
        if fault is not None:
            raise UseError(fault)
        return self._decide(open_claim, DecisionKind.ENTER_FACT, line=line, fact=name, value=value)

    def enter_papers(self, open_claim: OpenClaim, lists: Mapping[str, FactValue]) -> OpenClaim:
        """Record what documents are attached and what is wrong with them: what changed, as one step."""

        def record(unit: OfficeChange) -> None:
            for name, value in lists.items():
                if open_claim.claim.facts.get(name) != value:
                    unit.decisions.add(
                        open_claim.id,
                        DecisionKind.ENTER_FACT,
                        result_digest=open_claim.result.digest_of(None),
                        fact=name,
                        value=value,
                        reason=PAPERS_SEEN,
                    )

        return self._act(open_claim, record)

    def enter_patient(self, open_claim: OpenClaim, said: Mapping[str, FactValue]) -> OpenClaim:
        """Record what is known of the insured person: what changed, as one step; the file stays as it is.

        Raises UseError for what cannot be right, and for a field that does not belong to the claim.
        """
        claim, fields = open_claim.claim, patient_fields(open_claim.submission, open_claim.claim)
        changed = {name: value for name, value in said.items() if not says_the_same(patient_value(claim, name), value)}
        for name, value in changed.items():
            fault = coded_field_fault(claim, name, value) if name in fields else NO_PATIENT_FIELD
            if fault is not None:
                raise UseError(fault)
        if not changed:
            return open_claim

        def record(unit: OfficeChange) -> None:
            for name, value in changed.items():
                unit.decisions.add(
                    open_claim.id,
                    DecisionKind.ENTER_FACT,
                    result_digest=open_claim.result.digest_of(None),
                    fact=name,
                    value=value,
                    reason=PATIENT_SEEN,
                )

        return self._act(open_claim, record)

    def all_in_order(self, open_claim: OpenClaim) -> OpenClaim:
        """Answer every open question that has a good value with it, until none is left.

        An answer may raise a further question (a defect asks for its endorsement), which is answered in its turn; all
        are entries of one change.
        """

        def answer_all(unit: OfficeChange) -> None:
            now, given = open_claim, set[tuple[str, int | None]]()
            while pending := [q for q in now.questions if q.has_good_answer and (q.name, q.line) not in given]:
                for question in pending:
                    given.add((question.name, question.line))
                    unit.decisions.add(
                        now.id,
                        DecisionKind.ENTER_FACT,
                        result_digest=now.result.digest_of(question.line),
                        line=question.line,
                        fact=question.name,
                        value=question.good,
                        reason=ALL_IN_ORDER,
                    )
                now = self._opening.open(unit, now.id)

        return self._act(open_claim, answer_all)

    def set_amount(self, open_claim: OpenClaim, line: int, amount: Rial, reason: str | None) -> OpenClaim:
        """Let a person's amount stand on a line; raises UseError without a reason where it departs from the engine."""
        if not 0 <= amount <= open_claim.line(line).amount:
            raise UseError("مبلغ تأییدشده باید میان صفر و مبلغ درخواستی باشد. مبلغ را اصلاح کنید.")
        departs = amount != open_claim.result.line(line).approved
        if departs and not (reason and reason.strip()):
            raise UseError("این مبلغ با نتیجه ضوابط فرق دارد؛ دلیل آن را بنویسید.")
        return self._decide(open_claim, DecisionKind.SET_AMOUNT, line=line, amount=amount, reason=reason)

    def waive(self, open_claim: OpenClaim, rule: str, line: int | None, reason: str) -> OpenClaim:
        """Set a finding aside; the engine is asked what holds without it. Raises UseError without a reason."""
        if not reason.strip():
            raise UseError("چشم‌پوشی از یک یافته دلیل می‌خواهد؛ دلیل آن را بنویسید.")
        return self._decide(open_claim, DecisionKind.WAIVE, line=line, rule=rule, reason=reason)

    def add_deduction(self, open_claim: OpenClaim, rule: str, line: int, amount: Rial, reason: str) -> OpenClaim:
        """Take a line down to an amount by a rule of the book, such as one that only a person can judge.

        Raises UseError where the amount is not below what stands, without a reason, or for a rule that is not in force.
        """
        stands = open_claim.settlement.line(line).approved
        if rule not in open_claim.rulebook:
            raise UseError(f"ضابطه {code_text(rule)} در دفتر ضوابط نیست. ضابطه دیگری را برای کسر برگزینید.")
        if not stands:
            raise UseError("از این ردیف چیزی نمانده است که کسر شود.")
        if not 0 <= amount < stands:
            raise UseError(f"مبلغ پس از کسر باید از مبلغ کنونی ({rials(stands)} ریال) کمتر باشد. مبلغ را اصلاح کنید.")
        if not reason.strip():
            raise UseError("کسر با نظر کارشناس دلیل می‌خواهد؛ دلیل آن را بنویسید.")
        return self._decide(
            open_claim, DecisionKind.ADD_DEDUCTION, line=line, rule=rule, amount=amount, reason=reason.strip()
        )

    def uphold(self, open_claim: OpenClaim, rule: str, line: int | None) -> OpenClaim:
        """Agree with a finding, let an open query stand as it is, or say that what a person judges is in order."""
        return self._decide(open_claim, DecisionKind.UPHOLD, line=line, rule=rule)

    def answer_objection(self, open_claim: OpenClaim, line: int | None, answer: str) -> OpenClaim:
        """Answer what the centre objects to on a line (None: on the whole claim); its amount stays as it stands.

        Raises UseError without an answer, and where the line is not objected to.
        """
        if line not in {objection.line for objection in open_claim.objected}:
            raise UseError("مرکز به این ردیف اعتراضی ندارد. ردیف دارای اعتراض را برگزینید.")
        if not answer.strip():
            raise UseError("پاسخ اعتراض را بنویسید؛ مرکز همین پاسخ را می‌خواند.")
        return self._decide(open_claim, DecisionKind.UPHOLD, line=line, rule=OBJECTION_RULE, reason=answer.strip())

    def undo(self, open_claim: OpenClaim) -> OpenClaim:
        """Undo the latest decision that still holds; raises UseError where there is none."""
        last = open_claim.last_decision
        if last is None:
            raise UseError("چیزی برای برگرداندن نیست.")

        def take_back(unit: OfficeChange) -> None:
            for decision in _undone_together(last, open_claim.decisions):
                unit.decisions.undo(decision.id)

        return self._act(open_claim, take_back)

    def send_away(
        self, open_claim: OpenClaim, state: ClaimState, reason: str, *, rule: str | None = None, line: int | None = None
    ) -> OpenClaim:
        """Return the document to the centre or refer it to the supervision office; UseError without a reason.

        `rule` and `line` name the finding or remark that was the ground, where there was one.
        """
        if not reason.strip():
            raise UseError("دلیل بازگرداندن یا ارجاع سند را بنویسید.")
        kind = DecisionKind.RETURN if state is ClaimState.RETURNED else DecisionKind.REFER

        def send(unit: OfficeChange) -> None:
            digest = open_claim.result.digest_of(line)
            unit.decisions.add(open_claim.id, kind, result_digest=digest, rule=rule, line=line, reason=reason.strip())
            unit.claims.set_state(open_claim.id, state)

        return self._act(open_claim, send, right=Action.SEND_AWAY)

    def take_back(self, open_claim: OpenClaim, reason: str) -> OpenClaim:
        """Take a claim that lay with its centre or the supervision office back into review; UseError without a reason.

        The reason stands over the bill until the claim is signed.
        """
        if not reason.strip():
            raise UseError("بنویسید با چه چیزی سند به رسیدگی بازگشته است.")

        def take(unit: OfficeChange) -> None:
            digest = open_claim.result.digest_of(None)
            unit.decisions.add(open_claim.id, DecisionKind.SEND_BACK, result_digest=digest, reason=reason.strip())
            unit.claims.set_state(open_claim.id, ClaimState.IN_REVIEW)

        return self._act(open_claim, take, right=Action.SEND_AWAY, states=AWAY_STATES)

    def _decide(
        self,
        open_claim: OpenClaim,
        kind: DecisionKind,
        *,
        line: int | None = None,
        rule: str | None = None,
        fact: str | None = None,
        value: FactValue | None = None,
        amount: Rial | None = None,
        reason: str | None = None,
    ) -> OpenClaim:
        def write(unit: OfficeChange) -> None:
            unit.decisions.add(
                open_claim.id,
                kind,
                result_digest=open_claim.result.digest_of(line),
                line=line,
                rule=rule,
                fact=fact,
                value=value,
                amount=amount,
                reason=reason,
            )

        return self._act(open_claim, write)

    def _act(
        self,
        open_claim: OpenClaim,
        action: Callable[[OfficeChange], None],
        *,
        right: Action = Action.REVIEW,
        states: frozenset[ClaimState] = OPEN_STATES,
    ) -> OpenClaim:
        """Change a claim that still takes it, and keep its summary for the queue; raises UseError."""
        with self._office.change(self._session.user.id) as unit:
            expect_right(self._session, right, now=unit)
            expect_new_eyes(self._session, unit, open_claim.id)
            expect_on_no_other_desk(self._office, unit, open_claim.id)
            state = unit.claims.standing(open_claim.id).state
            if state not in states:
                raise UseError("رسیدگی این سند بسته شده است و دیگر نظری نمی‌پذیرد.")
            if state is ClaimState.RECEIVED:
                unit.claims.set_state(open_claim.id, ClaimState.IN_REVIEW)
            action(unit)
            changed = self._opening.open(unit, open_claim.id)
            unit.results.put(open_claim.id, settled_summary(changed.settlement))
        return changed


def _undone_together(last: Decision, decisions: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """Return what one undo takes back: the last decision, or all answers that were given with it at one stroke."""
    if last.reason not in AT_ONE_STROKE:
        return (last,)
    return tuple(d for d in reversed(decisions) if (d.at, d.author) == (last.at, last.author) and not d.undone)
