"""Sheets to draw: a claim with every mark on it, and bills of any length. All figures are test figures."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from app.domain.assessment import ClaimResult, LineResult, Totals
from app.domain.claim import Claim, ClaimKind, Line, Patient, Person, Provider, Submission
from app.domain.dates import JalaliDate, JalaliMonth, Moment
from app.domain.findings import Effect, Finding, Mark, Pen, Step, Verdict
from app.domain.money import percent_of
from app.domain.office import Decision, DecisionKind
from app.domain.persian import persian_digits
from app.domain.rulebook import Decides, RuleEntry
from app.domain.settlement import settle
from app.sheets.content import AssessmentSheet, Signatory

DAY = JalaliDate(1404, 7, 13)
SUBMISSION = Submission(
    id="1404-0711",
    month=JalaliMonth(1404, 7),
    provider=Provider("p-1", "imaging_center", "private", name="مرکز تصویربرداری مهرگان (آزمایشی)"),
    fund="government_staff",
)
PATIENT = Patient("0067749828", name="گلناز پژوهش‌کیا")
PRESCRIBER = Person(id="48213", name="دکتر ژاله یزدان‌پناه", qualification="specialist")
MARKED_LINES = (
    (Line(1, "imaging", 1_840_000, "603150-B", "سی‌تی اسکن مغز با ماده حاجب (CT brain with contrast)"), 1_610_000),
    (Line(2, "imaging", 2_300_000, "702030", "ام‌آرآی زانو، راست"), 2_300_000),
    (Line(3, "imaging", 180_000, "700120", "رادیوگرافی ساده شکم [KUB]", Decimal(2)), 0),
    (
        Line(4, "imaging", 950_000, "701880", "سونوگرافی داپلر رنگی عروق کاروتید و «ورتبرال» دوطرفه، همراه گزارش"),
        950_000,
    ),
    (Line(5, "imaging", 1_250_000, "701905", "سونوگرافی کامل شکم و لگن"), 1_000_000),
    (Line(6, "imaging", 640_000, "700640", "ماموگرافی دوطرفه"), 0),
    (
        Line(7, "imaging", 420_000, "700410", "رادیوگرافی لاله گوش، فک و سلول‌های ماستوئید", modifiers=("51", "62")),
        420_000,
    ),
)
MARKED_FINDINGS = (
    Finding(
        "GEN-15e",
        "بخش اول، بند ۱۵، جزء ه",
        Effect.REDUCE,
        "مبلغ درخواستی بیش از تعرفه است؛ تعرفه روز خدمت پرداخت می‌شود.",
        line=1,
        before=1_840_000,
        after=1_610_000,
        steps=(
            Step("ارزش نسبی × ضریب ریالی (رقم آزمایشی)", "۱۶٫۱ × ۱۰۰٬۰۰۰", 1_610_000),
            Step("مبلغ درخواستی", "", 1_840_000),
            Step("آنچه تأیید می‌شود، کمترینِ دو مبلغ بالا است", "min(۱٬۸۴۰٬۰۰۰ ، ۱٬۶۱۰٬۰۰۰)", 1_610_000),
        ),
        also=("GEN-12",),
    ),
    Finding(
        "RAD-07b",
        "بخش دوم، پرتوپزشکی، الف، بند ۷ (ب)",
        Effect.REJECT,
        "گزارش کلیشه پیوست سند نیست؛ خدمت بدون گزارش پرداخت نمی‌شود و در تعهد سازمان نیست.",
        line=3,
        before=180_000,
        after=0,
        facts=("report_attached",),
    ),
    Finding(
        "SON-04",
        "بخش دوم، پرتوپزشکی، ب، بند ۴",
        Effect.QUERY,
        "آیا دستگاه داپلر توان بررسی عروق داخل و خارج جمجمه را دارد؟",
        line=4,
        before=950_000,
        after=950_000,
        facts=("tcd_equipment", "specialty_relevant"),
    ),
    Finding(
        "RAD-11a",
        "بخش دوم، پرتوپزشکی، الف، بند ۱۱",
        Effect.REDUCE,
        "برای بیمار سرپایی تنها یک نوبت در سال در تعهد است.",
        line=5,
        pen=Pen.RED,
        before=1_250_000,
        after=1_000_000,
        reading="بند از «کلیشه» سخن می‌گوید و فهرست بها از «نوبت»؛ شمار کلیشه‌ها گرفته شد و برداشت دیگر هم ممکن است.",
    ),
    Finding(
        "GEN-08",
        "بخش اول، بند ۸",
        Effect.NOTE,
        "تاریخ نسخه و تاریخ پذیرش بیش از یک ماه فاصله دارند، ولی در مهلت اعتبار است.",
    ),
)
MANY_STEPS = tuple(
    Step(f"جزء {persian_digits(no)} از بهای خدمت (رقم آزمایشی)", f"{persian_digits(no)} × ۱۰۰٬۰۰۰", no * 100_000)
    for no in range(1, 31)
)
FACT_LABELS = {
    "report_attached": "پیوست بودن گزارش",
    "tcd_equipment": "دستگاه داپلر با توان بررسی عروق داخل و خارج جمجمه",
    "specialty_relevant": "در حوزه تخصص پزشک تجویزکننده بودن خدمت",
}


def line_result(line: Line, approved: int, *, asked: bool = False, pen: Pen = Pen.GREEN) -> LineResult:
    """Return an engine's line with the mark of article 20."""
    mark = Mark.QUERY if asked else Mark.TICK if approved == line.amount else Mark.CIRCLE if approved else Mark.ZERO
    return LineResult(line.no, line.amount, approved, mark, pen)


