"""Random claims over the test packs of the general and the imaging part: any kind, any facts known or unknown."""

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from app.domain.claim import Claim, ClaimFile
from app.domain.claim_document import claim_from_document, fact_document, submission_from_document
from app.domain.facts import FactDefinition, FactKind, FactScope
from app.domain.reference import Reference
from app.services.audit import Auditor
from tests.catalogue.expansion import bases, dictionary, rulebook
from tests.rules.claims import area_packs

AREAS = ("general", "imaging")
PACKS = (*area_packs("general"), area_packs("imaging")[-1])
AUDITOR = Auditor(Reference(PACKS), rulebook(), dictionary())

KINDS = (
    "imaging",
    "imaging",
    "laboratory",
    "nuclear_medicine",
    "physiotherapy",
    "physician_service",
    "visit",
    "dental",
    "inpatient",
)
SECTIONS = {"nuclear": "nuclear_medicine", "lab": "laboratory", "imaging": "imaging"}
SERVICES = sorted({service.code: service for pack in PACKS for service in pack.services}.items())
QUALIFICATIONS = ("gp", "specialist", "fellowship", "resident", "intern", "midwife", None)
SPECIALTIES = (
    "cardiology",
    "orthopedics",
    "neurology",
    "pediatrics",
    "obstetrics_gynecology",
    "radiology",
    "interventional_radiology",
    None,
)
DAYS = ("1394-12-29", "1395-02-31", "1395-03-05", "1395-03-31", "1395-04-01")
ANY_CODE = [*(code for code, _ in SERVICES), "899999", None]
KNOWN_FACTS = frozenset(fact for entry in rulebook().values() if entry.area in AREAS for fact in entry.facts)


def mostly(usual: Any, *others: Any) -> st.SearchStrategy[Any]:
    """Return the usual value in most draws, so that claims are not all thrown out for one and the same reason."""
    return st.sampled_from([usual] * 3 * len(others) + list(others))


def fact_values(definition: FactDefinition) -> st.SearchStrategy[Any]:
    match definition.kind:
        case FactKind.BOOL:
            return st.booleans()
        case FactKind.ENUM:
            return st.sampled_from(definition.values)
        case FactKind.LIST:
            items = definition.values or ("ct", "bone_density")
            return st.lists(st.sampled_from(items), unique=True, min_size=0 if definition.values else 1, max_size=3)
        case FactKind.DATE:
            return st.sampled_from(DAYS)
        case FactKind.TEXT:
            return st.sampled_from(["", "11111", "شکم"])
        case _:
            return st.integers(0, 40)


def _known(scope: FactScope) -> dict[str, FactDefinition]:
    return {d.name: d for d in dictionary().values() if d.name in KNOWN_FACTS and d.scope is scope}


@st.composite
def facts(draw: st.DrawFn, scope: FactScope) -> dict[str, Any]:
    """Return the good facts of a scope, of which some are unknown or have any other value."""
    known = _known(scope)
    found = {name: fact_document(definition.good) for name, definition in known.items() if definition.good is not None}
    for name in draw(st.lists(st.sampled_from(sorted(known)), max_size=3, unique=True)):
        found[name] = draw(st.none() | fact_values(known[name]))
    return {name: value for name, value in found.items() if value is not None}


@st.composite
def lines(draw: st.DrawFn, kind: str) -> list[dict[str, Any]]:
    """Return one to five lines, most of them with services of the packs."""
    fitting = [code for code, service in SERVICES if SECTIONS.get(service.section, kind) == kind]
    found = []
    for no in range(1, draw(st.integers(1, 6)) + 1):
        code = draw(st.sampled_from(fitting * 3 + ANY_CODE))
        service = dict(SERVICES).get(code)
        line = {
            "no": no,
            "section": service.section if service else "visit",
            "code": code,
            "amount": draw(st.integers(0, 2_000_000) | st.sampled_from([0, 1, 100_000, 500_000])),
            "qty": draw(mostly(1, 2, 3, "1.5")),
            "date": draw(mostly(None, "1395-03-05", "1395-03-07", "1395-03-31")),
            "performer": draw(mostly(None, "given").flatmap(lambda who: people() if who else st.none())),
            "facts": draw(facts(FactScope.LINE)),
        }
        found.append({key: value for key, value in line.items() if value is not None})
    return found


