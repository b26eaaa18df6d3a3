"""An event without a day -> the day that the words around it give: a round-up's lead, or that of what was told before.

Across paragraphs a day is only taken over on a cue, since without one that of the sentence before is as often wrong as
right: the lead says that it sums up ("in separate incidents on Tuesday"), or the event's sentence that it goes on
("Elsewhere, …") or at which hour it was ("Around noon …"). Within a paragraph what is told in the plain past goes on.
"""

import re
from datetime import date

from geo.incidents.going_on import goes_on
from geo.incidents.speech import belongs_to_speaker
from geo.incidents.when.live import day_of_entry
from geo.incidents.where.place_names import head_token
from geo.layout.dateline import filed_end, head_end
from geo.layout.lines import line_start
from geo.model import Parse, Sentence, TimeExpression, When
from geo.model.within import starting_in
from geo.syntax import ancestors, children, clause_of, has_helper
from geo.syntax.tags import QUOTES

SUMS_UP = re.compile(
    r"\b(?:separate|various|several|scattered|a (?:series|wave|string|spate) of)\s+(?:\w+\s+)?"
    r"(?:incidents?|attacks|clashes|bombings|shootings|raids|blasts|explosions|strikes|operations|places|towns)\b"
    r"|\b(?:security|following)\s+(?:are\s+)?(?:\w+\s+)?developments\b|\bat least \w+ people .{0,40}\bacross\b",
    re.IGNORECASE,
)
APART = re.compile(
    r"\W*(?:elsewhere|separately|in (?:a |another )?separate|in another|in a (?:different|further|second|third)"
    # The worst of several that were told, not "the worst attack in years".
    r"|in the (?:day['’]s |single )?(?:deadliest|bloodiest|worst|most (?:serious|deadly|lethal))"
    r"(?![^.]{0,60}\b(?:years?|months?|weeks?|decades?|history|since|ever|far|memory)\b))\b",
    re.IGNORECASE,
)
# "around 7:30 p.m.", "shortly after noon", "in the early hours".
HOUR = re.compile(
    r"\b(?:at|around|about|by|before|after|until|towards?|from)\s+(?:about\s|around\s)?(?:\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\b"
    r"|\d{1,2}[:.]\d\d\b|\d{4}\s(?:hrs|hours|gmt|local)\b|noon\b|midday\b|midnight\b|dawn\b|dusk\b|nightfall\b|daybreak\b"
    r"|sunrise\b|sunset\b|(?:first|last)\slight\b|\w+\so['’]clock\b"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=,|\sin\sthe\s))"
    r"|\bat\s(?:[01]\d|2[0-4])[0-5]\d\b(?!\s?(?:k?m|met|feet|ft|kil)\b)|\bin\sthe\s(?:early\s|late\s|small\s)?(?:morning|afternoon|evening|hours)\b",
    re.IGNORECASE,
)
# "On their way back, the raiders", "In the wake of the raid", "Before withdrawing", "As they fled".
GOING_ON = re.compile(
    r"\W*(?:(?:on|along)\s(?:their|its|his|the)\sway|(?:in|during)\sthe\s(?:wake|ensuing|course|process)\b|before\s"
    r"(?:leaving|withdrawing|fleeing|retreating|they\s(?:left|fled|withdrew))|(?:as|when|while)\s(?:they|he|it)\s"
    r"(?:left|fled|withdrew|retreated|went|moved|passed)|from\s(?:the|there)\b|(?:soon|shortly|immediately)\safter"
    r"|then\b|next\b|afterwards?\b|after\s(?:that|this)\b)",
    re.IGNORECASE,
)
LISTED = re.compile(r"\W*\d{1,2}[:.h]?\d\d\b|\s*[-–—•*]\s")
LEADS = 5  # first sentences, those of a head among them, of which one can sum up
NEXT = frozenset({"then", "afterwards", "afterward", "subsequently"})
EARLIER = frozenset({"after", "before", "despite", "following", "follow", "since"})
BACK, FAR_BACK = 4, 12  # sentences looked back over for the day of what is set apart, and of what goes on
OPENING = 4  # words of a paragraph by which it goes on


