"""Sheets of a submission over a real store: figures of the signed sheets to the rial, all bound, the report handed over."""

import hashlib
import shutil
import stat
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

import pypdfium2
import pytest
from closed_claims import make_house
from hypothesis import given, settings
from hypothesis import strategies as st
from offices import add_claims, claim, line, ticking_clock

from app.domain.assessment import ClaimResult, LineResult, Totals
from app.domain.claim import Claim, ClaimKind, Line, Patient
from app.domain.findings import Effect, Finding, Mark, Pen, Verdict
from app.domain.money import percent_of
from app.domain.office import ClaimState, Decision, DecisionKind, OfficeClaim, Role
from app.domain.persian import date_text
from app.domain.settlement import settle
from app.errors import DataError, UseError
from app.services.deducted_lines import Words
from app.services.office import Office
from app.services.results import settled_summary
from app.services.review import Review
from app.services.sign_off import sign, signed_sheet_file
from app.services.submission_report import reported_claim, submission_report
from app.services.submission_sheets import (
    SheetKind,
    draw_all_sheets,
    draw_submission_sheet,
    hand_over,
    sheet_file_name,
    submission_standing,
    write_all_sheets,
)
from app.services.verification import verify_in_office
from app.sheets.content_submission import SubmissionReport
from app.store.office import OfficeStore

LATER = datetime(2016, 7, 1, 9, tzinfo=UTC)
PERSON, ACCOUNTANT = 7, 9
INITIALS = {PERSON: "م.ر", ACCOUNTANT: "ح.ن"}


def unheard(_done: int, _total: int) -> None:
    """Nobody watches."""


class Stopped(Exception):
    """Raised by a progress that cancels."""


def stop_after(steps: int):
    """Return a progress that cancels after so many steps."""
    heard = []

    def progress(done: int, total: int) -> None:
        heard.append((done, total))
        if len(heard) > steps:
            raise Stopped

    return progress


# --- the figures agree


AMOUNTS = st.integers(1, 10**9).flatmap(lambda claimed: st.tuples(st.just(claimed), st.integers(0, claimed)))


def result_of(amounts: list[tuple[int, int]], rejected: bool, percent: int) -> ClaimResult:
    """Return an engine's result: each line cut by two rules, and perhaps all that is left taken of the whole claim."""
    findings, lines, left = [], [], 0
    for no, (claimed, approved) in enumerate(amounts, start=1):
        middle = (claimed + approved) // 2
        for rule, before, after in (("GEN-15e", claimed, middle), ("RAD-05", middle, approved)):
            if before != after:
                findings.append(Finding(rule, "بند", Effect.REDUCE, "جمله آزمایشی.", no, before, after))
        left += approved
        stands = 0 if rejected else approved
        mark = Mark.TICK if stands == claimed else Mark.CIRCLE if stands else Mark.ZERO
        lines.append(LineResult(no, claimed, stands, mark, units=Decimal(1), kept_units=Decimal(1)))
    if rejected:
        findings.append(Finding("GEN-17b", "بند", Effect.REJECT, "جمله آزمایشی.", None, left, 0))
    claimed, approved = sum(line.claimed for line in lines), sum(line.approved for line in lines)
    patient = percent_of(percent, approved)
    totals = Totals(claimed, approved, claimed - approved, patient, approved - patient)
    verdict = Verdict.REJECTED if rejected else Verdict.ADJUSTED
    return ClaimResult("C-1", verdict, totals, tuple(lines), tuple(findings), Fraction(percent))


