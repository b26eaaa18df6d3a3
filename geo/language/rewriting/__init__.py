"""A text as it is written, made into one that parsers read well; every character keeps its place."""
