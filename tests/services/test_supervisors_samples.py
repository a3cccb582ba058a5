"""Sampling at work: what a supervisor draws, judges and sends back; never their own work, and again the same by a seed."""

import shutil
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pytest
from offices import NAME, PASSWORD, add_claims, claim, line, ticking_clock
from openpyxl import load_workbook

from app.domain.dates import JalaliMonth
from app.domain.office import ClaimState, Role
from app.domain.office_records import SampleMethod
from app.domain.sampling import Ambiguous, SamplePlan, SampleScope
from app.errors import UseError
from app.services.office import Office
from app.services.people import sign_in
from app.services.review import Review
from app.services.sample_report import draw_report, sample_report, sample_workbook
from app.services.sampling import Sampling, fresh_seed
from app.services.sign_off import sign
from app.store.office import OfficeStore
from tests.services.reviewed_office import reviewed_office
from tests.sheets.sheet_text import text_of

RANDOM = SamplePlan(SampleMethod.RANDOM, size=3, seed=1395)


@pytest.fixture(scope="module")
def reviewed(tmp_path_factory):
    """The folder of an office with signed claims, its people and its claims."""
    folder = tmp_path_factory.mktemp("reviewed") / "office"
    return folder, *reviewed_office(folder)


@pytest.fixture
def sampled(reviewed, tmp_path):
    """That office, its supervisor, its claims and its reviewer."""
    folder, reviewer, supervisor, numbers = reviewed
    later = ticking_clock(datetime(2016, 7, 1, 9, tzinfo=UTC))
    office = Office(OfficeStore.open(shutil.copytree(folder, tmp_path / "office")), later)
    yield office, supervisor, numbers, reviewer
    office.close()


def test_what_was_overridden_is_not_drawn_and_the_same_seed_draws_the_same(sampled) -> None:
    office, supervisor, numbers, _reviewer = sampled
    sampling = Sampling(office, supervisor)
    drawn = sampling.draw(SampleScope(), RANDOM)
    assert len(drawn.rows) == 3
    assert numbers[0] not in {row.claim_id for row in drawn.rows}
    assert drawn.sample.criteria["candidates"] == 5
    again = sampling.draw(SampleScope(), RANDOM)
    assert [row.sampled for row in again.rows] == [row.sampled for row in drawn.rows]
    assert again.sample.criteria == drawn.sample.criteria
    assert [(entry.sample.id, entry.drawn_by) for entry in sampling.all()] == [
        (2, "داریوش نیک‌نام"),
        (1, "داریوش نیک‌نام"),
    ]


def test_a_supervisor_does_not_draw_their_own_work(desk) -> None:
    office, session = desk
    (number,) = add_claims(office, session, claim("C-1", line(1, "T-CHEST", 60_000)))
    sign(office, session, Review(office, session).open(number))
    with office.change(None) as unit:
        unit.users.set_roles(session.user.id, frozenset({Role.REVIEWER, Role.SUPERVISOR, Role.ADMINISTRATOR}))
    own = Sampling(office, sign_in(office, NAME, PASSWORD))
    with pytest.raises(UseError, match="محدوده"):
        own.draw(SampleScope(), RANDOM)


def test_only_supervisors_draw(sampled) -> None:
    office, _supervisor, _numbers, reviewer = sampled
    with office.change(None) as unit:
        unit.users.set_roles(reviewer.user.id, frozenset({Role.REVIEWER, Role.ADMINISTRATOR}))
    for ask in (
        lambda sampling: sampling.draw(SampleScope(), RANDOM),
        lambda sampling: sampling.all(),
        lambda sampling: sampling.choices(),
        lambda sampling: sampling.open(1),
        lambda sampling: sampling.waiting_on(1),
        lambda sampling: sampling.judge(1, 1, agreed=True),
        lambda sampling: sampling.outlook(SampleScope(), RANDOM),
    ):
        with pytest.raises(UseError, match="ناظر"):
            ask(Sampling(office, reviewer))
    with office.read() as view:
        assert view.samples.list() == ()


