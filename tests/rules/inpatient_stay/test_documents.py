"""The papers of an inpatient bill: what each proves, what a fault of it takes, what only holds. Test figures."""

import pytest

from app.domain.findings import Effect, Mark, Verdict
from tests.rules.claims import approved, asked, cited, marks, said, waiting
from tests.rules.inpatient_stay.hospital_stays import PAPERS, anesthesia, bed, item, observation, operation, stay

BED = bed("normal", 3, 3_000_000)
DRUG = item("drug", 400_000)


def papers(*missing: str, faults: tuple[str, ...] = ()) -> dict[str, list[str]]:
    """Return the facts of a bill without some papers, or with some faults of them."""
    return {"documents": [name for name in PAPERS if name not in missing], "document_faults": list(faults)}


def test_a_reimbursement_request_has_no_such_list():
    result = stay("DOC-00d", BED, over={"pathway": "reimbursement"})

    assert {rule for rule in cited(result) if rule.startswith("DOC-")} == set()


def test_what_is_missing_of_the_two_lists_is_asked_together():
    assert waiting(stay("DOC-00d", BED), "DOC-00d") == {None: ("documents", "document_faults")}
    assert waiting(stay("DOC-00d", BED, document_faults=[]), "DOC-00d") == {None: ("documents",)}


def test_all_grounds_of_a_refused_bill_are_cited_and_the_first_takes_the_money():
    result = stay("DOC-01a", BED, **papers("admission_order", "bill", faults=("bill_unsigned_hospital",)))

    assert cited(result) >= {"DOC-01a", "DOC-03a", "DOC-03b"}
    assert [finding.deducted for finding in result.findings if finding.rule.startswith("DOC-0")] == [3_000_000, 0, 0]
    assert result.verdict is Verdict.REJECTED


@pytest.mark.parametrize(
    ("faults", "rule"),
    [
        ("order_without_diagnosis", "DOC-01c"),
        ("bill_not_itemised", "DOC-03e"),
        ("signatures_scanned", "DOC-13"),
    ],
)
def test_a_fault_of_form_holds_the_bill_and_says_what_it_waits_for(faults, rule):
    result = stay(rule, BED, **papers(faults=(faults,)))

    assert approved(result) == [3_000_000]
    assert marks(result) == [Mark.QUERY]
    (query,) = (finding for finding in result.queries if finding.rule == rule)
    assert query.needs


@pytest.mark.parametrize(("assigned", "said_of_it"), [(True, [Effect.QUERY]), (None, [Effect.QUERY]), (False, [])])
def test_a_bill_waits_for_the_insurers_expert_where_there_may_be_one(assigned, said_of_it):
    facts = {} if assigned is None else {"insurer_expert_assigned": assigned}
    result = stay("DOC-03c", BED, office={"facts": facts}, **papers(faults=("bill_not_confirmed",)))

    assert said(result, "DOC-03c") == said_of_it
    if assigned is None:
        assert asked(result, "DOC-03c") == {"insurer_expert_assigned"}


@pytest.mark.parametrize(("fund", "born", "left"), [("rural", "1388-03-06", 3_000_000), ("rural", "1388-03-05", 0)])
def test_a_page_without_photo_goes_by_the_claims_own_fund(fund, born, left):
    facts = {"documents": [*papers("insurance_page")["documents"], "insurance_page_no_photo"], "document_faults": []}
    result = stay("DOC-02b", BED, over={"fund": fund, "patient": {"birth_date": born}}, **facts)

    assert approved(result) == [left]


def test_a_page_without_photo_beside_one_with_photo_is_in_order():
    facts = {"documents": [*PAPERS, "insurance_page_no_photo"], "document_faults": []}

    assert "DOC-02b" not in cited(stay("DOC-02b", BED, **facts))


def test_an_unknown_birth_date_is_asked_for_a_page_without_photo():
    facts = {"documents": [*papers("insurance_page")["documents"], "insurance_page_no_photo"], "document_faults": []}
    result = stay("DOC-02b", BED, over={"patient": {"birth_date": None}}, **facts)

    assert asked(result, "DOC-02b") == {"birth_date"}


def test_an_order_in_an_unknown_place_asks_for_the_emergency_and_for_the_booklet():
    result = stay("DOC-01d", BED, prescription_form="letterhead", booklet_at_discharge=None, **papers())

    assert asked(result, "DOC-01d") == {"emergency_or_trauma"}
    assert asked(result, "DOC-01e") == {"booklet_at_discharge"}


def test_both_lists_of_drugs_ask_for_the_place_of_use():
    result = stay("DOC-08a", operation(), DRUG, **papers("drug_list", "operating_room_list"))

    assert waiting(result, "DOC-08a") == waiting(result, "DOC-11a") == {2: ("ward",)}


@pytest.mark.parametrize(
    ("ward", "rule"),
    [("operating_room", "DOC-11a"), ("delivery_room", "DOC-11a"), ("emergency", "DOC-08a")],
)
def test_a_drug_falls_with_the_list_of_its_place(ward, rule):
    drug = item("drug", 400_000, ward=ward)
    result = stay("DOC-08a", operation(), drug, **papers("drug_list", "operating_room_list"))

    assert approved(result)[1] == 0
    assert cited(result, 2) & {"DOC-08a", "DOC-11a"} == {rule}


def test_without_an_operation_every_drug_is_the_wards_whatever_was_written():
    result = stay("DOC-08a", item("drug", 400_000, ward="operating_room"), **papers("drug_list"))

    assert approved(result) == [0]


def test_a_global_bill_needs_neither_lists_nor_items_but_its_pictures():
    result = stay(
        "DOC-14",
        item("global", 10_000_000, "G12", anesthesia_given=False),
        item("imaging", 800_000, "990050"),
        **papers(
            "drug_list", "lab_list", "operating_room_list", "imaging_list", "anesthesia_sheet",
            faults=("bill_not_itemised",),
        ),
    )  # fmt: skip

    cited_papers = {finding.rule for finding in result.findings if finding.rule.startswith("DOC-")}
    assert cited_papers == {"DOC-10a"}


def test_a_missing_anesthesia_sheet_leaves_the_surgeon():
    result = stay("DOC-05a", operation(), anesthesia(), **papers("anesthesia_sheet"))

    assert approved(result)[1] == 0
    assert "DOC-05a" not in cited(result, 1)


def test_several_papers_of_a_prosthesis_are_all_cited():
    result = stay(
        "DOC-06a",
        item("prosthesis", 5_000_000, "990070", supplier_approved=False),
        **papers("equipment_invoice", "equipment_labels", faults=("equipment_supplier_unapproved",)),
    )

    assert cited(result, 1) >= {"DOC-06a", "DOC-06c", "DOC-07"}


def test_a_note_needs_a_line_of_its_paper():
    faults = ("operation_codes_missing", "anesthesia_values_missing", "anesthesia_times_missing")
    result = stay("DOC-04d", BED, **papers(faults=faults))

    assert cited(result) & {"DOC-04d", "DOC-05c", "DOC-05d"} == set()


def test_observation_has_no_papers_of_article_four():
    result = observation("DOC-01a", item("imaging", 800_000, "990050"))

    assert {rule for rule in cited(result) if rule.startswith("DOC-")} == set()
