"""What a person says of the insured person of a claim, typed where the bill lies."""
