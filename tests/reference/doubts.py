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


def _two_ages_and_a_doubt(facts):
    """An adult's age and a child's told of one, of whom somebody says that it is not known whether they are born."""
    every = facts.get("child") or {}
    return any(
        "unknown" in (every.get("unborn"), child.get("unborn")) and classify_concern.contradicted(facts, child) for child in facts.get("children") or ())


def _unborn_and_born(facts):
    """A child told as not born yet and as born."""
    every = facts.get("child") or {}
    told = [[every.get("unborn"), child.get("unborn"), "unborn-child" in [*(facts.get("concernTypes") or ()), *(child.get("concernTypes") or ())]]
            for child in facts.get("children") or ({},)]
    return any(True in one and any(said is False for said in one[:2]) for one in told)


def _all_cleared_beside_a_risk(facts):
    """Parents of whom a risk is told or not known, everybody who is named cleared, and warning anybody may harm."""
    family = facts.get("family") or ()
    return family and facts.get("parentsPoseRisk") in (True, "unknown") and _warning_may_harm(facts) and all(
        one.get("posesRisk") is False or facts["parentsPoseRisk"] is True for one in family)


def _warning_may_harm(facts):
    return "fabricated-or-induced-illness" in (facts.get("concernTypes") or ()) or any(
        facts.get(name) in (True, "unknown") for name in ("fiiConcern", "raisingRisksHarm"))


def _begun_at(facts):
    """The moments from which a time of hours counts."""
    said = [facts.get("spocRequestAt"), facts.get("decisionAt"), *(request.get("requestedAt") for request in facts.get("requests") or ())]
    return [days.moment(one) for one in said if one]


def _ends_as_it_begins(facts):
    ends = [days.moment(said) for said in (facts.get("meetingStart"), (facts.get("proforma") or {}).get("returnBy")) if said]
    return any(at in ends for at in _begun_at(facts))


def _begun_ahead_and_ended(facts):
    """Asked for at a moment that is yet to come, and bounded by the end of the meeting alone."""
    now = days.moment(facts.get("now"))
    return now is not None and facts.get("meetingEndedAt") and not facts.get("meetingStart") and any(at > now for at in _begun_at(facts))


DOUBTS = {
    "classifyConcern": {
        # The package asks whether they are born, and not which age is right.
        "two ages that contradict each other, and doubt whether they are born": _two_ages_and_a_doubt,
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
        # The package takes the child from the list, and mostly says nothing of it.
        "a child told as not born yet and as born": lambda facts: facts.get("meetingType", "").startswith("tac") and _unborn_and_born(facts),
        # The package leaves those who are named to come or not, though whoever is perhaps not born is called competent.
        "one of several who is competent is perhaps not born": lambda facts: (
            facts.get("fraserCompetent") is True and facts.get("signedCafSelf") is True
            and any(child.get("unborn") in (True, "unknown") for child in facts.get("children") or ())),
        # The package says of those who are named that a risk is recorded, where it is only not known.
        "somebody of the family is named, and it is not known whether warning may harm": lambda facts: (
            facts.get("family") and "unknown" in (facts.get("fiiConcern"), facts.get("raisingRisksHarm"))),
        # Another agency's chair is neither manager nor deputy; the package says so only where a role or a deputy is told.
        "a chair of another agency, and neither role nor deputy told": lambda facts: (
            facts.get("chair", {}).get("agency") not in (None, "childrens-social-care")
            and "role" not in facts["chair"] and not isinstance(facts["chair"].get("nominatedDeputy"), bool)),
    },
    "reportQuarter": {
        # The package does not count as late what was no meeting, whenever it began.
        "no start of a meeting, and somebody absent without whom it is none": lambda facts: any(
            meeting.get("concern") and not meeting.get("startedAt") and any(
                one.get("attended") is False and one["agency"] in guide.CORE for one in meeting.get("agencies") or ()) for meeting in facts["meetings"]),
    },
    "listDeadlines": {
        # The package does not name those of whom nobody is cleared among whom papers are kept from.
        "everybody who is named is cleared beside a risk, and warning may harm": _all_cleared_beside_a_risk,
        # The package forgets the bound.
        "asked for ahead of now, and bounded by the meeting's end alone": _begun_ahead_and_ended,
        # The package takes what was returned before it was asked for to be in time.
        "a time that ends at the moment at which it begins": _ends_as_it_begins,
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
