"""The verification of an office: that the file is whole, and that no stored byte was changed behind the program's back.

Each check is a function that yields Persian findings with their place. What an attacker who can write the file can't be
kept from is cutting the newest entries off together with their rows, or forging the whole chain anew; the hash of the
latest entry, written down elsewhere (on a signed sheet, say), proves the history up to it.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, RowMapping, Select, Table, select, text
from sqlalchemy.exc import DatabaseError

from app.domain.office import ClaimState, TrailAction
from app.domain.persian import persian_digits, rials
from app.store.connection import reading
from app.store.folder import OfficeFolder
from app.store.schema import (
    attachments,
    claim_documents,
    claims,
    handovers,
    lines,
    payment_lists,
    sheets,
    submissions,
    trail,
)
from app.store.sealing import PART_TABLES, SEALED_TABLES, claim_digest, key_column, row_digest, rows_digest, subject_of
from app.store.trail import FIRST_LINK, link_hash

RECEIVED: tuple[str, int] = (ClaimState.RECEIVED.value, 1)
"""The state and version of a claim of which the trail tells no move."""

_TABLE_NAMES = {
    "user": "کاربر",
    "pack": "بسته مرجع",
    "submission": "درخواست هزینه",
    "decision": "نظر",
    "sheet": "برگ رسیدگی",
    "attachment": "پیوست",
    "setting": "تنظیم",
    "claim": "سند",
    "voided": "ابطال برگ",
    "revocation": "ابطال کلید امضا",
    "assignment": "واگذاری درخواست",
    "handover": "تحویل گزارش",
    "objection": "اعتراض",
    "sample": "نمونه",
    "verdict": "نظر درباره نمونه",
    "inquiry": "استعلام استحقاق",
    "payments": "فهرست پرداخت",
}
_READ_AT_A_TIME = 500
SHEETS_OF_THE_OFFICE = {"sheet": sheets, "handover": handovers, "payments": payment_lists}
"""The tables of which each row has a file in the office's folder of sheets, by the word of its subject."""


@dataclass(slots=True)
class _Told:
    """What the trail says last of each row, and where each claim stands."""

    digests: dict[str, str] = field(default_factory=dict)
    claims_digests: dict[str, str] = field(default_factory=dict)
    lines_digests: dict[str, str] = field(default_factory=dict)
    states: dict[str, tuple[str, int]] = field(default_factory=dict)

    def hear(self, subject: str, payload: Mapping[str, Any]) -> None:
        if "digest" in payload:
            self.digests[subject] = payload["digest"]
        if "claims_digest" in payload:
            self.claims_digests[subject] = payload["claims_digest"]
        if "lines_digest" in payload:
            self.lines_digests[subject] = payload["lines_digest"]
        if "state" in payload:
            self.states[subject] = (payload["state"], payload["version"])


Check = Callable[[Connection, _Told, OfficeFolder], Iterator[str]]


def findings_of(engine: Engine, folder: OfficeFolder) -> list[str]:
    """Return what is wrong with an office; empty when it is sound."""
    told = _Told()
    found: list[str] = []
    with reading(engine) as connection:
        for check in CHECKS:
            try:
                found.extend(check(connection, told, folder))
            except DatabaseError as fault:
                found.append(f"پرونده پایگاه داده «{folder.database}» خوانده نمی‌شود: {fault.orig}")
    return found


def _place(subject: str) -> str:
    word, _, key = subject.partition("/")
    return f"{_TABLE_NAMES.get(word, word)} {persian_digits(key)}"


def _file_is_whole(connection: Connection, _told: _Told, folder: OfficeFolder) -> Iterator[str]:
    for (fault,) in connection.execute(text("PRAGMA integrity_check")):
        if fault != "ok":
            yield f"پرونده پایگاه داده «{folder.database}» آسیب دیده است: {fault}"


def _references_hold(connection: Connection, _told: _Told, _folder: OfficeFolder) -> Iterator[str]:
    for table, row_id, target, _ in connection.execute(text("PRAGMA foreign_key_check")):
        yield f"جدول {table}، ردیف {persian_digits(row_id)}: به ردیفی از جدول {target} اشاره می‌کند که نیست."


