"""The documents of a hospital bill that generated claims lack, and their faults, by the rule that looks at them."""

from typing import Any

Aim = dict[str, tuple[Any, ...]]
ALL = [
    "admission_order",
    "insurance_page",
    "bill",
    "operation_report",
    "anesthesia_sheet",
    "equipment_invoice",
    "equipment_labels",
    "drug_list",
    "lab_list",
    "imaging_list",
    "operating_room_list",
]
PHOTO = ["insurance_page_no_photo", *(item for item in ALL if item != "insurance_page")]
MISSING = {
    "DOC-01a": "admission_order",
    "DOC-02a": "insurance_page",
    "DOC-03a": "bill",
    "DOC-04a": "operation_report",
    "DOC-05a": "anesthesia_sheet",
    "DOC-06a": "equipment_invoice",
    "DOC-07": "equipment_labels",
    "DOC-08a": "drug_list",
    "DOC-09a": "lab_list",
    "DOC-10a": "imaging_list",
    "DOC-11a": "operating_room_list",
}
FAULTS = {
    "DOC-01b": "order_unsigned",
    "DOC-01c": "order_without_diagnosis",
    "DOC-03b": "bill_unsigned_physician",
    "DOC-03c": "bill_not_confirmed",
    "DOC-03d": "initial_confirmation_missing",
    "DOC-03e": "bill_not_itemised",
    "DOC-04b": "operation_report_unsigned",
    "DOC-04c": "assistant_signature_missing",
    "DOC-04d": "operation_codes_missing",
    "DOC-04e": "operation_times_missing",
    "DOC-05b": "anesthesia_sheet_unsigned",
    "DOC-05c": "anesthesia_values_missing",
    "DOC-05d": "anesthesia_times_missing",
    "DOC-06b": "invoice_not_certified",
    "DOC-06c": "equipment_supplier_unapproved",
    "DOC-08b": "drug_list_unpriced",
    "DOC-09b": "lab_list_unsigned",
    "DOC-10b": "imaging_list_unsigned",
    "DOC-11b": "operating_room_list_unsigned",
    "DOC-13": "signatures_scanned",
}


def lacking(document: str) -> Aim:
    return {
        "claim.facts.documents": ([item for item in ALL if item != document],),
        "claim.facts.document_faults": ([],),
    }


def faulty(fault: str) -> Aim:
    own: tuple[Any, ...] = ([fault], [fault], [fault, "stamps_scanned"], [])
    return {"claim.facts.documents": (ALL,), "claim.facts.document_faults": own}


WARDS: Aim = {"line.facts.ward": ("normal", "operating_room", "delivery_room", "icu", None)}
PAPERS: dict[str, Aim] = {rule_id: lacking(document) for rule_id, document in MISSING.items()}
PAPERS |= {rule_id: faulty(fault) for rule_id, fault in FAULTS.items()}
PAPERS["DOC-03c"] |= {"submission.facts.insurer_expert_assigned": (True, False, None)}
PAPERS["DOC-03d"] |= {"submission.facts.insurer_expert_assigned": (True, False, None)}
PAPERS["DOC-06c"] |= {"line.facts.supplier_approved": (True, False, None)}
