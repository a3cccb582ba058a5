"""What radiotherapy adds to the tariff of a line as it was reported."""

from fractions import Fraction

from tests.oracle.paper import Entry, Paper
from tests.oracle.table import concerns

SURCHARGE = "88"
REPORTED = Fraction(12, 10)


def surcharged(entry: Entry) -> bool:
    return SURCHARGE in (str(modifier) for modifier in entry.document.get("modifiers") or [])


def reported(paper: Paper, entry: Entry) -> Fraction:
    """The factor on the price of a line as it was reported: the surcharge of number 88 counts whole."""
    return REPORTED if surcharged(entry) and concerns("RT-13g", paper) else Fraction(1)


def simulator_image(paper: Paper, entry: Entry) -> bool:
    """Imaging that a radiotherapy centre is paid for only on its own CT simulator."""
    other = entry.attributes.get("modality") in {"ct", "mri", "us", "pet"}
    return other and entry.section == "imaging" and paper.kind == "radiotherapy"


def on_a_simulator(paper: Paper, entry: Entry) -> Fraction:
    """The factor on imaging on the centre's own CT simulator."""
    return Fraction(5, 4) if simulator_image(paper, entry) and concerns("RT-05c", paper) else Fraction(1)
