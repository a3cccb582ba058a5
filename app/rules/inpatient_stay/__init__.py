"""Area inpatient_stay: handbook 004, inpatient part, articles 2 to 9, 15 and 18 to 21."""

from app.rules.inpatient_stay import (
    accreditation,
    admission,
    bed_cover,
    bed_days,
    bed_prices,
    document_lines,
    documents,
    hospitals,
    nursing,
    special_beds,
    stay_shares,
)

__all__ = [
    "accreditation",
    "admission",
    "bed_cover",
    "bed_days",
    "bed_prices",
    "document_lines",
    "documents",
    "hospitals",
    "nursing",
    "special_beds",
    "stay_shares",
]
