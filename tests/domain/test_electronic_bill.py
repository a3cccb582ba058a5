"""What is said of a reimbursement's bill: its words for each seal, and silence where there is nothing to say."""

import pytest

from app.domain.claim import Claim, ClaimKind, Line, Pathway, Patient
from app.domain.electronic_bill import Authenticity, SealsTold, authenticity_sentence, bill_authenticity, seals_told


def bill(kind: ClaimKind = ClaimKind.INPATIENT, pathway: Pathway = Pathway.REIMBURSEMENT, **facts: str) -> Claim:
    return Claim("R-1", kind, Patient("0012345679"), (Line(1, "service", 100),), pathway=pathway, facts=facts)


@pytest.mark.parametrize(
    ("facts", "known", "word"),
    [
        ({"bill_source": "sepas", "bill_seal": "valid"}, Authenticity.SEALED, "دست‌نخورده"),
        ({"bill_source": "sepas", "bill_seal": "missing"}, Authenticity.UNSEALED, "بی‌مهر"),
        ({"bill_source": "sepas", "bill_seal": "broken"}, Authenticity.BROKEN, "دوباره دریافت"),
        ({"bill_source": "sepas"}, Authenticity.SEAL_UNTOLD, "ثبت نشده"),
        ({"bill_source": "paper", "bill_seal": "valid"}, Authenticity.ON_PAPER, "کاغذی"),
        ({}, Authenticity.UNTOLD, "ثبت نشده"),
    ],
)
def test_each_state_of_a_bill_has_its_words(facts: dict[str, str], known: Authenticity, word: str) -> None:
    found = bill_authenticity(bill(**facts))
    assert found is known
    assert word in authenticity_sentence(known)


def test_nothing_is_said_of_bills_of_the_contract_and_of_outpatients_without_a_word() -> None:
    assert bill_authenticity(bill(pathway=Pathway.CONTRACTED, bill_seal="valid")) is None
    assert bill_authenticity(bill(ClaimKind.VISIT)) is None


def test_the_seals_of_a_file_are_counted_and_those_on_paper_are_none() -> None:
    claims = [bill(bill_source="sepas", bill_seal=seal) for seal in ("valid", "broken", "valid")]
    told = seals_told([*claims, bill(bill_source="paper", bill_seal="missing"), bill()])
    assert told == SealsTold(valid=2, missing=0, broken=1)
    assert "۲ معتبر، ۱ شکسته" in told.sentence()
    assert seals_told([bill()]) is None
