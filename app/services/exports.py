"""What leaves an office as a file: readable by its owner alone, or sealed for its receiver and then nowhere plain.

The content is sealed in memory and only the sealed file is written (REI-15c).
"""

from collections.abc import Sequence
from pathlib import Path

from app.domain.receivers import Certificate, Receiver
from app.errors import DataError, UseError
from app.files.certificates import expect_fit, read_certificate
from app.files.sealing import SEALED_SUFFIX, sealed
from app.services.clock import Clock, system_clock
from app.services.office import Office
from app.services.receivers import known_receivers
from app.store.folder import reporting_file_faults, write_private_file


def export_path(path: Path, receiver: Receiver | None) -> Path:
    """Return where an export lies that a person wanted at a path: its name says whether it is sealed, and is true."""
    called_sealed = path.suffix.lower() == SEALED_SUFFIX
    if receiver is None:
        return path.with_suffix("") if called_sealed else path
    return path if called_sealed else path.with_name(path.name + SEALED_SUFFIX)


def kind_of(path: Path) -> str:
    """Return the ending of what lies in a file, such as «.csv», whether or not it is sealed."""
    return export_path(path, None).suffix.lower()


def write_export(office: Office, path: Path, content: bytes, receiver: Receiver | None) -> Path:
    """Write an export and return where it lies; for a receiver only what is sealed for them.

    Raises UseError where the receiver was taken off the list since they were chosen, or their certificate is at its
    end; MachineError where the folder takes no file. Then nothing is written.
    """
    place = export_path(path, receiver)
    if receiver is not None:
        content = sealed(content, [_standing(office, receiver)])
    with reporting_file_faults(place.parent):
        write_private_file(place, content)
    return place


def seal_file(path: Path, certificates: Sequence[Path], out: Path | None, clock: Clock = system_clock) -> Path:
    """Seal a file for the owners of these certificate files and return the sealed one; the file itself stays.

    Raises DataError for a file that can't be read and for a certificate that nothing can be sealed for, UseError where
    the sealed file would take the place of the plain one.
    """
    place = out or path.with_name(path.name + SEALED_SUFFIX)
    if place.exists() and path.exists() and place.samefile(path):
        raise UseError(f"پرونده رمزشده جای خود پرونده {path} نوشته نمی‌شود. نشانی دیگری با --out بدهید.")
    found = [read_certificate(certificate) for certificate in certificates]
    for certificate, source in zip(found, certificates, strict=True):
        _expect_fit(certificate, source, clock)
    try:
        content = path.read_bytes()
    except OSError as fault:
        raise DataError(f"پرونده {path} خوانده نشد ({fault.strerror}). نشانی پرونده را بررسی کنید.") from fault
    with reporting_file_faults(place.parent):
        write_private_file(place, sealed(content, found))
    return place


def _expect_fit(certificate: Certificate, source: Path, clock: Clock) -> None:
    try:
        expect_fit(certificate, clock())
    except DataError as error:
        raise DataError(f"پرونده «{source.name}»: {error}") from error


def _standing(office: Office, receiver: Receiver) -> Certificate:
    """Return the certificate of a receiver who is still on the list of the office, and fit."""
    for known in known_receivers(office):
        if known.certificate.fingerprint == receiver.certificate.fingerprint:
            if known.fault:
                raise UseError(f"برای «{known.name}» رمز نشد و چیزی نوشته نشد. {known.fault}")
            return known.certificate
    raise UseError(f"«{receiver.name}» دیگر از گیرندگان این دفتر نیست؛ چیزی نوشته نشد. گیرنده دیگری برگزینید.")
