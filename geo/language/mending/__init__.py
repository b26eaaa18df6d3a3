"""Trees of sentences that parsers tear, hung as they should be."""
