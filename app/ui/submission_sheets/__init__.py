"""The sheets of a submission: looked at, printed together, written to a folder, handed over to the centre."""
