"""Phase 2 of the laboratory part: what is not covered, who orders, which reports and conditions a test needs."""

from collections.abc import Callable, Iterator

from tests.oracle.general_lines import line_wanted
from tests.oracle.imaging_people import both
from tests.oracle.lab_tests import ADMISSION, QUANTITATIVE, REDRAW, of_tests, within
from tests.oracle.paper import Entry, Paper, Truth
from tests.oracle.sayings import Says, ask, reject
from tests.oracle.table import rule

KARYOTYPES = ("karyotype_blood", "karyotype_amniotic", "karyotype_marrow")
FEES = {ADMISSION, REDRAW}


def each_line(rule_id: str) -> Callable[[Callable[[Paper, Entry], Iterator[Says]]], None]:
    """A rule that looks at every line on its own."""

    def enter(function: Callable[[Paper, Entry], Iterator[Says]]) -> None:
        def found(paper: Paper) -> Iterator[Says]:
            for entry in paper.entries:
                yield from function(paper, entry)

        rule(2, rule_id)(found)

    return enter


def of_whole_tests(rule_id: str, *names: str) -> Callable[[Callable[[Paper], Truth]], None]:
    """Something that must be so for all genetic lines of some tests."""

    def enter(answer: Callable[[Paper], Truth]) -> None:
        def found(paper: Paper) -> Iterator[Says]:
            for entry in of_tests(paper, *names):
                yield from line_wanted(answer(paper), entry)

        rule(2, rule_id)(found)

    return enter


@each_line("LAB-13a")
def ordered(_: Paper, entry: Entry) -> Iterator[Says]:
    if entry.section in {"lab", "pathology"} and entry.group not in FEES:
        yield from line_wanted(entry.fact("ordered_by_physician"), entry)


@each_line("LAB-13b")
def result_sheet(_: Paper, entry: Entry) -> Iterator[Says]:
    if entry.section in {"lab", "pathology"} and entry.group not in FEES:
        yield from line_wanted(entry.fact("report_attached"), entry)


@each_line("LAB-04a")
def panel(_: Paper, entry: Entry) -> Iterator[Says]:
    as_panel = entry.fact("requested_as_panel")
    if entry.group == "lab_panel" or (as_panel and laboratory_test(entry)):
        yield reject(entry.no)
    elif as_panel is None and not entry.fact("title_complete") and laboratory_test(entry):
        yield ask(entry.no)


def laboratory_test(entry: Entry) -> bool:
    """Whether the packs know the line as a test; fees of admission and drawing are none."""
    return entry.row is not None and entry.row["section"] in {"lab", "pathology"} and entry.group not in FEES


@each_line("LAB-04b")
def calculated(_: Paper, entry: Entry) -> Iterator[Says]:
    if entry.has("calculable"):
        yield from line_wanted(entry.fact("measured_with_kit"), entry)


@each_line("LAB-04c")
def method(_: Paper, entry: Entry) -> Iterator[Says]:
    invalid, used, approved = (
        entry.attributes.get("invalid_methods"),
        entry.fact("method"),
        entry.fact("method_approved"),
    )
    if laboratory_test(entry) and (approved is False or (invalid and used in invalid)):
        yield reject(entry.no)
    elif invalid and used is None and approved is None:
        yield ask(entry.no)


@of_whole_tests("LAB-04i", "hcv_genotype")
def package(paper: Paper) -> Truth:
    return paper.told("package_indication")


@each_line("LAB-04k")
def luminescence(_: Paper, entry: Entry) -> Iterator[Says]:
    if entry.group == "luminescence":
        yield from line_wanted(entry.fact("tumor_marker"), entry)


@each_line("LAB-04l")
def other_smears(paper: Paper, entry: Entry) -> Iterator[Says]:
    if entry.group == "pap_smear" and entry.code != "807025":
        public = paper.provider.get("sector") == "public_university" or paper.provider["kind"] == "health_center"
        level = paper.fact("level_one_service")
        yield from line_wanted(False if level is None and not public else level, entry)


def report(rule_id: str, low: int, high: int) -> None:
    @each_line(rule_id)
    def found(_: Paper, entry: Entry) -> Iterator[Says]:
        if within(entry, (low, high)):
            yield from line_wanted(entry.fact("report_attached"), entry)


report("LAB-05a", 804800, 804855)
report("LAB-05b", 804600, 804640)
report("LAB-05c", 805000, 805108)
report("LAB-05d", 806500, 806575)
report("LAB-05e", 807000, 807155)


