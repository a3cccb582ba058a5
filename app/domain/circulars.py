"""The four circulars beside the handbook of claim review, told apart by how the names of their rules begin."""

from enum import StrEnum


class Circular(StrEnum):
    """A circular; its value is what stands before the first dash of its rules' names."""

    REIMBURSEMENT = "REI"
    ELIGIBILITY = "ELG"
    PARACLINIC = "PAR"
    SENDING = "TRV"


OTHER_GROUNDS = "other"
"""The key of what no circular took: the rules of the handbook, amounts of people, and what was not told apart."""


def grounds_of(rule: str | None) -> str:
    """Return the circular to which a rule belongs, `OTHER_GROUNDS` where it belongs to none."""
    prefix = (rule or "").partition("-")[0]
    return Circular(prefix).value if prefix in set(Circular) else OTHER_GROUNDS
