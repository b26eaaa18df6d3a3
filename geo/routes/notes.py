"""Ways that no grammar tells, or tells by halves: "Pistols, Trieste to Bari, by smack", "left Odessa with shells for".

Parsers make nothing of notes, most of which are not parsed at all, and hang the ends of long sentences anywhere. The
words right beside a place say which end it is.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from gazetteer.place import Place
from geo.model import Parse, Sentence, Token
from geo.routes.cargo import ATTRIBUTIVE, Load, load_at, loads_in, measured
from geo.routes.context import effect_of
from geo.routes.ends import Ends
from geo.routes.joining import counts
from geo.routes.movement import Movement
from geo.routes.roles import JOINS, Role, roles
from geo.routes.unnamed import deeds
from geo.routes.whereabouts import Scene, lies_in
from geo.routes.words import has_mark, is_find, movement_rows
from geo.routes.worthy_cargo import is_medical, is_stowed
from geo.syntax.tags import FINITE, NOBODY, VERBS

DENIES = NOBODY | {"no", "not", "never", "n't", "whether", "if"}
SPOKEN_OF = frozenset({"about", "over", "against", "on"})  # before what is only the matter of talks or a law
BACK = 2  # sentences before, notes too, in which the cargo may be named


def completed(scene: Scene, told: Sequence[Movement]) -> Iterator[Movement]:
    """Yield a sentence's statements with the ends that they lack, or one where there is none.

    Parameters
    ----------
    scene, told
        The sentence, with its places, and what its words of movement say.
    """
    lacking = [m for m in told if counts(m)] or list(told)
    said = roles(scene) if len(lacking) < 2 else ()
    for statement in told:
        yield _filled(scene, statement, said) if said and statement in lacking else statement
    if not told and said and (statement := _noted(scene, said)):
        yield statement


def _filled(scene: Scene, statement: Movement, said: tuple[Role, ...]) -> Movement:
    """Return a statement with the one place that is said to be the end which it lacks, and those on the way."""
    ends = statement.ends
    if statement.cargo and all(load.use == "vehicle" for load in statement.cargo):
        return statement  # "hijacked an airliner from Oran and had it land at Tunis"
    said = tuple(role for role in said if _is_of(scene.parse, role, statement))
    for end, instead in (("origin", ()), ("destination", () if statement.category == "persons" else ("found", "rest"))):
        lacks = not getattr(ends, f"{end}s") or (end == "origin" and statement.national)
        if lacks and (ends.via or ends.origins or ends.destinations):
            known = _known(scene, ends)
            fitting = (tuple(i for i in _places(said, e) if not _is_known(scene, i, known)) for e in (end, *instead))
            others = next((places for places in fitting if places), ())
            ends = replace(ends, **{f"{end}s": others}) if len(others) == 1 else ends
    if ends.origins != statement.ends.origins:
        statement = replace(statement, national=False)
    ends = _further_back(scene, ends, said)
    ways = ("via", "found") if statement.aim else ("via",)
    passed = tuple(i for end in ways for i in _places(said, end) if not _is_known(scene, i, _known(scene, ends)))
    return replace(statement, ends=replace(ends, via=(*ends.via, *passed)))


def _is_of(parse: Parse, role: Role, statement: Movement) -> bool:
    """Tell whether what is said of a place may be of a statement's cargo: not "from Oran" of "pills from Oran"."""
    word = parse.tokens[role.word]
    other = load_at(parse.tokens[word.head])
    own = {i for load in statement.cargo for i in measured(parse, load.token)}
    return (role.end != "origin" or word.text.lower() not in JOINS) and (other is None or other.token in own)


def _further_back(scene: Scene, ends: Ends, said: tuple[Role, ...]) -> Ends:
    """Return ends that begin where a cargo was got, made or stored first: "felled in Bignona, shipped from Banjul"."""
    got = next((r.place for r in said if r.end == "origin" and scene.parse.tokens[r.word].pos == "VERB"), None)
    place = scene.toponyms[got].place if got is not None else None
    if got is None or place is None or len(ends.origins) != 1 or got >= ends.origins[0]:
        return ends
    if place.kind == "country" or place in _known(scene, ends):
        return ends
    return replace(ends, origins=(got,), via=(*ends.origins, *ends.via))


