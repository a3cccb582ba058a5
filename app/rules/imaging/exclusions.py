"""Services that another service of the same request already holds: pairs by code, group or attribute."""

from dataclasses import dataclass

from app.domain.facts import UNKNOWN
from app.rules.case import Case, CaseLine
from app.rules.imaging.transcranial import NECK_DOPPLER, TCD, is_tccs
from app.rules.lines import beside, with_attribute, with_code, with_group
from app.rules.outcomes import Outcomes, Reject, refuse
from app.rules.registry import LinePick, Phase, line_rule, on, silent

COMPLETE_WOMANS_PELVIS, PREGNANCY, GROWTH, MALFORMATION = "701611", "701715", "701736", "701725"
NUCHAL, NUCHAL_WITH_MALFORMATION = "701730", "701731"
ABDOMEN, THYROID, ONE_BREAST, BOTH_BREASTS = "701555", "701520", "701540", "701545"


@dataclass(frozen=True, slots=True)
class Pair:
    """Under this rule, what `goes` picks is refused where the request also holds a line that `stays` picks."""

    rule: str
    goes: LinePick
    stays: LinePick
    ahead_of: str | None = None

    def refused(self, case: Case, line: CaseLine) -> Outcomes:
        """Refuse the line where its partner stands."""
        if beside(case, line, self.stays):
            yield Reject()


def sonography_of(region: str) -> LinePick:
    """Pick the plain sonographies of a region; a Doppler of the region is none of them."""
    return lambda line: line.group == "sonography" and line.attribute("region") == region


PAIRS = (
    Pair("SON-01b", with_attribute("pelvic", "limited"), with_attribute("pelvic", "complete")),
    Pair("SON-02b", with_code(COMPLETE_WOMANS_PELVIS), with_code(PREGNANCY)),
    Pair("SON-03", with_code(PREGNANCY), with_code(GROWTH)),
    Pair("SON-04", with_code(PREGNANCY), with_code(MALFORMATION)),
    Pair("SON-05c", with_code(NUCHAL, MALFORMATION), with_code(NUCHAL_WITH_MALFORMATION), ahead_of="SON-05b"),
    Pair("SON-11b", with_group("abdominal_organ_sonography"), with_code(ABDOMEN)),
    Pair("SON-13a", sonography_of("axilla"), with_code(ONE_BREAST, BOTH_BREASTS)),
    Pair("SON-14a", sonography_of("neck_nodes"), with_code(THYROID)),
    Pair("SON-16k", with_code(NECK_DOPPLER), with_code(TCD)),
    Pair("SON-16m", with_code(NECK_DOPPLER), is_tccs),
    Pair("SON-16o", with_code(TCD), is_tccs, ahead_of="SON-16k"),
    Pair("MRI-05b", with_attribute("mr_mammography", "dynamic"), with_attribute("mr_mammography", "contrast")),
)
for pair in PAIRS:
    line_rule(pair.rule, Phase.EXCLUSION, on(where=pair.goes), ahead_of=pair.ahead_of)(pair.refused)


@line_rule("SON-13b", Phase.EXCLUSION, on(where=sonography_of("soft_tissue")))
def soft_tissue_beside_breast(case: Case, line: CaseLine) -> Outcomes:
    """Refuse soft tissue of the breast or axilla beside a breast scan; the site is a fact."""
    if beside(case, line, with_code(ONE_BREAST, BOTH_BREASTS)):
        yield from _soft_tissue_at(line, "breast_axilla")


@line_rule("SON-14b", Phase.EXCLUSION, on(where=sonography_of("soft_tissue")))
def soft_tissue_beside_thyroid(case: Case, line: CaseLine) -> Outcomes:
    """Refuse soft tissue of the neck beside a thyroid scan; the site is a fact."""
    if beside(case, line, with_code(THYROID)):
        yield from _soft_tissue_at(line, "neck")


def _soft_tissue_at(line: CaseLine, site: str) -> Outcomes:
    found = line.fact("soft_tissue_site")
    yield from refuse(found if found is UNKNOWN else found == site, "soft_tissue_site")


silent("no rule refuses one of the two beside the other", "SON-08")
