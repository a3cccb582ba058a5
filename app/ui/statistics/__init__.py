"""The statistics screen: calm charts, the documents behind each bar, and the way out as a workbook or a report."""
