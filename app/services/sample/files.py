"""Sample claim files as documents and on disk: one submission of one kind, or a file for each kind of an office."""

import json
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from app.domain.claim import ClaimKind
from app.domain.reference import Reference
from app.errors import MachineError, UseError
from app.files.pack_reader import read_pack
from app.resources import resource
from app.services.sample.maker import ClaimMaker
from app.services.sample.recipe import Recipe, read_common, read_recipe


def sample_kinds() -> tuple[ClaimKind, ...]:
    """Return the kinds of claim that a sample can be made of."""
    return tuple(ClaimKind(kind) for kind in read_common().office)


def sample_pack_paths() -> tuple[Path, ...]:
    """Return the packs that samples are priced by, in the order of installing; the last holds trial figures only."""
    return (
        resource("packs", "handbook-relative-values.pack.json"),
        resource("packs", "tariff-quotes.pack.json"),
        resource("packs", "travel-lines.pack.json"),
        resource("sample", "trial-figures.pack.json"),
    )


@cache
def sample_reference() -> Reference:
    """Return what samples are priced by."""
    return Reference(read_pack(path) for path in sample_pack_paths())


def make_sample(claims: int, seed: int, kind: ClaimKind = ClaimKind.IMAGING) -> dict[str, Any]:
    """Return a synthetic claim file of one kind; raises UseError for a kind that no recipe makes."""
    if kind not in sample_kinds():
        known = "، ".join(sample_kinds())
        raise UseError(f"برای نوع «{kind.value}» پرونده نمونه ساخته نمی‌شود؛ یکی از این‌ها را بنویسید: {known}")
    recipe = read_recipe(kind)
    maker = ClaimMaker(recipe, sample_reference(), Random(f"{kind.value}/{seed}"))  # noqa: S311 - repeatable, and no secret
    return {
        "format": "rasidegi/claims",
        "version": 1,
        "submission": _submission(recipe, seed),
        "claims": [maker.claim(number, recipe.opening if number == 1 else None) for number in range(1, claims + 1)],
    }


def _submission(recipe: Recipe, seed: int) -> dict[str, Any]:
    common = recipe.common
    return {
        "id": f"SYNTHETIC-{recipe.kind.value}-{common.month}-{seed}",
        "month": str(common.month),
        "fund": common.fund,
        "insurer": "salamat",
        "delivered_on": str(common.delivered_on),
        "provider": dict(recipe.provider),
        "facts": {**common.submission_facts, **recipe.submission_facts},
    }


def write_sample(path: Path, claims: int, seed: int, kind: ClaimKind = ClaimKind.IMAGING) -> None:
    """Write a synthetic claim file, one claim a line; raises MachineError where the place can't be written."""
    document = make_sample(claims, seed, kind)
    rows = ",\n".join(_json(claim) for claim in document.pop("claims"))
    head = _json(document).removesuffix("}")
    try:
        path.write_text(f'{head}, "claims": [\n{rows}\n]}}\n', encoding="utf-8")
    except OSError as error:
        raise MachineError(f"پرونده نمونه در {path} نوشته نشد؛ جای دیگری بدهید یا جا باز کنید ({error}).") from error


def write_office_files(folder: Path, claims: int, seed: int) -> tuple[Path, ...]:
    """Write one file for each kind of a sample office, in its usual mix, and return their paths."""
    written = []
    for kind, percent in read_common().office.items():
        recipe = read_recipe(ClaimKind(kind))
        path = folder / recipe.file
        write_sample(path, max(1, claims * percent // 100), seed, recipe.kind)
        written.append(path)
    return tuple(written)


def _json(document: dict[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False)
