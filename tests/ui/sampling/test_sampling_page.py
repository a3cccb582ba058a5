"""The page of samples: an empty shelf, the form by keyboard, verdicts, the report; and what it says when it can't."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.office import Role
from app.domain.office_records import SampleMethod
from app.domain.sampling import Ambiguous, SamplePlan, SampleScope
from app.services.receivers import Receivers, known_receivers
from app.services.sampling import Sampling
from app.ui.sampling.sampling_page import SamplingPage
from tests.services.receiver_keys import key_pair
from tests.ui.frame.conftest import press, shown, type_text

WAIT_MS = 20_000
PLAN = SamplePlan(SampleMethod.RANDOM, size=3, seed=1395)


@pytest.fixture
def page(sampled, worker, qtbot):
    """The page of a supervisor in an office in which nobody has drawn a sample."""
    office, supervisor, _numbers = sampled
    made = shown(qtbot, SamplingPage(office, worker), (712, 700))
    made.begin(supervisor)
    qtbot.waitUntil(lambda: "Ctrl+N" in made.shelf.state.sentence.text(), timeout=WAIT_MS)
    yield made
    made.finish()


@pytest.fixture
def drawn(page, sampled, qtbot):
    """The page with a drawn sample of three claims on it."""
    office, supervisor, _numbers = sampled
    Sampling(office, supervisor).draw(SampleScope(), PLAN)
    page.begin(supervisor)
    qtbot.waitUntil(lambda: page.shelf.table.rowCount() == 1, timeout=WAIT_MS)
    QTest.keyClick(page.shelf.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.sample.isVisible() and page.sample.table.rowCount() == 3, timeout=WAIT_MS)
    return page


def begin_form(page, qtbot):
    page.new_action.trigger()
    qtbot.waitUntil(lambda: page.form.isVisible() and "۵ سند" in page.form.outlook.text(), timeout=WAIT_MS)
    return page.form


def fill(field, text):
    field.clear()
    type_text(field, text)


def verdicts(page):
    return [page.sample.table.item(row, 4).text() for row in range(page.sample.table.rowCount())]


def settled(page, qtbot, words):
    qtbot.waitUntil(lambda: words in page.said.text(), timeout=WAIT_MS)


def test_a_sample_is_drawn_by_keyboard_and_the_same_lot_draws_the_same(page, qtbot):
    found = []
    for _time in range(2):
        form = begin_form(page, qtbot)
        assert form.method.hasFocus()
        fill(form.count, "۳")
        fill(form.seed, "1395")
        press(form.seed, key=Qt.Key.Key_Return)
        qtbot.waitUntil(page.sample.isVisible, timeout=WAIT_MS)
        found.append([row.sampled for row in page.sample.view.rows])
        page.close_action.trigger()
        qtbot.waitUntil(page.shelf.isVisible, timeout=WAIT_MS)
    assert len(found[0]) == 3
    assert found[0] == found[1]
    qtbot.waitUntil(lambda: page.shelf.table.rowCount() == 2, timeout=WAIT_MS)
    assert page.shelf.table.item(0, 1).text() == "به قرعه"
    assert page.shelf.table.item(0, 5).text() == "۰/۳ دیده، ۰ ناموافق"


def test_each_method_shows_the_fields_that_it_asks_for(page, qtbot):
    form = begin_form(page, qtbot)
    assert not form.limit.isVisible()
    assert not form.usual.isVisible()
    assert form.plan().ambiguous is Ambiguous.FIRST
    form.method.setCurrentIndex(form.method.findData(SampleMethod.VALUE.value))
    assert form.limit.isVisible()
    fill(form.limit, "60000")
    assert form.plan().limit == 60_000
    qtbot.waitUntil(lambda: "به مرز مبلغ" in form.outlook.text(), timeout=WAIT_MS)
    form.method.setCurrentIndex(form.method.findData(SampleMethod.DEVIATION.value))
    assert form.usual.isVisible()
    assert form.measure.isVisible()
    assert form.plan().ambiguous is Ambiguous.ALIKE
    assert form.plan().limit is None


def test_the_form_says_what_is_wrong_and_stays(page, qtbot):
    form = begin_form(page, qtbot)
    fill(form.count, "سه")
    form.draw()
    assert "اندازه" in form.fault.text()
    assert form.count.hasFocus()
    fill(form.count, "501")
    form.draw()
    qtbot.waitUntil(lambda: "۵۰۰" in form.fault.text(), timeout=WAIT_MS)
    assert form.isEnabled()
    fill(form.count, "5")
    form.method.setCurrentIndex(form.method.findData(SampleMethod.DEVIATION.value))
    form.draw()
    qtbot.waitUntil(lambda: "دور از معمول" in form.fault.text(), timeout=WAIT_MS)
    assert form.isVisible()


def test_a_number_that_is_being_typed_is_left_in_peace(page, qtbot):
    form = begin_form(page, qtbot)
    form.seed.setFocus()
    form.seed.clear()
    with qtbot.assertNotEmitted(form.changed, wait=600):
        form.unseen.toggle()
    assert form.fault.text() == ""
    assert form.seed.hasFocus()
    form.draw()
    assert "شماره قرعه" in form.fault.text()


def test_enter_draws_from_a_choice_too(page, qtbot):
    form = begin_form(page, qtbot)
    form.first.setFocus()
    QTest.keyClick(form.first, Qt.Key.Key_Return)
    qtbot.waitUntil(page.sample.isVisible, timeout=WAIT_MS)


def test_fewer_claims_than_asked_for_are_told(page, qtbot):
    form = begin_form(page, qtbot)
    form.draw()
    settled(page, qtbot, "۵ سند به دست آمد")


def test_verdicts_go_from_claim_to_claim_and_add_up(drawn, qtbot):
    assert "هنوز هیچ‌یک دیده نشده" in drawn.sample.result.text()
    assert "چرا در نمونه است" in drawn.sample.details.text()
    drawn.agree_action.trigger()
    settled(drawn, qtbot, "۲ سند دیگر")
    assert verdicts(drawn) == ["✓ موافق", "دیده نشده", "دیده نشده"]
    assert drawn.sample.table.currentRow() == 1
    drawn.disagree_action.trigger()
    type_text(drawn.sample.note.reasons.field, "شرح عمل ناخوانا است")
    press(drawn.sample.note.reasons.field, key=Qt.Key.Key_Return)
    settled(drawn, qtbot, "۱ سند دیگر")
    assert verdicts(drawn) == ["✓ موافق", "✗ ناموافق", "دیده نشده"]
    assert "۱ موافق، ۱ ناموافق؛ سهم موافقت ۵۰٪" in drawn.sample.result.text()
    assert "مینا رستگار: ۱ از ۲ موافق" in drawn.sample.people.text()
    drawn.sample.table.setCurrentCell(1, 0)
    assert "شرح عمل ناخوانا است" in drawn.sample.details.text()
    assert "داریوش نیک‌نام" in drawn.sample.details.text()


def test_keys_that_follow_fast_mean_one_claim_after_another(drawn, qtbot):
    for _claim in range(3):
        drawn.agree_action.trigger()
    settled(drawn, qtbot, "همه سندهای نمونه دیده شد")
    assert verdicts(drawn) == ["✓ موافق"] * 3


def test_a_claim_not_agreed_with_is_sent_back_with_its_note(drawn, qtbot):
    assert not drawn.send_back_action.isVisible()
    drawn.disagree_action.trigger()
    drawn.sample.note.reasons.field.setText("شرح عمل ناخوانا است")
    drawn.sample.note.reasons.commit()
    settled(drawn, qtbot, "۲ سند دیگر")
    drawn.sample.table.setCurrentCell(0, 0)
    assert drawn.send_back_action.isVisible()
    with qtbot.waitSignal(drawn.queue_changed, timeout=WAIT_MS):
        drawn.send_back_action.trigger()
    assert drawn.sample.table.item(0, 3).text() == "در دست رسیدگی"
    assert not drawn.send_back_action.isVisible()


def test_esc_leaves_the_note_then_the_sample_then_the_page(drawn, qtbot):
    drawn.disagree_action.trigger()
    assert drawn.sample.note.isVisible()
    drawn.close_action.trigger()
    assert not drawn.sample.note.isVisible()
    assert drawn.sample.isVisible()
    drawn.close_action.trigger()
    assert drawn.shelf.isVisible()
    with qtbot.waitSignal(drawn.closed, timeout=WAIT_MS):
        drawn.close_action.trigger()


def test_enter_asks_for_the_claim_and_the_page_comes_back_to_its_sample(drawn, sampled, qtbot):
    drawn.sample.table.setCurrentCell(1, 0)
    with qtbot.waitSignal(drawn.claim_wanted, timeout=WAIT_MS) as wanted:
        QTest.keyClick(drawn.sample.table, Qt.Key.Key_Return)
    office, supervisor, _numbers = sampled
    assert wanted.args == [drawn.sample.view.rows[1].claim_id]
    Sampling(office, supervisor).judge(1, wanted.args[0], agreed=True)
    drawn.begin(supervisor)
    qtbot.waitUntil(lambda: verdicts(drawn)[1] == "✓ موافق", timeout=WAIT_MS)
    assert drawn.sample.table.currentRow() == 1


def test_the_report_is_looked_at_and_left(drawn, qtbot):
    drawn.output.report_action.trigger()
    qtbot.waitUntil(drawn.output.preview.isVisible, timeout=WAIT_MS)
    drawn.output.preview.closed.emit()
    assert drawn.sample.isVisible()


def test_the_result_is_written_as_a_workbook(drawn, tmp_path, qtbot):
    drawn.output.write_workbook(tmp_path / "sample.xlsx")
    settled(drawn, qtbot, "sample.xlsx")
    assert (tmp_path / "sample.xlsx").stat().st_mode & 0o077 == 0
    drawn.output.write_workbook(tmp_path / "nowhere" / "sample.xlsx")
    settled(drawn, qtbot, "nowhere")
    assert drawn.said.property("tone") == "red"


def test_the_result_is_sealed_for_a_receiver_who_is_offered_with_it_alone(drawn, sampled, tmp_path, qtbot):
    office, supervisor, _numbers = sampled
    with office.change(None) as unit:
        unit.users.set_roles(supervisor.user.id, frozenset({Role.SUPERVISOR, Role.ADMINISTRATOR}))
    Receivers(office, supervisor).add("اداره نظارت آزمایشی", key_pair().as_office_knows_it)
    assert drawn.output.save_for.isVisible()
    drawn.output.save_for.show_receivers(known_receivers(office))
    drawn.output.save_for.choose(key_pair().as_office_knows_it.fingerprint)
    drawn.output.write_workbook(tmp_path / "sample.xlsx")
    settled(drawn, qtbot, "برای «اداره نظارت آزمایشی» رمز شد")
    assert key_pair().open((tmp_path / "sample.xlsx.p7m").read_bytes()).startswith(b"PK")
    assert not (tmp_path / "sample.xlsx").exists()

    drawn.close_action.trigger()
    qtbot.waitUntil(drawn.shelf.isVisible, timeout=WAIT_MS)
    assert not drawn.output.save_for.isVisible()


def test_who_may_not_draw_is_told_so(reviewed, sampled, worker, qtbot):
    office, _supervisor, _numbers = sampled
    _folder, reviewer, _also, _claims = reviewed
    page = shown(qtbot, SamplingPage(office, worker))
    page.begin(reviewer)
    qtbot.waitUntil(lambda: "ناظر" in page.shelf.state.sentence.text(), timeout=WAIT_MS)
    page.finish()
