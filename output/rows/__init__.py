"""Reports -> the rows of the layers: what each cell says, and the shape that goes with it."""
