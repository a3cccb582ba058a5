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
    FactKind.INTEGER: "عدد صحیح",
    FactKind.DECIMAL: "عدد",
}
_PLAIN = (bool, int, str, Decimal)
_CLOSED = frozenset({FactKind.ENUM, FactKind.LIST})
_TIMES: Mapping[FactKind, tuple[Callable[[str], Any], Code]] = {
    FactKind.DATE: (JalaliDate.parse, Code.NO_SUCH_DAY),
    FactKind.DATETIME: (Moment.parse, Code.NO_SUCH_MOMENT),
}

Fault = tuple[Code, Mapping[str, str]]


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
        definition = dictionary.get(name)
        if definition is None:
            _note_unknown(name, value, place.along(("facts", name)), problems)
            continue
        fault = _fault(definition, scopes, value)
        if fault is not None:
            code, words = fault
            problems.add(code, place.along(("facts", name)), **words)


def _note_unknown(name: str, value: Any, place: Place, problems: Problems) -> None:
    problems.add(Code.UNKNOWN_FACT, place, value=code_text(name))
    if not isinstance(value, _PLAIN) and not _is_texts(value):
        problems.add(Code.FACT_TYPE, place, expected="متن، عدد، true یا false، یا فهرستی از متن‌ها")


def _fault(definition: FactDefinition, scopes: Collection[FactScope], value: Any) -> Fault | None:
    """Return what is wrong with a known fact, with the words of its sentences."""
    kind = definition.kind
    if definition.scope not in scopes:
        return Code.FACT_ELSEWHERE, {"expected": _SCOPE_TEXTS[definition.scope]}
    if not _TYPES[kind](value):
        return Code.FACT_TYPE, {"expected": _TYPE_TEXTS[kind]}
    if kind in _TIMES:
        return _time_fault(kind, value)
    if definition.values and kind in _CLOSED:
        strange = [word for word in (value if kind is FactKind.LIST else (value,)) if word not in definition.values]
        if strange:
            return Code.FACT_VALUE, {"value": "، ".join(map(shown, strange)), "expected": listed(definition.values)}
    return None


def _time_fault(kind: FactKind, text: str) -> Fault | None:
    parse, code = _TIMES[kind]
    try:
        parse(text)
    except ValueError:
        return code, {"value": shown(text)}
    return None
