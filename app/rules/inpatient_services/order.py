"""In which order the rules of the area act inside a phase, where the book orders them by their clauses.

What takes a claim out of the global tariff is settled before anything that the sum takes; accidents come before the
other grounds against a whole claim.
"""

from app.rules.registry import Phase, in_sequence

in_sequence(
    Phase.ADMISSIBILITY,
    *("ACC-01", "ACC-01a", "ACC-03", "ACC-04", "ACC-05"),
    *("SUR-OTH-03", "SUR-OTH-05a", "SCP-02"),
)
in_sequence(
    Phase.EXCLUSION,
    "SUR-NEU-02",
    *("CHM-01", "CHM-05", "CHM-07", "CHM-08", "AST-01", "ORM-02", "ORM-04", "ORM-06a", "ORM-06b", "DRG-04"),
    *("GLO-06a", "GLO-06b", "GLO-06c", "GLO-10b"),
    *("SUR-OBS-06", "GLO-03b", "GLO-05a", "GLO-05b"),
)
