"""Starting the desk: typeface, direction, languages, the window; and drawing it into a file without a screen."""

import logging
import os
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QLocale, QMessageLogContext, Qt, QtMsgType, QTranslator, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from app.resources import translation
from app.services.office import Office
from app.ui.faults import whereabouts
from app.ui.main_window import MainWindow
from app.ui.screenshot import draw_when_ready
from app.ui.theme import apply_theme

SCREENSHOT_SIZE = (1366, 768)
log = logging.getLogger(__name__)


def run_desk(office: Office, *, signed_in: tuple[str, str] | None, screenshot: Path | None) -> int:
    """Open the desk on an office and return its exit code.

    Args:
        office: the open office.
        signed_in: name and password of a person to sign in at once, as in the sample office.
        screenshot: where to draw the desk instead of showing it.
    """
    if screenshot is not None or not _has_screen():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        qInstallMessageHandler(_pass_on_message)
    application = make_application()
    sys.excepthook = _tell_of_bug
    window = MainWindow(office)
    window.resize(*_size())
    if screenshot is not None:
        draw_when_ready(window, screenshot)
    window.show()
    if signed_in is not None:
        window.sign_in_as(*signed_in)
    else:
        window.begin()
    return application.exec()


def make_application() -> QApplication:
    """Return the application with its look and language; Persian is the source, RASIDEGI_LANGUAGE=en speaks English."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("rasidegi")
    QLocale.setDefault(QLocale(QLocale.Language.Persian, QLocale.Country.Iran))
    apply_theme(application)
    if os.environ.get("RASIDEGI_LANGUAGE") == "en":
        path = translation("app_en.qm")
        _install(application, str(path.parent), path.stem)
        application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    else:
        _install(application, QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), "qtbase_fa")
    return application


def _install(application: QApplication, folder: str, name: str) -> None:
    translator = QTranslator(application)
    if translator.load(name, folder):
        application.installTranslator(translator)
    else:
        log.warning("translation %s is missing", name)


def _has_screen() -> bool:
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _pass_on_message(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Pass on what Qt says, but for what a platform without a screen lacks by nature."""
    if not message.startswith("This plugin does not support"):
        print(message, file=sys.stderr)


def _size() -> tuple[int, int]:
    """Return the size of the window; RASIDEGI_SCREENSHOT_SIZE may say another, such as 1920x1080."""
    width, _x, height = os.environ.get("RASIDEGI_SCREENSHOT_SIZE", "").partition("x")
    return (int(width), int(height)) if width.isdecimal() and height.isdecimal() else SCREENSHOT_SIZE


def _tell_of_bug(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
    """Write a fault of the program itself to the log."""
    log.error("%s", whereabouts(error))
