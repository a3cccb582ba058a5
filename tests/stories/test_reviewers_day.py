"""A reviewer's day on the real desk: import, open, answer, override, sign, print; and all figures agree to the rial."""

import json
import unicodedata

import pypdfium2
import pytest
from PySide6.QtCore import Qt

from app.domain.findings import Mark
from app.domain.office import ClaimState
from app.domain.persian import latin_digits
from app.services.sign_off import signed_sheet_file
from app.services.verification import verify_sheet_file
from app.sheets.binding import PDFIUM
from app.ui.passes.sheet_pass import SheetPass
from app.ui.passes.technical_pass import TechnicalPass
from tests.services.offices import NAME, PACKS, PASSWORD, claim, line
from tests.stories.conftest import WAIT_MS, asking_claim, fill, import_and_open, press, type_text


def shown(desk):
    """Return the claim that lies on the desk."""
    return desk.claim.open_claim


def after_step(qtbot, desk, act):
    """Do something that changes the claim and wait until the desk shows it."""
    with qtbot.waitSignal(desk.work.changed, timeout=WAIT_MS):
        act()


def pdf_figures(pdf: bytes) -> set[str]:
    """Return the figures that stand on a sheet, with Latin digits and without separators."""
    with PDFIUM, pypdfium2.PdfDocument(pdf) as document:
        text = "\n".join(page.get_textpage().get_text_range() for page in document)
    plain = latin_digits(unicodedata.normalize("NFKC", text))
    return {word.replace("٬", "").replace(",", "") for word in plain.replace("\u200f", " ").split()}


def test_from_the_file_to_the_signed_sheet(window, desk, qtbot, write_file):
    import_and_open(qtbot, desk, write_file(asking_claim(), claim("C-2", line(1, "T-CHEST", 60_000))))
    office = window._office
    assert [question.name for question in shown(desk).questions] == ["prescriber_stamp", "report_attached"]

    after_step(qtbot, desk, lambda: type_text(desk.claim.bill, "ب"))
    assert [question.name for question in shown(desk).questions] == ["report_attached"]

    after_step(qtbot, desk, desk.claim.all_action.trigger)
    assert shown(desk).questions == ()
    assert shown(desk).settlement.line(1).mark is Mark.CIRCLE

    desk.claim.select_line(1)
    desk.claim.edit_action.trigger()
    fill(desk.claim.editor.field, "۹۰۰۰۰")
    press(desk.claim.editor.field, Qt.Key.Key_Return)
    type_text(desk.claim.editor.panel.reasons.field, "نرخ")
    after_step(qtbot, desk, lambda: press(desk.claim.editor.panel.reasons.field, Qt.Key.Key_Return))
    assert shown(desk).settlement.line(1).approved == 90_000

    after_step(qtbot, desk, desk.claim.undo_action.trigger)
    assert shown(desk).settlement.line(1).approved == 80_000

    with qtbot.waitSignal(desk.work.signed, timeout=WAIT_MS):
        desk.pass_of(TechnicalPass).sign_action.trigger()
    assert shown(desk).state is ClaimState.TECHNICALLY_DONE

    with qtbot.waitSignal(desk.work.sheet_drawn, timeout=WAIT_MS) as drawn:
        desk.pass_of(SheetPass).sheet_action.trigger()
    pdf, draft, _name = drawn.args
    totals = shown(desk).settlement.totals
    with office.read() as view:
        stored = view.results.of_claim(shown(desk).id)
    assert not draft
    assert stored.totals == totals
    assert {str(totals.approved), str(totals.patient_share), str(totals.insurer_share)} <= pdf_figures(pdf)
    assert {str(settled.approved) for settled in shown(desk).settlement.lines} <= pdf_figures(pdf)

    path = signed_sheet_file(office, shown(desk).id)
    assert verify_sheet_file(path, office.store.folder).holds

    desk.show_bill()
    with qtbot.waitSignal(desk.claim_shown, timeout=WAIT_MS):
        desk.queue.next_action.trigger()
    assert shown(desk).claim.id == "C-2"
    assert office.store.check() == []


