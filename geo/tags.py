"""Tags and labels that several stages ask a word for: spaCy's (Universal Dependencies, Penn Treebank, OntoNotes)."""

PLACES = frozenset({"GPE", "LOC", "FAC"})
"""Labels of names of places."""

TIMES = frozenset({"DATE", "TIME"})
"""Labels of days and times of day."""

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Tags of verbs that make a clause."""