@each_line("LAB-06c")
def calculated_lipid(paper: Paper, entry: Entry) -> Iterator[Says]:
    if entry.group == "calculated_lipid" and not (entry.has("calculable") and entry.fact("measured_with_kit") is False):
        level = paper.fact("tg_mg_dl")
        high = None if level is None else float(level) > 400
        yield from line_wanted(both(high, paper.fact("tg_report_attached")), entry)


def approved(paper: Paper) -> Truth:
    return paper.told("insurer_approved")


of_whole_tests("LAB-07a", *QUANTITATIVE)(approved)
of_whole_tests("LAB-08a", *KARYOTYPES)(approved)


@of_whole_tests("LAB-07c", *QUANTITATIVE)
def specialist(paper: Paper) -> Truth:
    qualification = paper.prescriber.get("qualification")
    return None if qualification is None else qualification in {"specialist", "subspecialist", "fellowship"}


@of_whole_tests("LAB-07d", *QUANTITATIVE)
def pcr_contract(paper: Paper) -> Truth:
    contracted: Truth = paper.office_fact("pcr_contract")
    return contracted


@of_whole_tests("LAB-08b", "karyotype_blood", "karyotype_marrow")
def indication(paper: Paper) -> Truth:
    reason = paper.fact("karyotype_indication")
    return None if reason is None else reason != "none"


@of_whole_tests("LAB-08c", "karyotype_blood", "karyotype_marrow")
def conditions(paper: Paper) -> Truth:
    reason, sex = paper.fact("karyotype_indication"), paper.patient.get("sex")
    met = paper.fact("karyotype_conditions_met")
    if reason == "recurrent_abortion":
        return both(None if sex is None else sex != "male", met)
    return met if reason == "mental_retardation" else True


@each_line("LAB-08e")
def special_banding(paper: Paper, entry: Entry) -> Iterator[Says]:
    if entry.code == "804835":
        yield from line_wanted(paper.fact("special_banding_reported"), entry)


@each_line("LAB-08i")
def biopsy(paper: Paper, entry: Entry) -> Iterator[Says]:
    if entry.group == "marrow_biopsy" and of_tests(paper, "karyotype_marrow"):
        yield from line_wanted(paper.fact("biopsy_by_centre"), entry)


@each_line("LAB-09c")
def second_stage(paper: Paper, entry: Entry) -> Iterator[Says]:
    if entry.code in {"805107", "805108"}:
        match, donor = paper.fact("hla_match"), paper.fact("hla_donor")
        cord = both(None if donor is None else donor == "cord_blood", paper.fact("cord_match_accepted"))
        yield from line_wanted(None if match is None else match >= 6 or (match >= 4 and cord), entry)


@each_line("LAB-10a")
def affected_child(paper: Paper, entry: Entry) -> Iterator[Says]:
    if entry.group == "carrier_test" and entry.has("inheritance", "autosomal_recessive"):
        affected, month = paper.fact("affected_child"), paper.fact("pregnancy_month")
        if affected:
            yield from line_wanted(None if month is None else month <= 4, entry)
        elif affected is None and not (paper.fact("carrier_documents") and entry.has("stage", 1)):
            yield ask(entry.no)


@each_line("LAB-10b")
def possible_carriers(paper: Paper, entry: Entry) -> Iterator[Says]:
    recessive = entry.group == "carrier_test" and entry.has("inheritance", "autosomal_recessive")
    if recessive and paper.fact("affected_child") is False:
        positive = True if entry.has("stage", 1) else paper.fact("stage_one_positive")
        documents = paper.fact("carrier_documents")
        yield from line_wanted(positive if documents else documents, entry)


@each_line("LAB-10c")
def bound_to_x(paper: Paper, entry: Entry) -> Iterator[Says]:
    if entry.group == "carrier_test" and entry.has("inheritance", "x_linked"):
        positive = True if entry.has("stage", 1) else paper.fact("stage_one_positive")
        couple = both(paper.fact("carrier_documents"), paper.fact("married"))
        yield from line_wanted(both(couple, positive), entry)


@of_whole_tests("LAB-11a", "her2_fish")
def two_plus(paper: Paper) -> Truth:
    result = paper.fact("her2_ihc")
    return None if result is None else result == "two_plus"


@of_whole_tests("LAB-11c", "her2_fish")
def breast_tissue(paper: Paper) -> Truth:
    return paper.told("breast_tumor_tissue")


@each_line("LAB-11m")
def connexin(_: Paper, entry: Entry) -> Iterator[Says]:
    if entry.group == "connexin":
        yield reject(entry.no)


@each_line("LAB-02d")
def outpatient_redraw(_: Paper, entry: Entry) -> Iterator[Says]:
    if entry.group == REDRAW:
        yield reject(entry.no)
