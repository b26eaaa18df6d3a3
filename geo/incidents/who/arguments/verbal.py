"""A deed that a verb tells -> who did it and whom it befell: by its voice, its objects and what hangs on it."""

from geo.incidents.speech import is_saying
from geo.incidents.what.blasts import meets_a_mine
from geo.incidents.what.needs.takings import works_hit
from geo.incidents.who.arguments.done_to import held_so, is_done_to
from geo.incidents.who.arguments.headlines import is_headline_passive, may_be_aimed_at
from geo.incidents.who.arguments.indirect import after_torn_particle, torn_from_verb, who_tried
from geo.incidents.who.arguments.lending import of_setting
from geo.incidents.who.arguments.means import UNDOES, holed, is_amount
from geo.incidents.who.arguments.strays import (
    at_hands,
    came_then,
    holders,
    later_agents,
    meant_by_pronoun,
    shared_agents,
    stray_agents,
    torn_from_clause,
    who_is_meant,
)
from geo.incidents.who.arguments.suffering import is_overcome, suffered_from
from geo.incidents.who.nouns.arms import is_platform, is_weapon
from geo.incidents.who.nouns.body_parts import struck_in, who_had
from geo.incidents.who.nouns.kinds import ACTORS, is_armed, kind_of
from geo.incidents.who.nouns.listing import members, shared_objects
from geo.lexicon import word_class
from geo.model import Parse, Token, Trigger
from geo.syntax import children, is_passive, objects_of_preposition, prepositional, subjects, subjects_of_joined
from geo.syntax.tags import FIGURES, FINDS, RELATIVE_TAGS, TIMES, VERBS
from geo.syntax.voice import TAKEN_AS

AIMED_AT = ("on", "at", "against", "upon", "into")
AIMED_BY = frozenset({"on", "upon", "at", "through"})
FINDERS = frozenset({"find", "discover", "leave", "turn"})
SHARING = frozenset({"advcl", "conj", "xcomp", "pcomp"})  # clauses that may share the subject of the one above
BURSTS = frozenset({"explode", "blow", "burst"})
AROUND = frozenset({"after", "before", "on", "upon"})
BESIDE = AROUND | {"by", "in", "to", ""}  # prepositions before a gerund, or none
# What is fired or thrown and suffers nothing: "fired tear gas at protesters", "threw three bags of dynamite at a bank".
FIRED = {"shooting": is_weapon, "shelling": is_weapon, "bombing": is_amount}
SUFFERED = frozenset(
    {"effect", "execution", "shooting", "battle"}
)  # types of triggers whose subject suffers if nobody else does


def of_verb(parse: Parse, trigger: Trigger) -> tuple[list[int], list[int]]:
    """Return the heads of who did it and of whom or what it befell, by the grammar of a verb."""
    verb = trigger.index
    if trigger.type in SUFFERED and trigger.patient == "none":  # who dies does nothing
        return at_hands(parse, verb), []
    if told_of := _of_state(parse, trigger):
        return list(prepositional(parse, verb, ("by",))), told_of
    if (takers := suffered_from(parse, trigger)) is not None:
        return takers, list(subjects(parse, verb))
    taken = trigger.patient in {"captive", "goods"} and is_done_to(parse, verb)
    passive = (taken or is_passive(parse, verb)) and not _has_object_of_own(parse, trigger)
    if parse.tokens[verb].lemma in UNDOES:
        return [], list(subjects(parse, verb)) if passive else objects_of(parse, verb)
    told = _of_passive(parse, trigger) if passive else torn_from_clause(parse, verb) or _of_active(parse, trigger)
    doers, sufferers = told
    found = trigger.type == "bombing" and parse.tokens[verb].lemma in FINDS  # who found a bomb did not lay it
    return [] if found else doers, sufferers


def _of_passive(parse: Parse, trigger: Trigger) -> tuple[list[int], list[int]]:
    verb = trigger.index
    if is_overcome(parse, verb):
        return [], []
    by = list(prepositional(parse, verb, ("by",))) or stray_agents(parse, verb) or at_hands(parse, verb)
    by = (
        by
        or of_setting(parse, verb)
        or shared_agents(parse, verb)
        or later_agents(parse, verb)
        or came_then(parse, verb)
    )
    by = by or (holders(parse, verb) if trigger.patient == "captive" else [])
    whom = (who_is_meant(parse, verb, n) for n in subjects(parse, verb) if n not in trigger.tokens)
    befell = [i for n in whom for i in members(parse, n)]
    if trigger.patient == "goods" and not befell:  # "under the salt were found 40 rifles"
        befell = objects_of(parse, verb)
    # Without a subject of its own, it is what stands behind: "shots were fired at a house".
    return by, befell or _aimed_at(parse, trigger)


