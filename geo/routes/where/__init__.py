"""From where to where: directions, the ends of a way, and the places that words lead to."""
