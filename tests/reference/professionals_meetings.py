"""Hampshire: multi-agency professionals' meetings (ids HP-...)."""

import multi_agency_meetings as guide
from truth import NO, UNKNOWN, YES, both, either, opposite

ID = "professionals-meetings"


def attendees(case):
    if case.meeting != "professionals":
        return
    for agency in case.facts.get("agencies") or ():
        informed = case.known_of(agency, "hasRelevantInformation")
        case.add("required", (agency["name"],), "must", "HP-9.1a", informed)
        if informed is NO:
            case.add("expected", (agency["name"],), "must", "HP-4f", case.known_of(agency, "directInvolvement"))
    case.add("expected", ("directly-involved-professionals",), "must", "HP-4f")
    case.exclude("child", "may", "HP-2.1a", part="part-one")
    # The family comes to no part where illness may be fabricated or induced, and otherwise to the second part at most. The risk of
    # one who is named keeps nobody away of whom it is recorded that they are none.
    named = case.facts.get("family") or ()
    one_is_cleared = not case.recorded_risk() and any(case.risk_of(member) is NO for member in named)
    kept = case.may_harm_if_warned() is YES or case.risk_in_family() and not one_is_cleared
    case.exclude("family", "may", "HP-2.1a", **({"kept_away": True} if kept else {"part": "part-one"}))
    # "This could be the case where the professionals disagree and airing these issues …": enough, and not needed.
    second = either(case.fact("twoPart"), both(case.fact("professionalsDisagree"), case.fact("frankAiringInappropriate")))
    # A word on two parts settles it; that nobody named them does not settle what somebody says is not known.
    in_doubt = "unknown" in (case.facts.get("professionalsDisagree"), case.facts.get("frankAiringInappropriate"))
    if case.fact("twoPart") is NO and second is UNKNOWN and (case.facts.get("twoPart") is False or not in_doubt):
        second = NO
    if second is not NO:
        case.add_family("optional", "may", "HP-11.7", sure=second is YES, part="part-two")


def chair(case, chair):
    """Experienced in chairing such meetings, with knowledge of the child protection procedures (7.1)."""
    if case.meeting != "professionals":
        return case.silent
    return both(*(case.known_of(chair, name) for name in ("experienced", "knowsProcedures")))


def deadlines(case):
    if case.about("professionals"):
        # "Where appropriate, the family": appropriate has to be said, and safe.
        to, not_to = case.family_copies(name="family", allowed=case.fact("familyAppropriate"))
        case.due("minutes", "should", ("convening-agency",), ("attendees", *to), not_to=not_to, rule="HP-8.1b")


CRITERIA = {
    "HP-5.1b": ("needShare", "familyWouldInhibit"),
    "HP-5.1c": ("concernsWithinGroup",),
    "HP-5.1d": ("noImprovedOutcomes",),
    "HP-5.1e": ("referralResponseDisagreement",),
    "HP-5.1f": ("ownResourcesInsufficient", "unresolved"),
    "HP-5.1g": ("phoneEmailInadequate",),
    "HP-5.1h": ("fiiConcern", "needClarifyHealth"),
}


AUTHORISED = {"designated-safeguarding-lead": YES, "line-manager": YES, "colleague": NO, "nobody": NO}


def routes(case):
    def limb(name):
        return case.told_by_kind(name) if name == "fiiConcern" else case.fact(name)

    holds = {rule: both(*map(limb, limbs)) for rule, limbs in CRITERIA.items()}
    met = [rule for rule, held in holds.items() if held is YES]
    case.criteria("professionals", met)
    # "What is NOT covered: a child protection strategy discussion."
    found = either(case.fact("s47ThresholdAgreed"), case.fact("continuingRiskEvidence"))
    # A no beside what was agreed or found does not stand.
    is_strategy = YES in (guide.called_for(case), case.fact("otherChildrenAtRiskNow"), found)
    if is_strategy:
        case.verdict("professionals", "ruled-out")
        # For somebody of 18 or over there is no strategy discussion (AMB-67).
        if case.meeting in (None, "professionals") and not (case.adult() and guide.ID in case.stack):
            case.lead("strategy")
    # Is any criterion met? Whom to ask and who authorises it ("should", 6.1 and 6.2) is told, and holds nothing up.
    speaks = either(*holds.values(), case.fact("actionsNotImplemented"), case.fact("needsNotMet"))
    # "Professional advice and management meetings where the child or family name is not shared" are not covered: a meeting of that
    # kind and without the name. That no name is shared alone says nothing of what kind it is.
    if not is_strategy:
        # An attestation is no authorisation; whoever authorised it has heard why.
        authorised = AUTHORISED.get(case.word("authorisedBy"), UNKNOWN)
        case.missing("professionals", {"rationaleDiscussed": either(case.fact("rationaleDiscussed"), authorised), "authorisedBy": authorised})
        case.verdict("professionals", "not-yet" if authorised is NO else {
            YES: "may-be-held", NO: "not-indicated", None: "not-established"}[speaks])
    if case.fact("internalDisagreement") is YES:
        case.lead("agency-escalation")
    if either(case.fact("externalDisagreement"), case.fact("inviteeNotEngaging")) is YES:
        case.lead("escalation")


LAST_STEP = 1    # Paragraph 6.2: one step each, within the agency or between agencies.


def steps(case):
    case.step("HP-6.2b", case.fact("internalDisagreement"))
    case.step("HP-6.2c", either(case.fact("externalDisagreement"), case.fact("inviteeNotEngaging")))


def items(case):
    if not case.about("professionals"):
        return
    case.items("should", "HP-1a", "HP-1d", "HP-2.1d", "HP-3f", "HP-3g", "HP-5.1j", "HP-8.1c", "HP-9.1b", "HP-10.1", "HP-11.1", "HP-11.6a")
    case.items("must", "HP-3h", "HP-7.1b", "HP-8.1a")
    case.items("may", "HP-11.2a", *(f"HP-12{letter}" for letter in "abcdefghijkl"))
    case.items("should", "HP-8.2", when=case.fact("existingPlan"))
    case.items("should", "HP-11.2b", when=opposite(case.fact("familyInformed")))
    case.items("should", "HP-11.3", when=case.fact("familyObjects"))
    harm = case.fact("raisingRisksHarm")
    case.items("should", "HP-11.6b", when=opposite(harm))
    case.items("may", "HP-11.6c", when=harm)
    case.items("should", "HP-11.8", when=opposite(case.fact("parentsInvolved")))
    case.met("HP-11.1", case.fact("parentsInformedConsidered"))
    case.met("HP-3g", case.fact("privacyInformationGiven"))
    case.met("HP-10.1", case.truth_of((case.facts.get("venue") or {}).get("confidential", case.silent)))
