"""Which words of a text tell of one event."""
