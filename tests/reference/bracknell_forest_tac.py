"""Bracknell Forest: multi agency meeting guidance, the team around the child (ids BF-...)."""

from truth import NO, SILENT, UNKNOWN, YES, both, either, opposite

ID = "bracknell-forest-tac"


def need_not_come(case):
    """Both limbs, affirmed (AMB-33). Nobody who is not born yet decides or signs: that is no yes, and is asked."""
    both_limbs = both(case.fact("fraserCompetent"), case.fact("signedCafSelf"))
    group = (case.facts.get("subject") or {}).get("ageGroup")
    unborn = [person.get("unborn") for person in case.people()] + [{"unborn": True, "unknown": "unknown"}.get(group)]
    if both_limbs is YES and True in unborn:
        case.contradicted = True
        return NO
    return UNKNOWN if both_limbs is YES and "unknown" in unborn else both_limbs


def attendees(case):
    if case.meeting not in ("tac-initial", "tac-review"):
        return
    if not case.nobody_is_born():
        case.add("required", ("child",), "must", "BF-N1")
    needless = need_not_come(case)
    if needless is YES:
        case.add_family("optional", "may", "BF-N3")
    else:
        case.add_family("expected", "should", "BF-U2", sure=needless is NO)
    agencies = case.facts.get("agencies") or ()
    if not agencies:
        case.add("expected", ("package-agencies",), "should", "BF-U7")
        if case.fact("cpConcern") is NO and case.danger() is NO:
            case.exclude("agencies-outside-package", "should", "BF-U8")
    for agency in agencies:
        part = case.known_of(agency, "inPackage")
        # Whoever may hold information comes: certainly where something speaks of danger.
        speaks = YES if YES in (case.fact("cpConcern"), case.danger()) else UNKNOWN
        informed = both(speaks, case.known_of(agency, "hasRelevantInformation"))
        if part is NO:
            # Nobody is kept away where anything speaks of danger, or nobody knows (AMB-35).
            if case.fact("cpConcern") is NO and case.danger() is NO:
                case.exclude(agency["name"], "should", "BF-U8")
            else:
                case.add("expected", (agency["name"],), "should", "BF-U8/informed", informed)
        else:
            case.add("expected", (agency["name"],), "should", "BF-U7", either(part, informed))
    case.add("optional", ("independent-chair",), "may", "BF-D2", case.fact("thresholdDispute"))


def deadlines(case):
    if not case.about("tac-initial", "tac-review"):
        return
    case.due("review", "should", (), (), case.weeks("initialMeetingDate", 12))
    case.due("agree-lead-professional", "should", (), (), case.then("meetingEndedAt"))    # "where possible at the meeting" (BF-L3)
    plan_to = ["caf-coordinator", "intervention-agencies"]
    # A wish of which somebody says that it is not known keeps the copies back until it is (law 8).
    opted_out = YES if case.facts.get("youngPersonOptsOutParents") == "unknown" else case.fact("youngPersonOptsOutParents")
    to, not_to = case.family_copies(opted_out=opted_out)
    # What goes to the child is read by the carers: it waits for a no to the risk of each who is named, or of them all (law 8).
    family = [one.get("posesRisk", SILENT) for one in case.facts.get("family") or ()]
    of_all = case.facts.get("parentsPoseRisk", False if family else SILENT)
    safe = all(risk is False for risk in (of_all, *family)) and case.may_harm_if_warned() is NO
    born = not case.nobody_is_born()    # before that it has no papers
    (to if safe and born else not_to).append("child")
    # Of a review it is the form that goes to whom the plan went.
    if case.about("tac-initial"):
        case.due("send-detailed-action-plan", "should", (), (*plan_to, *to), not_to=not_to)
    if case.about("tac-review"):
        case.due("send-review-form", "must", (), (*plan_to, *to), not_to=not_to)
    # A copy of the plan of engagement, where the family was away and a plan was agreed (BF-N10).
    # Of the family are the parents: an attestation does not answer what is told of them.
    silent = case.facts.get("familyPresent") is None and case.facts.get("parentsPresent") is not None
    away = opposite(case.fact("parentsPresent" if silent else "familyPresent"))
    if away is UNKNOWN:
        away = opposite(case.fact("parentsPresent"))
    agreed = both(away, case.fact("engagementPlanAgreed"))
    if agreed is not NO:
        case.due("send-engagement-plan", "should", (), ("caf-coordinator",), provisional=agreed is UNKNOWN)


COHORTS = {
    "BF-P3a": ("specialistInvolved", "unmetTargetedNeeds"),
    "BF-P3b": ("cpDeregistration",),
    "BF-P3d": ("cinPlan",),
    "BF-P4": ("needsDeescalating",),
}


