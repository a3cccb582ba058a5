"""Phase 3 of the imaging part: what counts as one region of an MRI."""

from collections.abc import Iterator

from tests.oracle.pairs import absorbed, each, marked, together
from tests.oracle.paper import Entry, Request
from tests.oracle.sayings import Says, ask, reject

DOUBLE_REGIONS = (("brain", "orbit"), ("brain", "ear"), ("brain", "pituitary"), ("ankle", "foot"))


def double_regions(request: Request) -> list[Entry]:
    """MRI-02: the general lines that have their special region beside them."""
    lines = request.alive(group="mri")
    return [
        general
        for general in lines
        if any(
            general.has("region", wide)
            and special.has("region", narrow)
            and not (wide == "ankle" and together(general, special) is False)
            for wide, narrow in DOUBLE_REGIONS
            for special in lines
        )
    ]


@each(3, "MRI-02a")
def focus_on_the_special(request: Request) -> Iterator[Says]:
    for entry in double_regions(request):
        apart = entry.fact("separately_ordered")
        if apart is None and entry.fact("separately_reported") is not False:
            yield ask(entry.no)
        elif apart is False:
            yield reject(entry.no)


@each(3, "MRI-02b")
def reported_apart(request: Request) -> Iterator[Says]:
    for entry in double_regions(request):
        apart, reported = entry.fact("separately_ordered"), entry.fact("separately_reported")
        if apart and reported is None:
            yield ask(entry.no)
        elif apart is not False and reported is False:
            if apart:
                yield Says(entry.no, "refer", rule="MRI-02c")
            yield reject(entry.no)


def cheaper_one(request: Request, first: Entry, second: Entry) -> Entry:
    """The one of two lines that goes: the cheaper by the packs, of equals the later."""
    return max((first, second), key=lambda entry: (-(request.price(entry.code, entry) or 0), entry.no))


@each(3, "MRI-03")
def wrist_and_hand(request: Request) -> Iterator[Says]:
    for wrist in request.alive(group="mri", region="wrist"):
        for hand in request.alive(group="mri", region="hand"):
            goes = cheaper_one(request, wrist, hand)
            if together(wrist, hand) is not False:
                yield reject(goes.no) if together(wrist, hand) else ask(goes.no)


JUNCTIONS = (
    ("cervicothoracic", "cervical", "thoracic"),
    ("thoracolumbar", "thoracic", "lumbar"),
    ("lumbosacral", "lumbar", "sacral"),
)


@each(3, "MRI-04a")
def junction(request: Request) -> Iterator[Says]:
    asked = request.fact("junction_request")
    for name, upper, lower in JUNCTIONS:
        for first in request.alive(group="mri", spine_region=upper):
            for second in request.alive(group="mri", spine_region=lower):
                goes = cheaper_one(request, first, second)
                if asked in {None, name}:
                    yield ask(goes.no) if asked is None else reject(goes.no)


absorbed("MRI-05b", marked(mr_mammography="dynamic"), marked(mr_mammography="contrast"))


@each(3, "MRI-01c")
def more_than_one_region(request: Request) -> Iterator[Says]:
    lines = request.alive(group="mri")
    plain = sum(entry.units for entry in lines if "junction" not in entry.attributes)
    junctions = len({entry.code for entry in lines if "junction" in entry.attributes})
    approved, urgent, described = (
        request.fact(name) for name in ("insurer_approved", "emergency_or_trauma", "illness_described")
    )
    if plain + junctions <= 1 or approved or (urgent and described and request.specialist):
        return
    refused = approved is False and (urgent is False or (urgent and described is False))
    for entry in lines:
        yield reject(entry.no) if refused else ask(entry.no)
