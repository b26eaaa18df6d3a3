"""Many documents: cut into parts, read by one process or a crew of them."""
