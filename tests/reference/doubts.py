"""Where the reference and the package are known to differ, because nobody has decided yet or because the package is still to be
mended: left out and counted, until they agree.

Delete an entry as soon as they do; `--doubts` compares everything.
"""

import classify_concern
import days
import multi_agency_meetings as guide
from cases import odd_word_in
from otherwise import plainly
from stacks import stack


def _asks(facts, document):
    return document in stack(facts)


def _moment_beside_adult(facts):
    """A moment of action beside a child's no, and an adult among them, who has no strategy meeting."""
    people = facts.get("children") or ()
    return "immediateActionAt" in facts and any(classify_concern.adult(facts, child) for child in people) and any(
        needed is False for needed, _ in classify_concern.needs(facts))


def _close_may_end_it(facts):
    """The day is the same and known; a limit of working days that only may apply would end it at the office's close."""
    begun, _ = classify_concern.starts(facts)
    if "closeOfDay" not in facts or begun is None:
        return False
    calendar = days.calendar(facts.get("bankHolidays"))
    for child in facts.get("children") or ({},):
        values = classify_concern.truths(facts, child)
        known = tuple(value is True for value in values)
        if classify_concern.first_end(values, begun, calendar, facts["closeOfDay"]) != (
                classify_concern.first_end(known, begun, calendar, facts["closeOfDay"])) and (
                classify_concern.earliest(values, begun, calendar)[0] == classify_concern.earliest(known, begun, calendar)[0]):
            return True
    return False


DOUBTS = {
    "classifyConcern": {
        # The package compares the days of what was taken back, and not the moments.
        "an office's earlier close of day, and a concern that was taken back": lambda facts: (
            "closeOfDay" in facts and (facts.get("previousResult") or {}).get("concerns")),
        # The package lets a discussion of that day count.
        "a start that is told ahead of now, and a discussion of a day alone": lambda facts: any(
            len(meeting.get("at") or "") == 10 for meeting in facts.get("held") or ()) and any(
            facts.get(start) and facts.get("now") and days.moment(facts[start]) > days.moment(facts["now"])
            for start in ("concernsIdentifiedAt", "referralReceivedAt", "immediateActionAt")),
        # The package lets the adult's silence explain the moment, and the child's day is then a later one.
        "a moment of action beside a child's no, and an adult among them": _moment_beside_adult,
        # The package counts a limit that may apply only where the day itself hangs on it.
        "an office's earlier close of day, and a limit that only may apply": _close_may_end_it,
    },
    "listAttendees": {
        # The package leaves those who are named to come or not, though whoever is perhaps not born is called competent.
        "one of several who is competent is perhaps not born": lambda facts: (
            facts.get("fraserCompetent") is True and facts.get("signedCafSelf") is True
            and any(child.get("unborn") in (True, "unknown") for child in facts.get("children") or ())),
        # Another agency's chair is neither manager nor deputy; the package says so only where a role or a deputy is told.
        "a chair of another agency, and neither role nor deputy told": lambda facts: (
            facts.get("chair", {}).get("agency") not in (None, "childrens-social-care")
            and "role" not in facts["chair"] and not isinstance(facts["chair"].get("nominatedDeputy"), bool)),
    },
    "listDeadlines": {
        # The package takes the duty away in silence.
        "a family that was not there, and parents who were": lambda facts: (
            _asks(facts, "bracknell-forest-tac") and facts.get("familyPresent") is False and facts.get("parentsPresent") is True),
        # The package takes a serious kind of concern for Durham's "highest"; an hour either way, and only whether it is provisional.
        "the risk at its highest, told by a kind of concern alone": lambda facts: _asks(facts, "county-durham") and any(
            kind in guide.KIND_MAKES for kind in facts.get("concernTypes") or ()),
    },
}


def about(question, facts):
    """The doubt that such a case falls under, or None."""
    if odd_word_in(facts):
        return None    # refused, whatever else there is
    facts = plainly(facts)
    for doubt, applies in DOUBTS.get(question, {}).items():
        if applies(facts):
            return doubt
    return None
