"""Statistics for the people who may see them: which figures there are, and the documents behind each."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from app.domain.rights import Action
from app.domain.statistics import (
    Behind,
    Choices,
    CountedClaim,
    Deduction,
    Grouping,
    RuleRecord,
    StatisticsFilter,
    Sums,
    every_circular,
    every_month,
)
from app.domain.statistics_report import StatisticsReport
from app.files.statistics_workbook import statistics_workbook
from app.services.clock import day_of
from app.services.office import Office
from app.services.people import Session
from app.services.rights import expect_right
from app.services.sign_off import DEFAULT_OFFICE_NAME, OFFICE_NAME_SETTING
from app.services.statistics_tables import Figures, criteria_of, tables_of
from app.sheets.statistics_report import draw_statistics_report
from app.store.transactions import OfficeView

PAGE = 200
"""Documents behind a bar that are read at a time."""


class Statistics:
    """The figures of an office in the hands of a person; each call raises UseError where the person may not see them.

    What is asked together is one snapshot, so that a chart agrees with the sums above it whatever others do meanwhile.
    """

    def __init__(self, office: Office, session: Session) -> None:
        self._office, self._session = office, session

    def choices(self) -> Choices:
        """Return what the figures can be narrowed to."""
        with self._view() as view:
            return view.statistics.choices()

    def people(self) -> Mapping[int, str]:
        """Return the full names of the people of the office, by whose words are counted."""
        with self._view() as view:
            return {user.id: user.full_name for user in view.users.list()}

    def deductions(self, grouping: Grouping, wanted: StatisticsFilter) -> tuple[Sums, tuple[Deduction, ...]]:
        """Return what is deducted under each value, with the sums of all; no month or circular is left out."""
        with self._view() as view:
            return view.statistics.sums(wanted), _deductions(view, grouping, wanted)

    def records(self, wanted: StatisticsFilter) -> tuple[Sums, tuple[RuleRecord, ...]]:
        """Return what people said of each rule, with the sums of all claims."""
        with self._view() as view:
            return view.statistics.sums(wanted), view.statistics.records(wanted)

    def documents(self, behind: Behind, wanted: StatisticsFilter, skip: int = 0) -> tuple[CountedClaim, ...]:
        """Return a page of the documents behind a bar, after `skip` of them; fewer than `PAGE` are the last."""
        with self._view() as view:
            expect_right(self._session, Action.SEE_CLAIMS, now=view)
            return view.statistics.documents(behind, wanted, skip=skip, limit=PAGE)

    def report(self, wanted: StatisticsFilter) -> StatisticsReport:
        """Return all figures as tables, to be kept as a workbook or printed; nothing in them names a patient."""
        with self._view() as view:
            statistics = view.statistics
            sums = statistics.sums(wanted)
            figures = Figures(
                sums=sums,
                deductions={grouping: _deductions(view, grouping, wanted) for grouping in Grouping},
                records=statistics.records(wanted),
                choices=statistics.choices(),
                people={user.id: user.full_name for user in view.users.list()},
            )
            name = view.settings.get(OFFICE_NAME_SETTING) or DEFAULT_OFFICE_NAME
        return StatisticsReport(
            office_name=name,
            printed_on=day_of(self._office.clock()),
            printed_by=self._session.user.full_name,
            criteria=criteria_of(wanted, figures),
            claims=sums.claims,
            claimed=sums.claimed,
            approved=sums.approved,
            deducted=sums.deducted,
            trial_figures=sums.trial_claims > 0,
            tables=tables_of(figures, self._office.rulebook),
        )

    def workbook(self, wanted: StatisticsFilter) -> bytes:
        """Return the report as the content of an Excel workbook."""
        return statistics_workbook(self.report(wanted))

    def paper(self, wanted: StatisticsFilter) -> bytes:
        """Return the report as a PDF."""
        return draw_statistics_report(self.report(wanted))

    @contextmanager
    def _view(self) -> Iterator[OfficeView]:
        with self._office.read() as view:
            expect_right(self._session, Action.SEE_STATISTICS, now=view)
            yield view


def _deductions(view: OfficeView, grouping: Grouping, wanted: StatisticsFilter) -> tuple[Deduction, ...]:
    found = view.statistics.deductions(grouping, wanted)
    if grouping is Grouping.CIRCULAR:
        return every_circular(found)
    return every_month(found) if grouping is Grouping.MONTH else found
