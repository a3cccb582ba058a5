"""`rasidegi audit`: audits claim files with the packs named, needs no office, prints one JSON result a line."""

import argparse
import sys
from pathlib import Path

from app.domain.reference import Reference
from app.errors import DataError
from app.files.claim_reader import read_claim_file
from app.files.pack_reader import read_pack
from app.files.read_report import format_problems
from app.files.result_writer import audit_line
from app.files.rulebook_reader import read_fact_dictionary, read_rulebook
from app.services.audit import Auditor
from app.services.explain import explain
from app.services.shipped import shipped_packs


def add_words(parts: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the words of this command."""
    words = parts.add_parser("audit", help="رسیدگی به پرونده‌های سند و چاپ نتیجه، هر پرونده در یک سطر JSON")
    words.add_argument("--pack", type=Path, action="append", metavar="PACK", help="بسته مرجع؛ چند بار می‌آید")
    words.add_argument("--unknown", choices=["ask", "pass"], default="ask", help="pass: آنچه نامعلوم است خوب شمرده شود")
    words.add_argument("--explain", metavar="CLAIM", help="محاسبه گام‌به‌گام این سند به فارسی، به جای JSON")
    words.add_argument("files", nargs="+", type=Path, metavar="FILE")
    words.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Audit each file in order; one that can't be read is told on stderr and makes the exit code 2."""
    reference = Reference(read_pack(path) for path in arguments.pack or shipped_packs())
    auditor = Auditor(reference, read_rulebook(), read_fact_dictionary())
    faulty = False
    for path in arguments.files:
        try:
            print(_answer(auditor, path, arguments), flush=True)
        except DataError as error:
            faulty = True
            print(error, file=sys.stderr, flush=True)
    return DataError.exit_code if faulty else 0


def _answer(auditor: Auditor, path: Path, arguments: argparse.Namespace) -> str:
    report = read_claim_file(path, auditor.dictionary)
    if not report.ok or report.claim_file is None:
        raise DataError(format_problems(report))
    if report.problems:
        print(format_problems(report), file=sys.stderr)
    results = auditor.audit(report.claim_file, asking=arguments.unknown == "ask")
    if arguments.explain is None:
        names = [pack.name for pack in auditor.reference.packs]
        return audit_line(results, names, auditor.engine.rulebook.version)
    for claim, result in zip(report.claim_file.claims, results, strict=True):
        if claim.id == arguments.explain:
            return explain(claim, result)
    raise DataError(f"در پرونده {path} سندی با شناسه «{arguments.explain}» نیست. شناسه سند را از خود پرونده بردارید.")
