"""Inquiries about cover: typed in one after the other, and the claims that wait for them."""
