"""Tags, labels and small words that several stages ask for; tags are Penn Treebank's, labels OntoNotes'."""

PLACES = frozenset({"GPE", "LOC", "FAC"})
"""Labels of names of places."""

TIMES = frozenset({"DATE", "TIME"})
"""Labels of days and times of day."""

PAST = frozenset({"VBD", "VBN"})
"""Tags of past tenses and participles, which parsers often mistake for each other."""

PRESENT = frozenset({"VBP", "VBZ"})
"""Tags of verbs in the present tense."""

TENSED = PRESENT | {"VBD"}
"""Tags of verbs in a tense."""

FINITE = TENSED | {"MD"}
"""Tags of verbs that make a clause."""

VERBS = frozenset({"VERB", "AUX"})
"""Parts of speech of verbs."""

SUPPOSES = frozenset({"believe", "think", "suspect", "presume", "suppose", "say", "allege", "know", "report"})
"""Verbs of those who take something to be so: "men believed to be rebels"."""

CALLS = frozenset({"call", "know", "name", "term", "style", "dub"})
"""Verbs by which somebody or something gets a name."""

MAY_BE_PERSON = frozenset({"PERSON", "ORG", ""})
"""Labels under which the recogniser leaves the names of people."""

SINGULAR = frozenset({"NN", "NNP"})
"""Tags of nouns in the singular."""

PLURAL = frozenset({"NNS", "NNPS"})
"""Tags of nouns in the plural."""

COMMON_NOUNS = frozenset({"NN", "NNS"})
"""Tags of nouns that are no names."""

NOUN_TAGS = SINGULAR | PLURAL
"""Tags of all nouns."""

MODIFIERS = frozenset({"amod", "compound", "nmod"})
"""Links of what stands before a noun and belongs to it."""

FIGURES = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"})
"""Labels of days and numbers, which name nobody and no place."""

POINTERS = frozenset({"the", "this", "that", "these", "those"})
"""Determiners of what is known already."""

UNSAID = frozenset({"will", "would", "can", "could", "should", "shall", "must"})
"""Helping verbs beside which a verb of saying says nothing yet."""

FINDS = frozenset({"find", "discover", "spot", "notice"})
"""Verbs of coming upon something."""

GOES_ON = frozenset({"go", "continue", "proceed", "hasten"})
"""Verbs of those who say something next: "went on to say"."""

COMES_ABOUT = frozenset({"come", "follow", "happen", "occur", "begin", "start", "erupt", "ensue"})
"""Verbs of deeds that say only that these were: "the raid came two days after"."""

RELATIVES = frozenset({"who", "whom", "that", "which"})
"""Pronouns that begin a clause on a noun."""

NOBODY = frozenset({"nobody", "none", "nothing"})
"""Words that stand for no one and no thing."""

PRONOUNS = frozenset({"PRP", "WP", "WDT", "DT", "EX"})
"""Tags of words that stand for nouns, and name nobody themselves."""

DASHES = frozenset({"-", "--", "–", "—"})
"""Hyphens and dashes, which cables and headlines write alike."""

PERSONAL = frozenset({"he", "she", "they"})
"""Pronouns for people told of."""

NOUN_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
"""Labels of subjects that are nouns."""

SUBJECTS = NOUN_SUBJECTS | {"csubj", "csubjpass"}
"""Labels of subjects, clauses among them."""

NOUNS = frozenset({"NOUN", "PROPN"})
"""Parts of speech of nouns, names among them."""

NOMINALS = NOUNS | {"PRON", "NUM"}
"""Parts of speech of what can act or suffer."""

OBJECTS = frozenset({"dobj", "nsubjpass"})
"""Labels of those to whom a verb is done: its object, or its subject in the passive."""

NOUN_CLAUSES = frozenset({"acl", "relcl"})
"""Labels of clauses that describe a noun."""

CLAUSES = frozenset({"conj", "advcl", "relcl", "acl", "ccomp", "parataxis"})
"""Labels of what hangs on a word and is a clause of its own."""

JOINS = frozenset({"as", "after", "before", "until", "when", "while"})
"""Words that open a clause of time."""

RELATIVE_TAGS = frozenset({"WP", "WDT"})
"""Tags of "who" and "which"."""

DEFINITE = POINTERS | {"both"}
"""Words before a noun that speak of it as known, of several too."""

POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
"""What ends a possessive."""
QUOTES = frozenset({'"', "“", "”", "''", "``"})
"""What opens or ends somebody's words."""
