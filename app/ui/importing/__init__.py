"""Importing claim files: progress, cancel, and what is wrong with a faulty file."""
