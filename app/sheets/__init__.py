"""The printed sheets: shaped Persian PDF, drawn marks, signatures; reportlab and pyHanko live only here."""