@settings(max_examples=80, deadline=None)
@given(
    amounts=st.lists(AMOUNTS, min_size=1, max_size=5),
    rejected=st.booleans(),
    percent=st.integers(0, 100),
    data=st.data(),
)
def test_whatever_people_said_every_line_is_explained_to_the_rial(desk_rulebook, amounts, rejected, percent, data):
    result = result_of(amounts, rejected, percent)
    words = []
    for line_result in result.lines:
        for number in range(data.draw(st.integers(0, 2))):
            kind = data.draw(st.sampled_from([DecisionKind.SET_AMOUNT, DecisionKind.ADD_DEDUCTION]))
            pen = data.draw(st.sampled_from(Pen)) if number else Pen.GREEN
            words.append(
                Decision(
                    len(words) + 1,
                    kind,
                    ACCOUNTANT if pen is Pen.RED else PERSON,
                    "2016-07-01T08:00:00.000+00:00",
                    result.digest_of(line_result.no),
                    line=line_result.no,
                    rule="GEN-16b" if kind is DecisionKind.ADD_DEDUCTION else None,
                    amount=data.draw(st.integers(0, line_result.claimed)),
                    reason="دلیل آزمایشی",
                    pen=pen,
                )
            )
    settlement = settle(result, result, words, INITIALS, desk_rulebook)
    lines = tuple(Line(row.no, "imaging" if row.no % 2 else "lab", row.claimed) for row in result.lines)
    kept = OfficeClaim(1, 1, Claim("C-1", ClaimKind.IMAGING, Patient("1"), lines), ClaimState.CLOSED, 1)
    told = reported_claim(
        kept, settled_summary(settlement), Words(words, INITIALS, desk_rulebook), {row.no: "" for row in lines}
    )

    assert told.totals == settlement.totals
    deducted = {row.no: row.claimed - row.approved for row in settlement.lines}
    assert {row.no: row.deducted for row in told.lines if row.deducted} == {no: d for no, d in deducted.items() if d}
    for row in told.lines:
        assert sum(reason.amount for reason in row.reasons) == row.deducted
        assert all(reason.text for reason in row.reasons)
    assert sum(part.deducted for part in told.sections.values()) == settlement.totals.deducted
    red = {row.no for row in settlement.lines if row.pen is Pen.RED and row.decision.kind is DecisionKind.SET_AMOUNT}
    assert {row.no for row in told.lines for reason in row.reasons if reason.pen is Pen.RED and not reason.rule} <= red


@pytest.fixture(scope="module")
def desk_rulebook():
    from app.files.rulebook_reader import read_rulebook

    return read_rulebook()


# --- a real office


@pytest.fixture(scope="module")
def new_house(tmp_path_factory):
    """An office with its people, made once for all tests, and closed."""
    made = make_house(tmp_path_factory.mktemp("house") / "office")
    made.office.close()
    return made


@pytest.fixture
def house(new_house, tmp_path):
    folder = shutil.copytree(new_house.office.store.folder, tmp_path / "office")
    office = Office(OfficeStore.open(folder), ticking_clock(LATER))
    yield replace(new_house, office=office)
    office.close()


@pytest.fixture
def submission(house):
    """A submission of four claims: one clean, one cut, one refused whole, one with a question."""
    rows = (
        claim("C-1", line(1, "T-CHEST", 60_000)),
        claim("C-2", line(1, "700245", 100_000), line(2, "T-CHEST", 60_000)),
        claim("C-3", line(1, "700245", 80_000), line(2, "T-CHEST", 60_000), prescriber_stamp=False),
        claim("C-4", line(1, "T-CHEST", 60_000), prescriber_stamp=None),
    )
    return add_claims(house.office, house.first, *rows)


def number_of(house, claim_id):
    with house.office.read() as view:
        return view.claims.standing(claim_id).submission_id


def later_by(house, *, days):
    """Let the office's clock go on by some days."""
    house.office.clock = ticking_clock(LATER + timedelta(days=days))


def close_all(house, numbers):
    """Answer what is asked, sign everything, and close it."""
    review = Review(house.office, house.first)
    for number in numbers:
        opened = review.open(number)
        if opened.questions:
            review.all_in_order(opened)
        house.close(number)


