"""The nouns of claim review as plain immutable values: no Qt, no SQL, no files, no clock."""
