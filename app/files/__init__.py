"""Files in and out: claim files, reference packs, the rule book's text, audit results; no Qt, no SQL."""
