"""The same facts written otherwise, as forms and databases write them: nothing there, `null` or "unknown" for what nobody knows, a
space for the `T` of a time, fields in any order. No decision may hang on it: `plainly` reads them before the reference does."""

import re

MOMENT = re.compile(r"\d{4}-\d\d-\d\d(T.*)?")
# Moments and words that may be left out: there "unknown" is no answer, but nothing told.
LEFT_OUT_WHEN_UNKNOWN = {
    "asOf", "now", "returnBy", "requestedAt", "returnedAt", "timescale", "dueBy", "consentUntil", "decidedAt", "closeOfDay",
    "concernsIdentifiedAt", "referralReceivedAt", "immediateActionAt", "meetingStart", "meetingEndedAt", "lastMeeting", "decisionAt",
    "spocRequestAt", "lastQuarterlyReportAt", "lastThemesReport", "nextCoreGroup", "nextReview", "initialMeetingDate", "startedAt", "endedAt", "othersConsidered",
}
# Whoever or whatever an entry is about, which no entry goes without, and what names what is asked for.
NEEDED = {
    "area", "packs", "meetingType", "ref", "at", "agency", "name", "who", "relation", "duty", "due", "date", "replaces", "from", "until",
    "createdAt", "action", "meetings", "attendance", "role", "reason", "stage", "previousResult", "concern", "planned", "decidedBy",
    "child", "subject", "concerns", "proforma", "venue", "lp",
}
# Named freely: no entry stands for nothing.
BY_NAME = {"attendance", "done"}


def otherwise(chance, facts, attested=False, within=None):
    """Each place of some cases, written in another way that means the same."""
    if isinstance(facts, list):
        return [otherwise(chance, one, attested, within) for one in facts]
    if not isinstance(facts, dict):
        return facts
    attested = attested or facts.get("othersConsidered") is True
    written = {}
    for name in chance.sample(list(facts), len(facts)):
        value = facts[name] if name in BY_NAME else otherwise(chance, facts[name], attested, name)
        drawn = chance.random()
        if name in LEFT_OUT_WHEN_UNKNOWN and drawn < 0.06:
            value = "unknown"
        # Whether an attestation, or a no that was said of all, answers what is named and left empty, no document says.
        elif name not in NEEDED and not attested and within != "concerns" and drawn < 0.1:
            value = None
        elif isinstance(value, str) and MOMENT.fullmatch(value) and drawn < 0.4:
            value = value.replace("T", " ")
        written[name] = value
    return written


def plainly(facts):
    """The facts without what says nothing."""
    if isinstance(facts, list):
        return [plainly(one) for one in facts]
    if isinstance(facts, dict):
        return {name: plainly(value) for name, value in facts.items()
                if value is not None and not (value == "unknown" and name in LEFT_OUT_WHEN_UNKNOWN)}
    return facts.replace(" ", "T") if isinstance(facts, str) and MOMENT.fullmatch(facts.replace(" ", "T")) else facts
