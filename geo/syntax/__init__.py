"""A parsed sentence: what hangs on what, who acts, what is denied, and the phrase of a noun."""

from geo.syntax.articles import has_no, is_known, is_not_one, may_end_name
from geo.syntax.negation import is_negated
from geo.syntax.subjects import agents, is_finder, is_quoted, subjects, subjects_of_joined
from geo.syntax.voice import is_passive, is_torn_relative
from geo.syntax.walks import (
    after_particle,
    ancestors,
    by_prepositions,
    children,
    clause_of,
    conjuncts,
    direct_objects,
    first_joined,
    first_of_list,
    has_helper,
    listed_objects,
    objects_of_preposition,
    prepositional,
    subtree,
    token_after,
    upward,
    verb_above,
)

__all__ = [
    "after_particle",
    "agents",
    "ancestors",
    "by_prepositions",
    "children",
    "clause_of",
    "conjuncts",
    "direct_objects",
    "first_joined",
    "first_of_list",
    "has_helper",
    "has_no",
    "is_finder",
    "is_known",
    "is_negated",
    "is_not_one",
    "is_passive",
    "is_quoted",
    "is_torn_relative",
    "listed_objects",
    "may_end_name",
    "objects_of_preposition",
    "prepositional",
    "subjects",
    "subjects_of_joined",
    "subtree",
    "token_after",
    "upward",
    "verb_above",
]
