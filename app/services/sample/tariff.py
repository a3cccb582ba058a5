"""What a careful centre would claim: the public tariff of a code, from the packs of the sample office."""

from fractions import Fraction

from app.domain.dates import JalaliDate
from app.domain.money import Rial, exact, round_half_up
from app.domain.reference import Reference, Service

OUTPATIENT, INPATIENT = "outpatient", "inpatient"


class Tariff:
    """Prices of one unit on a day, in whole rials."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference

    def service(self, code: str, day: JalaliDate) -> Service:
        """Return the service of a code; raises KeyError, for a recipe names only codes that the packs hold."""
        service = self._reference.service(code, day)
        if service is None:
            raise KeyError(code)
        return service

    def price(self, service: Service, day: JalaliDate) -> Rial:
        """Return the price of a service: its fee, that of the code it is priced by, or its relative value × K."""
        other = service.attributes.get("priced_as") or service.attributes.get("cap_as")
        if other is not None:
            return self.price(self.service(other, day), day)
        if service.fee is not None:
            return service.fee
        return round_half_up(sum((self._part(service, part, day) for part in self._parts(service)), Fraction(0)))

    def fee(self, key: str, day: JalaliDate) -> Rial:
        """Return the fee of a key, such as a visit or a bed day."""
        fee = self._reference.fee(key, day)
        if fee is None:
            raise KeyError(key)
        return fee.rial

    def coefficient(self, component: str, day: JalaliDate) -> Fraction:
        """Return the public K of a component for services of a stay, in rials."""
        coefficient = self._reference.coefficient(component, day, code="", care=INPATIENT)
        if coefficient is None:
            raise KeyError(component)
        return exact(coefficient.rial)

    @staticmethod
    def _parts(service: Service) -> tuple[str, ...]:
        return ("dental",) if service.section == "dental" else ("professional", "technical")

    def _part(self, service: Service, component: str, day: JalaliDate) -> Fraction:
        value = service.relative_value
        if value is None:
            raise KeyError(service.code)
        units = value.technical if component == "technical" else value.professional
        if not units:
            return Fraction(0)
        coefficient = self._reference.coefficient(component, day, code=service.code, care=OUTPATIENT)
        if coefficient is None:
            raise KeyError(component)
        return exact(units) * coefficient.rial
