"""`rasidegi seal`: encrypts a file for its receivers, so that only they can open it; needs no office."""

import argparse
from pathlib import Path


def add_words(parts: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the words of this command."""
    words = parts.add_parser("seal", help="رمز کردن یک پرونده برای گیرنده آن با گواهی او")
    words.add_argument("file", type=Path, metavar="FILE")
    words.add_argument(
        "--for",
        dest="certificates",
        type=Path,
        action="append",
        required=True,
        metavar="CERTIFICATE",
        help="گواهی گیرنده (PEM یا DER، کلید RSA)؛ چند بار می‌آید",
    )
    words.add_argument(
        "--out", type=Path, metavar="FILE.p7m", help="پرونده رمزشده (اگر نباشد: FILE.p7m کنار خود پرونده)"
    )
    words.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the sealed file, and say how it is opened and that the plain one is still there."""
    from app.services.exports import seal_file

    path = seal_file(arguments.file, arguments.certificates, arguments.out)
    print(
        f"{path}: رمز شد و تنها با کلید گیرنده باز می‌شود"
        f" (openssl cms -decrypt -inform DER -in {path.name} -inkey KEY.pem -out {arguments.file.name})."
    )
    print(f"{arguments.file}: خود پرونده بی‌رمز سر جای خود مانده است؛ اگر لازم نیست پاکش کنید.")
    return 0
