"""Words that lay what was told at somebody's door, or by which somebody owns up to it, without naming it."""
