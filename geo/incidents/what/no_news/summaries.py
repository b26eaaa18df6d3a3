"""Where a text sums up what it tells elsewhere: its title, titles of paragraphs, headlines that are read out."""

import re
from functools import lru_cache

from geo.incidents.where.titles import is_title
from geo.layout.dateline import PROSE
from geo.layout.fields import form_around
from geo.layout.lines import line_start
from geo.model import Parse, Sentence
from geo.model.remembered import remembered

HEAD = 600  # characters from the start of a text in which its title stands
LONGEST = 160  # characters of a title
BESIDE = 4  # sentences behind one of which the next may share its line
STOPS = ".!?:;,"
TELLING, MANY = 5, 3  # words of a line that may tell of a deed; such lines in a row that are no title with a line below
ITEM = re.compile(r"\s*(?:[-–—•*·>#(\[]|\d+[.):\]])")  # what an item of a list begins with
_NAMES = r"(?:news |main |key )*(?:headlines|highlights|points|messages|developments)"
# "HIGHLIGHTS", "Key points:", "In brief": a line of its own above what it heads; blank lines may follow it.
HEADING = re.compile(
    rf"^[^\S\n]*(?:the )?(?:{_NAMES}|in brief|at a glance)\b[^\n.]{{0,20}}\n\s*(?P<block>(?:[^\n]+\n?)+)",
    re.IGNORECASE | re.MULTILINE,
)
# "First the headlines.", "The main points again:": the rest of its paragraph.
READ_OUT = re.compile(
    r"\b(?:the|our|today's) (?:news |main |top )*(?:headlines|points|stories)(?: again| once more)?[.:]"
    r"\s*(?P<block>(?:[^\n]+\n?)+)",
    re.IGNORECASE,
)
# A cable's "SUMMARY: … END SUMMARY."
SUMMARY = re.compile(
    r"^[^\w\n]*(?:\d+\. *)?(?:\(\w{1,3}\) *)?SUMMARY\b(?P<block>.{1,1500}?)END (?:OF )?SUMMARY",
    re.MULTILINE | re.DOTALL,
)


@remembered
def is_summary(parse: Parse, sentence: Sentence) -> bool:
    """Tell whether a sentence sums up what its text tells elsewhere."""
    if form_around(parse.text, sentence.start) is not None:
        return False
    if is_title(parse, sentence) or _is_title_of_text(parse, sentence):
        return True
    return any(start <= sentence.start < end for start, end in _blocks(parse.text))


def _is_title_of_text(parse: Parse, sentence: Sentence) -> bool:
    """Tell whether a sentence is a line without a stop above the first paragraph."""
    if sentence.start > HEAD:
        return False
    text = parse.text
    start = line_start(text, sentence.start + 1)
    end = text.find("\n", max(sentence.start, sentence.end - 1))
    line = text[start : max(end, 0)].strip()
    if not line or len(line) > LONGEST or line[-1] in STOPS or ITEM.match(line):
        return False
    if any(_runs_over(text, each, start, end) for each in parse.sentences[: sentence.index + BESIDE]):
        return False
    alone = PROSE.search(text, 0, start) is None and not _is_one_of_many(text, start, end)
    return alone and PROSE.search(text, end) is not None


def _is_one_of_many(text: str, start: int, end: int) -> bool:
    """Tell whether a line stands right among others that tell something without a stop, as the entries of a list do."""
    block = text[text.rfind("\n\n", 0, start) + 1 : e if (e := text.find("\n\n", end)) >= 0 else len(text)]
    lines = [line.strip() for line in block.split("\n")]
    return sum(len(line.split()) >= TELLING and line[-1] not in STOPS for line in lines if line) >= MANY


def _runs_over(text: str, sentence: Sentence, *edges: int) -> bool:
    """Tell whether a sentence goes on beyond an edge of a line: such lines are broken anywhere and are no titles."""
    end = sentence.start + len(text[sentence.start : sentence.end].rstrip())
    return any(sentence.start < edge < end for edge in edges)


@lru_cache(maxsize=8)
def _blocks(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span("block") for shape in (HEADING, READ_OUT, SUMMARY) for match in shape.finditer(text))