def _chain_is_unbroken(connection: Connection, told: _Told, _folder: OfficeFolder) -> Iterator[str]:
    previous, expected = FIRST_LINK, 1
    for link in _rows(connection, select(trail).order_by(trail.c.seq)):
        place = f"رد رویدادها، ردیف {persian_digits(link['seq'])}"
        if link["seq"] != expected:
            yield f"{place}: ردیف‌های پیش از آن نیست (ردیف {persian_digits(expected)} باید می‌بود)."
        if link["previous"] != previous or link["hash"] != link_hash(link):
            yield f"{place}: زنجیره رد رویدادها شکسته است؛ این ردیف یا ردیف پیش از آن بیرون از برنامه تغییر کرده است."
        if link["action"] not in set(TrailAction) or not _is_object(link["payload"]):
            yield f"{place}: محتوای ردیف خوانا نیست."
        else:
            told.hear(link["subject"], json.loads(link["payload"]))
        previous, expected = link["hash"], link["seq"] + 1


def _is_object(document: str) -> bool:
    try:
        return isinstance(json.loads(document), dict)
    except ValueError:
        return False


def _rows_are_as_told(connection: Connection, told: _Told, _folder: OfficeFolder) -> Iterator[str]:
    untold = dict(told.digests)
    for word, table in SEALED_TABLES.items():
        key = key_column(table).name
        for row in _rows(connection, select(table)):
            subject = subject_of(word, row[key])
            digest = untold.pop(subject, None)
            if digest is None:
                yield f"{_place(subject)}: در رد رویدادها نیامده است؛ بیرون از برنامه افزوده شده است."
            elif digest != row_digest(row):
                yield f"{_place(subject)}: با آنچه در رد رویدادها ثبت شده نمی‌خواند؛ بیرون از برنامه تغییر کرده است."
    for subject in untold:
        yield f"{_place(subject)}: در رد رویدادها آمده ولی در دفتر نیست؛ بیرون از برنامه حذف شده است."


def _parts_are_as_told(connection: Connection, told: _Told, _folder: OfficeFolder) -> Iterator[str]:
    """Find parts of rows that were not told with them; of sheets of an older release the trail does not tell them."""
    found = {subject: list[RowMapping]() for subject in told.lines_digests}
    for word, (table, owner) in PART_TABLES.items():
        for row in _rows(connection, select(table).order_by(*table.primary_key.columns)):
            found.setdefault(subject_of(word, row[owner]), []).append(row)
    for subject, digest in told.lines_digests.items():
        if rows_digest(found[subject]) != digest:
            yield f"{_place(subject)}: ردیف‌های آن همان نیست که ثبت شده بود؛ بیرون از برنامه تغییر کرده است."
    untold = {subject for subject in found if subject not in told.digests}
    for subject in sorted(untold):
        yield f"{_place(subject)}: ردیف‌هایی دارد که در رد رویدادها نیامده است؛ بیرون از برنامه افزوده شده است."


def _claims_are_as_imported(connection: Connection, told: _Told, _folder: OfficeFolder) -> Iterator[str]:
    seals = {submission_id: hashlib.sha256() for submission_id in connection.scalars(select(submissions.c.id))}
    for claim_id, rows in groupby(_rows(connection, _WRITTEN), key=itemgetter(claims.c.id)):
        written = list(rows)
        claim = _part(claims, written[0])
        digest = claim_digest(
            claim,
            written[0][claim_documents.c.document] or "",
            [_part(lines, row) for row in written if row[lines.c.no] is not None],
        )
        place = f"سند {claim['external_id']} (شماره {persian_digits(claim_id)} دفتر)"
        if digest != claim["digest"]:
            yield f"{place}: سند یا ردیف‌های آن همان نیست که وارد شده بود؛ بیرون از برنامه تغییر کرده است."
        if (claim["state"], claim["version"]) != told.states.get(subject_of("claim", claim_id), RECEIVED):
            yield f"{place}: وضعیت یا نسخه آن با رد رویدادها نمی‌خواند؛ بیرون از برنامه تغییر کرده است."
        if claim["submission_id"] in seals:
            seals[claim["submission_id"]].update(claim["digest"].encode())
    for submission_id, seal in seals.items():
        subject = subject_of("submission", submission_id)
        if seal.hexdigest() != told.claims_digests.get(subject):
            yield f"{_place(subject)}: اسناد آن همان نیست که وارد شده بود؛ سندی کم، افزوده یا عوض شده است."


_WRITTEN = (
    select(claims, claim_documents.c.document, lines)
    .outerjoin_from(claims, claim_documents, claim_documents.c.claim_id == claims.c.id)
    .outerjoin(lines, lines.c.claim_id == claims.c.id)
    .order_by(claims.c.id, lines.c.no)
)
"""All that centres wrote, a row for each line."""


def _part(table: Table, row: RowMapping) -> dict[str, Any]:
    """Return the columns of one table from a row of several."""
    return {column.name: row[column] for column in table.columns}


