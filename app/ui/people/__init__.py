"""The people of the office, as its administrator sees and keeps them."""
