"""The command `rasidegi`: audit, check, verify, sample and the desk itself."""
