"""Batches at the desk: what one key would do in many places is shown first, then done at one stroke."""
