"""Finding anything by its words: claims, rules, services."""
