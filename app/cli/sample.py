"""`rasidegi sample`: makes a synthetic claim file, named as such."""

import argparse
import shlex
from pathlib import Path

from app.domain.claim import ClaimKind
from app.errors import UseError
from app.services.sample import sample_kinds, sample_pack_paths, write_sample


def add_words(parts: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the words of this command."""
    words = parts.add_parser("sample", help="ساختن پرونده سند نمونه (ساختگی)")
    words.add_argument("--claims", type=int, required=True, metavar="N", help="شمار سندها")
    words.add_argument("--seed", type=int, required=True, metavar="S", help="دانه تصادف؛ دانه یکسان، پرونده یکسان")
    words.add_argument("--kind", type=ClaimKind, choices=sample_kinds(), default=ClaimKind.IMAGING, help="نوع سندها")
    words.add_argument("--out", type=Path, required=True, metavar="FILE", help="پرونده‌ای که نوشته می‌شود")
    words.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the file and say how to audit it; raises UseError where no claim is asked for."""
    if arguments.claims < 1:
        raise UseError("شمار سندها دست‌کم یک باشد؛ پس از --claims عددی بزرگ‌تر از صفر بنویسید.")
    write_sample(arguments.out, claims=arguments.claims, seed=arguments.seed, kind=arguments.kind)
    packs = " ".join(f"--pack {shlex.quote(str(path))}" for path in sample_pack_paths())
    print(f"{arguments.out}: سندهای ساختگی؛ رسیدگی با ارقام آزمایشی: rasidegi audit {packs} {arguments.out}")
    return 0
