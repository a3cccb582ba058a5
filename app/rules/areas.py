"""The areas whose rules the program knows; importing this module registers them all."""

from app.rules import dental, general, imaging, laboratory, physicians, physiotherapy, radiotherapy

AREAS = (general, imaging, laboratory, physicians, dental, physiotherapy, radiotherapy)
