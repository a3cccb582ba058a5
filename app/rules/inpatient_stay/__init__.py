"""Area inpatient_stay: handbook 004, inpatient part, articles 2 to 9, 15 and 18 to 21."""
