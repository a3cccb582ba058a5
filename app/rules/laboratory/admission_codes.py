"""Section 1, item 2 and item 4-9: the admission code that fits the sample of the prescription."""

from app.domain.facts import UNKNOWN, Answer
from app.domain.persian import number
from app.rules.case import Case, CaseLine
from app.rules.laboratory.genetic_tests import (
    OTHER,
    code_sets,
    genetic_lines,
    lines_of,
    main_lines,
    tests_of_lines,
)
from app.rules.laboratory.terms import (
    ADMISSION,
    BLOOD_ADMISSION,
    CHILD_ADMISSION,
    CYTOGENETIC_ADMISSION,
    CYTOPATHOLOGY_ADMISSION,
    LABORATORY_CODES,
    SAMPLE,
    in_ranges,
    is_test,
    sample_of,
)
from app.rules.outcomes import Ask, Outcomes, Reject
from app.rules.pricing import price_of_code, price_of_line_as
from app.rules.registry import Phase, line_rule, on
from app.rules.tariffs import priced_as, worth_more

TISSUE = "tissue"


def fitting_codes(case: Case) -> set[str]:
    """Return the admission codes that the live tests of a claim call for: that of blood, if for none of the others."""
    tests = [line for line in case.live_lines if is_test(line)]
    genetic, pathology = _cytogenetic_tests(case), _cytopathology_tests(case)
    fitting = set()
    if any(line.no not in genetic | pathology for line in tests):
        fitting.add(BLOOD_ADMISSION)
    if genetic:
        fitting.add(CYTOGENETIC_ADMISSION)
    if pathology:
        fitting.add(CYTOPATHOLOGY_ADMISSION)
    return fitting


def _cytogenetic_tests(case: Case) -> set[int]:
    """Return the live lines that call for the cytogenetic admission."""
    sets, ranges = code_sets(case), case.figure("cytogenetic_codes")
    tests = {test for test, codes in sets.items() if CYTOGENETIC_ADMISSION in codes.admission}
    found = {line.no for line in lines_of(case, tests)}
    return found | {line.no for line in lines_of(case, {OTHER}) if in_ranges(line.code, ranges)}


def _cytopathology_tests(case: Case) -> set[int]:
    """Return the live lines that call for the cytopathology admission."""
    codes, groups = [case.figure("cytopathology_admission_codes")], case.figure("cytopathology_admission_groups")
    found = {
        line.no
        for line in case.live_lines
        if line.group in groups or (line.code != CYTOPATHOLOGY_ADMISSION and in_ranges(line.code, codes))
    }
    for test in case.figure("tests_of_tissue"):
        if any(sample_of(line) == TISSUE for line in main_lines(case, test)):
            found |= {line.no for line in lines_of(case, {test})}
    return found


def _open_line(case: Case) -> CaseLine | None:
    """Return a live genetic line whose unknown test may be one that has the cytogenetic admission."""
    belongs, sets = tests_of_lines(case), code_sets(case)
    ranges = case.figure("cytogenetic_codes")
    cytogenetic = [codes for codes in sets.values() if CYTOGENETIC_ADMISSION in codes.admission]
    for line in genetic_lines(case):
        may = in_ranges(line.code, ranges) or any(codes.holds(line) for codes in cytogenetic)
        if line in case.live_lines and belongs[line.no] is None and may:
            return line
    return None


def _ask_of_test(line: CaseLine, open_line: CaseLine) -> Ask:
    return Ask(line, needs=f"روشن نیست که ردیف {number(open_line.no)} جزء کدام آزمایش ژنتیکی است")


def _is_billed(case: Case, codes: set[str]) -> bool:
    """Tell whether one of these admissions is live; the children's fee stands in place of that of blood."""
    wanted = codes | {CHILD_ADMISSION} if BLOOD_ADMISSION in codes else codes
    return any(line.group == ADMISSION and line.code in wanted for line in case.live_lines)


