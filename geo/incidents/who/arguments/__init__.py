"""A word for a deed -> who did it, whom or what it befell and with what, by the grammar around it."""
