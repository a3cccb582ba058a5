"""What the desk shows of a transfer from an own hospital: what is known of it, and the shares of each kind."""

import pytest
from offices import add_claims, claim, line

from app.domain.facts import UNKNOWN
from app.services.claim_opening import ClaimOpening
from app.services.review import Review
from app.services.stay.stay_room import StayRoom, has_more_than_a_bill, has_stay

DAY = {"service_date": "1399-10-10", "prescription_date": "1399-10-09"}


def opened(desk, insurer="tamin", day=DAY, **facts):
    """Return an open imaging claim of a day on which the order holds."""
    (number,) = add_claims(*desk, claim("C-1", line(1, "T-CHEST", 60_000), **facts) | day, insurer=insurer)
    return Review(*desk).open(number)


def looked(desk, open_claim):
    stay, trials = StayRoom(desk[0], ClaimOpening(desk[0])).look(open_claim)
    assert (stay.times, stay.papers, trials) == (None, None, None)
    return stay.transfer


def test_each_kind_of_transfer_is_tried_and_nothing_is_stored(desk):
    shown = opened(desk)
    transfer = looked(desk, shown)

    assert set(transfer.answers.values()) == {UNKNOWN}
    assert not transfer.is_transfer
    ordinary = shown.settlement.totals
    assert {(row.insurer, row.patient) for row in transfer.shares} == {(ordinary.insurer_share, ordinary.patient_share)}
    assert ordinary.patient_share > 0
    assert {row.kind: [finding.rule for finding in row.said] for row in transfer.shares} == {
        "none": [], "complete": [], "service_only": ["TRV-18"],
    }  # fmt: skip
    assert looked(desk, Review(*desk).open(shown.id)) == transfer


def test_an_answer_is_shown_with_what_it_leads_to(desk):
    shown = Review(*desk).enter_fact(opened(desk), "own_hospital_transfer", "service_only")
    transfer = looked(desk, shown)

    assert transfer.is_transfer
    assert transfer.answers["own_hospital_transfer"] == "service_only"
    assert (transfer.destination.name, transfer.under_contract) == ("تصویربرداری آزمایشی", True)
    assert {"TRV-18", "TRV-21a"} <= {finding.rule for finding in shown.result.findings}


@pytest.mark.parametrize(
    ("insurer", "day", "shown"),
    [
        ("tamin", {"service_date": "1399-09-01"}, True),
        ("tamin", {"service_date": "1399-08-30"}, False),
        ("salamat", {}, False),
        ("tamin", {"kind": "visit"}, False),
    ],
)
def test_only_what_the_order_looks_at_may_be_a_transfer(desk, insurer, day, shown):
    open_claim = opened(desk, insurer, DAY | day)
    assert not has_stay(open_claim)
    assert has_more_than_a_bill(open_claim) == shown