@pytest.mark.parametrize(
    ("plan", "scope", "word"),
    [
        (replace(RANDOM, size=0), SampleScope(), "اندازه"),
        (replace(RANDOM, size=501), SampleScope(), "اندازه"),
        (replace(RANDOM, seed=-1), SampleScope(), "قرعه"),
        (replace(RANDOM, method=SampleMethod.VALUE, limit=0), SampleScope(), "مرز"),
        (RANDOM, SampleScope(first=JalaliMonth(1395, 4), last=JalaliMonth(1395, 3)), "ماه"),
        (RANDOM, SampleScope(first=JalaliMonth(1395, 4)), "محدوده"),
        (replace(RANDOM, method=SampleMethod.DEVIATION), SampleScope(), "معمول"),
    ],
)
def test_a_plan_that_cannot_be_is_refused_and_nothing_is_kept(sampled, plan, scope, word) -> None:
    office, supervisor, *_others = sampled
    with pytest.raises(UseError, match=word):
        Sampling(office, supervisor).draw(scope, plan)
    with office.read() as view:
        assert view.samples.list() == ()


def test_the_outlook_tells_from_how_many_claims_a_sample_is_drawn(sampled) -> None:
    office, supervisor, *_others = sampled
    sampling = Sampling(office, supervisor)
    outlook = sampling.outlook(SampleScope(), replace(RANDOM, limit=1))
    assert (outlook.candidates, outlook.at_limit) == (5, 5)
    only = sampling.outlook(SampleScope(), replace(RANDOM, ambiguous=Ambiguous.ONLY))
    assert only.candidates == only.ambiguous == outlook.ambiguous
    choices = sampling.choices()
    assert choices.months == (JalaliMonth(1395, 3),)
    assert [(count.key, count.title) for count in choices.centres] == [("P-IMG", "تصویربرداری آزمایشی")]
    assert [count.title for count in choices.submissions] == ["S-1"]


def test_a_judged_sample_tells_its_result_by_reviewer_and_by_rule(sampled) -> None:
    office, supervisor, *_others = sampled
    sampling = Sampling(office, supervisor)
    first, second, _third = (row.claim_id for row in sampling.draw(SampleScope(), RANDOM).rows)
    sampling.judge(1, first, agreed=True)
    with pytest.raises(UseError, match="بنویسید"):
        sampling.judge(1, second, agreed=False, note=" ")
    judged = sampling.judge(1, second, agreed=False, note="مهر پزشک دیده نمی‌شود")
    result = judged.result
    assert (result.drawn, result.whole.looked_at, result.whole.agreed, result.waiting) == (3, 2, 1, 1)
    assert [row.sampled.note for row in result.disputed] == ["مهر پزشک دیده نمی‌شود"]
    (by_reviewer,) = result.by_reviewer
    assert (judged.name(by_reviewer.key), by_reviewer.looked_at, by_reviewer.not_agreed) == ("مینا رستگار", 2, 1)
    assert sum(count.looked_at for count in result.by_rule) == sum(
        len(row.rules) for row in judged.rows if row.sampled.agreed is not None
    )
    assert sampling.judge(1, second, agreed=True).result.agreement == 1
    (entry,) = sampling.all()
    assert (entry.progress.drawn, entry.progress.looked_at, entry.progress.not_agreed) == (3, 2, 0)


def test_nobody_judges_what_they_reviewed(sampled) -> None:
    office, supervisor, _numbers, reviewer = sampled
    drawn = Sampling(office, supervisor).draw(SampleScope(), RANDOM)
    with office.change(None) as unit:
        unit.users.set_roles(reviewer.user.id, frozenset({Role.SUPERVISOR, Role.ADMINISTRATOR}))
    with pytest.raises(UseError, match="کار خود شما"):
        Sampling(office, reviewer).judge(1, drawn.rows[0].claim_id, agreed=True)


