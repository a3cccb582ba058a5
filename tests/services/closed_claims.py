"""An office with several people in which claims are closed and reported, for the tests of objections."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from app.domain.dates import JalaliDate
from app.domain.office import Role
from app.services.accounting import Accounting
from app.services.clock import Clock, day_of
from app.services.objections import Objections
from app.services.office import Office
from app.services.people import Session, add_person, sign_in
from app.services.review import Review
from app.services.sign_off import sign
from app.store.folder import write_private_file
from tests.services.offices import PASSWORD, add_claims, claim, line, make_office

SECOND, ACCOUNTANT = ("omid", "امید نوری"), ("sahar", "سحر یاوری")


@dataclass(frozen=True, slots=True)
class House:
    """The office with its people: who reviews first, who reviews later, and who closes."""

    office: Office
    first: Session
    second: Session
    accountant: Session

    @property
    def today(self) -> JalaliDate:
        """The day of the office's clock."""
        return day_of(self.office.clock())

    def bring(self, *lines: dict[str, Any], claim_id: str = "C-1") -> int:
        """Import a claim with these lines, one clean and one that is cut by default."""
        rows = lines or (line(1, "T-CHEST", 60_000), line(2, "700245", 100_000))
        (number,) = add_claims(self.office, self.first, claim(claim_id, *rows), submission_id=f"S-{claim_id}")
        return number

    def sign(self, number: int, session: Session | None = None) -> None:
        """Sign a claim as its reviewer sees it."""
        session = session or self.first
        sign(self.office, session, Review(self.office, session).open(number))

    def close(self, number: int, session: Session | None = None) -> None:
        """Sign a claim as its reviewer, and then as its accountant."""
        self.sign(number, session)
        accounting = Accounting(self.office, self.accountant)
        accounting.sign(Review(self.office, self.accountant).open(number))

    def hand_over(self, number: int, day: JalaliDate | None = None) -> None:
        """Record that the centre was given the report of a claim's submission."""
        with self.office.change(self.first.user.id) as unit:
            submission = unit.claims.standing(number).submission_id
            report = f"report {submission} {len(unit.handovers.of_submission(submission))}".encode()
            path = self.office.store.sheets_folder / f"report-{sha256(report).hexdigest()[:12]}.pdf"
            write_private_file(path, report)
            digest = sha256(report).hexdigest()
            unit.handovers.add(submission, day or self.today, sha256=digest, file_name=path.name)

    def reported(self) -> int:
        """Bring a claim that is closed and reported to its centre today."""
        number = self.bring()
        self.close(number)
        self.hand_over(number)
        return number

    def objections(self, session: Session | None = None) -> Objections:
        """Return a person's work on objections; the first reviewer's by default."""
        return Objections(self.office, session or self.first)


def make_house(folder: Path, clock: Clock | None = None) -> House:
    """Return an office with two reviewers and an accountant, signed in."""
    office, first = make_office(folder, clock)
    sessions = []
    for (name, full_name), role in ((SECOND, Role.REVIEWER), (ACCOUNTANT, Role.ACCOUNTANT)):
        add_person(office, first.user.id, name=name, full_name=full_name, roles=frozenset({role}), password=PASSWORD)
        sessions.append(sign_in(office, name, PASSWORD))
    return House(office, first, *sessions)
