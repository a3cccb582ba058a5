"""Keys pressed faster than the rules can answer, and answers that the office refuses: none is lost, none stays behind."""

from PySide6.QtCore import Qt

from app.services.review import Review
from app.services.sign_off import sign
from tests.ui.stay.conftest import WAIT_MS, press
from tests.ui.stay.test_stay_story import go_to, surgical
from tests.ui.stay.test_transfer_card import choose, stay


def test_two_papers_turned_at_once_are_both_turned(stay_over, qtbot):
    desk = stay_over(surgical())
    papers, claim = desk.claim.sheet.stay.papers.list, desk.claim
    for document in ("drug_list", "lab_list"):
        go_to(papers, document)
        press(papers, Qt.Key.Key_Space, " ")

    qtbot.waitUntil(lambda: "lab_list" not in claim.open_claim.claim.facts["documents"], timeout=WAIT_MS)
    assert "drug_list" not in claim.open_claim.claim.facts["documents"]
    assert len(claim.open_claim.decisions) == 2


def test_one_paper_turned_twice_before_it_is_seen_is_turned_once(stay_over, qtbot):
    desk = stay_over(surgical())
    papers, claim = desk.claim.sheet.stay.papers.list, desk.claim
    go_to(papers, "drug_list")
    for _press in range(2):
        press(papers, Qt.Key.Key_Space, " ")

    qtbot.waitUntil(lambda: papers.current.lacking, timeout=WAIT_MS)
    assert len(claim.open_claim.decisions) == 1


def test_an_answer_that_the_office_refuses_is_not_shown_any_longer(stay_over, qtbot):
    desk = stay_over(stay(own_hospital_transfer="none"))
    card, number = desk.claim.sheet.stay.transfer, desk.claim.open_claim.id
    review = Review(desk.office, desk.session)
    sign(desk.office, desk.session, review.open(number))

    choose(card.fields["own_hospital_transfer"], "complete")
    qtbot.waitUntil(lambda: desk.notices.text != "", timeout=WAIT_MS)
    assert card.fields["own_hospital_transfer"].value == "none"
    assert review.open(number).claim.facts["own_hospital_transfer"] == "none"