def _sums_agree(connection: Connection, _told: _Told, _folder: OfficeFolder) -> Iterator[str]:
    query = text(
        """
        SELECT c.id, c.external_id, c.claimed,
               (SELECT coalesce(sum(l.claimed), 0) FROM lines l WHERE l.claim_id = c.id) AS of_lines,
               (SELECT coalesce(sum(json_extract(j.value, '$.amount')), 0)
                FROM json_each(CASE WHEN json_valid(d.document) THEN d.document ELSE '{}' END, '$.lines') j) AS written
        FROM claims c LEFT JOIN claim_documents d ON d.claim_id = c.id
        WHERE NOT (c.claimed = of_lines AND c.claimed = written)
        """
    )
    for row in connection.execute(query):
        yield (
            f"سند {row.external_id} (شماره {persian_digits(row.id)} دفتر): جمع‌ها برابر نیست؛ "
            f"سند {rials(row.claimed)}، ردیف‌ها {rials(row.of_lines)}، متن سند {rials(row.written)} ریال."
        )


def _insurers_agree(connection: Connection, _told: _Told, _folder: OfficeFolder) -> Iterator[str]:
    """Find claims whose insurer is not the one of their document, or of their submission where that names none."""
    query = text(
        """
        SELECT c.id, c.external_id
        FROM claims c JOIN submissions s ON s.id = c.submission_id JOIN claim_documents d ON d.claim_id = c.id
        WHERE c.insurer <> coalesce(
            CASE WHEN json_valid(d.document) THEN json_extract(d.document, '$.insurer') END, s.insurer
        )
        """
    )
    for row in connection.execute(query):
        yield (
            f"سند {row.external_id} (شماره {persian_digits(row.id)} دفتر): بیمه‌گر آن با متن سند نمی‌خواند؛"
            " بیرون از برنامه تغییر کرده است."
        )


def _results_add_up(connection: Connection, _told: _Told, _folder: OfficeFolder) -> Iterator[str]:
    query = text(
        """
        SELECT c.id, c.external_id, c.claimed, r.claimed AS seen, r.approved,
               (SELECT coalesce(sum(l.approved), 0) FROM result_lines l WHERE l.claim_id = c.id) AS of_lines
        FROM results r JOIN claims c ON c.id = r.claim_id
        WHERE NOT (r.claimed = c.claimed AND r.approved = of_lines)
        """
    )
    for row in connection.execute(query):
        yield (
            f"سند {row.external_id} (شماره {persian_digits(row.id)} دفتر): نتیجه ثبت‌شده با سند نمی‌خواند؛ "
            f"مبلغ سند {rials(row.claimed)} است و نتیجه برای {rials(row.seen)} ریال، "
            f"تأییدشده {rials(row.approved)} است و جمع ردیف‌ها {rials(row.of_lines)} ریال. نتیجه را از نو حساب کنید."
        )


def _attachments_are_whole(connection: Connection, _told: _Told, folder: OfficeFolder) -> Iterator[str]:
    for row in connection.execute(select(attachments).order_by(attachments.c.id)):
        path = folder.attachments / row.sha256
        place = f"پیوست {persian_digits(row.id)} ({row.file_name})"
        if not path.is_file():
            yield f"{place}: پرونده آن در «{path}» نیست."
        elif _sha256_of_file(path) != row.sha256:
            yield f"{place}: محتوای پرونده آن عوض شده است."


def _sheets_are_whole(connection: Connection, _told: _Told, folder: OfficeFolder) -> Iterator[str]:
    """Find sheets, reports and payment lists whose files are gone or were changed."""
    for word, table in SHEETS_OF_THE_OFFICE.items():
        for row in connection.execute(select(table.c.id, table.c.file_name, table.c.sha256).order_by(table.c.id)):
            path = folder.sheets / row.file_name
            place = f"{_place(subject_of(word, row.id))} ({row.file_name})"
            if not path.is_file():
                yield f"{place}: پرونده آن در «{path}» نیست."
            elif _sha256_of_file(path) != row.sha256:
                yield f"{place}: محتوای پرونده آن عوض شده است."


def _sha256_of_file(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _rows(connection: Connection, query: Select[Any]) -> Iterator[RowMapping]:
    """Yield the rows of a query without holding them all."""
    yield from connection.execute(query, execution_options={"yield_per": _READ_AT_A_TIME}).mappings()


CHECKS: tuple[Check, ...] = (
    _file_is_whole,
    _references_hold,
    _chain_is_unbroken,
    _rows_are_as_told,
    _parts_are_as_told,
    _claims_are_as_imported,
    _sums_agree,
    _insurers_agree,
    _results_add_up,
    _attachments_are_whole,
    _sheets_are_whole,
)
"""All checks, in order; the chain comes before those that rest on what it tells."""
