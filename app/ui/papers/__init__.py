"""The papers of a centre's month: counted from the keyboard as they come, and printed as a list."""
