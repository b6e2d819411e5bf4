"""County Durham: protocol for multi-agency engagement in strategies and section 47 enquiries (ids CD-...)."""

import multi_agency_meetings as guide
from truth import NO, SILENT, UNKNOWN, YES, both, either, merged, opposite

ID = "county-durham"


def attendees(case):
    facts = case.facts
    if case.meeting == "strategy":
        case.add("required", guide.CORE, "must", "CD-03a")
        if guide.ID not in case.stack:
            case.add("optional", ("referring-agency",), "may", "CD-04a")
        case.add("optional", ("school-or-nursery",), "may", "CD-04b")
        case.add("optional", facts.get("services") or (), "may", "CD-04d")
        for agency in facts.get("agencies") or ():
            case.add("optional", (agency["name"],), "may", "CD-04", open_question=True)    # "when relevant": the chair says
    elif case.meeting == "s47":
        case.add("required", ("lead-social-worker",), "must", "CD-24")
        # All agencies engage: those of the strategy meeting, and any that may have relevant knowledge.
        case.add("required", (*guide.CORE, "referring-agency", *(facts.get("services") or ())), "must", "CD-25a")
        for agency in facts.get("agencies") or ():
            informed = case.known_of(agency, "hasRelevantInformation")
            case.add("required", (agency["name"],), "must", "CD-25a", informed)
            if informed is NO:
                case.add("expected", (agency["name"],), "should", "CD-25b", case.known_of(agency, "directInvolvement"))
        case.add("optional", ("school-or-nursery",), "may", "CD-04e")


# Of an assistant director nobody knows whose they are.
DEPUTIES = {
    "csc-team-manager": YES, "team-manager": YES, "advanced-practitioner": YES, "childrens-service-manager": YES, "head-of-service": YES,
    "headteacher": NO, "health-visitor": NO,
}


def chair(case, chair):
    """"Shall in all cases be the relevant Children's Social Care Team Manager, or their nominated deputy" (paragraph 9)."""
    if case.meeting != "strategy":
        return case.silent
    role, agency = chair.get("role"), chair.get("agency")
    if agency not in (None, "childrens-social-care"):
        return False    # neither its manager nor their deputy
    manager = UNKNOWN if role is None else role == "csc-team-manager"
    if role == "team-manager":
        manager = UNKNOWN if agency is None else agency == "childrens-social-care"
    # A deputy is somebody whom social care could nominate: a manager of its own or a senior practitioner (AMB-64).
    could_be = DEPUTIES.get(role, UNKNOWN)
    if could_be is UNKNOWN and role == "assistant-director" and agency is not None:
        could_be = YES
    return either(manager, both(case.known_of(chair, "nominatedDeputy"), could_be))


def deadlines(case):
    if case.about("strategy"):
        case.due("proforma", "must", ("chair", "team-coordinator"),
                 ("health-spoc", "police-spoc", "referring-agency", "relevant-agencies", "gp-practices"),
                 _by_the_meeting(case, "decisionAt", case.hours("decisionAt", 1)))    # it carries the meeting's time (CD-22)
        case.due("returns-available", "must", ("team-coordinator",), ("meeting-attendees",), case.then("meetingStart"))
        case.due("decisions", "must", ("team-coordinator",), ("all-in-attendance", "absent-agencies"), case.hours("meetingEndedAt", 24))
        # From the day the meeting ended, or where that is not known from the day it began (AMB-22).
        ended = "meetingEndedAt" if case.facts.get("meetingEndedAt") else "meetingStart"
        case.due("minutes", "must", ("team-coordinator",), ("all-in-attendance",), case.working_days(ended, 3), rule="CD-16c")
        case.due("quarterly-report", "must", ("team-coordinator",), ("delivery-group",), case.months("lastQuarterlyReportAt", 3))
        _spoc_response(case)
        for name, request in _asked(case, "proforma-return"):
            with case.told("spocRequestAt", request.get("requestedAt")):
                # They are there for the meeting (CD-15b).
                end = case.with_its_disorder(case.first(case.then("proforma.returnBy"), case.then("meetingStart")))
            case.due(name, "must", ("spoc",), ("team-coordinator",), end, done=request.get("returnedAt"))
    if case.about("s47"):
        decided = _decided(case)
        if decided is not NO:
            case.due("s47-checks", "should", ("lead-social-worker",), ("strategy-agencies", "agencies-with-knowledge"),
                     provisional=decided is UNKNOWN)


def _by_the_meeting(case, begun, end):
    """Never after the meeting starts (AMB-23), nor after it ended where nobody told when it started."""
    ended, at, begun = case.then("meetingEndedAt"), case.began("meetingEndedAt"), case.begun(begun)
    if case.moment("meetingStart") is None and None not in (end, at, begun) and begun < at < end.at:
        return case.first(end, ended._replace(at=at))
    return case.first(end, case.then("meetingStart"))


def _decided(case):
    """Did the strategy meeting decide on further enquiries (paragraph 24)? An attestation stands for no word."""
    return {"s47": YES, True: YES, "unknown": UNKNOWN, None: UNKNOWN}.get(case.facts.get("decision"), NO)


