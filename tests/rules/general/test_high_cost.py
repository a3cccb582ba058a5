"""Which services are high-cost (definitions), seen by the report that each needs (item 19)."""

import pytest

from app.domain.findings import Effect
from tests.rules.claims import assess, said

HIGH = [Effect.REJECT]


@pytest.mark.parametrize(
    ("row", "effect"),
    [
        ({"group": "doppler"}, HIGH),
        ({"group": "bone_density"}, HIGH),
        ({"group": "prenatal_genetics", "section": "lab"}, HIGH),
        ({"group": "emg_ncv", "section": "recording"}, HIGH),
        ({"group": "doppler", "attributes": {"high_cost": False}}, []),
        ({"group": "sonography"}, []),
        ({"group": "sonography", "attributes": {"high_cost": True}}, HIGH),
        ({"section": "nuclear", "group": "bone_scan"}, HIGH),
        ({"section": "nuclear"}, HIGH),
        ({"section": "nuclear", "group": "thyroid_scan"}, []),
        ({"section": "nuclear", "group": "thyroid_uptake"}, []),
        ({"section": "nuclear", "group": "thyroid_scan", "attributes": {"high_cost": True}}, HIGH),
        ({"section": "radiotherapy", "group": "planning"}, HIGH),
        ({"section": "pathology", "group": "cytology"}, HIGH),
        ({"section": "lab", "group": "chemistry"}, []),
    ],
)
def test_the_row_tells(row, effect):
    line = {"code": "X1", "amount": 1000, "facts": {"report_attached": False}}
    result = assess("GEN-19", "imaging", services=[{"code": "X1", "fee": 1000} | row], claim={"lines": [line]})

    assert said(result, "GEN-19") == effect


def test_nothing_is_known_of_a_code_in_no_pack():
    line = {"code": "899999", "section": "nuclear", "amount": 1000, "facts": {"report_attached": False}}

    assert said(assess("GEN-19", "nuclear_medicine", claim={"lines": [line]}), "GEN-19") == []