def test_the_report_has_the_figures_of_the_settlements_the_store_and_the_queue(house, submission):
    review = Review(house.office, house.first)
    opened = review.open(submission[1])
    opened = review.set_amount(opened, 2, 50_000, "نرخ توافقی")
    for number in submission[:3]:
        house.sign(number)
    report = submission_report(house.office, number_of(house, submission[0]))
    settlements = [review.open(number).settlement for number in submission[:3]]
    with house.office.read() as view:
        stored = [view.results.of_claim(number) for number in submission[:3]]
    assert [told.totals for told in report.settled] == [s.totals for s in settlements] == [s.totals for s in stored]
    assert [told.id for told in report.open] == ["C-4"]
    assert report.totals.deducted == sum(s.totals.deducted for s in settlements)
    assert sum(said.amount for said in report.by_reason) == report.totals.deducted
    cut = report.settled[1]
    assert [(row.no, row.claimed, row.approved) for row in cut.lines] == [(1, 100_000, 80_000), (2, 60_000, 50_000)]
    assert [(reason.rule, reason.amount) for reason in cut.lines[0].reasons] == [("GEN-15e", 20_000)]
    (own,) = cut.lines[1].reasons
    assert (own.rule, own.amount, own.text, own.initials) == (None, 10_000, "نرخ توافقی", "م.ر")


def test_what_is_taken_of_a_whole_claim_is_shared_out_over_its_lines(house, submission):
    house.sign(submission[2])
    (refused,) = submission_report(house.office, number_of(house, submission[0])).settled
    assert [row.deducted for row in refused.lines] == [80_000, 60_000]
    assert [sum(reason.amount for reason in row.reasons) for row in refused.lines] == [80_000, 60_000]
    (rule,) = {reason.rule for row in refused.lines for reason in row.reasons if row.no == 2}
    (found,) = Review(house.office, house.first).open(submission[2]).result.findings_of(None)
    assert (rule, found.deducted) == (found.rule, 140_000)


def test_an_accountants_correction_is_told_in_red(house, submission):
    from app.services.accounting import Accounting

    number = submission[0]
    house.sign(number)
    accounting = Accounting(house.office, house.accountant)
    corrected = accounting.correct(Review(house.office, house.accountant).open(number), 1, 40_000, "جمع نادرست")
    accounting.ask_for_signature(corrected)
    house.sign(number, house.second)
    told = next(c for c in submission_report(house.office, number_of(house, number)).settled if c.id == "C-1")
    (reason,) = told.lines[0].reasons
    assert (reason.amount, reason.pen, reason.text) == (20_000, Pen.RED, "جمع نادرست")
    assert reason.initials == house.accountant.user.initials


def test_a_claim_that_waits_for_the_supervisor_is_in_no_sum(house, submission):
    review = Review(house.office, house.first)
    review.set_amount(review.open(submission[1]), 1, 95_000, "توافق")
    house.sign(submission[1])
    report = submission_report(house.office, number_of(house, submission[1]))
    assert not report.settled
    assert report.totals.claimed == 0


def test_a_claim_that_went_back_is_told_with_its_reason_and_paid_nothing(house, submission):
    review = Review(house.office, house.first)
    review.send_away(review.open(submission[0]), ClaimState.RETURNED, "صفحه دوم نسخه پیوست نیست")
    report = submission_report(house.office, number_of(house, submission[0]))
    (gone,) = report.away
    assert (gone.id, gone.note, gone.totals) == ("C-1", "صفحه دوم نسخه پیوست نیست", None)


def test_parts_that_an_older_release_did_not_keep_are_found_anew(house, submission):
    house.sign(submission[1])
    with house.office.change(None) as unit:
        unit.results.put(submission[1], replace(unit.results.of_claim(submission[1]), parts=()))
    (told,) = submission_report(house.office, number_of(house, submission[1])).settled
    assert [reason.rule for row in told.lines for reason in row.reasons] == ["GEN-15e"]


