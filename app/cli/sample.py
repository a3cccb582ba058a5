"""`rasidegi sample`: makes a synthetic claim file, named as such."""

import argparse
from pathlib import Path

from app.domain.claim import ClaimKind
from app.services.sample import sample_kinds, write_sample


def add_words(parts: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the words of this command."""
    words = parts.add_parser("sample", help="ساختن پرونده سند نمونه (ساختگی)")
    words.add_argument("--claims", type=int, required=True, metavar="N", help="شمار سندها")
    words.add_argument("--seed", type=int, required=True, metavar="S", help="دانه تصادف؛ دانه یکسان، پرونده یکسان")
    words.add_argument("--kind", type=ClaimKind, choices=sample_kinds(), default=ClaimKind.IMAGING, help="نوع سندها")
    words.add_argument("--out", type=Path, required=True, metavar="FILE", help="پرونده‌ای که نوشته می‌شود")
    words.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the file."""
    write_sample(arguments.out, claims=arguments.claims, seed=arguments.seed, kind=arguments.kind)
    return 0
