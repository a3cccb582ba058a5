"""Section ث: SPECT, sealed sources and the tests that a nuclear-medicine centre may do."""

from app.rules.case import Case, CaseLine
from app.rules.lines import with_attribute
from app.rules.outcomes import Outcomes, Reject, demand
from app.rules.registry import Phase, Place, line_rule, on, remark, silent

SPECT_ADDON = on(groups={"spect_addon"})
SCANS = {"nuclear_scan", "thyroid_scan"}
ALWAYS_SPECT, NEVER_SPECT, SPECT_ON_REQUEST = "always", "never", "on_request"


def spect_of_base(case: Case, addon: CaseLine) -> str | None:
    """Return how the scan that an add-on belongs to is done: always, never or on request by SPECT; None without a scan.

    The base is the nearest scan with a lower number, else the first of all.
    """
    scans = [line for line in case.lines_in_play(Phase.COVER) if line.group in SCANS]
    lower = [line for line in scans if line.no < addon.no]
    if not scans:
        return None
    base = max(lower, key=lambda line: line.no) if lower else min(scans, key=lambda line: line.no)
    return base.attribute("spect") or SPECT_ON_REQUEST


@line_rule("NUC-01b", Phase.COVER, SPECT_ADDON)
def spect_in_report(case: Case, line: CaseLine) -> Outcomes:
    """Refuse the SPECT add-on where the report does not say that it was done."""
    if spect_of_base(case, line) in {ALWAYS_SPECT, SPECT_ON_REQUEST}:
        yield from demand(line.fact("spect_in_report"), "spect_in_report")


@line_rule("NUC-01c", Phase.COVER, SPECT_ADDON)
def always_planar(case: Case, line: CaseLine) -> Outcomes:
    """Refuse the SPECT add-on of a scan that is always planar, ordered or not."""
    if spect_of_base(case, line) == NEVER_SPECT:
        yield Reject()


@line_rule("NUC-01d", Phase.COVER, SPECT_ADDON)
def spect_on_order(case: Case, line: CaseLine) -> Outcomes:
    """Refuse the SPECT add-on of other scans that the physician did not order so; heart and brain need no order."""
    if spect_of_base(case, line) == SPECT_ON_REQUEST:
        yield from demand(line.fact("spect_ordered"), "spect_ordered")


@line_rule("NUC-02a", Phase.COVER, on(where=with_attribute("sealed_source", value=True)))
def sealed_source(_case: Case, _line: CaseLine) -> Outcomes:
    """Refuse treatment with sealed sources as nuclear medicine."""
    yield Reject()


@line_rule("NUC-03a", Phase.COVER, on(sections={"lab"}))
def tests_by_radioimmunoassay(case: Case, line: CaseLine) -> Outcomes:
    """Refuse a laboratory test that is not on the list of tests by radioimmunoassay; a code in no pack is GEN-25's."""
    if line.service is not None and line.code not in case.figure("ria_codes"):
        yield Reject()


def _has_row_of_other_section(_case: Case, line: CaseLine) -> bool:
    return line.service is not None and line.service.section != line.section


remark("NUC-01g", Place.LINE, on(where=with_attribute("radionuclide", "iodine131")))
remark("NUC-02b", Place.LINE, on(sections={"nuclear"}), concerns=_has_row_of_other_section)
silent("NUC-02a and NUC-03a draw the limits of the definition", "NUC-00")
silent("NUC-01d does not ask for an order of what is always done by SPECT", "NUC-01a")
silent("GEN-15e pays the test by its own laboratory row", "NUC-03b")
