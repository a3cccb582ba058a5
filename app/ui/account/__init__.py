"""What a signed-in person does for themselves and for the office: unlock, another password, reference packs."""