def day_around(
    parse: Parse,
    trigger: int,
    times: tuple[TimeExpression, ...],
    paragraphs: tuple[int, ...],
    written: date | None = None,
) -> When | None:
    """Return the day that the text gives to an event whose own sentence gives none, None without a cue.

    Parameters
    ----------
    parse, trigger
        The text, and the token index of the word that tells of the event.
    times
        The document's.
    paragraphs
        The number of the paragraph of each sentence.
    written
        The day on which the text was written, if known: that of an hour before which it names no day.
    """
    sentence = parse.sentences[parse.tokens[trigger].sentence]
    own = (t for t in starting_in(times, sentence.start, sentence.end) if not t.of_speech)
    if any(not _is_speakers(parse, t, trigger) for t in own):
        return None
    if is_set_apart(parse, sentence):
        return next(filter(None, (_day_of(parse, parse.sentences[n], times) for n in _before(sentence))), None)
    if _goes_on(parse, trigger) and sentence.index:
        return _day_of(parse, parse.sentences[sentence.index - 1], times)
    plain, now = _is_plain_past(parse, trigger), _is_perfect(parse, trigger)
    aside = parse.tokens[clause_of(parse, trigger)].dep == "relcl"
    told = _day_told(parse, sentence, times, paragraphs, aside=aside) if plain else None
    if told is None and plain and written and _is_first_hour(parse, sentence, times):
        return _day_of_telling(sentence, times) or When(written, written, "day", None)
    live = day_of_entry(parse.text, sentence, times, written) if told is None and (plain or now) else None
    return told or live or _day_of_lead(parse, sentence, times)


def _is_speakers(parse: Parse, time: TimeExpression, trigger: int) -> bool:
    """Tell whether a time is told of whoever tells of an event: "fired, said a merchant who arrived here today"."""
    head = head_token(parse, time.start, time.end)
    return head is not None and parse.tokens[trigger].pos == "VERB" and belongs_to_speaker(parse, head, trigger)


def _day_of_lead(parse: Parse, sentence: Sentence, times: tuple[TimeExpression, ...]) -> When | None:
    """Return the day of a lead that sums up what a sentence below tells."""
    lead = next((s for s in parse.sentences[:LEADS] if SUMS_UP.search(parse.text, s.start, s.end)), None)
    return _day_of(parse, lead, times) if lead and lead.index < sentence.index else None


def _day_told(
    parse: Parse, sentence: Sentence, times: tuple[TimeExpression, ...], paragraphs: tuple[int, ...], *, aside: bool
) -> When | None:
    """Return the one day of the last sentence above in the same paragraph that names any time but that of filing.

    A sentence that gives the hour, or says that it goes on, does so from a paragraph above, too: "Around noon three
    rockets hit the ferry", "Before withdrawing the raiders". So does one that names no place, where its paragraph opens
    with those told of: "The raiders then burned the huts."
    """
    told = any(t.of_speech for t in starting_in(times, sentence.start, sentence.end))  # "said on Tuesday that at dawn"
    onward = _gives_hour(parse, sentence) or GOING_ON.match(parse.text, sentence.start) is not None
    filed, hourly = filed_end(parse.text), onward and not told
    for number in _before(sentence, FAR_BACK):
        above = parse.sentences[number]
        parted = paragraphs[number] != paragraphs[number + 1] and not hourly
        if parted and (aside or not _goes_on_from(parse, number, paragraphs, sentence)):
            return None
        named = starting_in(times, max(above.start, filed), above.end)
        if any(not t.of_speech and not t.until for t in named):
            return _day_of(parse, above, times)
    return None


def _goes_on_from(parse: Parse, last: int, paragraphs: tuple[int, ...], sentence: Sentence) -> bool:
    """Tell whether what a sentence tells goes on from the paragraph that ends with another, and names nothing new.

    Its paragraph, and each between, opens with those told of there, or with somebody's words.
    """
    opening = [t.text.lower() for t in parse.sentence_tokens(parse.sentences[last + 1])[:OPENING]]
    if opening[:1] and opening[0] in QUOTES:
        return paragraphs[last + 1] != paragraphs[sentence.index] or opening[0] == _opening(parse, last, paragraphs)
    above = (s for s in parse.sentences[: last + 1] if paragraphs[s.index] == paragraphs[last])
    known = {t.text.lower() for s in above for t in parse.sentence_tokens(s) if t.text.isalpha()}
    names = {t.text.lower() for t in parse.sentence_tokens(sentence)[1:] if t.text[0].isupper()}
    return names <= known and goes_on(opening, known)


