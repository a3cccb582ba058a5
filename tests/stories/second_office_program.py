"""Programs of other people on the same office: an accountant who closes and reports, a reviewer who hears objections.

The reviewer works at a desk of their own, through its keys; each program says what it did and ends.
"""

import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from app.services.accounting import Accounting
from app.services.clock import day_of
from app.services.office import Office
from app.services.people import sign_in
from app.services.review import Review
from app.store.folder import write_private_file
from app.store.office import OfficeStore
from app.ui.application import make_application
from app.ui.main_window import MainWindow
from app.ui.passes.objection_pass import ObjectionPass
from app.ui.passes.technical_pass import TechnicalPass
from tests.services.closed_claims import ACCOUNTANT, SECOND
from tests.services.offices import PASSWORD, ticking_clock

BEGIN = datetime(2016, 7, 1, 8, tzinfo=UTC)
WAIT_MS = 20_000


def say(word: object) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def open_office(folder: Path, hours: int) -> Office:
    """Open an office so many hours after the first program began."""
    return Office(OfficeStore.open(folder), ticking_clock(BEGIN + timedelta(hours=hours)))


def wait_until(holds: Callable[[], bool]) -> None:
    """Let the desk work until something holds; raises TimeoutError."""
    loop, poll, end = QEventLoop(), QTimer(interval=20), QTimer(singleShot=True, interval=WAIT_MS)
    poll.timeout.connect(lambda: holds() and loop.quit())
    end.timeout.connect(lambda: loop.exit(1))
    poll.start()
    end.start()
    if loop.exec():
        raise TimeoutError


def close_and_report(folder: Path, claim_id: str, hours: str, days_ago: str) -> None:
    """Sign a claim as its accountant, and hand over the report of its submission some days ago."""
    office = open_office(folder, int(hours))
    session = sign_in(office, ACCOUNTANT[0], PASSWORD)
    closed = Accounting(office, session).sign(Review(office, session).open(int(claim_id)))
    with office.change(session.user.id) as unit:
        day = day_of(office.clock()).plus_days(-int(days_ago))
        report = f"{claim_id} {closed.version}".encode()
        path = office.store.sheets_folder / f"report-{sha256(report).hexdigest()[:12]}.pdf"
        write_private_file(path, report)
        unit.handovers.add(closed.submission_id, day, sha256=sha256(report).hexdigest(), file_name=path.name)
    office.close()
    say(f"{closed.state.value} {closed.version}")


def hear_objection(folder: Path, hours: str, answer: str) -> None:
    """Take up the first open objection at a desk, try to sign, answer it, and sign."""
    application = make_application()
    office = open_office(folder, int(hours))
    window = MainWindow(office)
    window.show()
    window.sign_in_as(SECOND[0], PASSWORD)
    wait_until(lambda: window.desk is not None)
    page = window.show_page("objections")
    wait_until(lambda: bool(page.open.rows))
    page.take_action.trigger()
    desk = window.desk
    wait_until(lambda: desk.claim.open_claim is not None and desk.claim.open_claim.version > 1)
    say(f"taken up {desk.claim.open_claim.version} {desk.claim.open_claim.state.value}")
    desk.pass_of(TechnicalPass).sign_action.trigger()
    say(desk.notices.text)
    objections = desk.pass_of(ObjectionPass)
    objections.answer_action.trigger()
    objections.objections.answer.reasons.field.setText(answer)
    objections.objections.answer.reasons.commit()
    wait_until(lambda: not desk.claim.open_claim.unanswered)
    desk.pass_of(TechnicalPass).sign_action.trigger()
    wait_until(lambda: not desk.claim.open_claim.editable)
    say(f"signed {desk.claim.open_claim.version} {desk.claim.open_claim.state.value}")
    window.close()
    office.close()
    del application


WORK: dict[str, Callable[..., None]] = {work.__name__: work for work in (close_and_report, hear_objection)}

if __name__ == "__main__":
    WORK[sys.argv[1]](Path(sys.argv[2]), *sys.argv[3:])
