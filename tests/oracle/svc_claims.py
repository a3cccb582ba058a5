"""What generated bills of operations are made of: lines that meet each other, and lines of sections of their own.

A code behind a section and a stroke is a line of that section, as the assistant or the room of an operation; a section
with a colon is a line without a code under a title.
"""

import copy
from fractions import Fraction
from random import Random

from tests.oracle.makings import LINE, Document, books, good

STAYS = ("inpatient", "inpatient", "inpatient", "temporary")
WARD = ("inpatient",)
OUT = ("physician_service", "inpatient", "inpatient", "temporary")
DEFAULT_AMOUNT = 400_000
DAY_IN_BED = 1_000_000
TITLES = {
    "oxygen": "گاز اکسیژن",
    "gas": "گاز N2O",
    "set": "ست جراحی",
    "monitor": "دستگاه مانیتور",
    "table": "تخت اتاق عمل",
    "plate": "پلیت كوتر",
    "betadine": "بتادين اسکراب",
    "alcohol": "الکل ۷۰",
    "pad": "پد الکلی",
    "peroxide": "آب اکسیژنه",
    "gauze": "گاز استریل",
    "lead": "چست‌لید",
    "mesh": "مش (پرولن)",
    "shell": "شل چشم",
    "ivf": "IVF",
    "art": "ART",
    "hiv": "داروی ART بیمار HIV",
    "other": "قلم دیگر",
}
THEMES = (
    (STAYS, "SK01 SK02 SK01", "SUR-SKN-01b"),
    (STAYS, "SK10 SK11 SK12 SK20 SK21", "SUR-SKN-04"),
    (OUT, "SK15 assistant/SK15 operating_room/SK15 anesthesia/SK15", "SUR-SKN-05"),
    (STAYS, "100325 SK30 SK31 assistant/SK30 operating_room/SK30", "SUR-SKN-06"),
    (STAYS, "OR01 OR02 assistant/OR01 OR01", "SUR-ORT-01"),
    (STAYS, "OR03 OR04 operating_room/OR04", "SUR-ORT-02"),
    (OUT, "OR05 OR06 OR06", "SUR-ORT-03"),
    (STAYS, "OR07 OR08 assistant/OR08 OR03", "SUR-ORT-04"),
    (STAYS, "OR09 OR10 OR11 OR09", "SUR-ORT-05 SUR-ORT-06"),
    (STAYS, "OR09 OR09 OR09", "SUR-ORT-06"),
    (STAYS, "OR13 OR14 assistant/OR14 anesthesia/OR14", "SUR-ORT-08"),
    (WARD, "OR15 assistant/OR15 OR15", "SUR-ORT-09"),
    (STAYS, "OR16 OR17 assistant/OR17", "SUR-ORT-10"),
    (WARD, "OR18 operating_room/OR18 PR01", "SUR-ORT-11"),
    (STAYS, "RS01 RS02 RS01 assistant/RS02 anesthesia/RS02", "SUR-RES-01a"),
    (STAYS, "RS03 AN01 DR04 assistant/RS03", "SUR-RES-01b"),
    (STAYS, "RS04 assistant/RS04 anesthesia/RS04", "SUR-RES-02"),
    (WARD, "CV15 CV17 assistant/CV15 anesthesia/CV15 operating_room/CV15", "SUR-CVS-01"),
    (WARD, "CV01 CV02 CV05 assistant/CV02 CV06 CV08", "SUR-CVS-02 SUR-CVS-03b SUR-CVS-04"),
    (WARD, "CV19 CV09 CV10 assistant/CV09 CV07", "SUR-CVS-05 SUR-CVS-04"),
    (STAYS, "CV11 CV12 CV12 CV11", "SUR-CVS-06"),
    (STAYS, "CV13 CV13 CV11", "SUR-CVS-07"),
    (STAYS, "CV14 assistant/CV14 anesthesia/CV14 CV17 PR04", "SUR-CVS-08"),
    (STAYS, "CV14 VS01 VS01 CV17", "SUR-CVS-09"),
    (STAYS, "CV16 CV16", "SUR-CVS-10"),
    (STAYS, "BL01 BL02 BL01", "SUR-BLD-01"),
    (WARD, "DG01 DG02 assistant/DG01", "SUR-DIG-01"),
    (WARD, "DG03 hotel: hotel: DG22", "SUR-DIG-02a"),
    (STAYS, "DG03 AN01 DG03 AN01", "SUR-DIG-02c"),
    (STAYS, "DG03 AN01 OT03 DG22", "SUR-DIG-02c"),
    (WARD, "DG04 DG05 PR05 assistant/DG04", "SUR-DIG-03 DRG-05b"),
    (WARD, "UR01 UR02 assistant/UR02", "SUR-URO-01"),
    (OUT, "UR03 UR04 UR05", "SUR-URO-02"),
    (STAYS, "UR03 UR04 UR05 UR03", "SUR-URO-03"),
    (WARD, "UR06 UR07 UR08 UR09 assistant/UR08 UR10", "SUR-URO-04"),
    (OUT, "UR11 UR11 UR11", "SUR-URO-05"),
    (STAYS, "UR11 AN01 UR13 AN01", "SUR-URO-06"),
    (WARD, "UR12 anesthesia/UR12", "SUR-URO-08"),
    (WARD, "OB01 DR04 hotel: OB11 OB10", "SUR-OBS-01 SUR-OBS-04"),
    (WARD, "OB01 DR03 DR11 OB11", "SUR-OBS-01"),
    (STAYS, "501730 OB01 assistant/501730 OB17", "SUR-OBS-02"),
    (WARD, "GL04 OB11 DR01", "SUR-OBS-04 SUR-OBS-06"),
    (WARD, "GL03 OB02 DR04 OB11", "SUR-OBS-05 SUR-OBS-06"),
    (WARD, "OB02 DR04 DR04 AN01", "SUR-OBS-05 SUR-OBS-01"),
    (OUT, "OB12 service:ivf drug:hiv drug:art service:other", "SUR-OBS-08"),
    (OUT, "OB14 OB15 OB16 assistant/OB14", "SUR-OBS-10"),
    (WARD, "NE01 NE02 assistant/NE01", "SUR-NEU-01"),
    (WARD, "NE03 NE04 operating_room/NE03", "SUR-NEU-02"),
    (OUT, "EY03 prosthesis:shell supply:shell supply:other", "SUR-EYE-01b"),
    (WARD, "EY04 602020 EY04", "SUR-EYE-02"),
    (WARD, "EY05 602055 EY05 602055", "SUR-EYE-03"),
    (OUT, "EY06 602370 602370 EY06", "SUR-EYE-04"),
    (OUT, "EY07 602275 DR12", "SUR-EYE-05"),
    (OUT, "EY08 602375 DR12", "SUR-EYE-06"),
    (STAYS, "OT10 OT11 AC01 DR01", "SUR-OTH-03 SUR-OTH-05a"),
    (STAYS, "OT10 OT11 anesthesia/OT11 assistant/OT11 SP05 DR01", "SUR-OTH-05b"),
    (STAYS, "OT03 AN01 AN01", "SUR-OTH-06"),
    (STAYS, "OT03 AN01 OT10", "SUR-OTH-06"),
    (STAYS, "OT10 assistant/OT10 assistant/OT11 assistant/OT10", "AST"),
    (STAYS, "AS04 assistant/AS04 AS02 assistant/AS02", "AST-03"),
    (STAYS, "OT10 operating_room/OT10 operating_room/AS01 operating_room/OM02", "ORM-03"),
    (STAYS, "OM02 operating_room/OM02 operating_room/OM02 operating_room/OM02", "ORM-02"),
    (STAYS, "OT10 supply:oxygen supply:gas supply:set drug:monitor", "ORM-04 ORM-06b"),
    (STAYS, "OT10 supply:plate SP04 drug:betadine supply:alcohol", "ORM-06"),
    (STAYS, "hotel: OB01 supply:peroxide supply:table drug:betadine supply:pad", "ORM-06a"),
    (STAYS, "SP05 DR01 PR01 supply:other OT10", "DRG-0"),
    (WARD, "SP03 supply:lead supply:gauze OT10", "DRG-04"),
    (STAYS, "PR01 PR02 PR03 prosthesis:other OT10", "DRG-05"),
    (WARD, "DG04 PR05 PR01 GL01", "DRG-05b"),
    (STAYS, "HI01 HI02 HI03 HI05 HI06", "HIM-01 HIM-02"),
    (STAYS, "HI06 HI02 HI08 HI05", "HIM-03a"),
    (STAYS, "900800 900800", "HIM-03b"),
    (WARD, "901640 901635 901636", "HPT"),
    (WARD, "901635 901636 901635", "HPT-02"),
    (("temporary", "physician_service", "inpatient"), "901540 VS01 VS01 901550", "CHM-01"),
    (STAYS, "901540 901550 901555 901565", "CHM-02 CHM-03 CHM-04"),
    (STAYS, "CH05 SP02 supply:other CH05", "CHM-05"),
    (STAYS, "CH05 SP02 supply:other CH08 DR01", "CHM-05"),
    (STAYS, "901550 901550 901550 901540", "CHM-06"),
    (STAYS, "901550 901550 901565 901565", "CHM-07"),
    (STAYS, "901540 CH06 CH07 DR03", "CHM-08"),
    (STAYS, "GL01 GL06 GL02", "GLO-01 GLO-02b GLO-10a GLO-11"),
    (("temporary",), "GL06 DR01 HI01", "GLO-09"),
    (STAYS, "GL01 PR03 supply:mesh prosthesis:mesh SP02", "GLO-03b"),
    (STAYS, "GL05 PR03 supply:mesh SP02", "GLO-03b"),
    (STAYS, "GL01 LB01 LB02 DR01 CN01", "GLO-05a"),
    (STAYS, "GL01 HI01 HI03 HI04 HI08", "GLO-05a"),
    (STAYS, "GL01 DG20 AN01 assistant/DG20 VS01", "GLO-05b"),
    (STAYS, "GL01 hotel: operating_room/DG20 nursing: VS01", "GLO-05b"),
    (STAYS, "GL07 GL08 DR01 GL01", "GLO-06a"),
    (STAYS, "GL07 OR41 OR40 DR01", "GLO-06b"),
    (WARD, "GL01 hotel: hotel: DR01", "GLO-06c"),
    (STAYS, "GL01 OT11 HI01 GL08 SP02", "GLO-07"),
    (STAYS, "DG20 DR04 AN01 HI01", "GLO-08"),
    (STAYS, "DG21 DR04 PR03 HI03 LB01", "GLO-08"),
    (STAYS, "DG30 DR04 supply:mesh assistant/DG30 hotel:", "GLO-08"),
    (STAYS, "GL03 DR01 GL01 HI01", "GLO-10b"),
    (STAYS, "AC01 OT10 AC02", "ACC"),
    (("imaging", "laboratory", "physician_service", "inpatient"), "HI03 OT10 LB01", "ACC-03"),
    (STAYS, "OT10 DR01 SP02", "SCP"),
    (STAYS, "SK40 SK41", "SUR-SKN-07"),
    (STAYS, "OR12 OR12 AS01", "SUR-ORT-07"),
    (WARD, "CV03 CV04", "SUR-CVS-03a"),
    (STAYS, "AS01 assistant/AS01 AS03 assistant/AS03", "AST-01"),
    (STAYS, "AS01 operating_room/AS01", "ORM-01"),
)


def of_a_section(dice: Random, defaults: Document, name: str, no: int) -> Document:
    """A line of a section of its own: with the code of an operation, or under a title."""
    section, _, what = name.replace(":", "/:").partition("/")
    found: Document = copy.deepcopy(defaults) | {"no": no, "section": section, "qty": dice.choice((1, 1, 1, 2))}
    found["facts"] = good(LINE) | found.get("facts", {})
    price = DEFAULT_AMOUNT
    if what.startswith(":"):
        found["title"] = TITLES.get(what[1:], "")
        found.pop("code", None)
    else:
        found["code"] = what
        part = {"anesthesia": Fraction(1), "assistant": Fraction(1, 5)}.get(section, Fraction(2, 5))
        price = int((books().unit_price(what, "1395-03-07") or DEFAULT_AMOUNT) * part)
    if section == "hotel":
        found["facts"]["bed_kind"] = "normal"
        price = DAY_IN_BED
    found["amount"] = price * found["qty"]
    return found
