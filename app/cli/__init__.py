"""The command `rasidegi`: audit, check, verify, sample, seal and the desk itself."""
