"""Tags, labels and small words that several stages ask for; tags are Penn Treebank's, labels OntoNotes'."""

PLACES = frozenset({"GPE", "LOC", "FAC"})
"""Labels of names of places."""

TIMES = frozenset({"DATE", "TIME"})
"""Labels of days and times of day."""

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Tags of verbs that make a clause."""

POINTERS = frozenset({"the", "this", "that", "these", "those"})
"""Determiners of what is known already."""
