"""The result of a sample as a small report, for the screen and on paper."""

from app.domain.persian import date_text, persian_digits
from app.domain.rights import Action
from app.domain.sample_report import NOT_EXTRAPOLATED, SampleReport, sample_criteria, sample_tables
from app.domain.statistics_report import StatisticsReport
from app.files.statistics_workbook import statistics_workbook
from app.services.clock import day_of
from app.services.office import Office
from app.services.people import Session
from app.services.rights import expect_right
from app.services.sample_views import SampleView
from app.services.sign_off import DEFAULT_OFFICE_NAME, OFFICE_NAME_SETTING
from app.sheets.sample_report import draw_sample_report


def sample_report(office: Office, session: Session, sample: SampleView) -> SampleReport:
    """Return the report of a sample as it stands; raises UseError for who draws no samples."""
    with office.read() as view:
        expect_right(session, Action.DRAW_SAMPLE, now=view)
        office_name = view.settings.get(OFFICE_NAME_SETTING) or DEFAULT_OFFICE_NAME
    clauses = {entry.id: entry.clause for entry in office.rulebook.values()}
    drawn = f"{sample.name(sample.sample.drawn_by)}، {date_text(day_of(sample.drawn_at))}"
    return SampleReport(
        office_name=office_name,
        number=sample.sample.id,
        printed_on=day_of(office.clock()),
        printed_by=session.user.full_name,
        criteria=(*sample_criteria(sample.sample), ("قرعه‌کشی", drawn)),
        result=sample.result,
        tables=sample_tables(sample.rows, sample.result, sample.name, clauses),
        trial_figures=any(row.trial_figures for row in sample.rows),
    )


def sample_workbook(office: Office, session: Session, sample: SampleView) -> bytes:
    """Return the report of a sample as the content of an .xlsx file; raises UseError for who draws no samples."""
    report, result = sample_report(office, session, sample), sample.result
    found = (
        ("دیده‌شده", persian_digits(result.whole.looked_at)),
        ("موافق", persian_digits(result.whole.agreed)),
        ("ناموافق", persian_digits(result.whole.not_agreed)),
        ("تعمیم", NOT_EXTRAPOLATED),
    )
    return statistics_workbook(
        StatisticsReport(
            office_name=report.office_name,
            printed_on=report.printed_on,
            printed_by=report.printed_by,
            criteria=(*report.criteria, *found),
            claims=result.drawn,
            claimed=sum(row.claimed for row in sample.rows),
            approved=sum(row.claimed - row.deducted for row in sample.rows),
            deducted=sum(row.deducted for row in sample.rows),
            trial_figures=report.trial_figures,
            tables=report.tables,
            title=f"نتیجه نمونه {persian_digits(report.number)}",
        )
    )


def draw_report(office: Office, session: Session, sample: SampleView) -> tuple[bytes, str]:
    """Return the report of a sample as a PDF, and a name for its file."""
    return draw_sample_report(sample_report(office, session, sample)), f"sample-{sample.sample.id}.pdf"
