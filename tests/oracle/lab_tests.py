"""What the laboratory part means by its words: prescriptions, requested genetic tests and their code sets."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from tests.oracle.paper import STAYS, Entry, Paper
from tests.oracle.turns import in_turn

in_turn(
    "LAB-13a LAB-13b LAB-04a LAB-04b LAB-04c LAB-04i LAB-04k LAB-04l LAB-05a LAB-05b LAB-05c LAB-05d LAB-05e LAB-06c "
    "LAB-07a LAB-07c LAB-07d LAB-08a LAB-08b LAB-08c LAB-08e LAB-08i LAB-09c LAB-10a LAB-10b LAB-10c LAB-11a LAB-11c "
    "LAB-11m LAB-02d LAB-04d LAB-04e LAB-04g LAB-04h LAB-07h LAB-11i LAB-08f LAB-09b LAB-07f LAB-07g LAB-07i LAB-07j "
    "LAB-09a LAB-09d LAB-07k LAB-07l LAB-07m LAB-07n LAB-08d LAB-08g LAB-08h LAB-08j LAB-11b LAB-11k LAB-11d LAB-11e "
    "LAB-11f LAB-11g LAB-11h LAB-07o LAB-03 LAB-01a LAB-01b LAB-12 LAB-04j LAB-02b LAB-02a LAB-02c LAB-04f LAB-06a "
    "LAB-11l"
)
ADMISSION = "lab_admission"
REDRAW = "lab_redraw"
QUANTITATIVE = ("rna_quantitative", "dna_quantitative")
GENOTYPES = ("rna_genotype", "hcv_genotype", "dna_genotype")
CHROMOSOMES = ((804600, 804640), (804800, 804855))
MOLECULES = ((805000, 805108),)


@cache
def lies(code: str | None, *ranges: tuple[int, int]) -> bool:
    return code is not None and code.isdigit() and any(low <= int(code) <= high for low, high in ranges)


def within(entry: Entry, *ranges: tuple[int, int]) -> bool:
    """Whether the code of a line lies in one of these ranges, ends included."""
    return lies(entry.code, *ranges)


def genetic(entry: Entry) -> bool:
    return entry.code != "804600" and lies(entry.code, *CHROMOSOMES, *MOLECULES)


@dataclass(frozen=True)
class CodeSet:
    """The codes of one requested test: of a group in `one_of` one code stays; `per` codes are counted by rules of their own."""

    rule: str
    mains: tuple[str, ...]
    members: tuple[str, ...] = ()
    one_of: tuple[tuple[str, ...], ...] = ()
    per: tuple[str, ...] = ()
    admission: str = "800005"

    @property
    def codes(self) -> set[str]:
        return {*self.mains, *self.members, *self.per, self.admission}


LOADS = tuple(str(code) for code in range(805079, 805087))
QUALITATIVE = tuple(str(code) for code in range(805090, 805105))
MUTATION = ("805055", "805010")
SETS = {
    "rna_quantitative": CodeSet("LAB-07k", LOADS, ("805005",)),
    "dna_quantitative": CodeSet("LAB-07l", LOADS, ("805000",)),
    "rna_genotype": CodeSet("LAB-07m", MUTATION, ("805005", *QUALITATIVE), (MUTATION, QUALITATIVE)),
    "hcv_genotype": CodeSet("LAB-07m", MUTATION, ("805005", *QUALITATIVE), (MUTATION, QUALITATIVE)),
    "dna_genotype": CodeSet("LAB-07n", MUTATION, ("805000",), (MUTATION,)),
    "karyotype_blood": CodeSet("LAB-08d", ("804815", "804820", "804845"), ("804605", "804835"), admission="804600"),
    "karyotype_amniotic": CodeSet("LAB-08g", ("804825",), ("804630",), admission="804600"),
    "karyotype_marrow": CodeSet("LAB-08h", ("804850",), ("804635",), admission="804600"),
    "marrow_transplant_hla": CodeSet("LAB-08j", ("805106",), ("805000",), per=("805106", "805107", "805108")),
    "her2_fish": CodeSet("LAB-11b", ("804840",), per=("804840",), admission="804600"),
    "her2_molecular": CodeSet("LAB-11d", ("805057",), ("805000",)),
    "n_myc": CodeSet("LAB-11e", ("805057",), ("805000",)),
    "jak2": CodeSet("LAB-11f", MUTATION, ("805000",), (MUTATION,)),
    "hbv_resistance": CodeSet("LAB-11g", ("805010",), ("805000",), admission="804600"),
    "hcv_resistance": CodeSet("LAB-11h", ("805102",), ("805005", "805070"), admission="804600"),
}


def own_test(entry: Entry) -> str | None:
    return entry.fact("genetic_test") or entry.attributes.get("implies_test")


def test_of(paper: Paper, entry: Entry) -> str | None:
    """The requested test that a genetic line belongs to; None where it is unknown."""
    if not genetic(entry):
        return None
    if own_test(entry):
        return own_test(entry)
    others = {own_test(other) for other in paper.entries if other is not entry and genetic(other)}
    found = [name for name in others if name in SETS and entry.code in SETS[name].codes]
    return found[0] if len(found) == 1 else None


def is_main(entry: Entry, name: str) -> bool:
    """Whether a line bears a main code of its test; of a test without a set every PCR is one."""
    return entry.code in SETS[name].mains if name in SETS else "pcr" in entry.attributes


def of_tests(paper: Paper, *names: str) -> list[Entry]:
    """All genetic lines of these tests, alive or not."""
    return [entry for entry in paper.entries if genetic(entry) and test_of(paper, entry) in names]


def alive_of(paper: Paper, *names: str) -> list[Entry]:
    return [entry for entry in of_tests(paper, *names) if not entry.gone]


def sample_of(entry: Entry) -> str | None:
    return entry.fact("sample") or entry.attributes.get("sample")


def tests_of(paper: Paper) -> list[Entry]:
    """The live lines that are tests, not admission or drawing."""
    return [entry for entry in paper.alive() if entry.group not in {ADMISSION, REDRAW}]


def prescriptions(paper: Paper) -> list[list[Entry]]:
    """The live lines of each prescription: the whole claim, in stays the lines of one date and the undated ones."""
    if paper.kind not in STAYS:
        return [paper.alive()]
    dates = sorted({entry.document.get("date") or "" for entry in paper.entries})
    return [[e for e in paper.alive() if (e.document.get("date") or "") == date] for date in dates]


def dearest_first(paper: Paper, lines: Iterable[Entry]) -> list[Entry]:
    """The order in which lines stay: by the price of the packs, then by number."""
    return sorted(lines, key=lambda entry: (-(paper.price(entry.code, entry) or Fraction()), entry.no))


def refusals(paper: Paper, entry: Entry) -> list[str]:
    """The rules that took a line, first to last."""
    return [says.rule for says, _, _ in paper.said if says.line == entry.no and says.effect in {"reject", "reduce"}]


def questions(paper: Paper, entry: Entry) -> list[str]:
    """The rules that ask on a line, first to last."""
    return [says.rule for says, _, _ in paper.said if says.line == entry.no and says.effect == "query"]
