"""What the desk shows of a stay beside its bill: times, documents, global operations; asked of the rules themselves."""
