"""The passes of the desk, in the order in which their keys and panels stand there."""

from app.ui.passes.accounting_pass import AccountingPass
from app.ui.passes.away_pass import AwayPass
from app.ui.passes.batch_pass import BatchPass
from app.ui.passes.desk_pass import Pass
from app.ui.passes.elsewhere_pass import ElsewherePass
from app.ui.passes.objection_pass import ObjectionPass
from app.ui.passes.sample_pass import SamplePass
from app.ui.passes.sheet_pass import SheetPass
from app.ui.passes.supervision_pass import SupervisionPass
from app.ui.passes.technical_pass import TechnicalPass

PASSES: tuple[type[Pass], ...] = (
    ElsewherePass,
    TechnicalPass,
    BatchPass,
    SupervisionPass,
    AccountingPass,
    ObjectionPass,
    SamplePass,
    SheetPass,
    AwayPass,
)
