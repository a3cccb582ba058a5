"""The sample's month for Social Security: what it says of each claim is what its reviewer finds."""

import json

import pytest

from app.domain.office import ClaimState
from app.services.importing import import_claim_file
from app.services.inquiries import Inquiries
from app.services.office import Office
from app.services.people import make_first_administrator
from app.services.review import Review
from app.services.sample import sample_pack_paths
from app.services.sample.social_security import read_month, type_inquiries, write_social_security_file


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    """The claims of the month in an office with the packs of the sample, by their place in it."""
    folder = tmp_path_factory.mktemp("sample")
    office = Office.open(folder / "office")
    session = make_first_administrator(office, name="namooneh", full_name="نگار نمونه", password="sample-office")
    with office.read() as view:
        known = len(view.packs.documents())
    for pack in sample_pack_paths()[known:]:
        office.install_pack(pack, actor=session.user.id)
    import_claim_file(office, session, write_social_security_file(folder), lambda *_progress: None)
    type_inquiries(office, session)
    review = Review(office, session)
    with office.read() as view:
        (submission,) = view.submissions.list(office.dictionary)
        numbers = [one.id for one in view.claims.of_submission(submission.id, office.dictionary)]
    yield office, session, [review.open(number) for number in numbers]
    office.close()


def test_each_claim_shows_its_story_and_nothing_else(found):
    _office, _session, claims = found
    assert {one.state for one in claims} == {ClaimState.RECEIVED}
    told = [(one["says"], set(one["rules"])) for one in read_month()["claims"]]
    shown = [{finding.rule for finding in one.settlement.result.findings} for one in claims]
    assert list(zip((says for says, _rules in told), shown, strict=True)) == told


def test_those_who_wait_for_an_inquiry_are_found(found):
    office, session, _claims = found
    waiting, last = Inquiries(office, session).waiting()
    assert last is None
    assert [claim.number for claim in waiting] == ["LAB-T-00001", "LAB-T-00002", "LAB-T-00003", "LAB-T-00010"]


def test_it_says_that_it_is_invented(tmp_path):
    document = json.loads(write_social_security_file(tmp_path).read_text(encoding="utf-8"))
    assert document["submission"]["id"].startswith("SYNTHETIC-")
    assert "ساختگی" in document["submission"]["provider"]["name"]
