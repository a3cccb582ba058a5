"""Sheets as they will be printed: looked at, printed, kept as a copy."""