def test_earlier_submissions_of_the_centre_stand_beside_it_the_latest_first(house, monkeypatch):
    import offices

    numbers = {}
    for month in ("1395-01", "1395-02", "1395-03", "1395-04"):
        monkeypatch.setitem(offices.SUBMISSION, "month", month)
        numbers[month] = add_claims(
            house.office, house.first, claim(f"C-{month}", line(1, "700245", 100_000)), submission_id=f"S-{month}"
        )
    for month in ("1395-01", "1395-02", "1395-04"):
        house.sign(numbers[month][0])
    report = submission_report(house.office, number_of(house, numbers["1395-04"][0]))
    opened = {month: Review(house.office, house.first).open(number[0]) for month, number in numbers.items()}
    assert [(earlier.id, earlier.sum.count, earlier.sum.deducted) for earlier in report.earlier] == [
        (f"S-{month}", 1, opened[month].settlement.totals.deducted) for month in ("1395-02", "1395-01")
    ]


def test_names_stand_where_one_person_did_all_of_a_posts_work(house, submission):
    house.close(submission[0])
    house.sign(submission[1], house.second)
    report = submission_report(house.office, number_of(house, submission[0]))
    assert [signatory.full_name for signatory in report.signatories] == [None, house.accountant.user.full_name, None]


# --- printing


def texts(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range().replace("\u200c", "") for page in document]


def test_all_sheets_are_bound_cover_first_each_claim_in_order_statement_last(house, submission):
    house.close(submission[1])
    heard = []
    pdf = draw_all_sheets(house.office, house.first, number_of(house, submission[0]), lambda *told: heard.append(told))
    pages = texts(pdf)
    assert "روکش درخواست" in pages[0]
    assert "صورت کسورات" in pages[-1]
    sheets = [page for page in pages if page.startswith(("برگ رسیدگی", "ارقام")) and "برگ رسیدگی" in page]
    assert len(sheets) == 4
    assert [next(n for n in range(1, 5) if f"C-{n}" in page or f"{n}-C" in page) for page in sheets] == [1, 2, 3, 4]
    assert heard[-1] == (8, 8)
    assert heard == sorted(heard)


def test_the_stamps_of_both_signatures_are_on_the_bound_page(house, submission):
    house.close(submission[0])
    signed = signed_sheet_file(house.office, submission[0]).read_bytes()
    pdf = draw_all_sheets(house.office, house.first, number_of(house, submission[0]), unheard)
    with pypdfium2.PdfDocument(pdf) as bound, pypdfium2.PdfDocument(signed) as one:
        one.init_forms()
        place = next(number for number, text in enumerate(texts(pdf)) if "امضای دیجیتال" in text)
        wanted, found = (page.render(scale=1).to_pil().convert("L") for page in (one[len(one) - 1], bound[place]))
    dark = [sum(image.crop((40, 700, 540, 770)).histogram()[:160]) for image in (wanted, found)]
    assert dark[1] == pytest.approx(dark[0], rel=0.05)
    assert texts(pdf)[place].count("امضای دیجیتال") == 2


def test_a_void_signature_is_not_printed_as_if_it_held(house, submission):
    house.sign(submission[0])
    with house.office.change(house.accountant.user.id) as unit:
        unit.sheets.void(submission[0], "آزمون")
    pdf = draw_all_sheets(house.office, house.first, number_of(house, submission[0]), unheard)
    assert not any("امضای دیجیتال" in text for text in texts(pdf))


@pytest.mark.parametrize("steps", [0, 2, 5, 7])
def test_a_cancelled_printing_leaves_nothing(house, submission, tmp_path, steps):
    folder = tmp_path / "out"
    folder.mkdir()
    with pytest.raises(Stopped):
        write_all_sheets(house.office, house.first, number_of(house, submission[0]), folder, stop_after(steps))
    assert not list(folder.iterdir())


