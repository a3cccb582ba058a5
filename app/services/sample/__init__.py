"""Synthetic claim files for the sample office, demonstrations and load: believable, repeatable, and named as such.

Every file says what it is: its submission is SYNTHETIC-…, its centre is «نمونه ساختگی», its people have names and
national codes that nobody has. The same seed gives the same file on every machine.
"""

from app.services.sample.files import make_sample, sample_kinds, sample_pack_paths, write_office_files, write_sample
from app.services.sample.hospital_bills import write_bill_files

__all__ = [
    "make_sample",
    "sample_kinds",
    "sample_pack_paths",
    "write_bill_files",
    "write_office_files",
    "write_sample",
]
