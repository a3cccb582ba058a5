"""What the accountant sees above the bill: the sums, the note that sends a claim back, and the signing of the rest."""
