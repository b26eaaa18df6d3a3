"""Words that say only what befell people, as part of what was told before."""

from geo.incidents.what.events import Event
from geo.incidents.who.nouns.kinds import PERSONS, kind_of
from geo.lexicon import word_class
from geo.meaning.dying import died_of
from geo.model import Parse, Token
from geo.syntax import ancestors, children, is_passive, prepositional

HARMS = frozenset({"shooting", "riot", "assassination"})  # "a sergeant was slain"
MORE = frozenset({"more", "further", "additional", "other", "another"})
WOUNDS = frozenset({"wound", "injury", "burn"})
HURT = frozenset({"wounded", "injured", "wound", "injure", "hurt", "casualty"})


def only_harms(parse: Parse, event: Event) -> bool:
    """Tell whether verbs say only that people were harmed: "five were shot"; "beaten to death" says how."""
    harmed = {t.trigger for t in event.tolls if t.count.best}
    patients = event.arguments.patients
    people = any(kind_of(parse, i) in PERSONS or harmed for i in patients)  # "two ships were hit and 30 men died"
    plain = {
        t.index for t in event.triggers if t.type == "attack" and len(t.tokens) == 1 and (people or t.index in harmed)
    }
    hurts = people or any(parse.tokens[i].head == event.main.index for i in harmed)  # "at least 15 were shot dead"
    verbs = (t.index for t in event.triggers if t.type in HARMS and hurts and not t.noun)
    plain |= {*verbs, *(t.index for t in event.triggers if t.type == "effect")}
    words = all(t.index in plain for t in event.triggers)
    done = event.arguments.perpetrators or event.arguments.weapons
    return words and is_passive(parse, event.main.index) and not done


def only_befell(parse: Parse, event: Event, *, inside: bool) -> bool:
    """Tell whether words say only whom something befell: "nine people died", "a guard died in the contact".

    Parameters
    ----------
    parse, event
        The text, and one of its events.
    inside
        Whether it was in what was told, or in a hospital.
    """
    harmed = inside and bool(event.tolls) and not event.arguments.perpetrators
    return event.is_result or harmed or only_harms(parse, event)


def are_of_the_hurt(parse: Parse, event: Event) -> bool:
    """Tell whether words of death are of the hurt: "two of the wounded had died", "two died of their wounds".

    So are "two people wounded in the blast died".
    """
    dead = [t.head for t in event.tolls if t.effect == "killed"]
    of = [i for one in dead for i in prepositional(parse, one, ("of",))]
    described = [t for i in (*dead, *of) for t in children(parse, i, "acl", "relcl")]
    hurt = any(t.lemma in HURT for t in (*(parse.tokens[i] for i in of), *described))
    wounds = (parse.tokens[i].lemma for i in died_of(parse, event.main.index))
    return hurt or (event.is_result and not WOUNDS.isdisjoint(wounds))


def are_more(parse: Parse, event: Event) -> bool:
    """Tell whether words of death are of people beside those of whom a text told: "two more people died on Sunday"."""
    dead = [parse.tokens[t.head] for t in event.tolls if t.effect == "killed" and t.count.best]
    all_told = any(t.replaces for t in event.tolls)  # "bringing the toll to eleven"
    beside = any(t.lemma in word_class("dying") for t in ancestors(parse, event.main.index))  # "two died and another"
    more = bool(dead) and all(_are_others(parse, t) for t in dead)
    return (event.is_result or are_of_the_hurt(parse, event)) and more and not all_told and not beside


def _are_others(parse: Parse, people: Token) -> bool:
    near = (people, *children(parse, people.index, "nummod", "det", "amod"))
    if any(t.lemma == "the" for t in near):
        return False  # "the other was a guard"
    words = (w for t in near for w in (t, *children(parse, t.index, "amod")))
    return any(w.lemma in MORE and parse.tokens[w.index + 1].lemma != "than" for w in words)
