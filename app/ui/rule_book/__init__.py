"""The rule book: every rule by word, code or clause, with its examples, and a trial on the claim on the desk."""
