"""Who denies what a text tells: "…, which Kigali denies", "said it had no part in it", "a denial from the ministry"."""

from geo.denials.denying import denial_words, denials, deniers, is_denied_in
from geo.denials.lies import TRUTH, is_untrue
from geo.denials.of_oneself import is_own_denial
from geo.denials.others_did import others_did
from geo.denials.rebutting import is_charge, is_known_matter, issuers
from geo.denials.retorts import absent_deed, holds_nobody, is_firm, is_retort, unharmed
from geo.denials.shares import is_disowned, is_rebutted, share_in
from geo.denials.words import OWN_POSSESSIVES, PARTS, SELF, marked, violence

__all__ = [
    "OWN_POSSESSIVES",
    "PARTS",
    "SELF",
    "TRUTH",
    "absent_deed",
    "denial_words",
    "denials",
    "deniers",
    "holds_nobody",
    "is_charge",
    "is_denied_in",
    "is_disowned",
    "is_firm",
    "is_known_matter",
    "is_own_denial",
    "is_rebutted",
    "is_retort",
    "is_untrue",
    "issuers",
    "marked",
    "others_did",
    "share_in",
    "unharmed",
    "violence",
]