def result_of(lines: tuple[LineResult, ...], findings: tuple[Finding, ...] = (), **more: object) -> ClaimResult:
    """Return a result whose totals add up, shared at 30 percent."""
    claimed, approved = sum(line.claimed for line in lines), sum(line.approved for line in lines)
    patient = percent_of(30, approved)
    totals = Totals(claimed, approved, claimed - approved, patient, approved - patient)
    return ClaimResult("77-1205", Verdict.ADJUSTED, totals, lines, findings, Fraction(30), **more)


def sheet_of(
    claim: Claim, result: ClaimResult, decisions: tuple[Decision, ...] = (), **more: object
) -> AssessmentSheet:
    """Return a sheet with people's decisions laid over the result."""
    return AssessmentSheet(
        office_name="اداره رسیدگی به اسناد پزشکی، شعبه آزمایشی",
        submission=SUBMISSION,
        claim=claim,
        settlement=settle(result, result, decisions, {7: "م. ر."}),
        digest=result.digest(),
        printed_on=DAY,
        fact_labels=FACT_LABELS,
        **more,
    )


def marked_sheet() -> AssessmentSheet:
    """A claim with each mark, a person's override on line 6, trial figures, and both signatories."""
    claim = Claim(
        id="77-1205",
        kind=ClaimKind.IMAGING,
        patient=PATIENT,
        lines=tuple(line for line, _ in MARKED_LINES),
        prescriber=PRESCRIBER,
        prescription_date=JalaliDate(1404, 7, 1),
        service_date=JalaliDate(1404, 7, 5),
        diagnosis="سردرد مقاوم به درمان، بررسی عروقی (R51)",
    )
    lines = tuple(
        line_result(line, approved, asked=line.no == 4, pen=Pen.RED if line.no == 5 else Pen.GREEN)
        for line, approved in MARKED_LINES
    )
    result = result_of(lines, MARKED_FINDINGS, unofficial=("بسته آزمایشی تصویربرداری ۱۴۰۴",))
    decision = decision_on(result, 6, 640_000, "گزارش در پرونده الکترونیک دیده شد")
    signatories = {
        "reviewer": Signatory(Pen.GREEN, "مریم رستگار", "کارشناس رسیدگی فنی"),
        "accountant": Signatory(Pen.RED, None, "کارشناس حسابداری"),
    }
    return sheet_of(claim, result, (decision,), **signatories)


