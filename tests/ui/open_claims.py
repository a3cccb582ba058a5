"""Open claims for the tests of the desk: judged by the real engine with the packs of the catalogue (test figures)."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from app.domain.claim import ClaimFile
from app.domain.claim_document import claim_from_document, submission_from_document
from app.domain.office import ClaimState, Decision, DecisionKind, Role, User
from app.domain.reference import Reference
from app.domain.settlement import settle, waivers
from app.files.pack_reader import read_pack
from app.files.rulebook_reader import read_fact_dictionary, read_rulebook
from app.services.audit import Auditor, AuditRound
from app.services.open_claim import OpenClaim, questions_of

CATALOGUE = Path(__file__).resolve().parents[1] / "catalogue"
SARA = User(1, "sara", "سارا محمدی", "س‌م", frozenset({Role.REVIEWER}))
PAPER = {
    "prescription_form": "booklet", "prescriber_stamp": True, "prescriber_signature": "original",
    "specialty_legible": True, "date_written": True, "defects": [], "tampered_by_provider": False,
    "provider_stamp": True, "officer_stamp": True, "facility_stamp": True, "other_provider_stamp": False,
    "prescribed_for_self": False, "screening": False, "cosmetic": False, "at_home": False,
    "needs_insurer_approval": False, "referral_required": False, "sums_written": True,
    "prescription_names_patient": True, "eligibility": "covered", "sheets": ["first"], "trauma_patient": False,
    "illness_described": True, "date_hand": "same", "mother_booklet": False, "issued_in_this_centre": True,
}  # fmt: skip
GOOD = {"ordered_by_physician": True, "title_complete": True, "report_attached": True, "price_written": True}
SUBMISSION = {
    "id": "S-1395-03-12", "month": "1395-03", "fund": "government_staff", "insurer": "salamat",
    "delivered_on": "1395-04-10",
    "provider": {
        "id": "P-IMG", "name": "مرکز تصویربرداری مهرگان", "kind": "imaging_center", "sector": "private",
        "contracted": True, "contract_from": "1394-01-01",
    },
    "facts": {
        "technical_officer_present": True, "rural_contract": True, "ct_slices": "16", "densitometry_licence": True,
        "tcd_equipment": True, "gp_officer": False,
    },
}  # fmt: skip
CLAIM = {
    "id": "95-03-000417", "kind": "imaging",
    "patient": {"id": "0012345679", "name": "مریم رضایی", "birth_date": "1350-05-05", "sex": "female"},
    "prescriber": {"id": "11112", "name": "دکتر کاوه نادری", "qualification": "specialist", "specialty": "neurology"},
    "prescription_date": "1395-03-05", "service_date": "1395-03-07", "diagnosis": "سردرد و سرگیجه",
    "history": [
        {"date": "1394-11-02", "code": "T-CTBRAIN", "provider": "P-IMG"},
        {"date": "1394-08-19", "code": "701740", "provider": "P-HOS"},
        {"date": "1393-02-28", "code": "T-CHEST", "qty": 2, "provider": "P-OLD"},
    ],
}  # fmt: skip


def line(no, code, amount, *, section="imaging", title=None, **facts):
    """Return a line of a claim document; facts given as None are left unknown."""
    known = {name: value for name, value in {**GOOD, **facts}.items() if value is not None}
    document = {"no": no, "section": section, "code": code, "amount": amount, "facts": known}
    return document if title is None else {**document, "title": title}


@cache
def auditor() -> Auditor:
    """Return the engine with the test figures of the catalogue."""
    packs = [read_pack(CATALOGUE / f"{name}.pack.json") for name in ("base", "general", "imaging")]
    return Auditor(Reference(packs), read_rulebook(), read_fact_dictionary())


def open_claim(lines, *, decisions=(), state=ClaimState.IN_REVIEW, paper=None, store_id=417, **fields) -> OpenClaim:
    """Return a claim as it lies on the desk; a decision without a digest is made on today's result."""
    engine = auditor()
    known = {name: value for name, value in {**PAPER, **(paper or {})}.items() if value is not None}
    document = {**CLAIM, **fields, "facts": known, "lines": lines}
    submission = submission_from_document(SUBMISSION, engine.dictionary)
    claim = claim_from_document(document, engine.dictionary)
    result = engine.audit(ClaimFile(submission, (claim,)))[0]
    made = tuple(d if d.result_digest else replace(d, result_digest=result.digest_of(d.line)) for d in decisions)
    again = AuditRound(engine, submission, (claim,), waivers={claim.id: waivers(result, made)}).result(0)
    settlement = settle(result, again, made, {SARA.id: SARA.initials}, engine.engine.rulebook)
    titles = {row.no: _title(engine, row.code, claim) for row in claim.lines}
    return OpenClaim(
        id=store_id,
        submission=submission,
        claim=claim,
        state=state,
        settlement=settlement,
        questions=questions_of(settlement.open_queries, engine.dictionary, submission, claim),
        decisions=made,
        authors={SARA.id: SARA},
        history=claim.history,
        titles=titles,
        rulebook=engine.engine.rulebook,
    )


def _title(engine, code, claim):
    service = engine.reference.service(code, claim.service_day) if code else None
    return service.title if service else ""


def decided(number, kind, line_no, **fields) -> Decision:
    """Return a decision of the reviewer."""
    given = {"result_digest": "", "at": f"2016-06-01T06:{number:02d}:00+00:00", **fields}
    return Decision(id=number, kind=kind, author=SARA.id, line=line_no, **given)


def every_mark() -> OpenClaim:
    """Return a claim with each mark: tick, circle, zero, question, override, and a word that became stale."""
    lines = [
        line(1, "T-CTBRAIN-C", 1_840_000),
        line(2, "T-MRKNEE", 1_150_000, side="right"),
        line(3, "T-CTCHEST", 600_000, report_attached=False),
        line(4, "701740", 350_000, report_attached=None),
        line(
            5,
            "T-MRBRAIN",
            1_900_000,
            title="تصویربرداری با تشدید مغناطیسی (MRI) مغز، بدون و با تزریق ماده حاجب، سه‌بعدی با بازسازی",
        ),
        line(6, "T-CHEST", 60_000),
        line(7, "T-LEGDOP", 420_000, side="left"),
        line(8, "T-CONTRAST", 500_000, section="supply"),
        line(9, "T-SYRINGE", 60_000, section="supply"),
        line(10, "T-ANES", 12_450_000, section="anesthesia"),
    ]
    decisions = (
        decided(1, DecisionKind.SET_AMOUNT, 5, amount=1_400_000, reason="نظر کارشناسی پس از دیدن گزارش"),
        decided(2, DecisionKind.SET_AMOUNT, 7, amount=400_000, reason="توافق با مرکز", result_digest="0" * 64),
        decided(3, DecisionKind.ENTER_FACT, 2, fact="side", value="right"),
    )
    return open_claim(lines, decisions=decisions)


def long_claim(count=200) -> OpenClaim:
    """Return a claim of many lines in three sections."""
    codes = [("T-CHEST", "imaging", 60_000), ("801435", "lab", 190_000), ("T-SYRINGE", "supply", 60_000)]
    picked = [(no, *codes[no % len(codes)]) for no in range(1, count + 1)]
    return open_claim([line(no, code, amount + no, section=section) for no, code, section, amount in picked])
