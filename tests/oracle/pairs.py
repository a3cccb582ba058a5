"""Phase 3 of the imaging part: lines of one request that exclude or absorb each other, in the order of the catalogue."""

from collections.abc import Callable, Iterator
from typing import Any

from tests.oracle.imaging_people import both
from tests.oracle.paper import Entry, Paper, Request, Truth
from tests.oracle.prices import CT_GROUPS
from tests.oracle.sayings import Says, ask, reject
from tests.oracle.table import rule

INJECTION = {"iv_injection", "injection_supply"}


def together(first: Entry, second: Entry) -> Truth:
    """Whether two lines are of the same side: equal, or one of them both; unknown where either is."""
    sides = {first.fact("side"), second.fact("side")}
    return None if None in sides else len(sides) == 1 or "both" in sides


def each(phase: int, rule_id: str) -> Callable[[Callable[[Request], Iterator[Says]]], Any]:
    """A rule that looks at one request at a time."""

    def enter(function: Callable[[Request], Iterator[Says]]) -> Any:
        def found(paper: Paper) -> Iterator[Says]:
            for request in paper.requests():
                yield from function(request)

        return rule(phase, rule_id)(found)

    return enter


@each(3, "RAD-01")
def bone_end_beside_joint(request: Request) -> Iterator[Says]:
    joints = [entry for entry in request.alive() if "joint" in entry.attributes]
    for bone in request.alive():
        ends = bone.attributes.get("bone_ends", {})
        met = [meets(bone, joint, ends) for joint in joints if joint.attributes["joint"] in ends.values()]
        if True in met:
            yield reject(bone.no)
        elif None in met:
            yield ask(bone.no)


def meets(bone: Entry, joint: Entry, ends: dict[str, str]) -> Truth:
    part = bone.fact("bone_part")
    at_joint = None if part is None else part.endswith("_end") and ends[part[:-4]] == joint.attributes["joint"]
    return both(at_joint, together(bone, joint))


@each(3, "RAD-06")
def plain_film_beside_contrast(request: Request) -> Iterator[Says]:
    for plain in request.alive(group="radiography"):
        region = plain.attributes.get("region")
        studies = [entry for entry in request.alive() if region in entry.attributes.get("includes_plain_of", [])]
        if any(together(plain, study) is not False for study in studies):
            yield reject(plain.no)


def injections(request: Request) -> list[Entry]:
    studies = request.alive(contrast=True)
    return [
        entry for entry in request.alive() if entry.group in INJECTION and any(study is not entry for study in studies)
    ]


@each(3, "RAD-09a")
def injection(request: Request) -> Iterator[Says]:
    for entry in injections(request):
        yield reject(entry.no)


@each(3, "RAD-09b")
def injection_in_a_stay(request: Request) -> Iterator[Says]:
    for entry in injections(request):
        used = entry.fact("used_for_contrast")
        if used is not False:
            yield ask(entry.no) if used is None else reject(entry.no)


@rule(3, "RAD-12g")
def visit_beside_densitometry(paper: Paper) -> Iterator[Says]:
    if paper.provider["kind"] == "office" and paper.alive(group="bone_density"):
        yield from (reject(entry.no) for entry in paper.alive() if entry.section == "visit")


def absorbed(rule_id: str, victim: Callable[[Entry], bool], partner: Callable[[Entry], bool]) -> None:
    """Lines that go where a line of another kind stands in the request."""

    def found(request: Request) -> Iterator[Says]:
        if any(partner(entry) for entry in request.alive()):
            yield from (reject(entry.no) for entry in request.alive() if victim(entry))

    each(3, rule_id)(found)


def coded(*codes: str) -> Callable[[Entry], bool]:
    return lambda entry: entry.row is not None and entry.code in codes


def marked(**attributes: Any) -> Callable[[Entry], bool]:
    return lambda entry: all(entry.has(name, value) for name, value in attributes.items())


def sonography_of(region: str) -> Callable[[Entry], bool]:
    return lambda entry: entry.group == "sonography" and entry.has("region", region)


def tccs(entry: Entry) -> bool:
    return entry.row is not None and (entry.code == "701870" or entry.has("priced_as", "701870"))


absorbed("SON-01b", marked(pelvic="limited"), marked(pelvic="complete"))
absorbed("SON-02b", coded("701611"), coded("701715"))
absorbed("SON-03", coded("701715"), coded("701736"))
absorbed("SON-04", coded("701715"), coded("701725"))
absorbed("SON-05c", coded("701730", "701725"), coded("701731"))


@rule(3, "SON-05b")
def nuchal_scan_late(paper: Paper) -> Iterator[Says]:
    weeks = paper.fact("gestational_weeks")
    for request in paper.requests():
        if weeks is not None and float(weeks) >= 14 and request.alive("701725"):
            yield from (reject(entry.no) for entry in request.alive("701730"))


absorbed("SON-11b", lambda entry: entry.group == "abdominal_organ_sonography", coded("701555"))
absorbed("SON-13a", sonography_of("axilla"), coded("701540", "701545"))


def soft_tissue(rule_id: str, site: str, *partners: str) -> None:
    def found(request: Request) -> Iterator[Says]:
        for entry in request.alive(region="soft_tissue") if request.alive(*partners) else []:
            told = entry.fact("soft_tissue_site")
            if entry.group == "sonography" and told in {None, site}:
                yield ask(entry.no) if told is None else reject(entry.no)

    each(3, rule_id)(found)


soft_tissue("SON-13b", "breast_axilla", "701540", "701545")
absorbed("SON-14a", sonography_of("neck_nodes"), coded("701520"))
soft_tissue("SON-14b", "neck", "701520")
absorbed("SON-16o", coded("701865"), tccs)
absorbed("SON-16k", coded("701740"), coded("701865"))
absorbed("SON-16m", coded("701740"), tccs)


def beside_three_d(rule_id: str, victim: Callable[[Entry], bool]) -> None:
    def found(request: Request) -> Iterator[Says]:
        for entry in request.alive():
            region = entry.attributes.get("region")
            partners = request.alive(ct_kind="three_d", region=region) if region else []
            if victim(entry) and any(together(entry, partner) is not False for partner in partners):
                yield reject(entry.no)

    each(3, rule_id)(found)


def ordinary_ct(entry: Entry) -> bool:
    return entry.group == "ct" and not {"ct_kind", "hrct", "min_slices"} & set(entry.attributes)


beside_three_d("CT-05a", ordinary_ct)
beside_three_d("CT-05b", marked(ct_kind="reconstruction"))


@each(3, "CT-06")
def bone_window(request: Request) -> Iterator[Says]:
    trauma = request.fact("trauma_patient")
    for entry in request.alive(bone_window=True):
        beside = any(other.group in CT_GROUPS and other is not entry for other in request.alive())
        if beside and trauma is not False:
            yield ask(entry.no) if trauma is None else reject(entry.no)