def test_all_files_of_a_submission_are_its_owners_alone(house, submission, tmp_path):
    paths = write_all_sheets(house.office, house.first, number_of(house, submission[0]), tmp_path, unheard)
    assert {path.name for path in paths} == {
        "performance-report-S-1.pdf",
        "deduction-statement-S-1.pdf",
        "cover-S-1.pdf",
        "all-sheets-S-1.pdf",
    }
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in paths)


def test_a_number_that_is_no_file_name_is_written_as_one():
    assert sheet_file_name("cover", "../1395/۰۳:خرداد") == "cover-..-1395-۰۳-خرداد.pdf"


def test_a_signed_sheet_that_is_gone_or_damaged_is_named(house, submission):
    house.sign(submission[0])
    path = signed_sheet_file(house.office, submission[0])
    number = number_of(house, submission[0])
    path.write_bytes(b"%PDF-1.4 damaged")
    with pytest.raises(DataError, match="C-1"):
        draw_all_sheets(house.office, house.first, number, unheard)
    path.unlink()
    with pytest.raises(DataError, match=path.name):
        draw_all_sheets(house.office, house.first, number, unheard)


# --- handing over


def test_the_report_is_handed_over_once_everything_is_closed(house, submission):
    number = number_of(house, submission[0])
    house.close(submission[0])
    with pytest.raises(UseError, match="۳ سند"):
        hand_over(house.office, house.first, number, house.today)
    assert not list(house.office.store.sheets_folder.glob("report-*"))

    close_all(house, submission[1:])
    later_by(house, days=4)
    day = house.today.plus_days(-2)
    path = hand_over(house.office, house.accountant, number, day)
    with house.office.read() as view:
        (handed,) = view.handovers.of_submission(number)
    assert (handed.handed_on, handed.handed_by, handed.file_name) == (day, house.accountant.user.id, path.name)
    assert hashlib.sha256(path.read_bytes()).hexdigest() == handed.sha256
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    standing = submission_standing(house.office, house.first, number)
    assert (standing.unfinished, standing.deadline) == (0, day.plus_days(15))
    assert submission_report(house.office, number).handed_on == day
    assert house.office.store.check() == []


def test_the_same_report_is_not_handed_over_twice_on_one_day(house, submission):
    close_all(house, submission)
    later_by(house, days=4)
    number, day = number_of(house, submission[0]), house.today
    hand_over(house.office, house.first, number, day.plus_days(-1))
    later_by(house, days=5)
    files = sorted(house.office.store.sheets_folder.glob("report-*"))
    with pytest.raises(UseError, match=f"{date_text(day.plus_days(-1))} پیش از این ثبت شده"):
        hand_over(house.office, house.accountant, number, day.plus_days(-1))
    assert sorted(house.office.store.sheets_folder.glob("report-*")) == files
    assert len(submission_standing(house.office, house.first, number).handovers) == 1

    hand_over(house.office, house.first, number, day)
    assert len(submission_standing(house.office, house.first, number).handovers) == 2
    assert house.office.store.check() == []


def test_the_days_to_object_run_from_the_latest_day_however_the_days_were_entered(house, submission):
    close_all(house, submission)
    later_by(house, days=4)
    number, day = number_of(house, submission[0]), house.today
    hand_over(house.office, house.first, number, day)
    hand_over(house.office, house.first, number, day.plus_days(-3))

    standing = submission_standing(house.office, house.first, number)
    assert standing.deadline == day.plus_days(15)
    assert standing.deadline == submission_report(house.office, number).handed_on.plus_days(15)
    assert standing.deadline == house.objections().terms(submission[0]).period.last_day


def test_the_report_that_was_handed_over_says_when_and_until_when(house, submission):
    close_all(house, submission)
    path = hand_over(house.office, house.first, number_of(house, submission[0]), house.today)
    text = " ".join(texts(path.read_bytes()))
    assert "به مرکز تحویل شد" in text
    assert "پیشنویس" not in text


