"""On what basis may information be shared, and what must be recorded?

The record is each document's own: Northamptonshire's paragraph names two fields and rests on a high risk of harm (AMB-47),
Hampshire's guidance the basis and who is told, and everywhere what the law and the national advice ask for (outside.md, O-05 to
O-08). Nothing here ever blocks a share that safeguards (AMB-53, AMB-83).
"""

import days
import northamptonshire_mdt
import professionals_meetings
from truth import NO, SILENT, UNKNOWN, YES, given, merged

RECOGNISED_SINCE = days.moment("2026-02-05")    # O-05
BASES = {"legal-obligation", "public-task", "recognised-legitimate-interest", "legitimate-interests", "vital-interests", "consent"}
NOT_FOR_PUBLIC_BODIES = {"recognised-legitimate-interest", "legitimate-interests"}

SAFEGUARDS = {"to safeguard the child"}
ALWAYS = ("informationShared", "sharedWith", "purpose", "lawfulBasis", "decidedBy", "decidedAt")

TEXTS = ("informationShared", "sharedWith", "purpose", "decidedBy", "reasoningNotSought", "reasonNotInformed")


def answer(facts, stack):
    def truth(name):
        return merged([facts.get(name, SILENT)])

    sought, informed = truth("consentSought"), truth("familyInformed")
    northamptonshire = northamptonshire_mdt.ID in stack
    hampshire = professionals_meetings.ID in stack
    wanted = set(ALWAYS) | {"familyInformed"} if not northamptonshire else {"informationShared"}
    # Its ground covers children at high risk; "≠ true" is no and not known alike.
    if northamptonshire and truth("highRisk") is not YES:
        wanted.add("lawfulBasis")
    if not hampshire:
        wanted.add("consentSought")
    if sought is NO and not hampshire:
        wanted.add("reasoningNotSought")
    if informed is NO and not northamptonshire:
        wanted.add("reasonNotInformed")
    if hampshire and informed is NO:
        wanted.add("agreementSought")    # what came of it is recommended: the text asks that it is sought
    if truth("specialCategory") is YES:
        wanted.add("art9Condition")
    if truth("criminalOffenceData") is YES:
        wanted.add("criminalCondition")
    missing = {name for name in wanted if not _recorded(facts, name)}
    # What stands there and says nothing is not recorded, whether or not a document asks for it; no reason is needed for what was done.
    settled = {"reasoningNotSought": sought, "reasonNotInformed": informed}
    missing |= {name for name in TEXTS if settled.get(name) is not YES and _says_nothing(facts.get(name))}
    if facts.get("lawfulBasis") and not _recorded(facts, "lawfulBasis"):
        missing.add("lawfulBasis")
    # A basis that is closed to public bodies is relied on, and nobody says whether the body is one (O-05).
    if facts.get("lawfulBasis") in NOT_FOR_PUBLIC_BODIES - set(excluded(facts)) and "controller" not in facts:
        missing.add("controller")
    # Consent is relied on, and nobody knows whether it was given.
    if facts.get("lawfulBasis") == "consent" and _consent(facts, truth) == "not-known":
        missing.add("consentGiven")
    # What contradicts itself counts for nothing before it is corrected.
    missing = sorted(missing | {name for name, contradicted in (
        ("consentSought", (sought is YES and given(facts.get("reasoningNotSought"))) or (sought is NO and truth("consentGiven") is YES)),
        ("familyInformed", informed is YES and given(facts.get("reasonNotInformed"))),
        ("familyInformed", informed is NO and facts.get("sharedWith") in ("the parents", "mother")),    # the reason names nobody
        ("agreementSought", truth("agreementSought") is NO and (given(facts.get("agreedBy")) or "agreementOutcome" in facts)),
        ("agreementSought", hampshire and informed is NO and truth("agreementSought") is NO),    # it was to be sought (HP-11.2b)
        ("childAtRisk", truth("childAtRisk") is NO and (facts.get("purpose") in SAFEGUARDS or truth("highRisk") is YES)),
    ) if contradicted})
    shown = {
        "missing": missing,
        "complete": not missing,
        "sharingBlocked": False,
        "consent": _consent(facts, truth),
        "excluded": excluded(facts),
    }
    if truth("childAtRisk") is YES:
        shown["consentRequired"] = False
    if hampshire:
        without = truth("agreementSought")
        met = True if without is YES else False if informed is NO and without is NO else "not-established"
        # Sought is met by asking; going ahead without the family needs the agreement too (AMB-52).
        if met is not False:
            met = {"not-agreed": False, "partly-agreed": "not-established"}.get(facts.get("agreementOutcome"), met)
            # Where nobody is named, nobody is known to have agreed.
            if met is True and facts.get("agreementOutcome") == "agreed" and facts.get("agreedBy") not in (None, "unknown") and not given(facts["agreedBy"]):
                met = "not-established"
        # Whoever was told leaves nothing to go ahead without.
        shown["preconditionMet"] = None if informed is YES else met
    # Unknown never discloses (law 8): where somebody says that the risk is not known, nobody is told meanwhile.
    risk = any(facts.get(name) in (True, "unknown") for name in ("parentsPoseRisk", "fiiConcern"))
    if informed is NO:
        shown["informFamily"] = "exception-recorded" if given(facts.get("reasonNotInformed")) else "exception-to-record"
    elif informed is UNKNOWN:
        shown["informFamily"] = "not-yet" if risk else "inform"
    elif any(facts.get(name) is True for name in ("parentsPoseRisk", "fiiConcern")):
        shown["informFamily"] = "not-yet"    # whoever was told once is told nothing more
    return shown