def long_sheet(count: int) -> AssessmentSheet:
    """A laboratory claim of so many lines, every third with a finding."""
    lines = tuple(
        Line(no, "lab", 100_000 + 1_000 * no, f"80{no:04d}", f"آزمایش شماره {no} از فهرست آزمایش‌های خون و ادرار")
        for no in range(1, count + 1)
    )
    results = tuple(line_result(line, line.amount - 1_000 if line.no % 3 == 0 else line.amount) for line in lines)
    findings = tuple(
        replace(MARKED_FINDINGS[0], line=line.no, before=line.claimed, after=line.approved)
        for line in results
        if line.claimed != line.approved
    )
    claim = Claim("77-1206", ClaimKind.LABORATORY, PATIENT, lines, service_date=DAY)
    return sheet_of(claim, result_of(results, findings))


def hospital_sheet() -> AssessmentSheet:
    """A hospital bill of three sections, one line paid in part."""
    lines = (
        Line(1, "hotel", 9_800_000, "991001", "اقامت در بخش، اتاق دوتختی", Decimal(4)),
        Line(2, "hotel", 1_200_000, "991014", "همراه بیمار"),
        Line(3, "surgery", 24_500_000, "401020", "ترمیم فتق کشاله ران، یک طرفه"),
        Line(4, "drug", 3_450_000, "", "داروهای بخش و اتاق عمل طبق فهرست پیوست"),
    )
    results = tuple(
        line_result(line, 0 if line.no == 2 else 22_050_000 if line.no == 3 else line.amount) for line in lines
    )
    findings = (
        replace(MARKED_FINDINGS[1], line=2, before=1_200_000, message="همراه این بیمار در تعهد نیست."),
        replace(MARKED_FINDINGS[0], line=3, before=24_500_000, after=22_050_000, steps=MANY_STEPS),
    )
    claim = Claim(
        id="77-1207",
        kind=ClaimKind.INPATIENT,
        patient=PATIENT,
        lines=lines,
        admitted_at=Moment(JalaliDate(1404, 6, 28), 8, 30),
        discharged_at=Moment(JalaliDate(1404, 7, 1), 12, 5),
        diagnosis="فتق کشاله ران (K40.9)",
    )
    return sheet_of(claim, result_of(results, findings))


def rejected_sheet() -> AssessmentSheet:
    """A claim that one finding on the whole of it brings to nothing."""
    line = MARKED_LINES[1][0]
    finding = replace(
        MARKED_FINDINGS[1], line=None, before=line.amount, message="نسخه بدون مهر و امضای پزشک است؛ سند برگشت می‌شود."
    )
    claim = Claim("77-1208", ClaimKind.IMAGING, PATIENT, (line,), service_date=DAY)
    return sheet_of(claim, replace(result_of((line_result(line, 0),), (finding,)), verdict=Verdict.REJECTED))


def decision_on(result: ClaimResult, line_no: int, amount: int, reason: str) -> Decision:
    """Return a person's word on the amount of a line, on today's result."""
    return Decision(
        1,
        DecisionKind.SET_AMOUNT,
        author=7,
        at="2025-10-05T08:30:00Z",
        result_digest=result.digest_of(line_no),
        line=line_no,
        amount=amount,
        reason=reason,
    )


def judged_rule() -> RuleEntry:
    """Return a rule that only a person can judge."""
    return RuleEntry(
        id="GEN-16b",
        area="general",
        clause="بخش اول، بند ۱۶",
        source="آزمایشی",
        title="تناسب خدمت با تشخیص",
        wording="خدمت باید با تشخیص نوشته‌شده تناسب داشته باشد.",
        kinds=frozenset(ClaimKind),
        decides=Decides.PERSON,
        effect=Effect.REDUCE,
    )
