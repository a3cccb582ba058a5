"""Two programs on one office: nobody signs another result than the one that was shown to them."""

import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
from frequencies import EDUCATION, FLUORIDE
from offices import PASSWORD, add_claims, claim, line, ticking_clock

from app.domain.office import ClaimState
from app.errors import MachineError, UseError
from app.services.office import Office
from app.services.people import sign_in
from app.services.results import audit_submission
from app.services.review import Review
from app.services.sign_off import ClaimChanged, sign
from app.store.office import OfficeStore

ROOT = Path(__file__).parents[2]


@contextmanager
def another_program(desk):
    """Open the office of a desk a second time, with the same person signed in there."""
    office = Office(OfficeStore.open(desk.office.store.folder), ticking_clock())
    try:
        yield office, sign_in(office, desk.session.user.name, PASSWORD)
    finally:
        office.close()


def sheets_in_folder(desk):
    return sorted(path.name for path in desk.office.store.sheets_folder.iterdir())


def test_a_claim_whose_history_has_changed_is_not_signed_but_given_back_as_it_is(desk_of):
    desk = desk_of(FLUORIDE)
    desk.bring(0, 1)
    shown = desk.open(1)
    assert shown.settlement.totals.approved == FLUORIDE.amount
    with another_program(desk) as (office, session):
        sign(office, session, Review(office, session).open(desk.number(0)))
    before = sheets_in_folder(desk)

    with pytest.raises(ClaimChanged) as refused:
        sign(desk.office, desk.session, shown)

    assert str(refused.value) == (
        "امضا نشد: سابقه بیمار تغییر کرده و مبلغ تأییدشده از ۷۰٬۰۰۰ به ۰ ریال رسیده است."
        " سند از نو نشان داده شد؛ ببینید و دوباره امضا کنید."
    )
    assert sheets_in_folder(desk) == before
    now = refused.value.now
    assert (now.settlement, now.history) == (desk.open(1).settlement, desk.open(1).history)
    sign(desk.office, desk.session, now)
    assert (desk.open(1).state, desk.approved(1)) == (ClaimState.TECHNICALLY_DONE, [0])
    assert desk.office.store.check() == []


def test_a_history_that_changes_no_word_of_the_sheet_does_not_hold_it_up(desk_of):
    desk = desk_of(FLUORIDE)
    desk.bring(0, 2)
    shown = desk.open(2)
    desk.sign(0)
    assert desk.open(2).history != shown.history

    sign(desk.office, desk.session, shown)
    assert desk.approved(2) == [FLUORIDE.amount]


def test_an_answer_given_elsewhere_is_shown_before_it_is_signed(desk_of):
    desk = desk_of(FLUORIDE)
    desk.bring(0)
    shown = desk.open(0)
    with another_program(desk) as (office, session):
        review = Review(office, session)
        review.set_amount(review.open(desk.number(0)), 1, 10_000, "توافق")

    with pytest.raises(ClaimChanged, match="پاسخ یا نظری بر همین سند"):
        sign(desk.office, desk.session, shown)
    assert desk.open(0).editable


def test_a_stamp_that_came_in_with_another_file_is_shown_before_it_is_signed(desk):
    office, session = desk
    stamped = claim("C-1", line(1, "T-CHEST", 60_000), other_provider_stamp=True)
    (number,) = add_claims(office, session, stamped)
    review = Review(office, session)
    shown = review.open(number)
    add_claims(office, session, stamped, submission_id="S-2")

    with pytest.raises(
        ClaimChanged, match="دانسته‌های دفتر از این درخواست یا بسته‌های مرجع تغییر کرده و نتیجه دیگر"
    ) as refused:
        sign(office, session, shown)
    assert [f.rule for f in refused.value.now.result.findings] == [*(f.rule for f in shown.result.findings), "GEN-08r"]


def test_a_claim_that_was_signed_elsewhere_is_not_signed_again(desk_of):
    desk = desk_of(FLUORIDE)
    desk.bring(0)
    shown = desk.open(0)
    with another_program(desk) as (office, session):
        sign(office, session, Review(office, session).open(desk.number(0)))
    before = sheets_in_folder(desk)

    with pytest.raises(UseError, match="به دست دیگری بسته شده"):
        sign(desk.office, desk.session, shown)
    assert sheets_in_folder(desk) == before


def test_the_audit_of_an_import_leaves_a_claim_alone_that_was_signed_meanwhile(desk):
    office, session = desk
    first, second = add_claims(office, session, *(claim(f"C-{n}", line(1, "T-CHEST", 60_000)) for n in (1, 2)))
    review = Review(office, session)
    sign(office, session, review.set_amount(review.open(first), 1, 20_000, "توافق"))
    with office.read() as view:
        signed = view.results.of_claim(first)

    audit_submission(office, review.open(first).submission_id)

    with office.read() as view:
        assert view.results.of_claim(first) == signed
        assert view.results.of_claim(second).totals.approved == 60_000


def test_of_two_programs_that_sign_two_claims_of_a_person_at_once_one_is_shown_anew(desk_of):
    desk = desk_of(EDUCATION)
    desk.bring(0, 1)
    desk.office.close()
    signers = [signer(desk, place) for place in (0, 1)]
    assert [process.stdout.readline() for process in signers] == [f"shown {EDUCATION.amount}\n"] * 2
    for process in signers:
        process.stdin.write("sign\n")
        process.stdin.flush()
    told = [process.communicate() for process in signers]

    assert [errors for _, errors in told] == ["", ""]
    assert sorted(said for said, _ in told) == ["changed 0\n", "signed\n"]
    with another_program(desk) as (office, session):
        claims = [Review(office, session).open(desk.number(place)) for place in (0, 1)]
        assert office.store.check() == []
    assert len(sheets_in_folder(desk)) == 1
    assert sorted((claim.editable, claim.settlement.totals.approved) for claim in claims) == [
        (False, EDUCATION.amount),
        (True, 0),
    ]


def signer(desk, place):
    """Start a program that shows a claim and signs it once it is told to."""
    return subprocess.Popen(
        [sys.executable, Path(__file__).with_name("signer.py"), desk.office.store.folder, str(desk.number(place))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
    )


def test_a_folder_of_sheets_that_is_gone_is_named_and_nothing_is_signed(desk_of):
    desk = desk_of(FLUORIDE)
    desk.bring(0)
    shown, sheets = desk.open(0), desk.office.store.sheets_folder
    sheets.rmdir()
    sheets.write_text("no folder", encoding="utf-8")
    with pytest.raises(MachineError, match="sheets"):
        sign(desk.office, desk.session, shown)
    assert desk.open(0).state is shown.state
