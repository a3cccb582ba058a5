"""How identifiers, codes, percents and arithmetic are worded on a sheet."""

import re
from fractions import Fraction

from app.domain.findings import Step
from app.domain.persian import code_text, number, persian_digits
from app.sheets.shaping import NO_BREAK, is_right_to_left

_DECIMALS = 4  # of a percent that no finite decimal gives exactly
_LONGEST_UNBROKEN = 32  # characters of an expression that is kept on one line
_CODE_OF_DIGITS = re.compile("\u2066([0-9]+)\u2069")


def identifier(text: str) -> str:
    """Return an identifier as it is read: Persian digits where it is all digits, else as it was written."""
    return code_text(persian_digits(text) if text.isdecimal() else text)


def sentence(text: str) -> str:
    """Return a sentence with its digits in Persian, those of codes too; mixed codes stay as they are looked up."""
    return _CODE_OF_DIGITS.sub(lambda code: identifier(code[1]), text)


def step_text(step: Step) -> str:
    """Return a step of arithmetic without its value: caption, and the expression, which reads from left to right."""
    caption = sentence(step.caption)
    if not step.expression:
        return caption
    if is_right_to_left(step.expression):
        return f"{caption}: {sentence(step.expression)}"
    unbroken = len(step.expression) <= _LONGEST_UNBROKEN
    return f"{caption}: {code_text(step.expression.replace(' ', NO_BREAK) if unbroken else step.expression)}"


def percent_text(percent: Fraction) -> str:
    """Return a percent as it is read, «۳۰ درصد»."""
    return f"{number(f'{float(round(percent, _DECIMALS)):.{_DECIMALS}f}')} درصد"
