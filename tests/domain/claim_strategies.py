"""Claims drawn at random, with every field of the contract now present and now absent."""

from hypothesis import strategies as st

from app.domain.claim import (
    Claim,
    ClaimKind,
    Insurer,
    Line,
    PastService,
    Pathway,
    Patient,
    Person,
    Provider,
    Submission,
    WrittenSums,
)
from app.domain.dates import JalaliDate, JalaliMonth, Moment
from app.domain.facts import FactDefinition, FactDictionary, FactKind, FactScope

DICTIONARY = FactDictionary(
    FactDefinition(f"test_{kind.value}", FactScope.CLAIM, kind, "مورد آزمایشی") for kind in FactKind
)

TEXTS = st.text("ابپسش‌ ABC-۱12", min_size=1, max_size=12)
DAYS = st.integers(JalaliDate(1300, 1, 1).ordinal, JalaliDate(1450, 1, 1).ordinal).map(JalaliDate.from_ordinal)
MOMENTS = st.builds(Moment, DAYS, st.integers(0, 23), st.integers(0, 59))
QUANTITIES = st.decimals("0.01", 1_000, places=2)
RIALS = st.integers(0, 10**13 - 1)
FACT_VALUES = {
    FactKind.BOOL: st.booleans(),
    FactKind.ENUM: TEXTS,
    FactKind.LIST: st.lists(TEXTS, max_size=3).map(tuple),
    FactKind.TEXT: TEXTS,
    FactKind.DATE: DAYS,
    FactKind.DATETIME: MOMENTS,
    FactKind.INTEGER: st.integers(-1_000, 1_000),
    FactKind.DECIMAL: st.decimals(-1_000, 1_000, places=3),
}
FACTS = st.fixed_dictionaries({}, optional={f"test_{kind.value}": values for kind, values in FACT_VALUES.items()})


def optional(values: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    """A value or none."""
    return st.none() | values


PERSONS = st.builds(Person, *[optional(TEXTS)] * 4).filter(lambda person: person != Person())
PATIENTS = st.builds(
    Patient,
    id=TEXTS,
    id_kind=st.sampled_from(["national_code", "fida", "booklet_serial"]),
    name=optional(TEXTS),
    birth_date=optional(DAYS),
    sex=optional(st.sampled_from(["female", "male"])),
    iban=optional(TEXTS),
    conditions=st.lists(TEXTS, max_size=2).map(tuple),
)
LINES = st.builds(
    Line,
    no=st.integers(1, 99),
    section=st.sampled_from(["imaging", "lab", "drug"]),
    amount=RIALS,
    code=optional(TEXTS),
    title=optional(TEXTS),
    quantity=QUANTITIES,
    day=optional(DAYS),
    performer=optional(PERSONS),
    modifiers=st.lists(st.sampled_from(["20", "60", "63"]), max_size=2).map(tuple),
    facts=FACTS,
)
PAST_SERVICES = st.builds(PastService, day=DAYS, code=TEXTS, quantity=QUANTITIES, provider=optional(TEXTS), facts=FACTS)
CLAIMS = st.builds(
    Claim,
    id=TEXTS,
    kind=st.sampled_from(ClaimKind),
    patient=PATIENTS,
    lines=st.lists(LINES, min_size=1, max_size=4).map(tuple),
    pathway=st.sampled_from(Pathway),
    fund=optional(TEXTS),
    insurer=optional(st.sampled_from(Insurer)),
    prescriber=optional(PERSONS),
    prescription_date=optional(DAYS),
    service_date=optional(DAYS),
    admitted_at=optional(MOMENTS),
    discharged_at=optional(MOMENTS),
    diagnosis=optional(TEXTS),
    written=optional(st.builds(WrittenSums, *[optional(RIALS)] * 3).filter(lambda sums: sums != WrittenSums())),
    history=st.lists(PAST_SERVICES, max_size=2).map(tuple),
    facts=FACTS,
)
SUBMISSIONS = st.builds(
    Submission,
    id=TEXTS,
    month=st.builds(JalaliMonth, st.integers(1390, 1410), st.integers(1, 12)),
    provider=st.builds(
        Provider,
        id=TEXTS,
        kind=TEXTS,
        sector=TEXTS,
        name=optional(TEXTS),
        contracted=st.booleans(),
        contract_from=optional(DAYS),
        contract_to=optional(DAYS),
    ),
    fund=optional(TEXTS),
    insurer=st.sampled_from(Insurer),
    delivered_on=optional(DAYS),
    facts=FACTS,
)
