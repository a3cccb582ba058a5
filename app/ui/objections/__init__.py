"""Objections of centres: the letters that come in, and what waits to be heard."""
