"""Article 10: operations priced as another one, by their kind, by what was proved, or beside another service."""

from fractions import Fraction

from app.domain.facts import UNKNOWN, all_true
from app.domain.findings import Step
from app.domain.money import round_half_up
from app.domain.persian import number, rials
from app.rules.case import Case, CaseLine
from app.rules.inpatient_services.cited import cited
from app.rules.inpatient_services.global_tariff import GRADE, row_of_group, tariff_of
from app.rules.inpatient_services.operation_conditions import SEPTORHINOPLASTY
from app.rules.inpatient_services.terms import FOLLOWING_SECTIONS, beside, of_group
from app.rules.modifiers.falling import settled_price
from app.rules.modifiers.terms import SMALL_CHILD, reports
from app.rules.outcomes import Ask, Note, Outcomes, Reduce
from app.rules.pricing import price_of_line_as
from app.rules.registry import Phase, Place, Wakes, line_rule, on, remark
from app.rules.tariffs import before_rule, priced_as, priced_as_unless, worth_more

MASS, IMPLANT = "mass_kind", "removed_implant"
GENERIC = "generic"
RADICAL = ("retromolar_removed", "pathology_result_attached")
BY_ONE_CODE = {
    "SUR-EYE-02": ("keratoplasty", "602020"),
    "SUR-EYE-03": ("cornea_preparation", "602055"),
    "SUR-EYE-04": ("prp", "602370"),
    "SUR-EYE-05": ("avastin_injection", "602275"),
    "SUR-EYE-06": ("pdt", "602375"),
}
"""Groups of operations that are paid by one code of the book, by whatever method they were done."""
WITHOUT_SIMPLE = "کد عمل ساده در بسته‌های مرجع نیامده است"
WITHOUT_GLOBAL = "سرجمع گلوبال سپتوپلاستی در بسته‌های مرجع نیست"


def own_group(*groups: str) -> Wakes:
    """Say that a rule looks at the operations and services of some groups, not at what follows them."""
    return on(groups=groups, where=lambda line: line.section not in FOLLOWING_SECTIONS)


MALIGNANT = on(
    groups={"mass_excision"},
    where=lambda line: line.section not in FOLLOWING_SECTIONS and line.attribute("mass") == "malignant",
)
remark("SUR-SKN-01a", Place.LINE, MALIGNANT)


@line_rule("SUR-SKN-01b", Phase.PRICE, MALIGNANT)
def benign_mass(case: Case, line: CaseLine) -> Outcomes:
    """Pay the excision of a benign mass, billed as malignant, by the code of the operation that was done."""
    kind, code = line.fact(MASS), line.attribute("benign_code")
    if code is not None:
        malignant = UNKNOWN if kind is UNKNOWN else kind == "malignant"
        yield from priced_as_unless(case, line, code, malignant, MASS)
    elif kind == "benign":
        yield Ask(needs=WITHOUT_SIMPLE)
    elif kind is UNKNOWN:
        yield Ask(facts=(MASS,))


@line_rule("SUR-DIG-01a", Phase.PRICE, own_group("tonsillectomy_radical"))
def radical_tonsillectomy(case: Case, line: CaseLine) -> Outcomes:
    """Pay a radical tonsillectomy that note and pathology do not show as a tonsillectomy."""
    answers = {fact: line.fact(fact) for fact in RADICAL}
    radical, code = all_true(*answers.values()), line.attribute("simple_code")
    facts = tuple(fact for fact, answer in answers.items() if answer is radical)
    if radical is False and code is None:
        yield Ask(needs=WITHOUT_SIMPLE)
    elif radical is False:
        yield from priced_as(case, line, code, *facts)
    elif radical is UNKNOWN and (code is None or worth_more(case, line, price_of_line_as(case, line, code))):
        yield Ask(facts=facts)