def test_signing_waits_for_the_answers_and_leads_to_them(desk, qtbot, write_file):
    import_and_open(qtbot, desk, write_file(asking_claim()))
    desk.pass_of(TechnicalPass).sign_action.trigger()
    assert "۲" in desk.notices.text
    assert shown(desk).state is ClaimState.RECEIVED


def test_an_amount_above_the_engines_goes_to_the_supervisor(desk, qtbot, write_file):
    import_and_open(qtbot, desk, write_file(claim("C-1", line(1, "700245", 100_000))))
    after_step(qtbot, desk, lambda: desk.claim.amount_decided.emit(1, 95_000, "توافق"))
    with qtbot.waitSignal(desk.work.signed, timeout=WAIT_MS):
        desk.pass_of(TechnicalPass).sign_action.trigger()
    assert shown(desk).state is ClaimState.AWAITING_SUPERVISOR


def test_sign_and_next_goes_through_the_queue(desk, qtbot, write_file):
    claims = [claim(f"C-{number}", line(1, "T-CHEST", 60_000)) for number in (1, 2)]
    import_and_open(qtbot, desk, write_file(*claims))
    with qtbot.waitSignal(desk.claim_shown, timeout=WAIT_MS, check_params_cb=lambda opened: opened.claim.id == "C-2"):
        desk.pass_of(TechnicalPass).sign_next_action.trigger()


def test_fast_keys_are_taken_in_order(desk, qtbot, write_file):
    import_and_open(qtbot, desk, write_file(claim("C-1", line(1, "700245", 100_000))))
    with qtbot.waitSignals([desk.work.changed] * 3, timeout=WAIT_MS):
        for amount in (10_000, 20_000, 30_000):
            desk.claim.amount_decided.emit(1, amount, "آزمون")
    assert shown(desk).settlement.line(1).approved == 30_000
    assert [decision.amount for decision in shown(desk).decisions] == [10_000, 20_000, 30_000]


def test_a_faulty_file_imports_nothing_and_says_why(desk, qtbot, write_file):
    bad = claim("C-2", line(1, "T-CHEST", 60_000)) | {"service_date": "1395-13-40"}
    desk.import_files([write_file(claim("C-1", line(1, "T-CHEST", 60_000)), bad)])
    qtbot.waitUntil(lambda: desk.importing.task is None, timeout=WAIT_MS)
    assert desk.importing.problems.table.rowCount() == 1
    assert "C-2" in desk.importing.problems.table.item(0, 0).text()
    assert desk.queue.rows.rowCount() == 0


def test_a_file_read_twice_is_recognised(desk, qtbot, write_file):
    path = write_file(claim("C-1", line(1, "T-CHEST", 60_000)))
    import_and_open(qtbot, desk, path)
    desk.import_files([path])
    qtbot.waitUntil(lambda: desk.importing.task is None, timeout=WAIT_MS)
    assert "پیش‌تر" in desk.importing.problems.sentence.text()


def test_a_cancelled_import_leaves_nothing(window, desk, qtbot, write_file):
    claims = [claim(f"C-{number}", line(1, "T-CHEST", 60_000)) for number in range(400)]
    with qtbot.waitSignal(desk.importing.closed, timeout=WAIT_MS):
        desk.import_files([write_file(*claims)])
        desk.importing.escape_action.trigger()
    with window._office.read() as view:
        assert view.submissions.list(window._office.dictionary) == ()


@pytest.mark.parametrize("letter", ["ب", "y", "Y"])
def test_letters_answer_in_both_scripts(desk, qtbot, write_file, letter):
    import_and_open(qtbot, desk, write_file(asking_claim()))
    after_step(qtbot, desk, lambda: type_text(desk.claim.bill, letter))
    assert shown(desk).claim.facts["prescriber_stamp"] is True


def test_the_locked_desk_opens_only_to_the_same_person(window, desk, qtbot, write_file):
    import_and_open(qtbot, desk, write_file(claim("C-1", line(1, "T-CHEST", 60_000))))
    window.lock_action.trigger()
    page = window.lock_page
    fill(page.password, "not the password")
    press(page.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(page.form.fault.text()), timeout=WAIT_MS)
    assert not desk.isVisible()
    fill(page.password, PASSWORD)
    with qtbot.waitSignal(page.unlocked, timeout=WAIT_MS):
        press(page.password, Qt.Key.Key_Return)
    qtbot.waitUntil(desk.isVisible, timeout=WAIT_MS)
    assert shown(desk).claim.id == "C-1"