def routes(case):
    """The enquiry follows the decision, and nothing else (paragraph 24); it is for children, as the guide beneath says."""
    decided = _decided(case)
    if case.adult() and guide.ID in case.stack:
        case.verdict("s47", "ruled-out")
        return
    case.verdict("s47", {YES: "called-for", NO: "not-yet", UNKNOWN: "not-established"}[decided])
    if decided is YES:
        case.lead("s47")
    elif decided is UNKNOWN:
        case.could_lead("s47")


RISK_AT_ITS_HIGHEST = {True: YES, "highest": YES, False: NO, "medium": NO, "low": NO, "not-highest": NO}


def _spoc_response(case):
    """One hour where the risk is at its highest or not known, otherwise the time set for the return, at most 48 hours; never later
    than the meeting (AMB-23). Each agency that was asked by itself owes its own; the Health and the Police SPOC always do
    (paragraphs 11 and 13)."""
    of_all = case.facts.get("immediateRisk", SILENT)
    for name, request in _asked(case, "spoc-response"):
        told = [RISK_AT_ITS_HIGHEST.get(said, UNKNOWN) for said in (of_all, request.get("immediateRisk", SILENT)) if said is not SILENT]
        # No request is of a lower risk than was said of all; silence on both is not known.
        highest = merged(told) if told[-1:] == [NO] else told[-1] if told else UNKNOWN
        with case.told("spocRequestAt", request.get("requestedAt")):
            end = case.first(case.hours("spocRequestAt", 48 if highest is NO else 1), case.then("proforma.returnBy"))
            end = case.with_its_disorder(_by_the_meeting(case, "spocRequestAt", end))
        case.due(name, "may", None, None, end, provisional=highest is UNKNOWN, done=request.get("returnedAt"))


def _asked(case, duty):
    """Each agency that owes a duty by itself: those that were asked, and the Health and the Police SPOC in any case."""
    requests = list(case.facts.get("requests") or ())
    named = [request["agency"] for request in requests]
    requests += [{"agency": agency} for agency in ("health", "police") if requests and agency not in named]
    return [(f"{duty}/{request['agency']}", request) for request in requests] or [(duty, {})]


SUPPORT = ("senior-manager", "named-professional", "designated-professional")


LAST_STEP = 4    # Paragraphs 29 to 31: discussion, a senior of the own agency, the request, the Conflict Resolution Policy.


def steps(case):
    """Paragraph 26 (an agency that nobody contacted) and paragraphs 29 to 31 (a conference that is not held)."""
    uncontacted = both(opposite(case.fact("contacted")), case.fact("hasImportantInformation"))
    known = case.fact("swKnown")
    case.step("CD-26", both(uncontacted, known))
    case.step("CD-26/manager", both(uncontacted, opposite(known)))
    case.step("CD-26a", uncontacted)
    decided = {"not-required": YES, "required": NO}.get(case.facts.get("icpcDecision"), UNKNOWN)
    case.step("CD-29a", both(decided, case.fact("concernSerious")))
    # Where a conference is required there is nothing to dispute, unless it was declined all the same.
    declined = case.facts.get("cscDeclined") in (True, "unknown")
    open_ = NO if decided is NO and not declined else YES
    case.step("CD-30a", both(open_, case.fact("concernsRemain")))
    requesters, supporter = case.facts.get("requesters"), case.facts.get("supportedBy")
    requested = (NO if case.attested else UNKNOWN) if requesters is None else requesters >= 1
    supported = UNKNOWN if supporter is None else supporter in SUPPORT
    # The support is what it still needs, and of somebody else than who requests (AMB-62).
    case.step("CD-30c", both(open_, requested), both(supported, case.fact("supporterIsAnother")))
    case.step("CD-31", both(open_, either(case.fact("unresolved"), case.fact("cscDeclined"))))


SPOCS = ("CD-28a", "CD-28b", "CD-28c", "CD-28d", "CD-28e", "CD-28f", "CD-28i", "CD-28j", "CD-28k", "CD-28l")
SCHOOLS = {"primary": (YES, NO), "secondary": (NO, YES), "nursery": (NO, NO), "unknown": (UNKNOWN, UNKNOWN), None: (UNKNOWN, UNKNOWN)}


def items(case):
    if case.about("strategy"):
        case.items("must", "CD-10a", when=case.fact("mashReport"))
        case.items("must", "CD-10a/other", when=case.fact("otherInformation"))
        case.items("must", "CD-10b", "CD-14", "CD-15a", "CD-16a", "CD-18", "CD-19a", "CD-20", "CD-21", "CD-22", "CD-22a", "CD-23")
    if case.about("s47"):
        decided = {"s47": YES, True: YES, "unknown": UNKNOWN, None: UNKNOWN}.get(case.facts.get("decision"), NO)
        case.items("must", "CD-24", "CD-27c", when=decided)
        case.items("should", "CD-27b", when=decided)
    if case.about("strategy", "s47"):
        case.items("must", *SPOCS)
        head, lead = SCHOOLS[(case.facts.get("child") or {}).get("schoolPhase")]
        case.items("must", "CD-28g", when=head)
        case.items("must", "CD-28h", when=lead)
