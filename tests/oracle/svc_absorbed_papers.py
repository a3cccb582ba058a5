"""Phase 3 of articles 11 to 17: assistants without operation, what the operating room holds, chemotherapy."""

from collections.abc import Iterator

from tests.oracle.paper import Entry, Paper, Truth
from tests.oracle.sayings import Says, ask, beside, reject
from tests.oracle.svc_terms import listed, of_groups, of_sections, operations, titled
from tests.oracle.table import rule

Words = tuple[str, str]
ANYWHERE: tuple[Words, ...] = (
    ("اکسیژن|گاز اکسیژن|O2|گاز O2|oxygen", "آب اکسیژنه|اکسیژناتور|ماسک اکسیژن|کانول اکسیژن|سوند اکسیژن|لوله اکسیژن"),
    ("N2O|گاز N2O|نیتروس اکساید|نیتروز اکساید|گاز بیهوشی N2O", ""),
    ("پالس اکسیمتری|پالس اکسی متر|پالس اکسیمتر|پروب پالس اکسیمتر|pulse oximetry", ""),
    (
        "مانیتورینگ|مانیتورینگ قلب|مانیتورینگ قلبی|دستگاه مانیتور|monitoring",
        "chest lead|چست لید|لید قفسه سینه|الکترود مانیتورینگ|هولتر",
    ),
    (
        (
            "پک جنرال|پک جراحی|گان|شان|شان پرفوره|ماسک جراحی|ماسک یکبار مصرف|کلاه جراحی|کلاه بیمار|کلاه یکبار مصرف|"
            "گان یکبار مصرف|لباس یکبار مصرف|کاور کفش"
        ),
        "ماسک اکسیژن|ماسک ونتوری|ماسک لارنژیال|ماسک نبولایزر",
    ),
    ("ونتیلاتور|دستگاه ونتیلاتور|لوله خرطومی|کانکتور ونتیلاتور|ventilator", ""),
)
ROOM_ONLY: tuple[Words, ...] = (
    ("دستگاه TUR|پروب TUR|لوپ TUR|لوپ رزکتوسکوپ|TUR loop", ""),
    (
        "ست جراحی|ست جنرال|ست ارتوپدی|ست لامینکتومی|ست پرپ|ست لاپاراتومی|ست های جراحی",
        "ست سرم|میکروست|ست تزریق|ست خون",
    ),
)
ROOM_FITTINGS: tuple[Words, ...] = (
    ("تخت اتاق عمل|تخت عمل", ""),
    ("چراغ سیالیتیک|چراغ سیالیستیک|چراغ اتاق عمل|چراغ سیار", ""),
    ("دستگاه ساکشن|ساکشن اتاق عمل", "سوند ساکشن|لوله ساکشن|کاتتر ساکشن"),
    ("کوتر|قلم کوتر|پلیت کوتر|الکتروکوتر|صفحه کوتر|cautery", ""),
    ("استرایکر|دستگاه استرایکر|striker", ""),
    ("دستگاه اشعه|C-ARM|سی آرم|تلویزیون اشعه", ""),
    ("چراغ اشعه ماوراء بنفش|چراغ ماورای بنفش|چراغ UV|ماوراء بنفش", ""),
    ("استریل ست|استریل ست جراحی|هزینه استریل|استریلیزاسیون", ""),
)
FLUIDS: tuple[Words, ...] = (
    ("آب اکسیژنه|هیدروژن پراکساید", ""),
    ("الکل|الکل سفید|الکل طبی|الکل 70", "پد الکلی"),
    ("بتادین|بتادین اسکراب|پوویدون آیوداین|povidone", ""),
    ("ساولن|ساو لن|savlon", ""),
    ("محلول شوینده|محلول استریل کننده|محلول ضدعفونی|محلول اسکراب|دکونکس", ""),
)
FLUID_GROUPS = frozenset({"alcohol", "betadine", "peroxide", "savlon"})
CHEST_LEADS: tuple[Words, ...] = (("chest lead|چست لید|لید قفسه سینه|الکترود مانیتورینگ|الکترود ECG", ""),)
HEART_WARDS = frozenset({"icu", "nicu", "picu", "bicu", "ccu"})
INCLUDED = "operating_room_included"
OTHER_WORK = frozenset({"surgery", "service", "chemotherapy", "dialysis", "operating_room"})


@rule(3, "AST-01")
def assistant_without_operation(paper: Paper) -> Iterator[Says]:
    for entry in of_sections(paper, "assistant"):
        if not any(other.code == entry.code and other.day == entry.day for other in of_sections(paper, "surgery")):
            yield reject(entry.no)


