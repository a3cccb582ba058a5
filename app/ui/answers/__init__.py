"""What the rules ask of the paper, one question at a time, and how it is answered with one key."""
