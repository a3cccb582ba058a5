"""Area imaging: handbook 004, part two, imaging and nuclear medicine (ids RAD-…, SON-…, CT-…, MRI-…, NUC-…)."""

from app.rules.imaging import (
    caps,
    ct,
    ct_orders,
    densitometry,
    exclusions,
    films,
    interventional,
    mri,
    names,
    nuclear,
    pregnancy,
    repricing,
    sonography,
    teeth,
    transcranial,
)

__all__ = [
    "caps",
    "ct",
    "ct_orders",
    "densitometry",
    "exclusions",
    "films",
    "interventional",
    "mri",
    "names",
    "nuclear",
    "pregnancy",
    "repricing",
    "sonography",
    "teeth",
    "transcranial",
]