def test_the_report_that_was_handed_over_is_known_and_a_changed_one_is_not(house, submission):
    close_all(house, submission)
    later_by(house, days=4)
    day = house.today.plus_days(-1)
    pdf = hand_over(house.office, house.first, number_of(house, submission[0]), day).read_bytes()
    verdict = verify_in_office(house.office, pdf)
    assert verdict.holds
    assert date_text(day) in verdict.sentences[0]
    assert not verify_in_office(house.office, pdf.replace(b"ReportLab", b"reportLab", 1)).holds


def test_nothing_is_handed_over_on_a_day_to_come(house, submission):
    close_all(house, submission)
    with pytest.raises(UseError, match="هنوز نیامده"):
        hand_over(house.office, house.first, number_of(house, submission[0]), house.today.plus_days(1))


def test_nothing_was_handed_over_before_it_was_signed(house, submission):
    close_all(house, submission)
    number, signed_on = number_of(house, submission[0]), house.today
    later_by(house, days=4)
    with pytest.raises(UseError, match=date_text(signed_on)):
        hand_over(house.office, house.first, number, signed_on.plus_days(-1))
    assert not list(house.office.store.sheets_folder.glob("report-*"))
    hand_over(house.office, house.first, number, signed_on)


def test_after_an_objection_the_next_report_is_a_draft_until_it_is_closed_again(house):
    from app.services.objections import ObjectedLine, Objections

    number = house.bring()
    house.close(number)
    submission_number = number_of(house, number)
    hand_over(house.office, house.first, submission_number, house.today)
    Objections(house.office, house.first).record(number, [ObjectedLine(2, "تعرفه", 100_000)], house.today)
    before = submission_report(house.office, submission_number)
    assert len(before.unfinished) == 1
    assert before.totals.approved  # an objection leaves the first version standing until it is heard
    with pytest.raises(UseError):
        hand_over(house.office, house.first, submission_number, house.today)

    house.objections(house.second).take_up(number)
    assert not submission_report(house.office, submission_number).settled
    review = Review(house.office, house.second)
    review.answer_objection(review.open(number), 2, "تعرفه روز خدمت همین است")
    house.close(number, house.second)
    path = hand_over(house.office, house.first, submission_number, house.today)
    (told,) = submission_report(house.office, submission_number).settled
    assert told.version == 2
    assert path.exists()
    assert len(submission_standing(house.office, house.first, submission_number).handovers) == 2


def test_each_sheet_is_drawn_for_whoever_may_print_and_nobody_else(house, submission):
    number = number_of(house, submission[0])
    for kind in SheetKind:
        assert draw_submission_sheet(house.office, house.first, number, kind, unheard).startswith(b"%PDF")
    with house.office.change(None) as unit:
        unit.users.set_roles(house.second.user.id, frozenset({Role.ADMINISTRATOR}))
    for kind in SheetKind:
        with pytest.raises(UseError, match="چاپ برگ‌ها"):
            draw_submission_sheet(house.office, house.second, number, kind, unheard)


def test_reading_tells_how_far_it_is_and_may_be_cancelled(house, submission):
    heard = []
    report = submission_report(house.office, number_of(house, submission[0]), lambda *told: heard.append(told))
    assert isinstance(report, SubmissionReport)
    assert heard == [(1, 4), (2, 4), (3, 4), (4, 4)]
    with pytest.raises(Stopped):
        submission_report(house.office, number_of(house, submission[0]), stop_after(1))


def test_signing_of_another_day_is_found_in_the_report(house, submission):
    """The report reads what was signed, also where the engine would say otherwise of today's claim."""
    sign(house.office, house.first, Review(house.office, house.first).open(submission[1]))
    before = submission_report(house.office, number_of(house, submission[0]))
    again = submission_report(house.office, number_of(house, submission[0]))
    assert before.digest == again.digest
