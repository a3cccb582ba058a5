"""Article 10: what a person judges of operations, and what is covered without any deduction."""

from app.rules.inpatient_services.operation_prices import own_group
from app.rules.inpatient_services.stays_for_cause import CAUSE
from app.rules.inpatient_services.terms import ANESTHESIA, SURGERY, beside, of_group
from app.rules.modifiers.terms import reporting
from app.rules.modifiers.units import PUMP
from app.rules.registry import Place, on, remark

EXPANDER = "100190"

remark("SUR-GEN-01", Place.LINE, on(sections={SURGERY}, where=lambda line: line.code is None))
remark("SUR-GEN-02", Place.RULE_BOOK)
remark("SUR-SKN-02", Place.LINE, own_group("skin_graft", "burn_care"))
remark("SUR-SKN-03", Place.LINE, own_group("burn_care"))
remark(
    "SUR-SKN-08",
    Place.LINE,
    on(codes={EXPANDER}),
    concerns=lambda case, line: bool(beside(case, line, of_group("skin_flap"))),
)
remark("SUR-CVS-11", Place.LINE, on(sections={ANESTHESIA}, where=reporting(PUMP)))
remark("SUR-DIG-02b", Place.LINE, own_group("ercp"))
remark("SUR-URO-07", Place.RULE_BOOK)
remark("SUR-OBS-07", Place.RULE_BOOK)
remark("SUR-OBS-09", Place.LINE, own_group("tubal_reopening"))
remark("SUR-EYE-01a", Place.LINE, own_group("eye_removal", "orbital_implant"))
remark("SUR-OTH-01", Place.CLAIM, concerns=lambda case, _line: case.fact(CAUSE) == "poisoning")
remark("SUR-OTH-02", Place.CLAIM, concerns=lambda case, _line: case.fact(CAUSE) == "suicide")
remark("SUR-OTH-04", Place.CLAIM, concerns=lambda case, _line: case.fact(CAUSE) == "work")
