"""Tells when nobody has used the desk for a while, so that it can be locked.

Only the windows themselves are watched, through which all keys and mouse moves come in: a filter over every event of
the program would be asked thousands of times a second.
"""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QWidget

SOMEBODY_IS_HERE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class IdleLock(QObject):
    """Watches the windows of the program between `watch` and `rest`.

    Signals:
        idle: nobody has touched key or mouse for the time that was set.
    """

    idle = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.idle)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._follow)

    @property
    def watching(self) -> bool:
        """Whether it watches now."""
        return self._timer.isActive()

    def watch(self, milliseconds: int) -> None:
        """Begin to watch; `idle` is told after so long without a touch."""
        self._timer.start(milliseconds)
        self._follow(self._window.windowHandle())

    def rest(self) -> None:
        """Watch no longer."""
        self._timer.stop()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Begin to count anew at each touch; nothing is kept from anybody."""
        if self.watching and event.type() in SOMEBODY_IS_HERE:
            self._timer.start()
        return False

    def _follow(self, window: QWindow | None) -> None:
        """Watch a window too that opens over the desk, such as that in which a file is chosen."""
        if window is not None:
            window.installEventFilter(self)
