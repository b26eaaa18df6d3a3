"""What a report says: where, what, when, how many, and who says so."""
