"""Who is at what: the work in hand with its deadlines, and what lies on which desk."""
