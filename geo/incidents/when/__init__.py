"""When an event was: what its sentence says, what heads it, and what stands around it."""
