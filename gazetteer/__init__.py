"""What places there are: a bundled gazetteer, opened by memory map, and its look-ups."""
