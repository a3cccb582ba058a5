"""Signing in, and the first administrator of a new office."""