def test_a_claim_not_agreed_with_goes_back_to_its_reviewer_while_it_may_be_changed(sampled) -> None:
    office, supervisor, *_others = sampled
    sampling = Sampling(office, supervisor)
    first, second, third = (row.claim_id for row in sampling.draw(SampleScope(), RANDOM).rows)
    with pytest.raises(UseError, match="موافق نبوده‌اید"):
        sampling.send_back(1, first)
    for number in (first, second):
        sampling.judge(1, number, agreed=False, note="گزارش پیوست نیست")
    back = sampling.send_back(1, first)
    states = {row.claim_id: row.state for row in back.rows}
    assert states[first] is ClaimState.IN_REVIEW
    with office.read() as view:
        assert view.sheets.of_claim(first)[-1].voided.reason == "گزارش پیوست نیست"
    with pytest.raises(UseError, match="در دست رسیدگی"):
        sampling.send_back(1, first)
    with office.change(None) as unit:
        unit.claims.set_state(second, ClaimState.CLOSED)
    with pytest.raises(UseError, match="نسخه‌ای تازه"):
        sampling.send_back(1, second)
    assert sampling.waiting_on(first) is None
    assert sampling.waiting_on(third).others == ()


def test_a_claim_that_waits_for_a_look_knows_its_sample_and_what_else_waits_there(sampled) -> None:
    office, supervisor, numbers, _reviewer = sampled
    sampling = Sampling(office, supervisor)
    first, second, third = (row.claim_id for row in sampling.draw(SampleScope(), RANDOM).rows)
    sampling.judge(1, third, agreed=True)
    waiting = sampling.waiting_on(first)
    assert (waiting.sample_id, waiting.drawn, waiting.others) == (1, 3, (second,))
    assert "به قرعه، با شماره ۱۳۹۵." in waiting.why
    assert sampling.waiting_on(numbers[0]) is None
    sampling.draw(SampleScope(), RANDOM)
    assert sampling.waiting_on(first).sample_id == 2
    assert sampling.waiting_on(first, in_hand=1).sample_id == 1
    assert sampling.waiting_on(third, in_hand=1).sample_id == 2


def test_the_report_says_how_the_sample_was_drawn_and_extrapolates_nothing(sampled) -> None:
    office, supervisor, *_others = sampled
    sampling = Sampling(office, supervisor)
    scope = SampleScope(first=JalaliMonth(1395, 3), last=JalaliMonth(1395, 3), centre="P-IMG", submission=1)
    drawn = sampling.draw(scope, RANDOM)
    judged = sampling.judge(1, drawn.rows[0].claim_id, agreed=False, note="مهر پزشک دیده نمی‌شود")
    report = sample_report(office, supervisor, judged)
    told = dict(report.criteria)
    assert told["شماره قرعه"] == "۱۳۹۵"
    assert told["از میان"] == "۵ سند"
    assert told["ماه درخواست"] == "خرداد ۱۳۹۵"
    assert told["مرکز"] == "تصویربرداری آزمایشی"
    assert told["قرعه‌کشی"].startswith("داریوش نیک‌نام، ۱۳۹۵/")
    assert [len(table.rows) for table in report.tables[:2]] == [1, 1]
    assert len(report.tables[-1].rows) == 3
    pdf, name = draw_report(office, supervisor, judged)
    text = text_of(pdf)
    assert name == "sample-1.pdf"
    assert "تعمیم داده" in text
    assert "مهر پزشک دیده" in text


def test_the_report_is_had_as_a_workbook_too(sampled) -> None:
    office, supervisor, *_others = sampled
    sampling = Sampling(office, supervisor)
    drawn = sampling.draw(SampleScope(), RANDOM)
    judged = sampling.judge(1, drawn.rows[0].claim_id, agreed=False, note="=مهر پزشک")
    book = load_workbook(BytesIO(sample_workbook(office, supervisor, judged)))
    sheet = book["ناموافق"]
    cells = [cell for row in sheet.iter_rows(values_only=True) for cell in row]
    assert drawn.rows[0].approved in cells
    assert any("مهر پزشک" in str(cell) for cell in cells)
    assert book["خلاصه"]["A1"].value == "نتیجه نمونه ۱"


def test_a_fresh_seed_is_short_enough_to_be_read_out() -> None:
    assert all(0 <= fresh_seed() < 1_000_000 for _ in range(50))
