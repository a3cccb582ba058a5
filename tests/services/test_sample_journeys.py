"""The sample's travel forms: what is said of each is what its reviewer finds, at figures that are named as trial ones."""

import pytest

from app.domain.findings import Mark
from app.services.office import Office
from app.services.people import make_first_administrator
from app.services.review import Review
from app.services.sample import sample_pack_paths
from app.services.sample.journeys import read_journeys, type_travel_forms
from app.services.shipped import shipped_packs


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    """The claims of the forms, in an office with the packs of the sample."""
    office = Office.open(tmp_path_factory.mktemp("sample") / "office")
    session = make_first_administrator(office, name="namooneh", full_name="نگار نمونه", password="sample-office")
    for pack in sample_pack_paths()[len(shipped_packs()) :]:
        office.install_pack(pack, actor=session.user.id)
    review = Review(office, session)
    yield [review.open(number) for number in type_travel_forms(office, session)]
    office.close()


def test_each_form_shows_its_story_and_nothing_else(found):
    told = [(form["says"], set(form["rules"])) for form in read_journeys()["forms"]]
    shown = [{finding.rule for finding in claim.result.findings} for claim in found]
    assert list(zip((says for says, _rules in told), shown, strict=True)) == told


def test_the_child_of_six_has_two_companions(found):
    child = found[0]
    assert child.claim.patient.birth_date.plus_years(6) <= child.claim.service_day
    assert child.claim.patient.birth_date.plus_years(7) > child.claim.service_day
    assert [line.mark for line in child.result.lines] == [Mark.TICK, Mark.TICK, Mark.CIRCLE]
    assert child.result.totals.approved == child.result.totals.insurer_share == 2_100_000


def test_the_fourth_journey_is_beyond_the_protocol(found):
    assert [line.mark for line in found[1].result.lines] == [Mark.TICK, Mark.TICK, Mark.TICK, Mark.ZERO]


def test_the_figures_are_named_as_trial_ones(found):
    assert all(claim.result.unofficial == ("ارقام آزمایشی اداره نمونه",) for claim in found)


def test_nobody_has_the_codes_of_the_forms(found):
    assert all(claim.claim.patient.id.startswith("999") for claim in found)
    assert all("ساختگی" in claim.submission.provider.name for claim in found)
