"""What the office does with a claim, one pass after another: each has its keys and its panel at the desk."""
