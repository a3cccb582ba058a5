"""Where offices lie on this machine, where none is named."""

from pathlib import Path

from platformdirs import user_data_path


def default_office_folder() -> Path:
    """Return the folder of the user's own office."""
    return user_data_path("rasidegi", appauthor=False) / "office"


def sample_office_folder() -> Path:
    """Return the folder of the sample office."""
    return user_data_path("rasidegi", appauthor=False) / "sample-office"
