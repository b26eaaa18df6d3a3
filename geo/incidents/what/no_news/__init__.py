"""What only sounds like an event, or is none that is news."""
