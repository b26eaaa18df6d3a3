"""What speakers say that they did not do: "said it had not shelled the camp"."""

from geo.denials.own import is_own_or_theirs
from geo.denials.words import marked
from geo.model import Parse
from geo.syntax import children


def is_own_denial(parse: Parse, index: int) -> bool:
    """Tell whether a speaker says that he did not do it: "the army said it had not shelled the camp"."""
    past = {t.text.lower() for t in children(parse, index, "aux")} & {"did", "had", "has", "have"}
    return bool(past) and _is_own(parse, index, marked("says")) and bool(children(parse, index, "dobj", "prep"))


def _is_own(parse: Parse, index: int, saying: frozenset[str]) -> bool:
    """Tell whether speakers are the subject of what they say, or it is theirs ("its troops")."""
    verb = parse.tokens[index]
    if verb.dep != "ccomp" or parse.tokens[verb.head].lemma not in saying:
        return False
    subjects = (s for s in children(parse, index, "nsubj") if s.index < index)
    return any(is_own_or_theirs(parse, s) for s in subjects)
