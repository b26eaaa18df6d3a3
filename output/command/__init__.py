"""What the command line does, and what it says: options, inputs, filters, messages."""
