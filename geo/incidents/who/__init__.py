"""Who took part in an event: roles and kinds, names, the parties, and whose deed it is said to be."""