def test_a_sheet_is_signed_with_the_password_of_today(window, desk, qtbot, write_file):
    import_and_open(qtbot, desk, write_file(claim("C-1", line(1, "T-CHEST", 60_000))))
    window.pages.action("password").trigger()
    page = window.pages.page("password")
    for field, text in ((page.current, PASSWORD), (page.new, "another password"), (page.repeated, "another password")):
        fill(field, text)
    with qtbot.waitSignal(page.session_changed, timeout=WAIT_MS):
        press(page.repeated, Qt.Key.Key_Return)
    with qtbot.waitSignal(desk.work.signed, timeout=WAIT_MS):
        desk.pass_of(TechnicalPass).sign_action.trigger()
    assert shown(desk).state is ClaimState.TECHNICALLY_DONE


def test_a_claim_is_found_by_words_and_opened(window, desk, qtbot, write_file):
    claims = [claim(f"C-{number}", line(1, "T-CHEST", 60_000)) for number in (1, 2)]
    import_and_open(qtbot, desk, write_file(*claims))
    window.pages.action("find").trigger()
    fill(window.pages.page("find").field, "C-2")
    qtbot.waitUntil(lambda: window.pages.page("find").found.current is not None, timeout=WAIT_MS)
    with qtbot.waitSignal(desk.claim_shown, timeout=WAIT_MS, check_params_cb=lambda opened: opened.claim.id == "C-2"):
        press(window.pages.page("find").field, Qt.Key.Key_Return)


def test_after_signing_out_the_next_person_gets_a_desk_of_their_own(window, desk, qtbot):
    window.sign_out_action.trigger()
    page = window.sign_in_page
    fill(page.name, NAME)
    fill(page.password, PASSWORD)
    with qtbot.waitSignal(window.desk_ready, timeout=WAIT_MS):
        press(page.password, Qt.Key.Key_Return)
    assert window.desk is not desk


def test_an_answer_for_the_whole_submission_reaches_its_other_claims(desk, qtbot, write_file):
    claims = [claim(f"C-{number}", line(1, "T-CHEST", 60_000)) for number in range(1, 4)]
    import_and_open(qtbot, desk, write_file(*claims, technical_officer_present=None))
    assert [desk.queue.rows.row(place).queries for place in range(3)] == [1, 1, 1]
    with qtbot.waitSignal(desk.work.others_changed, timeout=WAIT_MS):
        desk.claim.all_action.trigger()
    qtbot.waitUntil(lambda: desk.queue.rows.row(2).queries == 0, timeout=WAIT_MS)
    assert [desk.queue.rows.row(place).queries for place in range(3)] == [0, 0, 0]


def test_nothing_is_signed_behind_another_page(window, desk, qtbot, write_file):
    import_and_open(qtbot, desk, write_file(claim("C-1", line(1, "T-CHEST", 60_000))))
    window.pages.action("packs").trigger()
    desk.pass_of(TechnicalPass).sign_action.trigger()
    assert shown(desk).state is ClaimState.RECEIVED
    assert desk.claim.isVisible()


def test_a_new_pack_reaches_the_open_claims_of_the_queue(window, desk, qtbot, write_file, tmp_path):
    import_and_open(qtbot, desk, write_file(claim("C-1", line(1, "T-CHEST", 60_000))))
    pack = json.loads((PACKS / "imaging.pack.json").read_text(encoding="utf-8"))
    chest = next(row for row in pack["services"] if row["code"] == "T-CHEST")
    path = tmp_path / "later.pack.json"
    path.write_text(json.dumps(pack | {"name": "later", "services": [chest | {"fee": 50_000}]}), encoding="utf-8")
    window.pages.action("packs").trigger()
    with qtbot.waitSignal(desk.work.others_changed, timeout=WAIT_MS):
        window.pages.page("packs").install(path)
    qtbot.waitUntil(lambda: desk.queue.rows.row(0).deducted == 10_000, timeout=WAIT_MS)
