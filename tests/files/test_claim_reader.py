"""A faultless claim file becomes values, whatever digits, letters and calendars its centre writes."""

import hashlib
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from claim_files import DICTIONARY, a_claim, a_file, changed, faults, national_code, read_document

from app.domain.claim import ClaimKind, Insurer, Pathway
from app.domain.claim_document import claim_document, claim_from_document
from app.domain.dates import JalaliDate, JalaliMonth, Moment
from app.files.problem_texts import Code


def test_a_faultless_file_is_read_whole(tmp_path: Path) -> None:
    report = read_document(tmp_path, a_file(claims=3))

    assert report.problems == ()
    assert report.ok
    assert report.submission is not None
    assert report.claim_file is not None
    assert report.claim_file.claims == report.claims
    assert report.good_claims == ("C-1", "C-2", "C-3")
    assert report.sha256 == hashlib.sha256(report.path.read_bytes()).hexdigest()


def test_the_submission_becomes_values(tmp_path: Path) -> None:
    submission = read_document(tmp_path, a_file()).submission

    assert submission is not None
    assert (submission.month, submission.insurer) == (JalaliMonth(1395, 3), Insurer.SALAMAT)
    assert submission.provider.contract_from == JalaliDate(1394, 1, 1)
    assert submission.provider.contracted
    assert submission.facts == {"teaching": False, "officer_licence_to": JalaliDate(1396, 1, 1)}


def test_a_claim_becomes_values(tmp_path: Path) -> None:
    claim = read_document(tmp_path, a_file()).claims[0]

    assert (claim.id, claim.kind, claim.pathway) == ("C-1", ClaimKind.IMAGING, Pathway.CONTRACTED)
    assert claim.patient.conditions == ("hemophilia",)
    assert claim.lines[1].performer is not None
    assert claim.lines[1].performer.specialty == "radiology"
    assert claim.lines[0].modifiers == ("60",)
    assert claim.facts["sheets"] == ("first", "second")
    assert claim.history[0].day == JalaliDate(1395, 1, 10)
    assert claim.written is not None
    assert claim.written.total == 300_000


def test_what_is_read_can_be_written_and_read_again(tmp_path: Path) -> None:
    for claim in read_document(tmp_path, a_file()).claims:
        assert claim_from_document(json.loads(json.dumps(claim_document(claim))), DICTIONARY) == claim


def test_the_members_may_stand_in_any_order(tmp_path: Path) -> None:
    document = a_file()
    turned = {key: document[key] for key in ("claims", "submission", "version", "format")}

    assert read_document(tmp_path, turned).claims == read_document(tmp_path, document).claims


