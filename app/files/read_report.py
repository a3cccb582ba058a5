"""What reading a claim file found."""

from dataclasses import dataclass
from pathlib import Path

from app.domain.claim import Claim, ClaimFile, Submission
from app.domain.persian import persian_digits
from app.files.problem_texts import Severity
from app.files.problems import Problem, problem_lines


@dataclass(frozen=True, slots=True)
class ReadReport:
    """A claim file as it was read.

    A faulty file brings no submission and no claims; `good_claims` then names those of its claims in which nothing was
    wrong. `sha256` is the hash of the bytes read, which are the whole file where it is `ok`. Of more than a thousand
    errors or warnings the rest is only counted, in `omitted`.
    """

    path: Path
    sha256: str
    submission: Submission | None
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...]
    good_claims: tuple[str, ...]
    omitted: int = 0

    @property
    def ok(self) -> bool:
        """Whether the file may be imported: no error, whatever the warnings."""
        return self.submission is not None

    @property
    def claim_file(self) -> ClaimFile | None:
        """The submission with its claims, or None of a faulty file."""
        return None if self.submission is None else ClaimFile(self.submission, self.claims)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The faults that keep the file out."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What was mended, or deserves a look, and keeps nothing out."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.WARNING)


def format_problems(report: ReadReport) -> str:
    """Return a report for the command line: one fault a line, the place first, and how many claims were good."""
    lines = problem_lines(report.problems, report.omitted)
    if not report.ok and report.good_claims:
        lines.append(f"از این پرونده {persian_digits(len(report.good_claims))} سند بی‌خطا بود، ولی هیچ سندی وارد نشد.")
    return "\n".join(lines)