def _pcr_lines(case: Case) -> list[CaseLine]:
    ranges = case.figure("pcr_codes")
    return [line for line in genetic_lines(case) if line in case.live_lines and in_ranges(line.code, ranges)]


@line_rule("LAB-04j", Phase.QUANTITY, on(codes={CYTOGENETIC_ADMISSION}))
def cytogenetic_admission_of_pcr(case: Case, line: CaseLine) -> Outcomes:
    """Price the cytogenetic admission of a PCR as that of blood, or of tissue where the sample is tissue.

    A test that lists the cytogenetic admission itself makes it fit. An unknown sample is asked for where it decides.
    """
    fitting, pcr = fitting_codes(case), _pcr_lines(case)
    if not pcr or CYTOGENETIC_ADMISSION in fitting:
        return
    if (open_line := _open_line(case)) is not None:
        yield _ask_of_test(line, open_line)
    elif _is_billed(case, fitting):
        yield Reject()
    else:
        yield from _priced_by_sample(case, line, _sample_of_pcr(case, line, pcr))


def _sample_of_pcr(case: Case, line: CaseLine, pcr: list[CaseLine]) -> Answer:
    """Return the sample of the main codes of a claim's PCR tests, tissue before others; else the admission's own."""
    belongs = tests_of_lines(case)
    tests = dict.fromkeys(belongs[other.no] for other in pcr)
    mains = [main for test in tests if test for main in main_lines(case, test) or lines_of(case, {test})]
    known = {sample for sample in map(sample_of, mains) if sample is not UNKNOWN}
    if TISSUE in known:
        return TISSUE
    if any(sample_of(main) is UNKNOWN for main in mains) or not known:
        return line.fact(SAMPLE)
    return next(iter(known))


def _priced_by_sample(case: Case, line: CaseLine, sample: Answer) -> Outcomes:
    if sample is not UNKNOWN:
        code = CYTOPATHOLOGY_ADMISSION if sample == TISSUE else BLOOD_ADMISSION
        yield from priced_as(case, line, code, SAMPLE)
        return
    dear, cheap = _by_price(case, line, {BLOOD_ADMISSION, CYTOPATHOLOGY_ADMISSION})
    yield from priced_as(case, line, dear)
    if worth_more(case, line, price_of_line_as(case, line, cheap)):
        yield Ask(line, (SAMPLE,))


def _by_price(case: Case, line: CaseLine, codes: set[str]) -> list[str]:
    """Return admission codes, the dearest first."""

    def price(code: str) -> tuple[bool, object, str]:
        found = price_of_code(case, line, code)
        return (found is None, -found.exact if found else 0, code)

    return sorted(codes, key=price)


@line_rule("LAB-02b", Phase.QUANTITY, on(codes={CYTOGENETIC_ADMISSION, CYTOPATHOLOGY_ADMISSION}))
def admission_that_fits(case: Case, line: CaseLine) -> Outcomes:
    """Price an admission that does not fit as the dearest that does, or refuse it where a fitting one is billed too."""
    fitting = fitting_codes(case)
    of_pcr = line.code == CYTOGENETIC_ADMISSION and bool(_pcr_lines(case))
    if not fitting or line.code in fitting or of_pcr:
        return
    open_line = _open_line(case) if line.code == CYTOGENETIC_ADMISSION else None
    if open_line is not None:
        yield _ask_of_test(line, open_line)
    elif _is_billed(case, fitting):
        yield Reject()
    else:
        yield from priced_as(case, line, _by_price(case, line, fitting)[0])


@line_rule("LAB-07o", Phase.EXCLUSION, LABORATORY_CODES)
def line_of_no_test(case: Case, line: CaseLine) -> Outcomes:
    """Ask to which requested test a genetic line belongs where neither fact, pack row nor the other lines tell."""
    if tests_of_lines(case).get(line.no, OTHER) is None:
        yield Ask(line, ("genetic_test",))
