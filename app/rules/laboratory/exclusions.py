"""Section 4, items 4, 5, 6 note and 7: tests that another test of the prescription already holds."""

from dataclasses import dataclass

from app.rules.case import Case, CaseLine
from app.rules.laboratory.terms import beside
from app.rules.lines import with_attribute, with_group
from app.rules.outcomes import Outcomes, Reject
from app.rules.registry import LinePick, Phase, line_rule, on

QUANTITATIVE, QUALITATIVE = "quantitative", "qualitative"


@dataclass(frozen=True, slots=True)
class Pair:
    """Under this rule, what `goes` picks is refused where the prescription also holds a line that `stays` picks."""

    rule: str
    goes: LinePick
    stays: LinePick

    def refused(self, case: Case, line: CaseLine) -> Outcomes:
        """Refuse the line where its partner stands."""
        if beside(case, line, self.stays):
            yield Reject()


PAIRS = (
    Pair("LAB-04d", with_group("rbc_indices"), with_group("cbc")),
    Pair("LAB-04e", with_group("fbs"), with_group("gtt", "gct")),
    Pair("LAB-04h", with_group("hcg_urine"), with_group("hcg_blood")),
)
for pair in PAIRS:
    line_rule(pair.rule, Phase.EXCLUSION, on(where=pair.goes))(pair.refused)


def in_method(line: CaseLine, method: str) -> LinePick:
    """Pick the lines that measure the same analyte as a line in a method."""
    analyte = line.attribute("analyte")
    return lambda other: other.attribute("analyte") == analyte and other.attribute("method_kind") == method


@line_rule("LAB-04g", Phase.EXCLUSION, on(where=with_attribute("method_kind", QUALITATIVE)))
def qualitative_beside_quantitative(case: Case, line: CaseLine) -> Outcomes:
    """Refuse the qualitative method of a test beside its quantitative one; the note does not name the one between."""
    if line.attribute("analyte") is not None and beside(case, line, in_method(line, QUANTITATIVE)):
        yield Reject()