def routes(case):
    cohort = [rule for rule, limbs in COHORTS.items() if both(*map(case.fact, limbs)) is YES]
    unmet = either(case.fact("unmetNeeds"), case.fact("unmetTargetedNeeds"))
    if both(unmet, case.fact("iaNfa")) is YES:
        cohort.append("BF-P3c")
    if both(unmet, opposite(case.fact("thresholdMet"))) is YES:
        cohort.append("BF-P2")
    case.cohort("tac-initial", cohort)
    # They are children and young people (AMB-67).
    if case.adult() and unmet is YES and case.meeting in (None, "tac-initial", "tac-review"):
        case.lead("adult-safeguarding")
    # Any yes that speaks of danger goes first (AMB-37), but where a threshold was reached, whose service helps; a kind of harm that
    # is named always does (BF-03).
    kinds = [*(case.facts.get("concernTypes") or ()), *(case.child.get("concernTypes") or ())]
    danger = YES if kinds else both(case.danger(), opposite(case.fact("thresholdMet")))
    if YES in (case.fact("cpConcern"), case.fact("concernsIncreasedByNonengagement"), danger):
        case.lead("child-protection-procedures")
    # Those procedures are for people under 18 (AMB-67).
    if case.adult() and YES in (case.fact("cpConcern"), case.danger()):
        case.lead("adult-safeguarding")
    if case.fact("engagementDeclined") is YES:
        case.lead("engagement-plan")
    # "Support from more than one agency/service": with one it is no meeting of several (BF-01).
    if case.facts.get("agenciesNeeded") == 1 and case.fact("unmetNeeds") is YES:
        case.lead("single-agency")


LAST_STEP = 2    # Consensus first; then the chair, and those above.


def steps(case):
    threshold, member = case.fact("thresholdDispute"), case.fact("memberDisagrees")
    # Where consensus is reached there is nothing left to disagree about.
    case.step("BF-D0", NO if case.fact("consensus") is YES else threshold)
    unresolved = both(threshold, opposite(case.fact("consensus")))
    case.step("BF-D1", unresolved)
    case.step("BF-D2", unresolved)
    # The same condition for all three: what was resolved with the chair is over.
    for rule in ("BF-D2a", "BF-D3", "BF-D4"):
        case.step(rule, both(member, opposite(case.fact("step1Resolved"))))


NOT_PROFESSIONALS = {"parent": YES, "relative": YES, "carer": YES, "young-person": YES, "practitioner": NO}


def items(case):
    initial, review = case.about("tac-initial"), case.about("tac-review")
    if not initial and not review:
        return
    case.items("must", "BF-W1", "BF-W2", "BF-W3", "BF-W4a", "BF-A1", "BF-U1", "BF-U3", "BF-U4", "BF-U5", "BF-U6", "BF-N1", "BF-K1", "BF-K2")
    case.items("should", "BF-U2", "BF-N2", "BF-L2", "BF-T7", "BF-K3", "BF-K5")
    case.items("may", "BF-T1", "BF-T2", "BF-T4", "BF-T6")
    if initial:
        case.items("may", "BF-T3")
        case.items("must", "BF-L1")    # until the meeting has been held
    if review:
        case.items("may", "BF-T5")
        case.items("should", "BF-R2", "BF-R3", "BF-R4", "BF-R5")
        case.items("must", "BF-R6")
    case.items("should", "BF-L4", "BF-L4/risk", when=NOT_PROFESSIONALS.get((case.facts.get("lp") or {}).get("type"), UNKNOWN))
    child_away, parents_away = (opposite(case.fact(who)) for who in ("childPresent", "parentsPresent"))
    case.items("should", "BF-N4", when=both(need_not_come(case), parents_away))
    case.items("must", "BF-N5", "BF-N5a", "BF-N6", when=child_away)
    # The paragraph makes no exception of a family whose presence is not necessary (BF-N3): how to engage them is considered too.
    may_stay_away = need_not_come(case)
    case.items("must", "BF-N6/family", when=both(parents_away, opposite(may_stay_away)))
    case.items("must", "BF-N6/young-person", when=both(parents_away, may_stay_away))
    case.items("may", "BF-N7", "BF-N8", when=either(child_away, parents_away))
    case.items("should", "BF-N9", when=case.fact("concernsIncreasedByNonengagement"))
    case.met("BF-U4", case.fact("proformaUsed"))
    case.met("BF-U6", case.fact("meetingTimeSuitsChild"))
    case.met("BF-N2", case.fact("parentsInvited"))
