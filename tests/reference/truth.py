"""Yes, no and not known, as the documents need them.

`True` is yes, `False` is no and `None` is not known. Silence and the word "unknown" are both not known; they differ in one
place only: the attestation `othersConsidered` answers silence with no and leaves an explicit "unknown" as it is (AMB-77).
"""

YES, NO, UNKNOWN = True, False, None

# What gives no reason and no role: the words that the decision on AMB-69 names, and nothing written at all.
NOTHING_GIVEN = {"", ".", "n/a", "tbc", "unknown", "no"}


def given(text):
    """Is this a reason or a role, and not a word that stands for none, a number or a sign alone?"""
    return isinstance(text, str) and text.strip().lower() not in NOTHING_GIVEN and any(map(str.isalnum, text)) and not text.strip().isdigit()


def merged(values, others_considered=False):
    """One answer from several places: a yes outweighs all, then an explicit unknown, then a no; silence says nothing."""
    said = [value for value in values if value is not SILENT]
    if True in said:
        return YES
    if any(value is None or value == "unknown" for value in said):
        return UNKNOWN
    if said:
        return NO
    return NO if others_considered else UNKNOWN


class _Silent:
    def __repr__(self):
        return "SILENT"


SILENT = _Silent()


def both(*values):
    """All of them: one no is enough for a no."""
    if any(value is False for value in values):
        return NO
    return UNKNOWN if any(value is None for value in values) else YES


def either(*values):
    """Any of them: one yes is enough for a yes."""
    if any(value is True for value in values):
        return YES
    return UNKNOWN if any(value is None for value in values) else NO


def opposite(value):
    """The other way round; what is not known stays so."""
    return None if value is None else not value
