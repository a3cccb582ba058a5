"""The areas whose rules the program knows; importing this module registers them all."""

from app.rules import dental, general, imaging, laboratory, physicians, physiotherapy

AREAS = (general, imaging, laboratory, physicians, dental, physiotherapy)
