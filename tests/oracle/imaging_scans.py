"""Phase 2 of the imaging part: CT, MRI, anaesthesia beside them, and nuclear medicine."""

from collections.abc import Iterator
from fractions import Fraction

from tests.oracle.books import NUCLEAR_LABORATORY
from tests.oracle.general_lines import line_wanted
from tests.oracle.imaging_people import HIGH, both, either, of_group, one_of
from tests.oracle.paper import Entry, Paper, Truth
from tests.oracle.prices import CT_GROUPS
from tests.oracle.sayings import Says, ask, reject
from tests.oracle.table import rule

SCAN_GROUPS = {"nuclear_scan", "thyroid_scan"}


def ct_lines(paper: Paper) -> list[Entry]:
    return [entry for entry in paper.entries if entry.group in CT_GROUPS]


def emergency(paper: Paper, entry: Entry) -> Truth:
    """CT-02c: whether a general practitioner may order this one CT of its request."""
    request = [other for other in ct_lines(paper) if other.day == entry.day]
    plain = not entry.has("contrast") and entry.attributes.get("regions", 1) == 1
    if not plain or sum(other.quantity for other in request) != 1:
        return False
    return both(paper.fact("emergency_or_trauma"), paper.fact("emergency_stamp"))


def may_be_saved(paper: Paper) -> bool:
    """The exception is for general practitioners, and those who count as such."""
    return paper.prescriber.get("qualification") in {None, "gp", "intern", "resident"}


@rule(2, "CT-02a")
def ct_order(paper: Paper) -> Iterator[Says]:
    for entry in ct_lines(paper):
        saved = emergency(paper, entry) if may_be_saved(paper) else False
        if paper.specialist is False and saved is False:
            yield reject(entry.no)
        elif paper.specialist is None and saved is not True:
            yield ask(entry.no)


@rule(2, "CT-02b")
def ct_diagnosis(paper: Paper) -> Iterator[Says]:
    for entry in ct_lines(paper) if paper.undiagnosed else []:
        yield from line_wanted(paper.fact("insurer_approved"), entry)


@rule(2, "CT-02c")
def ct_in_emergency(paper: Paper) -> Iterator[Says]:
    for entry in ct_lines(paper):
        if paper.specialist is False and may_be_saved(paper) and emergency(paper, entry) is None:
            yield ask(entry.no)


@rule(2, "CT-03")
def slices(paper: Paper) -> Iterator[Says]:
    found = paper.office_fact("ct_slices")
    for entry in paper.entries:
        least = entry.attributes.get("min_slices")
        if least is not None:
            yield from line_wanted(None if found is None else Fraction(str(found)) >= least, entry)


@rule(2, "CT-04")
def hrct_order(paper: Paper) -> Iterator[Says]:
    own, level = paper.prescriber.get("specialty"), paper.prescriber.get("qualification")
    wide = both(paper.specialist, one_of(own, frozenset({"internal_medicine", "infectious_diseases", "pediatrics"})))
    narrow = both(one_of(level, HIGH), one_of(own, frozenset({"pulmonology", "thoracic_surgery"})))
    for entry in paper.entries:
        if entry.has("hrct"):
            yield from line_wanted(either(wide, narrow), entry)


def anaesthesia(paper: Paper) -> list[Entry]:
    """Anaesthesia lines in a request with a CT or an MRI."""
    days = {entry.day for entry in paper.entries if entry.group in CT_GROUPS | {"mri"}}
    return [entry for entry in paper.entries if entry.section == "anesthesia" and entry.day in days]


@rule(2, "CT-10a")
def anaesthesia_papers(paper: Paper) -> Iterator[Says]:
    names = ("anesthesia_reason_noted", "anesthesia_sheet_stamped", "anesthesia_ordered_by_radiologist")
    for entry in anaesthesia(paper):
        first, second, third = (entry.fact(name) for name in names)
        yield from line_wanted(both(both(first, second), third), entry)


@rule(2, "CT-10b")
def anaesthetist(paper: Paper) -> Iterator[Says]:
    for entry in anaesthesia(paper):
        yield from line_wanted(one_of(entry.performer.get("specialty"), frozenset({"anesthesiology"})), entry)


@rule(2, "CT-11b")
def enterography_report(paper: Paper) -> Iterator[Says]:
    for entry in paper.entries:
        if entry.has("cap_as", "702875"):
            yield from line_wanted(entry.fact("report_attached"), entry)


MRI_FIELDS = frozenset({"orthopedics", "neurosurgery", "neurology", "ent"})


@rule(2, "MRI-01a")
def mri_order(paper: Paper) -> Iterator[Says]:
    for entry in of_group(paper, "mri"):
        yield from line_wanted(paper.specialist, entry)


@rule(2, "MRI-01b")
def mri_field(paper: Paper) -> Iterator[Says]:
    level = paper.prescriber.get("qualification")
    settled = paper.prescriber.get("specialty") in MRI_FIELDS or level in HIGH or level is None
    for entry in of_group(paper, "mri") if paper.specialist is not False and not settled else []:
        yield from line_wanted(entry.fact("specialty_relevant"), entry)


def spect_addons(paper: Paper) -> Iterator[tuple[Entry, str]]:
    """The SPECT surcharges, each with what its scan says of SPECT."""
    scans = [entry for entry in paper.entries if entry.group in SCAN_GROUPS]
    for entry in of_group(paper, "spect_addon") if scans else []:
        lower = [scan for scan in scans if scan.no < entry.no]
        base = max(lower, key=lambda scan: scan.no) if lower else min(scans, key=lambda scan: scan.no)
        yield entry, base.attributes.get("spect", "on_request")


@rule(2, "NUC-01b")
def spect_reported(paper: Paper) -> Iterator[Says]:
    for entry, spect in spect_addons(paper):
        if spect != "never":
            yield from line_wanted(entry.fact("spect_in_report"), entry)


@rule(2, "NUC-01c")
def always_planar(paper: Paper) -> Iterator[Says]:
    for entry, spect in spect_addons(paper):
        if spect == "never":
            yield reject(entry.no)


@rule(2, "NUC-01d")
def spect_ordered(paper: Paper) -> Iterator[Says]:
    for entry, spect in spect_addons(paper):
        if spect == "on_request":
            yield from line_wanted(entry.fact("spect_ordered"), entry)


@rule(2, "NUC-02a")
def sealed(paper: Paper) -> Iterator[Says]:
    for entry in paper.entries:
        if entry.has("sealed_source"):
            yield reject(entry.no)


@rule(2, "NUC-03a")
def off_the_ria_list(paper: Paper) -> Iterator[Says]:
    for entry in paper.entries:
        if entry.section == "lab" and entry.row is not None and entry.code not in NUCLEAR_LABORATORY:
            yield reject(entry.no)
