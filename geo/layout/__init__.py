"""How a report is laid out: its dateline, what heads its lines, and the fields of forms."""