@pytest.mark.parametrize("digits", ["۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩"])
def test_persian_and_arabic_digits_are_read_wherever_a_code_or_date_stands(tmp_path: Path, digits: str) -> None:
    table = str.maketrans("0123456789", digits)

    def turned(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {name: turned(item, name) for name, item in value.items()}
        if isinstance(value, list):
            return [turned(item) for item in value]
        return value.translate(table) if isinstance(value, str) and key not in {"format", "name"} else value

    report = read_document(tmp_path, turned(a_file()))

    assert report.problems == ()
    assert report.claims == read_document(tmp_path, a_file()).claims


def test_gregorian_dates_are_the_same_days(tmp_path: Path) -> None:
    def gregorian(document: dict[str, Any]) -> None:
        claim = document["claims"][0]
        claim["service_date"] = "2016-05-27"
        claim["admitted_at"] = "2016-05-27T08:30"
        claim["lines"][0]["date"] = "2016-05-27"
        claim["facts"]["eligibility_valid_to"] = "2017-03-20"

    claim = read_document(tmp_path, changed(gregorian)).claims[0]

    assert claim.service_date == claim.lines[0].day == JalaliDate(1395, 3, 7)
    assert claim.admitted_at == Moment(JalaliDate(1395, 3, 7), 8, 30)
    assert claim.facts["eligibility_valid_to"] == JalaliDate(1395, 12, 30)


def test_letters_and_spaces_are_normalised(tmp_path: Path) -> None:
    def arabic(document: dict[str, Any]) -> None:
        document["claims"][0]["diagnosis"] = "  شكستگي\u00a0 مچ   دست\u200c "
        document["claims"][0]["lines"][0]["title"] = "سي\u200c\u200cتي اسكن"
        document["claims"][0]["patient"]["name"] = "\ufeffعلي\u202e كاظمي\x00"

    claim = read_document(tmp_path, changed(arabic)).claims[0]

    assert claim.diagnosis == "شکستگی مچ دست"
    assert claim.lines[0].title == "سی\u200cتی اسکن"
    assert claim.patient.name == "علی کاظمی"


def test_an_empty_text_is_an_absent_one(tmp_path: Path) -> None:
    def emptied(document: dict[str, Any]) -> None:
        document["claims"][0]["diagnosis"] = ""
        document["claims"][0]["lines"][0]["code"] = ""
        document["claims"][0]["service_date"] = ""

    report = read_document(tmp_path, changed(emptied))

    assert report.problems == ()
    assert (report.claims[0].diagnosis, report.claims[0].lines[0].code, report.claims[0].service_date) == (None,) * 3


def test_a_text_fact_left_blank_is_known_to_be_blank(tmp_path: Path) -> None:
    def blank(document: dict[str, Any]) -> None:
        document["claims"][0]["facts"]["tracking_code"] = ""

    assert read_document(tmp_path, changed(blank)).claims[0].facts["tracking_code"] == ""


def test_a_national_code_of_nine_digits_is_padded_with_a_warning(tmp_path: Path) -> None:
    code = national_code(5)
    report = read_document(
        tmp_path, changed(lambda document: document["claims"][0]["patient"].update(id=code.removeprefix("0")))
    )

    assert faults(report) == [(Code.PADDED_NATIONAL_CODE, "C-1", None, "patient.id")]
    assert report.ok
    assert report.claims[0].patient.id == code


@pytest.mark.parametrize(
    ("patient", "ok"),
    [
        ({"id": "110025473", "id_kind": "fida"}, True),
        ({"id": "۱۱۰۰۲۵۴۷۳۱۲۲", "id_kind": "fida"}, True),
        ({"id": "1234567", "id_kind": "fida"}, False),
        ({"id": "12/345-A", "id_kind": "booklet_serial"}, True),
        ({"id": "12 345", "id_kind": "booklet_serial"}, False),
    ],
)
def test_other_identifiers_are_judged_by_their_own_form(tmp_path: Path, patient: dict[str, str], ok: bool) -> None:
    report = read_document(tmp_path, changed(lambda document: document["claims"][0].update(patient=patient)))

    assert report.ok is ok


def test_an_iban_may_be_written_in_groups(tmp_path: Path) -> None:
    grouped = "ir82 0540 1026 8002 0817 9090 02"
    report = read_document(tmp_path, changed(lambda document: document["claims"][0]["patient"].update(iban=grouped)))

    assert report.problems == ()
    assert report.claims[0].patient.iban == "IR820540102680020817909002"


@pytest.mark.parametrize("written", ["150000.0", "1.5e5", "15E4"])
def test_a_whole_number_is_whole_however_json_writes_it(tmp_path: Path, written: str) -> None:
    text = json.dumps(a_file()).replace('"amount": 150000', f'"amount": {written}')

    report = read_document(tmp_path, text)

    assert report.problems == ()
    assert {line.amount for claim in report.claims for line in claim.lines} == {150_000}
    assert all(type(line.amount) is int for claim in report.claims for line in claim.lines)


@pytest.mark.parametrize("written", ["150000", "۱۵۰۰۰۰", "٠١٥٠٠٠٠"])
def test_an_amount_written_as_digits_in_a_text_is_read_with_a_warning(tmp_path: Path, written: str) -> None:
    report = read_document(tmp_path, changed(lambda document: document["claims"][0]["lines"][0].update(amount=written)))

    assert faults(report) == [(Code.NUMBER_AS_TEXT, "C-1", 1, "amount")]
    assert report.claims[0].lines[0].amount == 150_000


@pytest.mark.parametrize(("written", "quantity"), [("2", "2"), ("۱٫۵", "1.5"), ("0.25", "0.25")])
def test_a_quantity_written_as_text_is_read_exactly(tmp_path: Path, written: str, quantity: str) -> None:
    report = read_document(tmp_path, changed(lambda document: document["claims"][0]["lines"][0].update(qty=written)))

    assert report.claims[0].lines[0].quantity == Decimal(quantity)


def test_a_fraction_stays_exact(tmp_path: Path) -> None:
    report = read_document(tmp_path, changed(lambda document: document["claims"][0]["lines"][0].update(qty=0.1)))

    assert report.claims[0].lines[0].quantity == Decimal("0.1")


def test_facts_take_the_types_of_their_dictionary(tmp_path: Path) -> None:
    facts = {"gestational_weeks": "۱۲", "fetus_count": 1.0, "tracking_code": "۱۲۳-۴۵", "eligibility_code": "کد ۱"}
    report = read_document(tmp_path, changed(lambda document: document["claims"][0].update(facts=facts)))

    assert report.claims[0].facts == {
        "gestational_weeks": Decimal(12),
        "fetus_count": Decimal(1),
        "tracking_code": "123-45",
        "eligibility_code": "کد ۱",
    }


def test_a_fact_that_no_rule_knows_is_kept_with_a_warning(tmp_path: Path) -> None:
    report = read_document(
        tmp_path,
        changed(lambda document: document["claims"][0].update(facts={"colour_of_ink": "blue", "pages": ["1", "2"]})),
    )

    assert [fault[0] for fault in faults(report)] == [Code.UNKNOWN_FACT, Code.UNKNOWN_FACT]
    assert report.claims[0].facts == {"colour_of_ink": "blue", "pages": ("1", "2")}


def test_words_outside_the_vocabularies_are_warnings(tmp_path: Path) -> None:
    def strange(document: dict[str, Any]) -> None:
        document["claims"][0]["prescriber"]["specialty"] = "brain_reading"
        document["claims"][0]["lines"][0]["performer"]["specialty"] = "stargazing"
        document["claims"][0]["patient"]["conditions"] = ["tired"]

    report = read_document(tmp_path, changed(strange))

    assert report.ok
    assert sorted(faults(report), key=str) == sorted(
        [
            (Code.UNKNOWN_SPECIALTY, "C-1", None, "prescriber.specialty"),
            (Code.UNKNOWN_SPECIALTY, "C-1", 1, "performer.specialty"),
            (Code.UNKNOWN_CONDITION, "C-1", None, "patient.conditions"),
        ],
        key=str,
    )


def test_past_services_may_carry_facts_of_their_claim(tmp_path: Path) -> None:
    past = {"date": "1395-01-10", "code": "701715", "facts": {"side": "left", "prescriber_stamp": True}}
    report = read_document(tmp_path, changed(lambda document: document["claims"][0].update(history=[past])))

    assert report.problems == ()


def test_a_file_without_claims_is_read_with_a_warning(tmp_path: Path) -> None:
    report = read_document(tmp_path, a_file(claims=0))

    assert report.ok
    assert faults(report) == [(Code.NO_CLAIMS, None, None, "claims")]


def test_a_doubtful_national_code_holds_up_an_import_and_not_a_trial(tmp_path: Path) -> None:
    document = changed(lambda document: document["claims"][0]["patient"].update(id="0012345678"))

    assert faults(read_document(tmp_path, document)) == [(Code.WRONG_NATIONAL_CODE, "C-1", None, "patient.id")]
    trial = read_document(tmp_path, document, strict_identity=False)
    assert trial.ok
    assert faults(trial) == [(Code.DOUBTFUL_NATIONAL_CODE, "C-1", None, "patient.id")]


def test_reading_tells_its_progress_and_can_be_cancelled(tmp_path: Path) -> None:
    from app.files.claim_reader import read_claim_file

    class Cancelled(Exception):
        pass

    heard: list[tuple[int, int]] = []

    def cancel(done: int, total: int) -> None:
        heard.append((done, total))
        raise Cancelled

    path = tmp_path / "many.json"
    path.write_text(json.dumps(a_file() | {"claims": [a_claim(number) for number in range(1, 201)]}), encoding="utf-8")

    read_claim_file(path, DICTIONARY, progress=lambda done, total: heard.append((done, total)))
    assert heard == sorted(heard)
    assert heard[-1] == (path.stat().st_size, path.stat().st_size)

    heard.clear()
    with pytest.raises(Cancelled):
        read_claim_file(path, DICTIONARY, progress=cancel)
    assert len(heard) == 1
