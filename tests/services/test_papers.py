"""The list of a centre's papers: which requests need one, what was said of it, and what a missing one costs."""

import io
import unicodedata
from datetime import UTC, datetime

import pypdfium2
import pytest
from offices import add_claims, claim, line, make_office, ticking_clock

from app.domain.office import ClaimState
from app.errors import UseError
from app.services.papers import COUNTED, Papers
from app.services.review import Review
from app.services.sign_off import sign
from app.sheets.binding import PDFIUM

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
    yield office, session, Papers(office, session), numbers
    office.close()


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
    said = papers.say(found.id, first, delivered=False)
    assert (said.count(delivered=False), len(said.left)) == (1, 1)
    review = Review(office, session)
    refused = review.open(first)
    assert "PAR-11b" in {finding.rule for finding in refused.result.findings}
    assert refused.settlement.totals.approved == 0
    assert refused.answers()[-1].reason == COUNTED
    with office.read() as view:
        assert view.results.of_claim(first).totals.approved == 0
    papers.say(found.id, first, delivered=True)
    assert review.open(first).settlement.totals.approved == 60_000
    assert office.store.check() == []


def test_all_delivered_leaves_what_was_said_and_what_is_closed(month):
    office, session, papers, (first, second, *_rest) = month
    (found,) = papers.months()
    papers.say(found.id, first, delivered=False)
    said = papers.all_delivered(found.id, unheard)
    assert [paper.delivered for paper in said.papers] == [False, True, None, None]
    sign(office, session, Review(office, session).open(second))
    closed = papers.list_of(found.id).papers[1]
    assert (closed.state, closed.may_be_ticked) == (ClaimState.TECHNICALLY_DONE, False)
    with pytest.raises(UseError, match="بسته"):
        papers.say(found.id, second, delivered=False)


def test_the_form_that_a_person_read_counts(month):
    office, session, papers, numbers = month
    (found,) = papers.months()
    review = Review(office, session)
    review.enter_fact(review.open(numbers[3]), "prescription_form", "letterhead")
    assert len(papers.list_of(found.id).needed) == 3


def test_the_list_is_printed_the_same_each_time(month):
    _office, _session, papers, (first, *_rest) = month
    (found,) = papers.months()
    listed = papers.say(found.id, first, delivered=True)
    pdf = papers.draw(listed)
    assert papers.draw(listed) == pdf
    with PDFIUM, pypdfium2.PdfDocument(io.BytesIO(pdf)) as document:
        text = "\n".join(page.get_textpage().get_text_range() for page in document)
    text = unicodedata.normalize("NFKC", text)
    assert all(f"C-{place}" in text for place in (1, 2, 3, 4))
