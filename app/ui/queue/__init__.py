"""The queue at the right of the desk: search, views with counts, and the claims themselves."""
