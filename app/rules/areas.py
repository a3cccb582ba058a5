"""The areas whose rules the program knows; importing this module registers them all."""

from app.rules import general, imaging, physicians, physiotherapy

AREAS = (general, imaging, physicians, physiotherapy)
