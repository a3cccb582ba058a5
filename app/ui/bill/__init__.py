"""The bill of one claim with the marks drawn on it, and the reviewer's own word in its cells."""
