"""The text beside the sample's files: the stories of the four circulars, each by the number of its claim."""

from collections.abc import Iterator
from pathlib import Path

from app.errors import MachineError
from app.services.sample.journeys import read_journeys
from app.services.sample.refunds import read_requests
from app.services.sample.social_security import claim_id, read_month

DESCRIPTION_FILE = "circulars.txt"
HEADING = (
    "سندهای نمونه چهار بخشنامه (ساختگی، با ارقام آزمایشی)\n"
    "هر سند با Ctrl+K و شماره آن باز می‌شود؛ صفحه‌های دفتر در «کارها» هم هست.\n"
)
REQUESTS = (
    "خسارت متفرقه\nدرخواست‌ها و وضعیت آن‌ها: Ctrl+Shift+Y · فهرست پرداخت، با حسابداری: Ctrl+Shift+D\n"
    "پرونده‌ای که با Ctrl+B برای خزانه نمونه ذخیره شود، با treasury-key.pem کنار همین نوشته باز می‌شود.\n"
)
MONTH = "استحقاق درمان و پاراکلینیک بی‌دفترچه\nاستعلام‌ها: Ctrl+Shift+H · برگ‌های ماه مرکز: Ctrl+Shift+L\n"
JOURNEYS = (
    "اعزام بیمار\nسند سفر از روی کاغذ: Ctrl+Shift+V · فرم اعزام و انتقال: Ctrl+Shift+E"
    " · نرخ‌های سفر، با ناظر: Ctrl+Shift+F\n"
)


def description() -> str:
    """Return what the sample says of the four circulars: each claim's number, its person, and what to find in it."""
    return "\n".join([HEADING, REQUESTS, *_requests(), MONTH, *_month(), JOURNEYS, *_journeys()])


def write_description(folder: Path) -> None:
    """Write the text into a folder; raises MachineError where the place can't be written."""
    path = folder / DESCRIPTION_FILE
    try:
        path.write_text(description(), encoding="utf-8")
    except OSError as error:
        raise MachineError(f"شرح نمونه در {path} نوشته نشد؛ جای دیگری بدهید یا جا باز کنید ({error}).") from error


def _requests() -> Iterator[str]:
    for request in read_requests()["requests"]:
        yield _story(request["id"], request["patient"]["name"], request["says"])


def _month() -> Iterator[str]:
    month = read_month()
    for number, told in enumerate(month["claims"], 1):
        yield _story(claim_id(number, month), told["patient"]["name"], told["says"])


def _journeys() -> Iterator[str]:
    for form in read_journeys()["forms"]:
        yield _story(form["number"], form["patient"]["name"], form["says"])


def _story(number: str, person: str, says: str) -> str:
    return f"{number}  {person}\n    {says}\n"