def people() -> st.SearchStrategy[dict[str, str]]:
    """Return a prescriber or performer, of whom anything may be unknown."""
    parts = {
        "id": mostly("11111", "33333", None),
        "qualification": mostly("specialist", *QUALIFICATIONS),
        "specialty": st.sampled_from(SPECIALTIES),
    }
    return st.fixed_dictionaries(parts).map(lambda person: {key: value for key, value in person.items() if value})


@st.composite
def claim_files(draw: st.DrawFn) -> ClaimFile:
    """Return a submission with one claim."""
    kind = draw(st.sampled_from(KINDS))
    base = bases()[kind]
    patient = {
        "id": "0012345679",
        "birth_date": draw(mostly("1350-05-05", None, "1395-02-20", "1377-03-07")),
        "sex": draw(mostly("female", "male", None)),
        "conditions": draw(st.sampled_from([[], ["malignancy"]])),
    }
    over = {
        "patient": {key: value for key, value in patient.items() if value is not None},
        "prescriber": draw(people()),
        "pathway": draw(mostly("contracted", "reimbursement")),
        "fund": draw(mostly(None, "rural")),
        "service_date": draw(mostly("1395-03-07", *DAYS)),
        "diagnosis": draw(mostly("درد", "")),
        "written": draw(st.none() | st.fixed_dictionaries({"total": st.integers(0, 3_000_000)})),
        "facts": base["claim"]["facts"] | draw(facts(FactScope.CLAIM)),
        "lines": draw(lines(kind)),
    }
    claim = base["claim"] | {key: value for key, value in over.items() if value is not None}
    provider = base["submission"]["provider"] | {
        "kind": draw(mostly(base["submission"]["provider"]["kind"], "hospital", "pharmacy", "health_center"))
    }
    submission = base["submission"] | {"provider": provider, "facts": draw(facts(FactScope.SUBMISSION))}
    return ClaimFile(submission_from_document(submission, dictionary()), (claim_from_document(claim, dictionary()),))


def with_good_facts(claim_file: ClaimFile) -> ClaimFile:
    """Return the file with every unknown fact that has a good value given as good."""

    def filled(claim: Claim) -> Claim:
        good = dictionary().good_values(FactScope.LINE)
        lines_ = tuple(replace(line, facts=good | dict(line.facts)) for line in claim.lines)
        return replace(claim, lines=lines_, facts=dictionary().good_values(FactScope.CLAIM) | dict(claim.facts))

    submission = claim_file.submission
    good = dictionary().good_values(FactScope.SUBMISSION) | dict(submission.facts)
    return ClaimFile(replace(submission, facts=good), tuple(filled(claim) for claim in claim_file.claims))


def with_answers(claim_file: ClaimFile, line: int | None, answers: dict[str, bool]) -> ClaimFile:
    """Return the file with answers to a query on a line, or on the whole claim for None, laid over it."""
    (claim,) = claim_file.claims
    by_scope = {scope: {n: v for n, v in answers.items() if dictionary()[n].scope is scope} for scope in FactScope}
    lines_ = tuple(
        replace(each, facts=dict(each.facts) | by_scope[FactScope.LINE]) if line in {None, each.no} else each
        for each in claim.lines
    )
    claim = replace(claim, lines=lines_, facts=dict(claim.facts) | by_scope[FactScope.CLAIM])
    submission = claim_file.submission
    submission = replace(submission, facts=dict(submission.facts) | by_scope[FactScope.SUBMISSION])
    return ClaimFile(submission, (claim,))
