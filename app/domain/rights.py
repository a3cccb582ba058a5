"""Who may do what in the office: one table of actions and roles, and where four eyes are needed.

The roles and their parts are those of the design (reviewer, accountant, supervisor, administrator). One person may hold
several roles, but never both sides of one approval: what is `own` work of a person, another one approves.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.office import Role


class Action(StrEnum):
    """What a person may want to do."""

    IMPORT = "import"
    SEE_CLAIMS = "see_claims"
    REVIEW = "review"
    SIGN_REVIEW = "sign_review"
    SEND_AWAY = "send_away"
    ENDORSE = "endorse"
    SEND_BACK = "send_back"
    SET_THRESHOLDS = "set_thresholds"
    DRAW_SAMPLE = "draw_sample"
    JUDGE_SAMPLE = "judge_sample"
    CORRECT = "correct"
    SIGN_ACCOUNTS = "sign_accounts"
    SEE_PAYMENTS = "see_payments"
    LIST_PAYMENTS = "list_payments"
    RECORD_OBJECTION = "record_objection"
    REVIEW_OBJECTION = "review_objection"
    HAND_OVER_REPORT = "hand_over_report"
    ASSIGN = "assign"
    PRINT_SHEETS = "print_sheets"
    SEE_STATISTICS = "see_statistics"
    INSTALL_PACK = "install_pack"
    SET_FARES = "set_fares"
    SET_RECEIVERS = "set_receivers"
    MANAGE_PEOPLE = "manage_people"
    CHANGE_OFFICE = "change_office"


@dataclass(frozen=True, slots=True)
class Right:
    """Which roles have a right; `on_own_work` False where nobody uses it on their own work (four eyes)."""

    roles: frozenset[Role]
    on_own_work: bool = True


def _right(*roles: Role, on_own_work: bool = True) -> Right:
    return Right(frozenset(roles), on_own_work)


_REVIEWER, _ACCOUNTANT = Role.REVIEWER, Role.ACCOUNTANT
_SUPERVISOR, _ADMINISTRATOR = Role.SUPERVISOR, Role.ADMINISTRATOR

RIGHTS: Mapping[Action, Right] = {
    Action.IMPORT: _right(_REVIEWER, _ADMINISTRATOR),
    Action.SEE_CLAIMS: _right(_REVIEWER, _ACCOUNTANT, _SUPERVISOR),
    Action.REVIEW: _right(_REVIEWER),
    Action.SIGN_REVIEW: _right(_REVIEWER),
    Action.SEND_AWAY: _right(_REVIEWER),
    Action.ENDORSE: _right(_SUPERVISOR, on_own_work=False),
    Action.SEND_BACK: _right(_SUPERVISOR, _ACCOUNTANT, on_own_work=False),
    Action.SET_THRESHOLDS: _right(_SUPERVISOR, _ADMINISTRATOR),
    Action.DRAW_SAMPLE: _right(_SUPERVISOR),
    Action.JUDGE_SAMPLE: _right(_SUPERVISOR, on_own_work=False),
    Action.CORRECT: _right(_ACCOUNTANT, on_own_work=False),
    Action.SIGN_ACCOUNTS: _right(_ACCOUNTANT, on_own_work=False),
    Action.SEE_PAYMENTS: _right(_ACCOUNTANT),
    Action.LIST_PAYMENTS: _right(_ACCOUNTANT, on_own_work=False),
    Action.RECORD_OBJECTION: _right(_REVIEWER, _ACCOUNTANT, _SUPERVISOR),
    Action.REVIEW_OBJECTION: _right(_REVIEWER, on_own_work=False),
    Action.HAND_OVER_REPORT: _right(_REVIEWER, _ACCOUNTANT, _SUPERVISOR),
    Action.ASSIGN: _right(_SUPERVISOR),
    Action.PRINT_SHEETS: _right(_REVIEWER, _ACCOUNTANT, _SUPERVISOR),
    Action.SEE_STATISTICS: _right(_ACCOUNTANT, _SUPERVISOR),
    Action.INSTALL_PACK: _right(_ADMINISTRATOR),
    Action.SET_FARES: _right(_SUPERVISOR, _ADMINISTRATOR),
    Action.SET_RECEIVERS: _right(_ADMINISTRATOR),
    Action.MANAGE_PEOPLE: _right(_ADMINISTRATOR),
    Action.CHANGE_OFFICE: _right(_ADMINISTRATOR),
}
"""Own work is: for ENDORSE, SEND_BACK, CORRECT, SIGN_ACCOUNTS, LIST_PAYMENTS and JUDGE_SAMPLE what the person decided
on the claim or signed as its reviewer; for REVIEW_OBJECTION an earlier version that the person signed."""

_DOING: Mapping[Action, str] = {
    Action.IMPORT: "ورود پرونده",
    Action.SEE_CLAIMS: "دیدن سندها",
    Action.REVIEW: "نظر دادن در سند",
    Action.SIGN_REVIEW: "امضای برگ رسیدگی",
    Action.SEND_AWAY: "بازگرداندن یا ارجاع سند",
    Action.ENDORSE: "تأیید اختلاف با ضابطه",
    Action.SEND_BACK: "بازگرداندن سند به رسیدگی",
    Action.SET_THRESHOLDS: "تعیین آستانه‌های نظارت",
    Action.DRAW_SAMPLE: "نمونه‌گیری",
    Action.JUDGE_SAMPLE: "نظر دادن درباره نمونه",
    Action.CORRECT: "تصحیح حسابداری",
    Action.SIGN_ACCOUNTS: "امضای حسابداری",
    Action.SEE_PAYMENTS: "دیدن فهرست‌های پرداخت",
    Action.LIST_PAYMENTS: "پرداخت خسارت",
    Action.RECORD_OBJECTION: "ثبت اعتراض",
    Action.REVIEW_OBJECTION: "رسیدگی به اعتراض",
    Action.HAND_OVER_REPORT: "تحویل گزارش عملکرد",
    Action.ASSIGN: "واگذاری کار",
    Action.PRINT_SHEETS: "چاپ برگ‌ها",
    Action.SEE_STATISTICS: "دیدن آمار",
    Action.INSTALL_PACK: "نصب بسته مرجع",
    Action.SET_FARES: "ثبت نرخ‌های سفر",
    Action.SET_RECEIVERS: "تعیین گیرندگان پرونده‌ها",
    Action.MANAGE_PEOPLE: "مدیریت افراد دفتر",
    Action.CHANGE_OFFICE: "تغییر تنظیم‌های دفتر",
}

_POSTS: Mapping[Role, str] = {
    Role.REVIEWER: "کارشناس رسیدگی",
    Role.ACCOUNTANT: "کارشناس حسابداری",
    Role.SUPERVISOR: "ناظر",
    Role.ADMINISTRATOR: "مدیر دفتر",
}


def refusal(action: Action, roles: frozenset[Role], *, own: bool = False) -> str | None:
    """Return why somebody with these roles may not do something, as a Persian sentence; None where they may.

    Args:
        action: what they want to do.
        roles: the roles that they hold.
        own: whether they would do it on their own work.
    """
    right = RIGHTS[action]
    if not right.roles & roles:
        posts = " یا ".join(_POSTS[role] for role in Role if role in right.roles)
        return f"{_DOING[action]} کار {posts} است. با نام کاربری دیگری وارد شوید."
    if own and not right.on_own_work:
        return f"{_DOING[action]} روی کار خود شما با شما نیست؛ کس دیگری باید آن را انجام دهد."
    return None
