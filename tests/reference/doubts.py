"""Where the reference and the package are known to differ and nobody has decided yet: left out and counted, until they are.

Delete an entry as soon as it is decided; `--doubts` compares everything.
"""

import record_consent_basis
from cases import odd_word_in
from stacks import stack


def _asks(facts, document):
    return document in stack(facts)


def _before(facts, first, second):
    documents = stack(facts)
    return first in documents and second in documents and documents.index(first) < documents.index(second)


def _ages_against_each_other(facts):
    """A child's own age of 18 or more beside an age under 18, or unborn, said of all; and the other way round."""
    every = facts.get("child") or {}
    for child in facts.get("children") or ():
        people = (every, child)
        ages = [person["age"] for person in people if isinstance(person.get("age"), int)]
        if any(age >= 18 for age in ages) and (min(ages) < 18 or any(person.get("unborn") is True for person in people)):
            return True
    return False


def _earlier_date_without_start(facts):
    """An earlier date and an earlier yes, and no start that is known now."""
    earlier = facts.get("previousResult") or {}
    return "concerns" in earlier and not any(
        name in facts for name in ("concernsIdentifiedAt", "referralReceivedAt", "immediateActionAt"))


def _adult_beside_child(facts):
    ages = [child.get("age") for child in facts.get("children") or ()]
    grown = [isinstance(age, int) and age >= 18 for age in ages]
    return any(grown) and (not all(grown) or facts.get("otherChildrenAtRiskNow") is True)


DOUBTS = {
    "reportQuarter": {
        "a holiday added for the quarter, and the limit of a concern": lambda facts: "bankHolidays" in facts and any(
            "concern" in meeting for meeting in facts["meetings"]),
    },
    "makeChecklist": {
        "a family that stayed away from a young person who decides alone": lambda facts: _asks(facts, "bracknell-forest-tac") and (
            facts.get("parentsPresent") is not True
            and False not in (facts.get("fraserCompetent"), facts.get("signedCafSelf"))),
    },
    "recordConsentBasis": {
        "consent given for a part, which nobody sought": lambda facts: facts.get("consentSought") is False and (
            facts.get("consentGiven") is True and "consentCovers" in facts),
        "a basis that is not open to that body, or was not in force": lambda facts: (
            facts.get("lawfulBasis") in record_consent_basis.excluded(facts)),
        "Northamptonshire's ground, with a risk of which nobody knows": lambda facts: _asks(facts, "northamptonshire-mdt") and (
            facts.get("highRisk", "unknown") == "unknown"),
    },
    "chooseMeeting": {
        "an odd word said of all, beside several children": lambda facts: "children" in facts and odd_word_in(
            {name: facts.get(name) for name in ("child", "concerns")}),
        "an adult beside a child: is the adult's route among the routes?": _adult_beside_child,
        "a meeting in which no name is shared, of a kind that nobody told": lambda facts: facts.get("identifiable") is False,
    },
    "classifyConcern": {
        "ages that contradict each other, among several children": _ages_against_each_other,
        "an earlier date and an earlier yes, and no start": _earlier_date_without_start,
        "an office's earlier close of day where the same day governs": lambda facts: "closeOfDay" in facts and bool(facts.get("children")),
    },
    "listAttendees": {
        "the guide named before Durham's protocol": lambda facts: _before(facts, "multi-agency-meetings", "county-durham"),
        "a team manager of an agency that is not known": lambda facts: facts.get("chair", {}).get("role") == "team-manager" and "agency" not in facts["chair"],
        "a chair without a role, recorded as no deputy": lambda facts: "role" not in facts.get("chair", {"role": ""}) and "nominatedDeputy" in facts["chair"],
        "a risk recorded of somebody named, at a team around the child": lambda facts: facts["meetingType"].startswith("tac") and any(
            member.get("posesRisk") is True for member in facts.get("family") or ()),
    },
    "listDeadlines": {
        "the minutes of two documents": lambda facts: _asks(facts, "county-durham") and _asks(facts, "professionals-meetings"),
        "minutes for a family, with nothing known of whether that is appropriate": lambda facts: _asks(facts, "professionals-meetings") and (
            facts.get("familyAppropriate", "unknown") == "unknown"),
    },
}


def about(question, facts):
    """The doubt that such a case falls under, or None."""
    for doubt, applies in DOUBTS.get(question, {}).items():
        if applies(facts):
            return doubt
    return None
