"""The stay beside the bill: its times on one axis, its documents with what each costs, its global operations."""
