"""Northamptonshire: multidisciplinary team meetings, terms of reference of 2020 (ids NH-...)."""

from datetime import date

from truth import NO, UNKNOWN, YES, both, either, opposite

ID = "northamptonshire-mdt"
# "The multi-disciplinary locality meetings will no longer take place" (AMB-41).
MANAGER_OR_ABOVE = ("childrens-service-manager",)
# Managers of any service: of children's where the agency says so.
OF_ANY_SERVICE = ("service-manager", "head-of-service", "assistant-director", "director")
# Roles that are certainly below; a role that neither list names may be above, and is asked.
BELOW = ("team-manager", "social-worker", "senior-social-worker", "team-coordinator", "business-support")
# Nobody of another body stands above a Children's Service manager.
OF_OTHERS = ("headteacher", "health-visitor")
LOCALITY_ENDED = date(2020, 9, 1)


def attendees(case):
    if case.meeting == "mdt-locality":
        if case.as_of is not None and case.as_of < LOCALITY_ENDED:
            case.add("required", ("named-representatives",), "must", "NH-03")
            case.add("required", ("police",), "must", "NH-17", case.fact("policeActivelyInvolved"))
        case.add("required", ("business-support",), "must", "NH-40")
    elif case.meeting == "mdt-countywide":
        case.add("required", ("business-support",), "must", "NH-40")
        case.add("expected", ("named-representatives",), "must", "NH-03/countywide")
        case.add("expected", ("childrens-social-care", "health", "education"), "should", "NH-22")


def chair(case, chair):
    """Locality: a Children's Service manager or above (NH-15). Countywide: whoever the representatives agree on (NH-23)."""
    if case.meeting == "mdt-countywide":
        return case.known_of(chair, "agreedByRepresentatives")
    if case.meeting == "mdt-locality" and case.as_of is not None and case.as_of < LOCALITY_ENDED:
        role = chair.get("role")
        if chair.get("agency") not in (None, "childrens-social-care"):
            return False
        if role in OF_ANY_SERVICE:
            return YES if chair.get("agency") else UNKNOWN
        return YES if role in MANAGER_OR_ABOVE else NO if role in BELOW + OF_OTHERS else UNKNOWN
    return case.silent


def deadlines(case):
    """Those of "each meeting" stand for whatever meeting is asked about, also after its end (NH-58 tells that it has none)."""
    if not case.about("mdt-countywide", "mdt-locality"):
        return
    held_then = case.as_of is not None and case.as_of < LOCALITY_ENDED
    locality = held_then and case.about("mdt-locality")
    if locality:
        case.due("tell-police-which-children", "must", (), ("police",), case.then("meetingStart"))
        involved = case.fact("policeActivelyInvolved")
        if involved is not True:
            case.due("send-police-their-actions", "must", (), ("police",), provisional=involved is UNKNOWN)
    case.due("share-list-of-children", "must", ("mdt-attendees",), ("mdt-lead", "other-participants"), case.then("meetingStart"))
    # "Either in another MDT if concerns remain high or in the next core group or planned review meeting" (NH-45).
    high = case.fact("concernsRemainHigh")
    reviewed = case.first(case.then("nextCoreGroup"), case.then("nextReview")) if high is not YES else None
    case.due("review-actions", "must", (), (), reviewed, provisional=high is UNKNOWN)
    if held_then or case.meeting != "mdt-locality":    # they no longer take place (NH-58)
        case.due("next-meeting", "must", (), (), case.weeks("lastMeeting", 1))
    case.due("send-summary", "must", ("mdt-lead",), ("assistant-director-safeguarding-and-early-help", "designated-nurse"))
    case.due("share-themes-report", "must", (), ("safeguarding-partnership",), case.months("lastThemesReport", 3))
    case.due("report-emerging-issues", "should", (), ("strategic-partners-meetings",))
    case.due("report-to-partnership", "must", (), ("safeguarding-partnership",))


def routes(case):
    held_then = case.as_of is not None and case.as_of < LOCALITY_ENDED
    if not held_then:
        case.verdict("mdt-locality", "ruled-out")
    for meeting in ("mdt-locality", "mdt-countywide") if held_then else ("mdt-countywide",):
        case.criteria(meeting, [rule for rule, speaks in (
            ("NH-30", YES in (case.fact("highRisk"), case.fact("highestRisk")) or case.word("accessIssue") in ("school", "health-care", "social-care")),
            ("NH-31", case.fact("repeatPoliceInvolvement") is True),
            ("NH-32", case.fact("placementFragile") is True),
            ("NH-33", case.fact("wellbeingDeteriorating") is True),
        ) if speaks])
    named = [case.child_fact(status) for status in ("lookedAfter", "careLeaver")]
    age = (case.facts.get("child") or {}).get("age")
    named.append(both(case.child_fact("ehcp"), age <= 25 if isinstance(age, int) else YES if age is None and case.attested else UNKNOWN))
    named.append(case.fact("highestRisk"))
    if not held_then:
        named += [case.child_fact(status) for status in ("disability", "additionalNeeds")]
    # The lists are open (AMB-76): who is not named is never out.
    case.scope("mdt-countywide", {True: "in-scope", False: "not-named", None: "not-established"}[either(*named)])
    # "These meetings do not replace normal case management arrangements or escalation/conflict resolution routes. MDTs are also not
    # a route for referrals into social care."
    route = ROUTE_OF_PURPOSE.get(case.word("purpose"))
    if route:
        case.lead(route)
        case.verdict("mdt-countywide", "ruled-out")
    if case.fact("safeguardingConcern") is True:
        case.lead("safeguarding-referral")


ROUTE_OF_PURPOSE = {
    "case-management": "normal-case-management",
    "disagreement": "escalation",
    "referral": "early-help-or-safeguarding-referral",
}


def items(case):
    if not case.about("mdt-countywide"):
        return
    case.items("must", "NH-04", "NH-34", "NH-35", "NH-38", "NH-40", "NH-41", "NH-44", "NH-47", "NH-48", "NH-51", "NH-53", "NH-54",
               "NH-55", "NH-66a")
    case.items("should", "NH-01", "NH-49", "NH-50")
    case.items("may", "NH-27", "NH-28", "NH-39")
    meals = case.child_fact("fsm")
    case.items("must", "NH-56", when=meals)
    case.items("may", "NH-57", when=both(meals, opposite(case.fact("foodReceived"))))
    case.met("NH-40", case.fact("businessSupportPresent"))
    case.met("NH-41", case.fact("summaryTemplateCompleted"))