@line_rule(
    "SUR-ORT-05",
    Phase.PRICE,
    on(groups={"implant_removal"}, where=lambda line: line.attribute("implant_removal") == GENERIC),
)
def removal_of_an_implant(case: Case, line: CaseLine) -> Outcomes:
    """Pay the removal of an implant that has a code of its own by that code; another one stands as billed."""
    if line.section in FOLLOWING_SECTIONS:
        return
    implant = line.fact(IMPLANT)
    specific = {
        service.attributes.get("implant_removal"): service.code
        for service in case.services_of_group("implant_removal", case.price_day(line.day))
        if service.attributes.get("implant_removal") not in {None, GENERIC}
    }
    if implant is UNKNOWN:
        if any(worth_more(case, line, price_of_line_as(case, line, code)) for code in specific.values()):
            yield Ask(facts=(IMPLANT,))
    elif implant in specific:
        yield from priced_as(case, line, specific[str(implant)], IMPLANT)


def _by_one_code(rule_id: str, group: str, code: str) -> None:
    @line_rule(rule_id, Phase.PRICE, own_group(group))
    def judge(case: Case, line: CaseLine) -> Outcomes:
        if line.code != code:
            yield from priced_as(case, line, code)


for _rule_id, (_group, _code) in BY_ONE_CODE.items():
    _by_one_code(_rule_id, _group, _code)


@line_rule("SUR-RES-01b", Phase.PRICE, own_group(SEPTORHINOPLASTY))
def septorhinoplasty(case: Case, line: CaseLine) -> Outcomes:
    """Pay a septorhinoplasty at most the global sum of a septoplasty for the centre's grade."""
    row = row_of_group(case, "septoplasty", line.day)
    tariff = tariff_of(case, row, line.day) if row else None
    if tariff is None:
        yield Ask(needs=WITHOUT_GLOBAL)
        return
    if min(line.amount, tariff.best.rial) > tariff.lowest.rial:
        yield Ask(facts=(GRADE,))
    yield Reduce(to=tariff.best.rial, steps=(*tariff.best.steps, before_rule(line)))


@line_rule("SUR-CVS-06a", Phase.PRICE, own_group("peripheral_angiography"))
def peripheral_beside_coronary(case: Case, line: CaseLine) -> Outcomes:
    """Pay half of a peripheral angiography, in all its parts, beside a coronary one."""
    price = settled_price(case, line, ranked=False)
    if price is None or not beside(case, line, of_group("coronary_angiography")):
        return
    weight = Fraction(case.figure("peripheral_angiography_percent")) / 100
    expression = f"{rials(price.rial)} × {number(int(weight * 100))}٪"
    half = price.raised(weight, Step("همراه آنژیوگرافی کرونر", expression, round_half_up(price.exact * weight)))
    yield Reduce(to=half.rial, insurer_only=half.insurer_only_rial, steps=(*half.steps, before_rule(line)))


@line_rule("SUR-SKN-07", Phase.PRICE, on(attributes={"child_in_title"}))
def infant_named_by_a_burn_code(_case: Case, line: CaseLine) -> Outcomes:
    """Note that 63 stays open on codes of burn repair that name infants only to count the burnt surface."""
    if line.attribute("child_in_title") and line.attribute("burn_repair") and reports(line, SMALL_CHILD):
        yield Note()


def is_ranked(case: Case, line: CaseLine) -> bool:
    """Tell whether modifier 51 has lowered the line."""
    return any(rule_id.startswith("MOD-51") for rule_id in case.lowered_in(line, Phase.PRICE))


@line_rule("SUR-ORT-07", Phase.PRICE, on(attributes={"per_each"}))
def repairs_of_each(case: Case, line: CaseLine) -> Outcomes:
    """Cite the clause that counts each tendon, joint or muscle as an operation, beside modifier 51."""
    if line.attribute("per_each") and is_ranked(case, line):
        yield cited(line, "incision")


@line_rule("SUR-CVS-03a", Phase.PRICE, own_group("pacemaker_permanent", "pacemaker_temporary"))
def pacemaker_beside_an_operation(case: Case, line: CaseLine) -> Outcomes:
    """Cite the clause that ranks a pacemaker beside another operation, beside modifier 51."""
    if is_ranked(case, line):
        yield cited(line, "incision")
