"""What a person judges of the circulars stands on the claims that the circulars bind, from their first days on."""

import pytest

from tests.rules.circulars.orders import PAID, SERVICE, journey, refund, visit
from tests.rules.claims import assess


def remarked(result):
    return {remark.rule for remark in result.remarks}


@pytest.mark.parametrize(("day", "stands"), [("1399-02-31", False), ("1399-03-01", True)])
def test_an_open_cover_is_remarked_on_from_the_day_of_the_order(day, stands):
    result = visit("ELG-11", day=day, eligibility=None, eligibility_inquiry="special")
    assert ({"ELG-06", "ELG-11"} <= remarked(result)) == stands
    assert ("ELG-11" in remarked(visit("ELG-11", day=day, eligibility="covered"))) is False


def test_an_inquiry_of_the_insured_person_is_no_matter_of_a_reimbursement():
    facts = PAID | {"eligibility_inquiry": "special"}
    assert "ELG-06" not in remarked(refund("ELG-06", facts=facts, insurer="tamin"))


def transferred(day, *, insurer="tamin"):
    facts = {"own_hospital_transfer": "complete", "base_overlap": "none"}
    claim = {
        "prescription_date": day,
        "admitted_at": f"{day}T08:00",
        "discharged_at": f"{day}T20:00",
        "facts": facts,
        "lines": [{"section": "service", "code": "C201", "amount": 5_000_000}],
    }
    submission = {"insurer": insurer, "month": day[:7], "delivered_on": None}
    return assess("TRV-15", "inpatient", area="circulars", submission=submission, claim=claim)


@pytest.mark.parametrize(
    ("day", "insurer", "stands"),
    [("1399-08-30", "tamin", False), ("1399-09-01", "tamin", True), ("1399-09-01", "salamat", False)],
)
def test_a_transfer_is_judged_by_a_person_from_the_day_of_the_circular(day, insurer, stands):
    found = remarked(transferred(day, insurer=insurer))
    assert found & {"TRV-15", "TRV-16", "TRV-18a", "TRV-21c"} == (
        {"TRV-15", "TRV-16", "TRV-18a", "TRV-21c"} if stands else set()
    )


@pytest.mark.parametrize(
    ("insurer", "day", "stands"),
    [("tamin", "1399-08-30", True), ("tamin", "1399-09-01", False), ("armed_forces", "1399-08-30", False)],
)
def test_a_journey_before_the_circular_is_said_to_go_by_the_older_ones(insurer, day, stands):
    assert ("TRV-00b" in remarked(journey("TRV-00b", day=day, insurer=insurer))) == stands


@pytest.mark.parametrize(
    ("discharged", "provider", "source", "stands"),
    [
        ("1399-12-30T10:00", {}, "paper", False),
        ("1400-01-01T10:00", {}, "paper", True),
        ("1400-01-01T10:00", {}, "sepas", False),
        ("1400-01-01T10:00", {"sector": "public_university"}, "paper", False),
        ("1400-01-01T10:00", {"kind": "general_clinic"}, "paper", False),
    ],
)
def test_a_centre_is_named_to_the_ministry_where_its_bill_is_referred(discharged, provider, source, stands):
    over = {"admitted_at": "1399-12-28T08:00", "discharged_at": discharged}
    result = refund("REI-16", "inpatient", facts=PAID | {"bill_source": source}, provider=provider, **over)
    assert ("REI-16" in remarked(result)) == stands
    assert ("REI-12" in {finding.rule for finding in result.findings}) == stands


def test_a_stay_before_the_instruction_is_named_to_nobody():
    over = {"admitted_at": "1399-10-30T08:00", "discharged_at": "1400-01-01T10:00"}
    result = refund("REI-16", "inpatient", facts=PAID | {"bill_source": "paper"}, **over)
    assert not {"REI-12", "REI-16"} & ({finding.rule for finding in result.findings} | remarked(result))


@pytest.mark.parametrize("insurer", ["tamin", "armed_forces", "supplementary", "salamat"])
def test_what_a_person_judges_by_the_handbook_is_a_matter_of_its_own_insurer(insurer):
    claim = {"prescription_date": "1400-02-05", "service_date": "1400-02-05", "diagnosis": "تب", "lines": [SERVICE]}
    submission = {"insurer": insurer, "month": "1400-02", "delivered_on": None}
    found = remarked(assess("PAR-01a", "laboratory", area="circulars", submission=submission, claim=claim))
    of_the_handbook = {rule for rule in found if not rule.startswith(("ELG", "PAR", "REI", "TRV"))}
    assert bool(of_the_handbook) == (insurer == "salamat")