def _is_taken_as(parse: Parse, noun: int) -> bool:
    """Tell whether a noun says as what people were taken, and not whom: the second of "took two nurses hostage"."""
    return parse.tokens[noun].lemma in TAKEN_AS and not parse.tokens[noun].children


def _of_active(parse: Parse, trigger: Trigger) -> tuple[list[int], list[int]]:
    verb = trigger.index
    objects = [i for i in (*objects_of(parse, verb), *meant_by_pronoun(parse, verb)) if i not in trigger.tokens]
    objects = objects or after_torn_particle(parse, trigger) or shared_objects(parse, verb)
    if meets_a_mine(parse, verb):
        return [], _doers_of(parse, verb)
    if _is_counted(parse, verb):
        return [], []
    aimed = (i for i in prepositional(parse, verb, ("at", "on")) if may_be_aimed_at(parse, i))
    taken = objects or [i for i in objects_of(parse, verb) if not _is_taken_as(parse, i)]
    by_nobody = not taken and not prepositional(parse, verb, ("by",)) and not any(aimed)
    if by_nobody and is_headline_passive(parse, trigger):  # "17 people killed", "man shot dead", as headlines write
        return shared_agents(parse, verb), list(subjects(parse, verb))
    if trigger.type == "sabotage":
        objects = works_hit(parse, verb) or objects
    if trigger.patient == "victim" and not objects:  # "slit the throats of six herdsmen"
        objects = [i for t in trigger.tokens if t > verb for i in prepositional(parse, t, ("of",))]
    fired = FIRED.get(trigger.type)
    objects = [i for i in objects if not (fired and fired(parse, i))]
    towards = ("to",) if trigger.type == "arson" else ()
    if trigger.type == "seizure" and not objects:  # "found a cache at Buga" took nothing of Buga's
        return _doers_of(parse, verb), []
    return _doers_of(parse, verb), objects or [
        *(i for i in subjects(parse, verb) if is_platform(parse, i) and _bursts(parse, verb, i)),
        *_aimed_at(parse, trigger, *towards),
        *_beyond_means(parse, verb),
        *struck_in(parse, verb),
    ]


def _aimed_at(parse: Parse, trigger: Trigger, *also: str) -> list[int]:
    """Return what stands behind a verb as its aim; by "with" loot and people alone: not "with the purpose of".

    What opens a sentence says where it was: "On the outskirts of Omagh, gunmen opened fire on a bus".
    """
    told = dict.fromkeys((trigger.index, *trigger.tokens))  # "exchanged fire with rebels" hangs them on the fire
    by_with = [i for t in told for i in prepositional(parse, t, ("with",))]
    goods = trigger.type in {"robbery", "seizure"}
    foes = (i for i in by_with if goods or kind_of(parse, i) in ACTORS or parse.tokens[i].tag == "PRP")
    aims = prepositional(parse, trigger.index, (*AIMED_AT, *also))
    opens = parse.sentences[parse.tokens[trigger.index].sentence].first
    return [*(i for i in aims if parse.tokens[parse.tokens[i].head].index > opens), *foes]


