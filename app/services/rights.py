"""Rights at work: whoever calls a service is held to the table of rights, and to four eyes on a claim."""

from collections.abc import Iterable

from app.domain.claim_versions import signed_before
from app.domain.findings import Pen
from app.domain.office import Decision, DecisionKind, Role, SignedSheet
from app.domain.rights import Action, refusal
from app.errors import UseError
from app.services.people import Session
from app.store.transactions import OfficeChange, OfficeView

_WORDS_ABOUT_WORK = frozenset({DecisionKind.ENDORSE, DecisionKind.SEND_BACK})


def expect_right(
    session: Session, action: Action, *, own: bool = False, now: OfficeView | OfficeChange | None = None
) -> None:
    """Raise UseError where a person may not do something, saying who may.

    Args:
        session: the person who wants to.
        action: what they want to do.
        own: whether it is their own work.
        now: the office as it stands, in the transaction of what is done; roles that were taken away since the person
            signed in then count no longer. None goes by the roles of the session.
    """
    user = session.user if now is None else now.users.get(session.user.id)
    if not user.active:
        raise UseError("نام کاربری شما غیرفعال شده است؛ با مدیر دفتر سخن بگویید.")
    if user.must_change_password:
        raise UseError("گذرواژه شما بازنشانی شده است؛ از حساب خارج شوید و با گذرواژه یک‌بارمصرف خود وارد شوید.")
    reason = refusal(action, user.roles, own=own)
    if reason is not None:
        raise UseError(reason)


def expect_new_eyes(session: Session, now: OfficeView | OfficeChange, claim_id: int) -> None:
    """Raise UseError where a claim is reviewed anew after an objection by somebody who signed an earlier version."""
    version = now.claims.standing(claim_id).version
    if version > 1:
        own = signed_before(session.user.id, now.sheets.of_claim(claim_id), version)
        expect_right(session, Action.REVIEW_OBJECTION, own=own, now=now)


def reviewed_by(user_id: int, decisions: Iterable[Decision], sheets: Iterable[SignedSheet]) -> bool:
    """Tell whether a claim's review is a person's own work: they decided on it in green, or signed it as reviewer."""
    decided = any(
        word.author == user_id and word.pen is Pen.GREEN and word.kind not in _WORDS_ABOUT_WORK and not word.undone
        for word in decisions
    )
    return decided or any(sheet.signed_by == user_id and sheet.role is Role.REVIEWER for sheet in sheets)


def corrected_by(user_id: int, decisions: Iterable[Decision]) -> bool:
    """Tell whether amounts of a claim that were corrected in red are a person's own."""
    return any(
        word.author == user_id and word.pen is Pen.RED and word.kind not in _WORDS_ABOUT_WORK and not word.undone
        for word in decisions
    )
