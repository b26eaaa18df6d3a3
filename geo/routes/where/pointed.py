"""The place to which a "where", a "from which" or a "there" of a movement points."""

from geo.model import Parse, Token
from geo.routes.triggers import POINTING, Trigger
from geo.routes.where.sources import AT
from geo.routes.where.whereabouts import Scene
from geo.routes.words import has_mark
from geo.syntax import children, is_passive, subjects, upward


def where_sent(scene: Scene, trigger: Trigger) -> tuple[int, ...]:
    """Return where a clause says that a cargo is sent on: "Santos, where it is packed into containers bound for"."""
    given = has_mark(scene.parse.tokens[trigger.token], "given")  # "Bor, where they gave him a rifle"
    sent = (trigger.frame in {"move", "send", "load"} and not given) or is_passive(scene.parse, trigger.token)
    if not (sent and not trigger.noun) and scene.parse.tokens[trigger.token].lemma not in POINTING:
        return ()
    for token in upward(scene.parse, trigger.token):
        if is_where(scene.parse, token):
            return scene.places((token.head,))
        if token.dep == "relcl" and _is_whence(scene.parse, token.index):  # "the port is a base from which it is sent"
            head = scene.parse.tokens[token.head]
            return scene.places((head.index, *(subjects(scene.parse, head.head) if head.dep == "attr" else ())))
        if token.dep in {"relcl", "ROOT", "advcl"}:
            break
    return ()


def is_where(parse: Parse, verb: Token) -> bool:
    """Tell whether a clause says what is done at the place before it, known or not: "Santos, where it is packed"."""
    return verb.dep == "relcl" and any(t.lemma == "where" for t in children(parse, verb.index, "advmod"))


def _is_whence(parse: Parse, clause: int) -> bool:
    """Tell whether a clause begins with "from which"."""
    return any(
        p.lemma == "from" and parse.tokens[p.index + 1].lemma == "which" for p in children(parse, clause, "prep")
    )


def there(scene: Scene, trigger: Trigger) -> tuple[int, ...]:
    """Return the place that a "there" means: "the drones are now in Lome, flown there from Ankara"."""
    parse = scene.parse
    if not any(t.lemma == "there" for t in children(parse, trigger.token, "advmod")):
        return ()
    before = reversed(parse.tokens[scene.sentence.first : trigger.token])
    named = (t.index for t in before if scene.is_name(t.index) and t.dep == "pobj" and parse.tokens[t.head].lemma in AT)
    return scene.places(tuple(named)[:1])