def _opening(parse: Parse, last: int, paragraphs: tuple[int, ...]) -> str:
    """Return the first word or mark of the paragraph of a sentence: somebody's words may go on from it."""
    first = next(s for s in parse.sentences if paragraphs[s.index] == paragraphs[last])
    return parse.tokens[first.first].text


def _gives_hour(parse: Parse, sentence: Sentence) -> bool:
    """Tell whether a sentence names an hour; one that heads its line is a list's."""
    line = line_start(parse.text, sentence.start)
    return HOUR.search(parse.text, sentence.start, sentence.end) is not None and not LISTED.match(parse.text, line)


def _is_first_hour(parse: Parse, sentence: Sentence, times: tuple[TimeExpression, ...]) -> bool:
    """Tell whether a sentence gives the hour of news, and no time is named from the head of the text to it."""
    named = starting_in(times, head_end(parse.text), sentence.start)
    return HOUR.search(parse.text, sentence.start, sentence.end) is not None and all(t.of_speech for t in named)


def _day_of_telling(sentence: Sentence, times: tuple[TimeExpression, ...]) -> When | None:
    """Return the day on which somebody tells of an hour: "said on Monday that at noon"."""
    days = (t.when for t in starting_in(times, sentence.start, sentence.end) if t.of_speech)
    return next((when for when in days if when.precision == "day"), None)


def _is_plain_past(parse: Parse, trigger: int) -> bool:
    """Tell whether an event's clause tells it and goes on in the past: not "had been shot", "after the raid"."""
    token = parse.tokens[trigger]
    earlier = token.pos != "VERB" and parse.tokens[token.head].lemma in EARLIER
    clause = parse.tokens[clause_of(parse, trigger)]
    if clause.dep == "relcl" and HOUR.search(parse.text, *_span(parse, clause.sentence)):
        clause = parse.tokens[
            clause_of(parse, clause.head)
        ]  # "at noon police were called to where a bomb had been left"
    return not earlier and not has_helper(parse, clause.index, "have")


def _is_perfect(parse: Parse, trigger: int) -> bool:
    """Tell whether an event's clause tells what has just happened: "armed men have stormed the radio"."""
    return any(t.text.lower() in {"have", "has"} for t in children(parse, clause_of(parse, trigger), "aux"))


def _span(parse: Parse, sentence: int) -> tuple[int, int]:
    return parse.sentences[sentence].start, parse.sentences[sentence].end


def _goes_on(parse: Parse, trigger: int) -> bool:
    """Tell whether an event's clause says that it came right after what was told: "a helicopter then fired rockets"."""
    return any(t.lemma in NEXT for t in children(parse, clause_of(parse, trigger), "advmod"))


def is_set_apart(parse: Parse, sentence: Sentence) -> bool:
    """Tell whether a sentence begins by setting what it tells apart from what was told: "Separately, five men …"."""
    return APART.match(parse.text, sentence.start) is not None


def _before(sentence: Sentence, back: int = BACK) -> range:
    return range(sentence.index - 1, max(-1, sentence.index - 1 - back), -1)


def _day_of(parse: Parse, sentence: Sentence, times: tuple[TimeExpression, ...]) -> When | None:
    """Return the only day of a sentence, days of telling and of what it tells by the way left out."""
    days = starting_in(times, max(sentence.start, filed_end(parse.text)), sentence.end)
    days = [t for t in days if t.when.precision == "day" or _is_night(t.when)]
    own = [t for t in days if not t.of_speech and not _is_aside(parse, t)]
    return own[0].when if len({(t.when.start, t.when.end) for t in own}) == 1 else None


def _is_night(when: When) -> bool:
    """Tell whether a time is two days in a row: "the night of 18-19 June"."""
    return when.start is not None and when.end is not None and (when.end - when.start).days == 1


def _is_aside(parse: Parse, time: TimeExpression) -> bool:
    head = head_token(parse, time.start, time.end)
    return head is not None and any(above.dep == "relcl" for above in ancestors(parse, head))