@rule(3, "ORM-02")
def second_room(paper: Paper) -> Iterator[Says]:
    rooms = of_sections(paper, "operating_room")
    for entry in rooms:
        own = [other for other in rooms if other.code == entry.code and other.day == entry.day]
        acts = [other for other in of_sections(paper, "surgery") if other.code == entry.code and other.day == entry.day]
        if entry.row is not None and "technical" in entry.row.get("rvu", {}) and own.index(entry) >= max(len(acts), 1):
            yield reject(entry.no)


def on_list(entry: Entry, *lists: tuple[Words, ...]) -> bool:
    """Whether the titles of these lists name an included item."""
    coded_otherwise = entry.code is not None and entry.group is not None and entry.group != INCLUDED
    return not coded_otherwise and any(titled(entry, words) for words in lists)


def is_fluid(entry: Entry) -> bool:
    """Fluids count whatever their group, by title as well."""
    return (entry.code is not None and entry.group in FLUID_GROUPS) or titled(entry, FLUIDS)


def room_items(paper: Paper) -> list[Entry]:
    return of_sections(paper, "supply", "drug", "service")


@rule(3, "ORM-04")
def gases_and_monitors(paper: Paper) -> Iterator[Says]:
    for entry in room_items(paper):
        ward = entry.fact("ward")
        if on_list(entry, ROOM_ONLY) and ward in {None, "operating_room"}:
            yield reject(entry.no)
        elif on_list(entry, ANYWHERE):
            yield from in_the_room(paper, entry)


def in_the_room(paper: Paper, entry: Entry) -> Iterator[Says]:
    ward = entry.fact("ward")
    if ward == "operating_room":
        yield reject(entry.no)
    elif ward is None and operations(paper):
        yield ask(entry.no)


@rule(3, "ORM-06a")
def held_by_the_room(paper: Paper) -> Iterator[Says]:
    in_bed = bool(of_sections(paper, "hotel")) and not of_groups(paper, "delivery")
    for entry in room_items(paper):
        ward = entry.fact("ward")
        if is_fluid(entry):
            if ward is None and in_bed:
                yield reject(entry.no)
            else:
                yield from in_the_room(paper, entry)
        elif (on_list(entry, ROOM_FITTINGS) or unnamed(entry)) and ward in {None, "operating_room"}:
            yield reject(entry.no)


def unnamed(entry: Entry) -> bool:
    """An item of the list's group whose title no row of the list names."""
    return entry.group == INCLUDED and not any(titled(entry, words) for words in (ANYWHERE, ROOM_ONLY))


@rule(3, "ORM-06b")
def charged_to_the_patient(paper: Paper) -> Iterator[Says]:
    for says, _, _ in list(paper.said):
        if says.rule in {"ORM-04", "ORM-06a"} and says.effect == "reject":
            (entry,) = (entry for entry in paper.entries if entry.no == says.line)
            if entry.fact("charged_to_patient"):
                yield beside(entry.no, effect="refer")


@rule(3, "DRG-04")
def chest_leads(paper: Paper) -> Iterator[Says]:
    for entry in paper.alive():
        if listed(entry, "chest_lead", CHEST_LEADS):
            ward = entry.fact("ward")
            if ward is None:
                yield ask(entry.no)
            elif ward in HEART_WARDS:
                yield reject(entry.no)


def chemotherapies(paper: Paper) -> list[Entry]:
    return [entry for entry in paper.alive() if "chemotherapy" in {entry.section, entry.group}]


@rule(3, "CHM-01")
def visit_with_chemotherapy(paper: Paper) -> Iterator[Says]:
    days = {entry.day for entry in chemotherapies(paper)}
    for visit in of_sections(paper, "visit") if paper.kind != "inpatient" else []:
        if visit.day in days:
            yield reject(visit.no)


@rule(3, "CHM-05")
def supplies_of_deferoxamine(paper: Paper) -> Iterator[Says]:
    for entry in of_sections(paper, "supply"):
        today = [other for other in paper.alive() if other.day == entry.day]
        if not any(other.group == "desferal_infusion" for other in today):
            continue
        other_work = any(other.section in OTHER_WORK and other.group != "desferal_infusion" for other in today)
        used: Truth = entry.fact("used_for_desferal") if other_work else True
        if used is None:
            yield ask(entry.no)
        elif used:
            yield reject(entry.no)


@rule(3, "CHM-07")
def refill_on_the_first_day(paper: Paper) -> Iterator[Says]:
    first = min((entry.day for entry in paper.alive("901550")), default=None)
    for entry in paper.alive("901565"):
        if entry.day == first:
            yield reject(entry.no)


@rule(3, "CHM-08")
def infusion_during_chemotherapy(paper: Paper) -> Iterator[Says]:
    days = {entry.day for entry in chemotherapies(paper)}
    for entry in of_groups(paper, "special_infusion"):
        if entry.day in days and entry.section != "drug":
            during = entry.fact("during_chemotherapy")
            if during is None:
                yield ask(entry.no)
            elif during:
                yield reject(entry.no)
