"""The look of the whole desk: colours, distances, style sheet; the marks of the pens are its only strong colour."""

from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.findings import Pen
from app.ui.fonts import font, load_fonts

INK = QColor("#17202b")
QUIET = QColor("#556270")
FAINT = QColor("#8a95a1")
HAIRLINE = QColor("#dfe3e7")
DESK = QColor("#eceef1")
PAPER = QColor("#fffefb")
TINT = QColor("#f5f5f1")
FOCUS = QColor("#1d5fa8")
SELECTED = QColor("#e6effa")
SELECTED_QUIET = QColor("#eef1f4")
GREEN = QColor("#12803c")
RED = QColor("#c2202a")
AMBER = QColor("#9a5b00")
GREEN_TINT = QColor("#eaf5ee")
RED_TINT = QColor("#fbecec")
AMBER_TINT = QColor("#fdf3df")
HATCH = QColor("#efd6a8")
PEN_COLOURS = {Pen.GREEN: GREEN, Pen.RED: RED}
PEN_TINTS = {Pen.GREEN: GREEN_TINT, Pen.RED: RED_TINT}

SPACE = 8
RADIUS = 10

_SHEET = Template("""
QMainWindow, QDialog, QWidget[role="desk"] { background: $desk; }
QFrame[role="card"] { background: $paper; border: 1px solid $hairline; border-radius: ${radius}px; }
QFrame[role="card"][focused="true"] { border: 1px solid $focus; }
QFrame[role="card"][pen="red"] { border: 1px solid $red; }
QLabel[role="sheet"] { background: white; border: 1px solid $hairline; }
QFrame[role="rule"] { background: $hairline; border: none; max-height: 1px; min-height: 1px; }
QFrame[role="notice"] { background: $amber_tint; border: 1px solid #ecd4a6; border-radius: 6px; }
QFrame[role="box"] { background: $tint; border: 1px solid $hairline; border-radius: 6px; }
QFrame[role="box"][focused="true"] { border: 1px solid $focus; }
QFrame[role="fault"] { background: $red_tint; border: 1px solid #eab8bb; border-radius: 6px; }
QLabel { background: transparent; border: none; }
QLabel[tone="quiet"] { color: $quiet; }
QLabel[tone="amber"] { color: $amber; }
QLabel[tone="red"] { color: $red; }
QLabel[tone="green"] { color: $green; }
QLabel[role="key"] { background: $paper; border: 1px solid #c9d0d7; border-bottom-width: 2px; border-radius: 4px;
    padding: 0px 6px; color: $ink; }
QLabel[role="badge"] { background: $tint; border: 1px solid $hairline; border-radius: 9px; padding: 1px 10px; }
QLabel[role="badge"][tone="amber"] { background: $amber_tint; border-color: #ecd4a6; }
QLabel[role="badge"][tone="green"] { background: $green_tint; border-color: #bfe0ca; }
QPushButton { background: $paper; border: 1px solid #c9d0d7; border-radius: 6px; padding: 5px 14px; }
QPushButton:hover { background: $tint; }
QPushButton:focus { border: 2px solid $focus; padding: 4px 13px; }
QPushButton:checked { background: $selected; border-color: $focus; }
QPushButton:disabled { color: $faint; background: $tint; }
QPushButton:default { background: $focus; color: white; border-color: $focus; }
QPushButton:default:disabled { background: #a9bfd8; border-color: #a9bfd8; }
QPushButton::menu-indicator { image: none; width: 0px; }
QPushButton[role="chip"] { border-radius: 12px; padding: 2px 10px; min-height: 18px; }
QPushButton[role="chip"]:focus { padding: 1px 9px; }
QPushButton[role="chip"][empty="true"] { color: $faint; }
QLineEdit, QPlainTextEdit, QSpinBox, QComboBox, QDateEdit { background: white; border: 1px solid #b9c2cb;
    border-radius: 6px; padding: 4px 8px; selection-background-color: $focus; selection-color: white; }
QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QComboBox:focus, QDateEdit:focus { border: 2px solid $focus;
    padding: 3px 7px; }
QComboBox::drop-down { border: none; width: 22px; }
QLineEdit[pen="red"], QLineEdit[pen="red"]:focus { border: 2px solid $red; padding: 3px 7px; color: $red; }
QLineEdit[faulty="true"] { border: 2px solid $red; padding: 3px 7px; }
QLineEdit:disabled { background: $tint; color: $faint; }
QAbstractItemView { background: $paper; border: none; selection-background-color: $selected; selection-color: $ink;
    outline: none; }
QListView[role="list"]::item { padding: 4px 8px; color: $ink; }
QListView[role="list"]::item:disabled { color: $quiet; padding-top: 8px; }
QListView[role="list"]::item:selected { background: $selected; }
QTableView[role="list"]::item { padding: 6px 8px; border-bottom: 1px solid $hairline; }
QHeaderView::section { background: $paper; color: $quiet; border: none; border-bottom: 1px solid $hairline;
    padding: 4px 8px; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget[role="scrolled"] { background: transparent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar::handle:vertical { background: #c3cad1; border-radius: 4px; min-height: 32px; }
QScrollBar::handle:vertical:hover { background: #98a3ae; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle:horizontal { background: #c3cad1; border-radius: 4px; min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QTabWidget::pane { border: none; }
QTabBar::tab { background: transparent; color: $quiet; padding: 6px 12px; border: none;
    border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $ink; border-bottom: 2px solid $focus; }
QTabBar::tab:focus { background: $selected; }
QToolTip { background: $ink; color: white; border: none; padding: 6px 8px; }
QSplitter::handle { background: $desk; }
QMenu { background: $paper; border: 1px solid $hairline; padding: 4px; }
QMenu::item { padding: 5px 18px; border-radius: 4px; }
QMenu::item:selected { background: $selected; }
QProgressBar { background: $tint; border: 1px solid $hairline; border-radius: 5px; text-align: center; }
QProgressBar::chunk { background: $focus; border-radius: 4px; }
""")


