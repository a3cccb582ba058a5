"""Submissions to report on: a mixed one, and ones of any length. All figures are test figures."""

from dataclasses import replace

from sheet_samples import SUBMISSION

from app.domain.assessment import Totals
from app.domain.claim import ClaimKind, Patient
from app.domain.dates import JalaliDate, JalaliMonth
from app.domain.findings import Pen
from app.domain.money import percent_of
from app.domain.office import ClaimState
from app.sheets.content_submission import (
    DeductedLine,
    EarlierSubmission,
    Reason,
    ReportedClaim,
    ReportSignatory,
    SubmissionReport,
    Sum,
)

DAY = JalaliDate(1404, 8, 20)
PRICE = Reason(
    0,
    "مبلغ درخواستی بیش از تعرفه است؛ تعرفه روز خدمت پرداخت می‌شود.",
    "GEN-15e",
    "بخش اول، بند ۱۵، جزء ه",
)
REPORT = Reason(
    0,
    "گزارش کلیشه پیوست سند نیست؛ خدمت بدون گزارش پرداخت نمی‌شود و در تعهد سازمان نیست.",
    "RAD-07b",
    "بخش دوم، پرتوپزشکی، الف، بند ۷ (ب)",
)
PERSON = Reason(0, "نرخ توافق‌شده با مرکز", initials="م.ر")
ACCOUNTANT = Reason(0, "جمع ستون اشتباه است", pen=Pen.RED, initials="ح.ن")
NAMES = ("گلناز پژوهش‌کیا", "چکاوک ژرف‌بین", "یاشار قدمگاهی", "پریسا ثابت‌قدم")


def line(no: int, claimed: int, *taken: tuple[Reason, int], title: str = "سونوگرافی کامل شکم و لگن") -> DeductedLine:
    """Return a line from which these reasons took so much."""
    reasons = tuple(replace(reason, amount=amount) for reason, amount in taken)
    left = claimed - sum(reason.amount for reason in reasons)
    return DeductedLine(no, "imaging", title, f"7019{no:02d}", claimed, left, reasons)


def claim(number: int, *lines: DeductedLine, clean: int = 500_000, **more: object) -> ReportedClaim:
    """Return a settled imaging claim of these lines and one more that stands."""
    claimed = clean + sum(line.claimed for line in lines)
    approved = clean + sum(line.approved for line in lines)
    patient = percent_of(30, approved)
    said = {
        "id": f"77-{1200 + number}",
        "kind": ClaimKind.IMAGING,
        "patient": Patient(f"00677498{number % 100:02d}", name=NAMES[number % len(NAMES)]),
        "day": JalaliDate(1404, 7, 1 + number % 29),
        "state": ClaimState.CLOSED,
        "claimed": claimed,
        "totals": Totals(claimed, approved, claimed - approved, patient, approved - patient),
        "sections": {"imaging": Sum(len(lines) + 1, claimed, approved)},
        "lines": lines,
        "signed": True,
    }
    return ReportedClaim(**(said | more))


def report(*claims: ReportedClaim, **more: object) -> SubmissionReport:
    """Return the report of a submission of these claims."""
    said = {
        "office_name": "اداره رسیدگی به اسناد پزشکی، شعبه آزمایشی",
        "submission": replace(SUBMISSION, delivered_on=JalaliDate(1404, 8, 10)),
        "claims": claims,
        "printed_on": DAY,
        "objection_days": 15,
        "signatories": (
            ReportSignatory("کارشناس رسیدگی فنی", "مریم رستگار"),
            ReportSignatory("کارشناس حسابداری"),
            ReportSignatory("رئیس اداره"),
        ),
    }
    return SubmissionReport(**(said | more))


def mixed_report(**more: object) -> SubmissionReport:
    """Return a report with every kind of reason, a claim without a deduction, and one that went back."""
    surgery = DeductedLine(
        1, "surgery", "ترمیم فتق کشاله ران، یک طرفه", None, 24_500_000, 22_050_000, (replace(PRICE, amount=2_450_000),)
    )
    return report(
        claim(1, line(1, 1_840_000, (PRICE, 230_000)), line(3, 180_000, (REPORT, 180_000))),
        claim(2, line(2, 950_000, (PRICE, 50_000), (PERSON, 100_000))),
        claim(3),
        claim(4, line(1, 640_000, (ACCOUNTANT, 40_000)), version=2),
        claim(
            5,
            surgery,
            kind=ClaimKind.INPATIENT,
            sections={"surgery": Sum(1, 24_500_000, 22_050_000), "drug": Sum(1, 500_000, 500_000)},
        ),
        claim(6, state=ClaimState.RETURNED, totals=None, sections={}, signed=False),
        **(
            {
                "earlier": (
                    EarlierSubmission("1404-0611", JalaliMonth(1404, 6), Sum(31, 98_200_000, 91_150_000)),
                    EarlierSubmission("1404-0511", JalaliMonth(1404, 5), Sum(27, 84_000_000, 79_400_500)),
                )
            }
            | more
        ),
    )


def long_report(count: int) -> SubmissionReport:
    """Return a report of so many claims, each with two deducted lines."""
    return report(
        *(
            claim(number, line(1, 1_000_000 + number, (PRICE, 1_000 + number)), line(2, 90_000, (REPORT, 90_000)))
            for number in range(1, count + 1)
        )
    )
