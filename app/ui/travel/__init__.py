"""Travel claims: typed from their paper forms, and the dated fares that they are paid by."""
