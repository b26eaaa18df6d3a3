"""Names told by what they are and whose: "the Kosovo village of Racak", "Kech's Dosal district"."""

import re

SETTLED = "village|town|city|hamlet|settlement|community|suburb|neighbou?rhood|quarter|township|port"
UNITS = "province|region|state|department|district|governorate|county"
# Neither of these describes a place: "from Turkey through the border town of", "Russia takes town of".
FUNCTION = (
    "the|an?|this|that|its|their|his|her|our|and|or|but|to|into|onto|from|in|on|at|by|via|through|near|towards?|of|off|for"
    "|with|within|around|outside|inside|before|after|against|over|across|between|behind|beyond|past|as|is|was|were|are"
)
VERBS = r"[a-z]+(?<!ou)(?<!s)s|(?<!-)[a-z]+ed|took|hit|struck|lost|left"
DESCRIBING = rf"(?!(?:{FUNCTION}|{VERBS})\b)(?:[a-z]+|-)[\s-]+"
# Between the name of what holds a place and the place's own: "the Lebanese border village of Qana".
OF_HOLDER = re.compile(rf"(?:['’]s)?\s+(?:{DESCRIBING}){{0,3}}?(?:{SETTLED}|{UNITS})\s+of\s+(?:the\s+)?", re.IGNORECASE)


def is_told_of(text: str, end: int, start: int) -> bool:
    """Tell whether what stands between two names says that the first holds the second.

    Parameters
    ----------
    text, end, start
        The text, and where in it the first name ends and the second starts.
    """
    return OF_HOLDER.fullmatch(text, end, start) is not None
