"""A noun -> what it speaks of: of what kind it is, whether it bears arms, what it can do, how it is named."""
