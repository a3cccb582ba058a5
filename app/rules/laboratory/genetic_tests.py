"""Genetic lines and the requested tests that they make up: a main code, its members and its admission.

The handbook lists for each requested test the codes that make up its fee. To which test a line belongs is told by the
fact, else by the pack row, else by the one test of the claim whose list holds the code.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from app.domain.facts import UNKNOWN
from app.rules.case import Case, CaseLine
from app.rules.laboratory.terms import CYTOGENETIC_ADMISSION, LABORATORY_CODES, in_ranges
from app.rules.outcomes import Outcomes, demand

GENETIC_TEST = "genetic_test"

RNA_QUANTITATIVE, DNA_QUANTITATIVE = "rna_quantitative", "dna_quantitative"
QUANTITATIVE_TESTS = frozenset({RNA_QUANTITATIVE, DNA_QUANTITATIVE})
QUALITATIVE_TEST = "pcr_qualitative"
KARYOTYPE_BLOOD, KARYOTYPE_AMNIOTIC = "karyotype_blood", "karyotype_amniotic"
KARYOTYPE_MARROW = "karyotype_marrow"
HCV_GENOTYPE, HER2_FISH, OTHER = "hcv_genotype", "her2_fish", "other"


@dataclass(frozen=True, slots=True)
class CodeSet:
    """The codes of one requested test: some or ranges of them; of alternatives one is payable."""

    admission: tuple[str, ...]
    main: tuple[str, ...]
    members: tuple[str, ...] = ()
    alternatives: tuple[tuple[str, ...], ...] = ()
    counted_apart: tuple[str, ...] = ()

    def has_main(self, line: CaseLine) -> bool:
        """Tell whether a line bears a main code."""
        return in_ranges(line.code, self.main)

    def has_member(self, line: CaseLine) -> bool:
        """Tell whether a line bears the code of a member."""
        return in_ranges(line.code, self.members)

    def holds(self, line: CaseLine) -> bool:
        """Tell whether a line's code stands in the set at all."""
        return in_ranges(line.code, (*self.admission, *self.main, *self.members, *self.counted_apart))


def code_sets(case: Case) -> dict[str, CodeSet]:
    """Return the sets of the handbook by requested test."""
    return case.once(_code_sets)


def genetic_lines(case: Case) -> list[CaseLine]:
    """Return the genetic lines of a claim, live or not, by number."""
    return case.once(_genetic_lines)


def tests_of_lines(case: Case) -> dict[int, str | None]:
    """Return the requested test of each genetic line by number, None where it is unknown."""
    return case.once(_tests_of_lines)


def _code_sets(case: Case) -> dict[str, CodeSet]:
    return {test: CodeSet(**codes) for test, codes in case.figure("genetic_tests").items()}


def _genetic_lines(case: Case) -> list[CaseLine]:
    ranges = case.figure("genetic_codes")
    tests = (line for line in case.lines if LABORATORY_CODES.by(line) and line.code != CYTOGENETIC_ADMISSION)
    return sorted((line for line in tests if in_ranges(line.code, ranges)), key=lambda line: line.no)


def _tests_of_lines(case: Case) -> dict[int, str | None]:
    lines = genetic_lines(case)
    named = {line.no: _named_test(line) for line in lines}
    present, sets = {test for test in named.values() if test}, code_sets(case)
    for line in lines:
        if named[line.no] is None:
            fitting = [test for test in present if test in sets and sets[test].holds(line)]
            named[line.no] = fitting[0] if len(fitting) == 1 else None
    return named


def _named_test(line: CaseLine) -> str | None:
    known = line.fact(GENETIC_TEST)
    if known is not UNKNOWN:
        return str(known)
    implied = line.attribute("implies_test")
    return str(implied) if implied else None


def lines_of(case: Case, tests: Collection[str], among: Iterable[CaseLine] | None = None) -> list[CaseLine]:
    """Return the genetic lines of some tests, of the live lines unless others are given."""
    belongs = tests_of_lines(case)
    found = [line for line in genetic_lines(case) if belongs[line.no] in tests]
    if found:
        pool = {line.no for line in (case.live_lines if among is None else among)}
        found = [line for line in found if line.no in pool]
    return found


def main_lines(case: Case, test: str, among: Iterable[CaseLine] | None = None) -> list[CaseLine]:
    """Return the lines of a test that bear its main codes; of a test without a set, all that are a PCR themselves."""
    codes = code_sets(case).get(test)
    lines = lines_of(case, {test}, among)
    if codes is None:
        return [line for line in lines if line.attribute("pcr")]
    return [line for line in lines if codes.has_main(line)]


def demand_for(case: Case, lines: Iterable[CaseLine], *facts: str) -> Outcomes:
    """Demand claim facts for each of the lines: one that is false refuses them, one that is unknown is asked for."""
    for line in lines:
        for fact in facts:
            yield from demand(case.fact(fact), fact, line=line)
