"""The documents of article 4: what their absence costs is what the engine says without them. Test figures."""

from app.domain.facts import FactDictionary
from app.services.stay.further import further_papers
from app.services.stay.papers import FAULTS_OF, Papers, PaperState, papers_of
from tests.catalogue.expansion import dictionary
from tests.services.stays import laid, stay_file, trials

DRUGS = {"section": "drug", "code": "DR01", "amount": 50_000, "facts": {"ward": "normal"}}
OPERATION = {"section": "surgery", "code": "109040", "amount": 250_000, "facts": {"operation_times_confirmed": True}}
TIMES = {"surgery_start": "1395-03-05T09:00", "surgery_end": "1395-03-05T10:00", "anesthesia_method": "general"}
ANESTHESIA = {"section": "anesthesia", "code": "109040", "amount": 90_000, "facts": TIMES}
NOTHING_READ = {"documents": None, "document_faults": None}


def bill(**claim):
    return stay_file(OPERATION, ANESTHESIA, DRUGS, **claim)


def costs(file):
    return {(cost.document, cost.fault): cost for cost in trials(file).costs()}


def approved(file, **facts):
    return laid(file).with_answers({None: facts}).result().totals.approved


def test_every_document_and_fault_of_the_dictionary_stands_on_the_list_once():
    faults = [fault for found in FAULTS_OF.values() for fault in found]
    known: FactDictionary = dictionary()

    assert sorted({*FAULTS_OF, "insurance_page_no_photo"}) == sorted(known["documents"].values)
    assert sorted(faults) == sorted([*known["document_faults"].values, "insurance_page_no_photo"])


def test_a_missing_paper_costs_its_lines_and_names_its_clause():
    file = bill()
    found = costs(file)
    all_of_it = laid(file).result().totals.approved

    assert found["admission_order", None].rial == all_of_it
    assert found["admission_order", None].on_claim
    assert found["operation_report", None].lines == (1,)
    assert found["anesthesia_sheet", None].lines == (2,)
    assert found["drug_list", None].lines == (3,)
    assert found["drug_list", None].rial == laid(file).result().line(3).approved
    assert "ماده ۴" in found["drug_list", None].clause
    assert found["lab_list", None].rial == 0
    assert found["lab_list", None].findings == ()


def test_the_cost_is_what_the_engine_takes_when_the_paper_is_really_missing():
    file = bill()
    whole = laid(file).result().totals.approved

    for (document, fault), cost in costs(file).items():
        if fault is None:
            papers = papers_of(laid(file).claim).with_document(document, there=False)
            assert whole - approved(file, **papers.answers(dictionary())) == cost.rial


def test_a_paper_that_is_missing_tells_what_it_would_bring():
    known = dictionary()["documents"].good
    without = bill(facts={"documents": [name for name in known if name != "operation_report"]})

    assert papers_of(laid(without).claim).state("operation_report") is PaperState.MISSING
    assert costs(without)["operation_report", None].rial == 250_000


def test_a_fault_that_only_holds_or_remarks_costs_nothing_but_is_told():
    found = costs(bill())

    assert found["operation_report", "operation_report_unsigned"].rial == 250_000
    assert found["bill", "signatures_scanned"].rial == 0
    assert found["bill", "signatures_scanned"].on_claim
    assert found["bill", "stamps_scanned"].findings == ()


def test_lists_that_nobody_entered_are_unknown_and_tried_as_if_all_were_in_order():
    file = bill(facts=NOTHING_READ)

    papers = papers_of(laid(file).claim)
    assert {papers.state(document) for document in FAULTS_OF} == {PaperState.UNKNOWN}
    assert papers.answers(dictionary()) == {}
    assert costs(file)["drug_list", None].rial == costs(bill())["drug_list", None].rial


def test_one_paper_marked_as_missing_leaves_the_others_there():
    papers = Papers(None, None).with_document("drug_list", there=False)

    assert papers.state("drug_list") is PaperState.MISSING
    assert {papers.state(name) for name in FAULTS_OF if name != "drug_list"} == {PaperState.GIVEN}
    assert (
        papers.with_document("drug_list", there=True).answers(dictionary())["documents"]
        == dictionary()["documents"].good
    )


def test_a_page_without_photo_is_a_fault_of_the_page():
    papers = Papers(None, None).all_seen().with_fault("insurance_page_no_photo", there=True)

    assert papers.state("insurance_page") is PaperState.FAULTY
    assert papers.with_fault("insurance_page_no_photo", there=False).state("insurance_page") is PaperState.GIVEN
    assert papers.with_document("insurance_page", there=False).state("insurance_page") is PaperState.MISSING
    assert costs(bill())["insurance_page", "insurance_page_no_photo"].rial == laid(bill()).result().totals.approved


def test_what_a_fault_or_an_order_on_letterhead_brings_is_asked_for_beside_the_papers():
    item = {"section": "prosthesis", "code": "PR01", "amount": 1_000_000, "facts": {"supplier_approved": None}}
    file = stay_file(
        item, facts={"prescription_form": "letterhead", "document_faults": ["equipment_supplier_unapproved"]}
    )
    claim = laid(file).claim

    further = further_papers(claim, file.submission, papers_of(claim))
    assert [(paper.fact, paper.line, paper.state) for paper in further] == [
        ("emergency_or_trauma", None, PaperState.UNKNOWN),
        ("booklet_at_discharge", None, PaperState.GIVEN),
        ("supplier_approved", 1, PaperState.UNKNOWN),
    ]
    cost = next(cost for cost in trials(file).costs() if cost.document == "supplier_approved")
    assert (cost.line, cost.lines) == (1, (1,))
    assert [finding.rule for finding in cost.findings] == ["DOC-06c"]
    assert cost.rial == laid(file).with_answers({1: {"supplier_approved": True}}).result().line(1).approved
