"""A claim that an earlier release of the rules signed: what was signed counts, and the desk says what today's would give."""

from dataclasses import replace

import pytest
from colleagues import join
from offices import add_claims, claim, line, make_office, ticking_clock

from app.domain.findings import Mark
from app.domain.office import ClaimState, Role
from app.domain.rulebook import DatedFigure, Rulebook
from app.domain.settlement_digest import settlement_digest
from app.errors import UseError
from app.services.accounting import Accounting
from app.services.office import Office
from app.services.review import Review
from app.services.sign_off import sign
from app.services.supervision import Supervision
from app.store.office import OfficeStore

GASTROENTEROLOGIST = {"id": "11131", "qualification": "subspecialist", "specialty": "gastroenterology"}


def release(rulebook: Rulebook, *, films: int = 4, wording: str | None = None) -> Rulebook:
    """Return a release of the rules with another limit of films, or with other words for it."""
    figures = [
        DatedFigure(figure.name, figure.source, ((figure.values[0][0], films),), figure.unit)
        if figure.name == "ercp_film_limit"
        else figure
        for figure in rulebook.figures.values()
    ]
    entries = [
        replace(entry, wording=wording) if wording and entry.id == "RAD-10" else entry for entry in rulebook.values()
    ]
    return Rulebook(entries, figures, "earlier")


@pytest.fixture
def signed_by(tmp_path):
    """Return a function that signs a claim of six films under a release, and gives the office as it is today."""
    offices = []

    def make(amount=None, **changes):
        earlier, session = make_office(tmp_path / "office")
        earlier.rulebook = release(earlier.rulebook, **changes)
        films = {**line(1, "700305", 600_000), "qty": 6}
        document = claim("C-1", films, line(2, "T-CHEST", 60_000)) | {"prescriber": GASTROENTEROLOGIST}
        (number,) = add_claims(earlier, session, document)
        review = Review(earlier, session)
        shown = review.open(number)
        if amount is not None:
            shown = review.set_amount(shown, 1, amount, "فیلم‌ها شمرده شد")
        sign(earlier, session, shown)
        earlier.close()
        today = Office(OfficeStore.open(tmp_path / "office"), ticking_clock())
        offices.append(today)
        return today, session, shown, Review(today, session).open(number)

    yield make
    for office in offices:
        office.close()


def test_what_the_same_rules_signed_is_shown_as_it_is(signed_by) -> None:
    _office, _session, shown, opened = signed_by()
    assert opened.by_todays_rules is None
    assert settlement_digest(opened.settlement) == settlement_digest(shown.settlement)


def test_what_was_signed_counts_where_todays_rules_would_pay_something_else(signed_by) -> None:
    office, _session, shown, opened = signed_by(films=5)
    assert opened.settlement.line(1).approved == shown.settlement.line(1).approved == 500_000
    assert opened.settlement.line(1).mark is Mark.CIRCLE
    assert opened.settlement.totals == shown.settlement.totals
    assert opened.by_todays_rules.line(1).approved == 400_000
    assert opened.by_todays_rules.totals.approved == opened.settlement.totals.approved - 100_000
    with office.read() as view:
        assert view.results.of_claim(opened.id).totals == opened.settlement.totals


def test_other_words_for_the_same_amounts_are_told_too(signed_by) -> None:
    _office, _session, shown, opened = signed_by(wording="پیش‌تر چنین نوشته بود.")
    assert opened.settlement.totals == shown.settlement.totals == opened.by_todays_rules.totals


def test_a_persons_word_that_was_signed_is_not_asked_for_again(signed_by) -> None:
    _office, _session, shown, opened = signed_by(films=5, amount=450_000)
    settled = opened.settlement.line(1)
    assert (settled.approved, settled.stale, settled.decision.amount) == (450_000, None, 450_000)
    assert opened.by_todays_rules.line(1).stale is not None
    assert opened.settlement.totals == shown.settlement.totals
    assert not opened.settlement.stale
    assert opened.questions == ()


def test_an_endorsement_leaves_on_which_grounds_was_deducted(signed_by) -> None:
    office, _session, _shown, opened = signed_by(films=5, amount=550_000)
    assert opened.state is ClaimState.AWAITING_SUPERVISOR
    with office.read() as view:
        kept = view.results.of_claim(opened.id)
    supervisor = join(office, "supervisor")
    endorsed = Supervision(office, supervisor).endorse(Review(office, supervisor).open(opened.id))
    assert endorsed.state is ClaimState.TECHNICALLY_DONE
    with office.read() as view:
        assert view.results.of_claim(opened.id) == kept


def test_shares_are_found_anew_where_they_were_not_kept(signed_by) -> None:
    office, session, shown, opened = signed_by(films=5)
    with office.change(None) as unit:
        kept = unit.results.of_claim(opened.id)
        unit.results.put(opened.id, replace(kept, approved_lines={1: 0, 2: 0}))
    again = Review(office, session).open(opened.id)
    assert again.settlement.totals == shown.settlement.totals


def test_a_sheet_of_other_rules_is_not_countersigned(signed_by) -> None:
    office, _session, _shown, opened = signed_by(films=5)
    accountant = join(office, "accountant")
    assert opened.state is ClaimState.TECHNICALLY_DONE
    with office.change(None) as unit:
        unit.claims.set_state(opened.id, ClaimState.IN_ACCOUNTING)
    accounting = Accounting(office, accountant)
    with pytest.raises(UseError, match="یکی نیست"):
        accounting.sign(Review(office, accountant).open(opened.id))
    with office.read() as view:
        assert [sheet.role for sheet in view.sheets.of_claim(opened.id)] == [Role.REVIEWER]
