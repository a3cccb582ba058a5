"""What makes up the fee of a genetic test (sections 7, 8 and 11): codes outside the list, alternatives, surplus units.

Each list has an id of its own. What falls because its main code fell, or waits because that is in question, is cited
under the rule that the main code bears.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.persian import number
from app.rules.case import Case, CaseLine
from app.rules.laboratory.genetic_tests import GENETIC_TEST, CodeSet, code_sets, lines_of
from app.rules.laboratory.terms import LABORATORY_CODES, in_ranges
from app.rules.lines import dearest_first, keep_units
from app.rules.outcomes import Ask, Outcomes, Reject
from app.rules.registry import Phase, rule


@dataclass(frozen=True, slots=True)
class Composition:
    """Under this rule, the lines of these tests must be what the handbook lists for them."""

    rule: str
    tests: tuple[str, ...]

    def outside(self, case: Case) -> Outcomes:
        """Refuse the codes that the list does not name, and all but one of its alternatives."""
        for test, codes in self._sets(case):
            lines = lines_of(case, {test})
            yield from (Reject(line, (GENETIC_TEST,)) for line in lines if not codes.holds(line))
            for alternatives in codes.alternatives:
                yield from _all_but_one(case, [line for line in lines if in_ranges(line.code, alternatives)])

    def units(self, case: Case) -> Outcomes:
        """Keep of each main code one unit, and of each member one for every main code.

        Members fall with the last main code, and wait with those that are in question.
        """
        for test, codes in self._sets(case):
            lines = lines_of(case, {test})
            asked_for = [line for line in lines_of(case, {test}, case.lines) if codes.has_main(line)]
            live = [line for line in lines if codes.has_main(line)]
            members = [line for line in lines if codes.has_member(line)]
            if asked_for and not live:
                yield from _falling(case, asked_for[0], members)
                continue
            apart = codes.counted_apart
            yield from _units_of_each([line for line in live if not in_ranges(line.code, apart)], 1)
            yield from _units_of_each(members, len({line.code for line in live}) or 1)
            yield from _waiting(case, live, members)

    def _sets(self, case: Case) -> Iterator[tuple[str, CodeSet]]:
        sets = code_sets(case)
        yield from ((test, sets[test]) for test in self.tests)


def _all_but_one(case: Case, lines: list[CaseLine]) -> Outcomes:
    """Refuse the lines of other codes than the dearest."""
    if lines:
        kept = dearest_first(case, lines)[0]
        yield from (Reject(line, (GENETIC_TEST,)) for line in lines if line.code != kept.code)


def _units_of_each(lines: list[CaseLine], limit: int) -> Outcomes:
    for code in dict.fromkeys(line.code for line in lines):
        yield from keep_units((line for line in lines if line.code == code), limit)


def _falling(case: Case, main: CaseLine, members: list[CaseLine]) -> Outcomes:
    """Refuse the members under each rule that refused their main code; the first of these takes the money."""
    for line in members:
        for place, rule_id in enumerate(case.grounds_of(main)):
            yield Reject(line, (GENETIC_TEST,), under=rule_id, beside=place > 0)


def _waiting(case: Case, live: list[CaseLine], members: list[CaseLine]) -> Outcomes:
    """Ask on the members that would be cut if the main codes in question fell, under the rule that asks there.

    A code of which another line is certain does not fall.
    Of several the last is cited, which is the laboratory's own; a rule that asks on the member too is not cited twice.
    """
    open_lines = [line for line in live if case.questions(line)]
    certain = {line.code for line in live if line not in open_lines}
    if len(certain) == len({line.code for line in live}):
        return
    needs = f"روشن نیست که ردیف {number(open_lines[0].no)} پرداخت می‌شود"
    for member in (outcome.line for outcome in _units_of_each(members, len(certain)) if outcome.line):
        asked = [rule_id for rule_id in case.questions(open_lines[0]) if rule_id not in case.questions(member)]
        yield from (Ask(member, needs=needs, under=rule_id) for rule_id in asked[-1:])


COMPOSITIONS = (
    Composition("LAB-07k", ("rna_quantitative",)),
    Composition("LAB-07l", ("dna_quantitative",)),
    Composition("LAB-07m", ("rna_genotype", "hcv_genotype")),
    Composition("LAB-07n", ("dna_genotype",)),
    Composition("LAB-08d", ("karyotype_blood",)),
    Composition("LAB-08g", ("karyotype_amniotic",)),
    Composition("LAB-08h", ("karyotype_marrow",)),
    Composition("LAB-08j", ("marrow_transplant_hla",)),
    Composition("LAB-11d", ("her2_molecular",)),
    Composition("LAB-11e", ("n_myc",)),
    Composition("LAB-11f", ("jak2",)),
    Composition("LAB-11g", ("hbv_resistance",)),
    Composition("LAB-11h", ("hcv_resistance",)),
)
for composition in COMPOSITIONS:
    rule(composition.rule, Phase.EXCLUSION, LABORATORY_CODES)(composition.outside)
    rule(composition.rule, Phase.QUANTITY, LABORATORY_CODES)(composition.units)
rule("LAB-11b", Phase.EXCLUSION, LABORATORY_CODES)(Composition("LAB-11b", ("her2_fish",)).outside)
