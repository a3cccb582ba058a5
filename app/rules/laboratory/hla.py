"""Section 9: HLA typing for a marrow transplant, in two stages."""

from fractions import Fraction

from app.domain.facts import UNKNOWN, Answer
from app.rules.case import Case, CaseLine, units
from app.rules.lines import at_most, keep_units
from app.rules.outcomes import Ask, Outcomes, Reject, demand_all
from app.rules.pricing import unit_price
from app.rules.registry import Phase, line_rule, on, rule

FIRST_STAGE, SECOND_STAGE, SECOND_STAGE_PRIMERS = "805106", "805107", "805108"
SECOND_STAGES = on(codes={SECOND_STAGE, SECOND_STAGE_PRIMERS})
PRIMERS, MATCH, DONOR, ACCEPTED = "primer_count", "hla_match", "hla_donor", "cord_match_accepted"


@line_rule("LAB-09a", Phase.QUANTITY, on(codes={FIRST_STAGE}))
def primers_of_first_stage(case: Case, line: CaseLine) -> Outcomes:
    """Pay as many primers as the report counts, at most the limit; ask where more than one stands uncounted."""
    counted, limit = line.fact(PRIMERS), case.figure("primers_of_first_stage")
    if isinstance(counted, int):
        yield from at_most(line, min(counted, limit), PRIMERS)
    else:
        if line.quantity > 1:
            yield Ask(line, (PRIMERS,))
        yield from at_most(line, limit)


@line_rule("LAB-09c", Phase.COVER, SECOND_STAGES)
def match_of_first_stage(case: Case, line: CaseLine) -> Outcomes:
    """Refuse the second stage without an accepted match: full, or from cord blood a lower one that the doctor accepts.

    What the match still hangs on is asked for only where it decides.
    """
    match = case.fact(MATCH)
    if not isinstance(match, int):
        yield Ask(line, (MATCH,))
    elif match < case.figure("cord_blood_hla_match"):
        yield Reject(line, (MATCH,))
    elif match < case.figure("full_hla_match"):
        donor = case.fact(DONOR)
        cord: Answer = UNKNOWN if donor is UNKNOWN else donor == "cord_blood"
        yield from demand_all({DONOR: cord, ACCEPTED: case.fact(ACCEPTED)})


@rule("LAB-09b", Phase.EXCLUSION, SECOND_STAGES)
def one_code_of_second_stage(case: Case) -> Outcomes:
    """Pay the second stage by the dearer of its two codes; of primers so many count as are payable."""
    whole = [line for line in case.live_lines if line.code == SECOND_STAGE]
    primers = [line for line in case.live_lines if line.code == SECOND_STAGE_PRIMERS]
    if not whole or not primers:
        return
    limit = Fraction(case.figure("primers_of_second_stage"))
    by_whole, by_primers = _worth(case, whole, units(whole)), _worth(case, primers, min(units(primers), limit))
    first_is_whole = min(line.no for line in whole) < min(line.no for line in primers)
    keeps_whole = by_whole > by_primers or (by_whole == by_primers and first_is_whole)
    yield from (Reject(line) for line in (primers if keeps_whole else whole))


def _worth(case: Case, lines: list[CaseLine], quantity: Fraction) -> Fraction:
    price = unit_price(case, lines[0], lines[0].service)
    return price.exact * quantity if price else Fraction(0)


@rule("LAB-09d", Phase.QUANTITY, on(codes={SECOND_STAGE_PRIMERS}))
def primers_of_second_stage(case: Case) -> Outcomes:
    """Pay so many primers of DRB in a claim."""
    lines = (line for line in case.live_lines if line.code == SECOND_STAGE_PRIMERS)
    yield from keep_units(lines, case.figure("primers_of_second_stage"))
