"""The areas whose rules the program knows; importing this module registers them all."""

from app.rules import dental, general, imaging, physicians, physiotherapy

AREAS = (general, imaging, physicians, dental, physiotherapy)
