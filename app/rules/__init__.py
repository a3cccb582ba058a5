"""The rules of the catalogue as small pure functions, and the engine that runs them; no clock, no store, no Qt."""