def _known(scene: Scene, ends: Ends) -> set[Place | None]:
    return {scene.toponyms[i].place for i in (*ends.origins, *ends.destinations, *ends.via)}


def _is_known(scene: Scene, place: int, known: Collection[Place | None]) -> bool:
    """Tell whether a place is an end already, or only says in what country one lies."""
    whole = scene.toponyms[place].place
    return whole is None or whole in known or any(part and lies_in(part, whole) for part in known)


def _places(said: tuple[Role, ...], end: str) -> tuple[int, ...]:
    return tuple(dict.fromkeys(role.place for role in said if role.end == end))


def _noted(scene: Scene, said: tuple[Role, ...]) -> Movement | None:
    """Return what the words beside the places say of a cargo's way: both ends, or in a note one that is sure."""
    origins, destinations, found = (_places(said, end) for end in ("origin", "destination", "found"))
    note = _is_note(scene.parse, scene.sentence)
    if not (note or _may_tell(scene)):
        return None
    sure = any(role.sure for role in said if role.end in {"origin", "destination"})
    whole = bool(origins and (destinations or found))
    cargo = _cargo(scene, BACK if sure and note else 0) if whole or (sure and note) else ()
    if not cargo:
        return None
    ends = Ends(origins, destinations or found, _places(said, "via") + (found if destinations else ()))
    habitual = any(has_mark(t, "habit") for t in scene.parse.sentence_tokens(scene.sentence))
    return Movement(
        said[0].word, scene.sentence, cargo, cargo[0].category, ends, operator=None, purpose=None,
        habitual=habitual, effect="seized" if found else "",
    )  # fmt: skip


def _is_note(parse: Parse, sentence: Sentence) -> bool:
    """Tell whether a sentence has no verb in a tense, denies nothing and tells of no deed."""
    words = parse.sentence_tokens(sentence)
    denies = any(t.text.lower() in DENIES for t in words)
    moves = ((t.lemma, "verb") in movement_rows() and t.tag != "VBG" for t in words if t.pos == "VERB")
    acts = any(t.tag in FINITE or (t.pos == "VERB" and t.lemma in deeds()) for t in words)
    return not (denies or acts or any(moves))


def _may_tell(scene: Scene) -> bool:
    """Tell whether a sentence with a verb may tell of a way: it denies nothing, wishes nothing, tells of no attack."""
    words = scene.parse.sentence_tokens(scene.sentence)
    if any(t.text.lower() in DENIES for t in words) or any(effect_of(scene.parse, t) == "void" for t in scene.found):
        return False
    acts = (t for t in words if t.pos == "VERB" and t.lemma in deeds())
    return all(is_find(t.lemma) or has_mark(t, "come to light") for t in acts)


def _cargo(scene: Scene, back: int) -> tuple[Load, ...]:
    """Return the arms or drugs of a sentence, or of so many notes right before it: people might have a verb."""
    parse, here = scene.parse, scene.sentence
    before = (s for s in reversed(parse.sentences[max(here.index - back, 0) : here.index]) if _is_note(parse, s))
    return next((loads for sentence in (here, *before) if (loads := _loads(scene, sentence))), ())


def _loads(scene: Scene, sentence: Sentence) -> tuple[Load, ...]:
    """Return the arms and drugs that a sentence speaks of; other things and people if it says that they are smuggled."""
    parse = scene.parse
    covert = sentence == scene.sentence and any(t.covert for t in scene.found)
    nouns = (t for t in parse.sentence_tokens(sentence) if t.dep not in ATTRIBUTIVE and t.pos not in VERBS)
    loads = dict.fromkeys(load for t in nouns if not _is_aside(parse, t) for load in loads_in(parse, t.index))
    medical = is_medical(scene)
    loads = [c for c in loads if not (medical and parse.tokens[c.token].lemma == "drug")]
    return tuple(c for c in loads if covert or is_stowed(parse, c) or (c.category in {"materiel", "drugs"} and c.use in {"plain", "flies"}))


def _is_aside(parse: Parse, noun: Token) -> bool:
    """Tell whether something is only spoken of, worn or dug in: "talks about guns", "armed with rifles", "the mine"."""
    preposition = parse.tokens[noun.head]
    above = parse.tokens[preposition.head]
    return preposition.lemma in SPOKEN_OF or above.lemma in {"arm", "armed"} or has_mark(above, "about") or noun.lemma == "mine"
