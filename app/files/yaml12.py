"""YAML as its version 1.2 means it: `no` and `on` are words, dates are text, decimals are exact; keys stand once."""

import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from app.domain.persian import persian_digits
from app.errors import DataError

_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"[-+]?[0-9]+\.[0-9]+")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}


def read_yaml(path: Path) -> Any:
    """Return the document in a file: mappings, lists, text, int, Decimal, bool and None.

    Raises DataError, naming file and line, for a file that is missing, no UTF-8, no YAML, or holds a key twice.
    """
    try:
        text = path.read_text(encoding="utf-8")
        node = yaml.compose(text, Loader=yaml.CBaseLoader)
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"پرونده {path.name} خوانده نشد؛ برنامه را دوباره نصب کنید ({error}).") from error
    except yaml.YAMLError as error:
        raise DataError(f"پرونده {path.name} ساختار YAML درستی ندارد: {error}") from error
    return None if node is None else _value(node, path)


def _value(node: yaml.Node, path: Path) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node.value) if not node.style else node.value
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, path) for item in node.value]
    return _mapping(node, path)


def _scalar(text: str) -> Any:
    """Return the value of a plain (unquoted) scalar."""
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return Decimal(text) if _DECIMAL.fullmatch(text) else text


def _mapping(node: yaml.Node, path: Path) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = key_node.value
        if not isinstance(key, str) or key in found:
            line = persian_digits(key_node.start_mark.line + 1)
            raise DataError(f"پرونده {path.name}، سطر {line}: کلید «{key}» دو بار آمده یا متن نیست؛ یکی را بردارید.")
        found[key] = _value(value_node, path)
    return found
