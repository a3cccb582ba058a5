"""The desk: Qt Widgets, right to left; Qt lives only here."""
