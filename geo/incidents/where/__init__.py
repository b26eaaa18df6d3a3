"""Where an event was: names in its sentence and around it, fitted signs, and what a report is set in."""