def _says_nothing(text):
    return isinstance(text, str) and text not in ("", "unknown") and not given(text)


def _recorded(facts, name):
    value = facts.get(name)
    if isinstance(value, bool):
        return True
    if name == "lawfulBasis":
        return value in BASES and value not in excluded(facts)
    return given(value) and not (name == "art9Condition" and value in excluded(facts))


def _consent(facts, truth):
    """What was taken back, has ended or was refused never counts as given, nor does what nobody sought."""
    if truth("consentWithdrawn") is YES:
        return "withdrawn"
    if truth("consentGiven") is NO:
        return "refused"
    until = days.moment(facts.get("consentUntil"))
    at = days.moment(facts.get("date") or facts.get("decidedAt") or facts.get("createdAt"))
    said = [facts.get("consentUntil"), facts.get("date") or facts.get("decidedAt") or facts.get("createdAt")]
    by_day = any(len(one) <= 10 for one in said if one)    # of a day alone only the day tells
    ended = until is not None and at is not None and (days.london_day(until) < days.london_day(at) if by_day else until < at)
    if truth("consentGiven") is YES and ended:
        return "ended"
    if truth("consentSought") is NO:
        return "not-sought"
    # Whether it was taken back is open: it does not count until that is answered.
    if truth("consentGiven") is not YES or facts.get("consentWithdrawn") == "unknown":
        return "not-known"
    return "partly" if given(facts.get("consentCovers")) else "given"


def excluded(facts):
    """Bases that are not open: to public bodies for their tasks, before they were in force, and on consent that nobody has."""
    excluded = set(NOT_FOR_PUBLIC_BODIES) if facts.get("controller") == "public-authority" else set()
    # On the day of the share, or where nobody told it of the rules that are asked for.
    at = days.moment(facts.get("date") or facts.get("decidedAt") or facts.get("asOf"))
    if at is not None and at < RECOGNISED_SINCE:
        excluded.add("recognised-legitimate-interest")
    # Consent that was refused, taken back, has ended or was never sought carries nothing.
    if _consent(facts, lambda name: merged([facts.get(name, SILENT)])) in ("withdrawn", "refused", "ended", "not-sought"):
        excluded.add("consent")
        if merged([facts.get("specialCategory", SILENT)]) is not NO:    # a condition is asked of special categories alone
            excluded.add("explicit-consent")
    return sorted(excluded)
