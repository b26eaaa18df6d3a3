"""What is moved: the cargo that words name or stand for, and whether it is worth a route."""
