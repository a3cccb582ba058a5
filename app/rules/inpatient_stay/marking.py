"""Article 20: how the document is marked, and the written total."""

from app.domain.findings import Step
from app.domain.persian import rials
from app.rules.case import Case
from app.rules.outcomes import Note, Outcomes
from app.rules.registry import Phase, rule, silent


@rule("VAL-02b", Phase.SHARES)
def written_total(case: Case) -> Outcomes:
    """Note, in the accountant's red, that the written total is not the sum of the claimed lines; the lines decide."""
    written = case.claim.written.total if case.claim.written else None
    if written is not None and written != case.claim.claimed:
        steps = (
            Step("جمع نوشته‌شده", "", written),
            Step("جمع ردیف‌ها", "", case.claim.claimed),
            Step(
                "تفاوت",
                f"{rials(max(written, case.claim.claimed))} − {rials(min(written, case.claim.claimed))}",
                abs(written - case.claim.claimed),
            ),
        )
        yield Note(by_accountant=True, steps=steps)


silent("the mark of each line follows from its amount and its open questions, after all phases", "VAL-01a", "VAL-01b")
silent("the mark of each line follows from its amount; what zeroed it stands as a finding", "VAL-01c")
silent("the shares are taken once of the sum of all approved amounts (GEN-27, SHR-05)", "VAL-02a")
silent("findings are green but the accountant's, which are red (VAL-02b)", "VAL-03")
