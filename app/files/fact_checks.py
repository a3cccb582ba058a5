"""The facts of a claim file against the fact dictionary: known name, right place, right type, accepted value."""

import re
from collections.abc import Callable, Collection, Mapping
from decimal import Decimal
from typing import Any

from app.domain.dates import DAY_PATTERN, MOMENT_PATTERN, JalaliDate, Moment
from app.domain.facts import FactDefinition, FactDictionary, FactKind, FactScope
from app.domain.persian import code_text
from app.files.problem_texts import Code
from app.files.problems import Place, Problems, listed, shown

_SCOPE_TEXTS = {
    FactScope.SUBMISSION: "درخواست هزینه (submission)",
    FactScope.CLAIM: "سند (claim)",
    FactScope.LINE: "ردیف (line)",
}
_TYPE_TEXTS = {
    FactKind.BOOL: "true یا false",
    FactKind.ENUM: "یکی از مقدارهای فهرست آن",
    FactKind.LIST: "فهرستی از متن‌ها",
    FactKind.TEXT: "متن",
    FactKind.DATE: "تاریخ به صورت 1395-03-07",
    FactKind.DATETIME: "تاریخ و ساعت به صورت 1395-03-07T08:30",
    FactKind.INTEGER: "عدد درست",
    FactKind.DECIMAL: "عدد",
}
_PLAIN = (bool, int, str, Decimal)


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _is_integer(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _follows(pattern: re.Pattern[str]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, str) and pattern.fullmatch(value) is not None


_TYPES: Mapping[FactKind, Callable[[Any], bool]] = {
    FactKind.BOOL: lambda value: isinstance(value, bool),
    FactKind.ENUM: _is_text,
    FactKind.LIST: _is_texts,
    FactKind.TEXT: _is_text,
    FactKind.DATE: _follows(DAY_PATTERN),
    FactKind.DATETIME: _follows(MOMENT_PATTERN),
    FactKind.INTEGER: _is_integer,
    FactKind.DECIMAL: lambda value: _is_integer(value) or isinstance(value, Decimal),
}


def check_facts(
    facts: Mapping[str, Any],
    scopes: Collection[FactScope],
    place: Place,
    dictionary: FactDictionary,
    problems: Problems,
) -> None:
    """Note the faults of the facts at a place, where facts of some scopes belong; an unknown name is only a warning."""
    for name, value in facts.items():
        here = place.at("facts").at(name)
        definition = dictionary.get(name)
        if definition is None:
            _check_unknown(name, value, here, problems)
        elif definition.scope not in scopes:
            problems.add(Code.FACT_ELSEWHERE, here, expected=_SCOPE_TEXTS[definition.scope])
        elif not _TYPES[definition.kind](value):
            problems.add(Code.FACT_TYPE, here, expected=_TYPE_TEXTS[definition.kind])
        else:
            _check_value(definition, value, here, problems)


def _check_unknown(name: str, value: Any, place: Place, problems: Problems) -> None:
    problems.add(Code.UNKNOWN_FACT, place, value=code_text(name))
    if not isinstance(value, _PLAIN) and not _is_texts(value):
        problems.add(Code.FACT_TYPE, place, expected="متن، عدد، true یا false، یا فهرستی از متن‌ها")


def _check_value(definition: FactDefinition, value: Any, place: Place, problems: Problems) -> None:
    try:
        if definition.kind is FactKind.DATE:
            JalaliDate.parse(value)
        elif definition.kind is FactKind.DATETIME:
            Moment.parse(value)
    except ValueError:
        wrong = Code.NO_SUCH_DAY if definition.kind is FactKind.DATE else Code.NO_SUCH_MOMENT
        problems.add(wrong, place, value=shown(value))
    if not definition.values or definition.kind not in {FactKind.ENUM, FactKind.LIST}:
        return
    for word in value if isinstance(value, list) else [value]:
        if word not in definition.values:
            problems.add(Code.FACT_VALUE, place, value=shown(word), expected=listed(definition.values))
