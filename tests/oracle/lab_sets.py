"""Phases 3 and 4 of the laboratory part: tests that exclude each other, and the code sets of genetic tests."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction

from tests.oracle.amounts import at_most
from tests.oracle.books import half_up
from tests.oracle.lab_counts import past_loads
from tests.oracle.lab_tests import (
    GENOTYPES,
    QUANTITATIVE,
    SETS,
    CodeSet,
    alive_of,
    dearest_first,
    is_main,
    of_tests,
    prescriptions,
    questions,
    refusals,
    test_of,
)
from tests.oracle.paper import Entry, Paper
from tests.oracle.sayings import Says, ask, reduce, reject
from tests.oracle.table import rule


def beside(rule_id: str, victim: str, *partners: str) -> None:
    """Lines of a group that go where the prescription has a line of a partner group."""

    @rule(3, rule_id)
    def found(paper: Paper) -> Iterator[Says]:
        for lines in prescriptions(paper):
            if any(entry.group in partners for entry in lines):
                yield from (reject(entry.no) for entry in lines if entry.group == victim)


beside("LAB-04d", "rbc_indices", "cbc")
beside("LAB-04e", "fbs", "gtt", "gct")
beside("LAB-04h", "hcg_urine", "hcg_blood")


@rule(3, "LAB-04g")
def qualitative_beside_quantitative(paper: Paper) -> Iterator[Says]:
    for lines in prescriptions(paper):
        measured = {e.attributes.get("analyte") for e in lines if e.has("method_kind", "quantitative")} - {None}
        for entry in lines:
            if entry.has("method_kind", "qualitative") and entry.attributes.get("analyte") in measured:
                yield reject(entry.no)


def known_disease(paper: Paper, pathogen: str) -> bool | None:
    if paper.fact("known_infection") is not None:
        return bool(paper.fact("known_infection"))
    loads = [attributes["pathogen"] for _, _, attributes, _ in past_loads(paper)]
    return True if pathogen in paper.patient.get("conditions", []) or pathogen in loads else None


@rule(3, "LAB-07h")
def both_kinds_of_pcr(paper: Paper) -> Iterator[Says]:
    parts = {*GENOTYPES, "hbv_resistance", "hcv_resistance"}
    for load in paper.alive(pcr="quantitative"):
        pathogen = load.attributes["pathogen"]
        finds = [
            e for e in paper.alive(pcr="qualitative", pathogen=pathogen) if test_of(paper, e) not in parts | {None}
        ]
        name = test_of(paper, load)
        others = [e for e in alive_of(paper, name) if e is not load and e not in finds] if name in QUANTITATIVE else []
        loads = [load, *(e for e in others if not e.has("pcr", "quantitative"))]
        known = known_disease(paper, pathogen)
        if finds and known is not False:
            yield from (reject(e.no) if known else ask(e.no) for e in finds)
        if finds and not known:
            yield from (reject(e.no) if known is False else ask(e.no) for e in loads)


@rule(3, "LAB-11i")
def genotype_with_pcr(paper: Paper) -> Iterator[Says]:
    viruses = {"hcv"} if alive_of(paper, "hcv_genotype") else set()
    viruses |= {"hbv"} if alive_of(paper, "dna_genotype") else set()
    viruses |= {e.attributes["pathogen"] for e in alive_of(paper, "rna_genotype") if e.has("pcr", "qualitative")}
    for name in (*QUANTITATIVE, "pcr_qualitative"):
        lines = alive_of(paper, name)
        mains = [entry for entry in of_tests(paper, name) if is_main(entry, name)]
        same = [entry for entry in mains if entry.attributes["pathogen"] in viruses]
        if same:
            fall = lines if len(same) == len(mains) else [entry for entry in same if not entry.gone]
            yield from (reject(entry.no) for entry in fall)


@rule(3, "LAB-08f")
def more_cells(paper: Paper) -> Iterator[Says]:
    more = dearest_first(paper, paper.alive("804820", "804845"))
    kept = [entry for entry in more if entry.code == more[0].code]
    yield from (reject(entry.no) for entry in more if entry not in kept)
    routine, reported = paper.alive("804815"), paper.fact("extended_count_reported")
    price = paper.books.unit_price("804815", paper.known_day)
    for entry in kept:
        worse = reject(entry.no) if routine or price is None else reduce(entry.no, half_up(price * entry.units))
        lowers = worse.after is None or worse.after < entry.amount
        if not reported and lowers:
            yield worse if reported is False else ask(entry.no, worse)
    for entry in routine if kept and reported is not False else []:
        yield reject(entry.no) if reported else ask(entry.no)


@rule(3, "LAB-09b")
def one_second_stage(paper: Paper) -> Iterator[Says]:
    def worth(code: str) -> Fraction:
        units = sum((entry.units for entry in paper.alive(code)), Fraction())
        price = paper.books.unit_price(code, paper.known_day) or Fraction()
        return price * (min(units, Fraction(24)) if code == "805108" else units)

    whole, primers = paper.alive("805107"), paper.alive("805108")
    if whole and primers:
        first = (worth("805107"), -whole[0].no) > (worth("805108"), -primers[0].no)
        yield from (reject(entry.no) for entry in (primers if first else whole))


def outside(names: list[str], test: CodeSet) -> Callable[[Paper], Iterator[Says]]:
    """Set rule 1 and 2: codes outside the set, and alternatives of which one stays."""

    def found(paper: Paper) -> Iterator[Says]:
        for name in names:
            lines = alive_of(paper, name)
            yield from (reject(entry.no) for entry in lines if entry.code not in test.codes)
            for group in test.one_of:
                rivals = dearest_first(paper, [entry for entry in lines if entry.code in group])
                yield from (reject(entry.no) for entry in rivals if entry.code != rivals[0].code)

    return found


def counted(names: list[str], test: CodeSet) -> Callable[[Paper], Iterator[Says]]:
    """Set rule 3 and 4: members as many as there are mains, one unit of each main, members that follow their mains."""

    def found(paper: Paper) -> Iterator[Says]:
        for name in names:
            mains = [entry for entry in of_tests(paper, name) if entry.code in test.mains]
            live = {entry.code for entry in mains if not entry.gone}
            members = [entry for entry in alive_of(paper, name) if entry.code in test.members]
            if mains and not live:
                yield from (reject_under(paper, entry, refusals(paper, mains[0])) for entry in members)
                continue
            limit = Fraction(max(len(live), 1))
            for code in {*test.mains, *test.members} - {*test.per}:
                units = Fraction(1) if code in test.mains else limit
                yield from at_most([entry for entry in alive_of(paper, name) if entry.code == code], units)
            yield from waiting(paper, [main for main in mains if not main.gone], members)

    return found


def reject_under(paper: Paper, member: Entry, causes: list[str]) -> Says:
    """A member falls with its mains: under the first of their grounds, the others standing beside it."""
    paper.said += [(Says(member.no, "reject", rule=cause), 0, 0) for cause in causes[1:]]
    return replace(reject(member.no), rule=causes[0])


def waiting(paper: Paper, mains: list[Entry], members: list[Entry]) -> Iterator[Says]:
    """Members that would be cut if the mains in question fell are in question too."""
    doubtful = [main for main in mains if questions(paper, main)]
    certain = Fraction(len({main.code for main in mains if main not in doubtful}))
    for code in sorted({str(entry.code) for entry in members}) if doubtful else []:
        for cut in at_most([entry for entry in members if entry.code == code], certain):
            member = next(entry for entry in members if entry.no == cut.line)
            asked = [named for named in questions(paper, doubtful[0]) if named not in questions(paper, member)]
            if asked and cut.units is not None and cut.units < member.units:
                yield replace(ask(member.no, cut), rule=asked[-1])


def enter_sets() -> None:
    for rule_id in sorted({test.rule for test in SETS.values()}):
        names = [name for name, test in SETS.items() if test.rule == rule_id]
        rule(3, rule_id)(outside(names, SETS[names[0]]))
        rule(4, rule_id)(counted(names, SETS[names[0]]))


enter_sets()