def style_sheet() -> str:
    """Return the style sheet of the desk."""
    colours = {
        "ink": INK, "quiet": QUIET, "faint": FAINT, "hairline": HAIRLINE, "desk": DESK, "paper": PAPER, "tint": TINT,
        "focus": FOCUS, "selected": SELECTED, "green": GREEN, "red": RED, "amber": AMBER,
        "green_tint": GREEN_TINT, "red_tint": RED_TINT, "amber_tint": AMBER_TINT,
    }  # fmt: skip
    return _SHEET.substitute({name: colour.name() for name, colour in colours.items()}, radius=RADIUS)


def apply_theme(application: QApplication) -> None:
    """Give the application its typeface, colours and direction; raises MachineError where the typeface is missing."""
    load_fonts()
    application.setStyle("Fusion")
    application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    application.setFont(font())
    application.setPalette(_palette())
    application.setStyleSheet(style_sheet())


def restyle(widget: QWidget, **properties: object) -> None:
    """Give a widget properties that the style sheet asks for, such as its tone, and let it look so at once."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def _palette() -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: DESK, QPalette.ColorRole.Base: PAPER, QPalette.ColorRole.AlternateBase: TINT,
        QPalette.ColorRole.Text: INK, QPalette.ColorRole.WindowText: INK, QPalette.ColorRole.ButtonText: INK,
        QPalette.ColorRole.Button: PAPER, QPalette.ColorRole.Highlight: FOCUS, QPalette.ColorRole.Link: FOCUS,
        QPalette.ColorRole.HighlightedText: QColor("white"), QPalette.ColorRole.PlaceholderText: FAINT,
    }  # fmt: skip
    for role, colour in roles.items():
        palette.setColor(role, colour)
    return palette