def _has_object_of_own(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether what parsers take for a passive has its object after its preposition: "men set upon a guard"."""
    aiming = (i for i in trigger.tokens[1:] if parse.tokens[i].lemma in AIMED_BY)
    after = (t for i in aiming for t in children(parse, i, "pobj") if t.index not in trigger.tokens)
    return parse.tokens[trigger.index].dep == "acl" and any(t.entity not in FIGURES for t in after)


def _beyond_means(parse: Parse, verb: int) -> list[int]:
    """Return whom one fires at where parsers hang it on the means or the time: "opened up with rifles on a van"."""
    means = (
        i
        for t in children(parse, verb, "prep")
        if t.lemma in {"with", "for"}
        for i in objects_of_preposition(parse, t.index)
    )
    return [n for i in means for n in prepositional(parse, i, ("on", "at"))]


def _is_counted(parse: Parse, verb: int) -> bool:
    """Tell whether a participle says of a number what befell people whom it does not name: "treated 53 wounded"."""
    token, before = parse.tokens[verb], parse.tokens[verb - 1]
    return token.tag == "VBN" and before.pos == "NUM" and before.dep == "dobj" and before.head == token.head


def objects_of(parse: Parse, verb: int) -> list[int]:
    """Return the objects of a verb, list members included, those too that parsers take for asides.

    Of "whom rebels seized" they are those who are "whom", of "blew a hole in the hull" the hull.
    """
    token = parse.tokens[verb]
    heads = (
        token.head if token.dep == "relcl" and t.tag in RELATIVE_TAGS else t.index
        for t in children(parse, verb, "dobj")
        if t.entity not in TIMES  # "TWO NUNS KIDNAPPED 2 JUN WERE FREED"
    )
    found = [i for head in (*heads, *held_so(parse, verb)) for n in holed(parse, verb, head) for i in members(parse, n)]
    return list(dict.fromkeys(found))


def _of_state(parse: Parse, trigger: Trigger) -> list[int]:
    """Return of whom a participle says what state they were in: "was found murdered", "had their throats cut"."""
    verb, token = trigger.index, parse.tokens[trigger.index]
    if bearers := who_had(parse, verb):
        return list(bearers)
    state = token.tag == "VBN" and token.dep in {"xcomp", "oprd", "acomp", "advcl"}
    if not state or parse.tokens[token.head].lemma not in FINDERS or children(parse, verb, "dobj", "nsubj", "aux"):
        return []
    return objects_of(parse, token.head) or list(subjects(parse, token.head))


def _doers_of(parse: Parse, verb: int) -> list[int]:
    """Return a verb's subjects, but not those of a verb of saying that its clause hangs on."""
    if children(parse, verb, "nsubj", "nsubjpass"):
        return [i for i in subjects(parse, verb) if not _bursts(parse, verb, i)]
    token = parse.tokens[verb]
    above = parse.tokens[token.head]
    told = torn_from_verb(parse, above.index) or who_tried(parse, verb)
    if (joined := told or subjects_of_joined(parse, verb)) is not None:
        return list(joined)
    if token.tag == "VBG" and token.dep == "advcl" and above.dep == "advcl" and not _acts(parse, above.index):
        above = parse.tokens[above.head]  # "rebels came while families slept, killing nine"
    if token.dep in SHARING and above.index != verb:
        return _doers_above(parse, token, above)
    return list(subjects(parse, verb))


def _bursts(parse: Parse, verb: int, subject: int) -> bool:
    """Tell whether something is blown up by whom nobody tells: "a plane blew up over the sea"."""
    bursts = parse.tokens[verb].lemma in BURSTS and not children(parse, verb, "dobj")
    return bursts and kind_of(parse, subject) == "vehicle"


def _doers_above(parse: Parse, verb: Token, above: Token) -> list[int]:
    """Return who acts in the clause that a verb hangs on, a gerund by its preposition: "fled after burning".

    Who "was arrested after placing a bomb", or "was seen placing" it, did; who "was destroyed by placing one" did not.
    """
    link = ""
    if verb.dep == "pcomp":
        link, above = above.lemma, parse.tokens[above.head]
    afterwards = verb.dep == "advcl" and above.lemma in word_class("inquires")
    own = verb.dep == "xcomp" and (verb.tag == "VBG" or any(t.tag == "VBG" for t in children(parse, verb.index, "aux")))
    own = own or (verb.dep == "xcomp" and is_passive(parse, above.index))  # "are said to have shot"
    others = is_saying(above) and not own  # who "reported having killed" or "announced killing" did it
    if others or afterwards or meets_a_mine(parse, above.index) or link not in BESIDE:
        return []
    ending = verb.tag == "VBG"  # "was attacked by gunmen, wounding three"
    torn = verb.dep == "conj" and not children(parse, verb.index, "dobj")
    if is_passive(parse, above.index) and (ending or torn):  # "was hurt when … blew up", torn
        if link in AROUND or (ending and verb.dep == "xcomp"):
            return list(subjects(parse, above.index))
        return list(prepositional(parse, above.index, ("by",))) if ending and not link else []
    return _doers_of(parse, above.index) if above.pos in VERBS and not is_passive(parse, verb.index) else []


def _acts(parse: Parse, verb: int) -> bool:
    """Tell whether somebody who bears arms acts in a clause."""
    return any(is_armed(parse, i) for i in subjects(parse, verb))
