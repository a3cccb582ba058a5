"""The list of a centre's papers: which requests need one, what was said of it, and what a missing one costs."""

from datetime import UTC, datetime

import pytest
from offices import add_claims, claim, line, make_office, ticking_clock

from app.domain.office import ClaimState
from app.errors import UseError
from app.services.clock import stamp
from app.services.papers import AT_ONCE, COUNTED, Papers
from app.services.results import settled_summary
from app.services.review import Review
from app.services.sign_off import sign
from tests.sheets.sheet_text import text_of

COVERED = {"eligibility": "covered", "eligibility_code": "4021887", "service_registered": True}


def chest(claim_id, form, **facts):
    """Return a chest picture that was asked for in a form."""
    made = claim(claim_id, line(1, "T-CHEST", 60_000), prescription_form=form, **COVERED, **facts)
    return made | {"prescription_date": "1400-02-04", "service_date": "1400-02-05"}


@pytest.fixture
def month(tmp_path):
    """An office with a month of four requests, two of them on paper, and another insurer's month beside it."""
    office, session = make_office(tmp_path / "office", ticking_clock(datetime(2021, 6, 1, 8, tzinfo=UTC)))
    forms = ("booklet", "letterhead", "electronic", None)
    claims = [chest(f"C-{place}", form) for place, form in enumerate(forms, 1)]
    numbers = add_claims(office, session, *claims, submission_id="S-T", insurer="tamin")
    add_claims(office, session, chest("C-9", "booklet"))
    visit = claim("C-10", line(1, "T-CHEST", 60_000)) | {"kind": "physician_service"}
    add_claims(office, session, visit, submission_id="S-V", insurer="tamin")
    yield office, session, Papers(office, session), numbers
    office.close()


class Cancelled(Exception):
    """Somebody pressed cancel."""


def unheard(_done, _total):
    """Nobody watches."""


def test_a_list_tells_forms_and_which_claims_need_their_paper(month):
    _office, _session, papers, numbers = month
    (found,) = papers.months()
    listed = papers.list_of(found.id)
    assert listed.forms == {"booklet": 1, "letterhead": 1, "electronic": 1, None: 1}
    assert [paper.claim_id for paper in listed.needed] == numbers[:2]
    assert listed.left == listed.needed


def test_a_missing_paper_is_refused_and_one_that_comes_later_is_paid(month):
    office, session, papers, (first, *_rest) = month
    (found,) = papers.months()
    assert papers.say(first, delivered=False).delivered is False
    said = papers.list_of(found.id)
    assert (said.count(delivered=False), len(said.left)) == (1, 1)
    review = Review(office, session)
    refused = review.open(first)
    assert "PAR-11b" in {finding.rule for finding in refused.result.findings}
    assert refused.settlement.totals.approved == 0
    assert refused.answers()[-1].reason == COUNTED
    with office.read() as view:
        assert view.results.of_claim(first) == settled_summary(refused.settlement)
    papers.say(first, delivered=True)
    assert review.open(first).settlement.totals.approved == 60_000
    assert office.store.check() == []


def test_all_delivered_leaves_what_was_said_and_what_is_closed(month):
    office, session, papers, (first, second, *_rest) = month
    (found,) = papers.months()
    papers.say(first, delivered=False)
    said = papers.all_delivered(found.id, unheard)
    assert [paper.delivered for paper in said.papers] == [False, True, None, None]
    sign(office, session, Review(office, session).open(second))
    closed = papers.list_of(found.id).papers[1]
    assert (closed.state, closed.may_be_ticked) == (ClaimState.TECHNICALLY_DONE, False)
    with pytest.raises(UseError, match="بسته"):
        papers.say(second, delivered=False)


def test_the_form_that_a_person_read_counts(month):
    office, session, papers, numbers = month
    (found,) = papers.months()
    review = Review(office, session)
    review.enter_fact(review.open(numbers[3]), "prescription_form", "letterhead")
    assert len(papers.list_of(found.id).needed) == 3


def test_the_list_is_printed_the_same_each_time(month):
    _office, _session, papers, (first, *_rest) = month
    (found,) = papers.months()
    listed = papers.list_of(found.id).with_paper(papers.say(first, delivered=True))
    pdf = papers.draw(listed)
    assert papers.draw(listed) == pdf
    text = text_of(pdf)
    # pdfium takes a short code between Persian words out in another order than it stands in
    assert all(f"C-{place}" in text or f"-{place}C" in text for place in (1, 2, 3, 4))


def test_all_delivered_goes_on_past_what_lies_on_another_desk(month):
    office, session, papers, (first, *_rest) = month
    (found,) = papers.months()
    now = stamp(office.clock())
    with office.change(session.user.id) as unit:
        unit.desks.take(first, session.user.id, "another desk", at=now, since=now)
    heard = []
    said = papers.all_delivered(found.id, lambda done, total: heard.append((done, total)))
    assert [paper.delivered for paper in said.papers] == [None, True, None, None]
    assert [paper.claim_id for paper in said.left] == [first]
    assert heard[-1] == (2, 2)


def test_what_was_said_before_it_was_cancelled_stays(tmp_path):
    office, session = make_office(tmp_path / "office", ticking_clock(datetime(2021, 6, 1, 8, tzinfo=UTC)))
    claims = [chest(f"C-{place}", "booklet") for place in range(1, AT_ONCE + 3)]
    add_claims(office, session, *claims, insurer="tamin")
    papers = Papers(office, session)
    (found,) = papers.months()

    def cancel(_done, _total):
        raise Cancelled

    with pytest.raises(Cancelled):
        papers.all_delivered(found.id, cancel)
    assert papers.list_of(found.id).count(delivered=True) == AT_ONCE
    assert papers.all_delivered(found.id, unheard).left == ()
    assert office.store.check() == []
    office.close()


def test_an_objection_that_somebody_else_has_to_hear_is_left_out(month):
    office, session, papers, (first, *_rest) = month
    (found,) = papers.months()
    sign(office, session, Review(office, session).open(first))
    with office.change(session.user.id) as unit:
        unit.claims.reopen(first)
    said = papers.all_delivered(found.id, unheard)
    assert [paper.claim_id for paper in said.left] == [first]
    with pytest.raises(UseError, match="اعتراض"):
        papers.say(first, delivered=True)


def test_a_claim_of_another_insurer_in_the_month_is_not_on_the_list(month):
    office, session, papers, _numbers = month
    other = chest("C-8", "letterhead") | {"insurer": "salamat"}
    add_claims(office, session, chest("C-7", "booklet"), other, submission_id="S-X", insurer="tamin")
    found = papers.months()[0]
    assert [paper.number for paper in papers.list_of(found.id).papers] == ["C-7"]
