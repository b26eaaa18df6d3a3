"""What several reports tell of one event: which of their incidents are one, and the event that these make."""
