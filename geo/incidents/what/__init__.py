"""What an event is: the words that tell of it, what goes together, its type, and what only sounds like one."""
