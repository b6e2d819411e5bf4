"""Multi-Agency Partnerships and Meetings: the practice guide beneath every other document (ids TR-...)."""

from itertools import product

import days
from truth import NO, UNKNOWN, YES, both, either

ID = "multi-agency-meetings"

# ---------------------------------------------------------------- Timing of strategy meeting / discussion

FACTS = (
    "seriousRisk",
    "penetrativeSexualAbuse",
    "forensicEvidenceRequired",
    "immediateActionRequired",
    "particularlyComplex",
    "immediateProtectionNeeded",
)

# A concern of this kind is a yes to this fact (AMB-78). No kind affirms that a concern is particularly complex (AMB-14).
KIND_MAKES = {
    "serious-physical-injury": "seriousRisk",
    "serious-neglect": "seriousRisk",
    "other-serious-risk": "seriousRisk",
    "penetrative-sexual-abuse": "penetrativeSexualAbuse",
}
KINDS_THAT_GIVE_A_REASON = {"organised-abuse", "allegation-against-staff"}
KINDS_WITHOUT_A_TIME = (
    "other-sexual-abuse", "physical-abuse", "emotional-abuse", "neglect", "domestic-abuse", "exploitation",
    "female-genital-mutilation", "fabricated-or-induced-illness", "unborn-child", "other",
)

SAME_DAY, ONE, THREE, FIVE = "same-day", "1-working-day", "3-working-days", "5-working-days"
LENGTH = {SAME_DAY: 0, ONE: 1, THREE: 3, FIVE: 5}


def limits(serious, penetrative, forensic, immediate, complex_, protect):
    """The rules that apply where every fact is known: [(rule, timescale, which start)], the document's order."""
    rules = []
    if serious:
        rules.append(("TR-T1a", SAME_DAY, "receipt"))
    if penetrative and forensic:
        rules.append(("TR-T2a", SAME_DAY, "receipt"))
    # Needing protection now counts as action required at once (AMB-74), whether it was required or taken (AMB-09).
    if immediate or protect:
        rules.append(("TR-T3", ONE, "action"))
    # Five days replace three only where nothing else singles the concern out: three stay the ceiling of the shorter times
    # (AMB-02), five are not there where a child needs protecting (AMB-15), and never where penetration is alleged.
    if complex_ and not protect and not penetrative:
        rules.append(("TR-T4a", FIVE, "identified"))
    else:
        rules.insert(0, ("TR-T0", THREE, "identified"))
    return rules


# Every combination of known facts, worked out once.
LIMITS = {facts: tuple(limits(*facts)) for facts in product((True, False), repeat=6)}


def completions(facts):
    """Every way in which the unknown facts may turn out."""
    return product(*((fact,) if fact is not UNKNOWN else (False, True) for fact in facts))


def day_of(timescale, start, calendar):
    """The last day of a timescale: day 0 is the day of the start; the same day is never moved (AMB-06, AMB-10)."""
    day = days.london_day(start)
    return day if timescale == SAME_DAY else calendar.after(day, LENGTH[timescale])

# ---------------------------------------------------------------- who takes part

CORE = ("childrens-social-care", "police", "health")


def attendees(case):
    """Adds the people of this document to the case's lists."""
    if case.meeting in ("strategy", "s47"):
        local = "county-durham" in case.stack
        # Beneath a local document it adds its people still; whoever stands in both stands there by the stronger word.
        case.add("required", CORE, "should", "TR-S2")
        # Kept beneath Durham's minimum of three (AMB-29): an unknown is asked, and meanwhile they stand in the list.
        case.add("required", ("fostering-service",), "should", "TR-S3", case.any_child("lookedAfter"))
        if not (local and case.meeting == "s47"):
            case.add("expected", ("referring-agency",), "should", "TR-S4")
        case.add("optional", case.facts.get("services") or (), "should", "TR-S4")
        for agency in case.facts.get("agencies") or ():
            part = either(*(case.known_of(agency, name) for name in ("hasRelevantInformation", "directInvolvement")))
            # A section 47 enquiry asks those who know something; to the discussion others come as people see fit.
            if case.meeting == "strategy" or part is not False:
                case.add("optional", (agency["name"],), "should", "TR-S4", open_question=True)
    elif case.meeting == "mash":
        child, adult = case.ages()
        case.add("required", ("childrens-social-care",), "must", "TR-M5", child)
        case.add("required", ("adult-social-care",), "must", "TR-M5", adult)
        case.add("required", ("police", "health", "education", "probation", "domestic-abuse-services", "housing"), "must", "TR-M5")
        case.add("optional", ("referring-agency",), "may", "TR-M6")
    elif case.meeting == "cp-conference":
        case.add("optional", ("directly-involved-professionals",), "may", "TR-C4")
        for agency in case.facts.get("agencies") or ():
            case.add("optional", (agency["name"],), "may", "TR-C4", agency.get("directInvolvement"), open_question=True)
        case.add("optional", ("voluntary-organisations",), "may", "TR-C5")

# ---------------------------------------------------------------- what falls due


def deadlines(case):
    """The record, as soon as practicable: the guide gives no number (AMB-27), and Durham's own times stand in its place (AMB-26)."""
    if case.about("strategy") and "county-durham" not in case.stack:
        case.due("record", "should", ("childrens-social-care",), ("all-invited", "all-parties"))

# ---------------------------------------------------------------- which meeting

DANGER = ("seriousRisk", "penetrativeSexualAbuse", "immediateActionRequired", "immediateProtectionNeeded")


def cause_to_suspect(case):
    """A no beside a threshold that was agreed, or a risk that was found, is no answer: it is asked again."""
    cause = case.fact("reasonableCauseSignificantHarm")
    found = YES in map(case.fact, ("s47ThresholdAgreed", "continuingRiskEvidence", "statutoryInterventionNeeded"))
    return UNKNOWN if found and cause is NO else cause


def called_for(case):
    """Is there cause to suspect significant harm? What tells of it outweighs that nobody does, mutilation too."""
    return either(cause_to_suspect(case), *(case.concern(name) for name in DANGER), case.told_by_kind("genitalMutilation"))


def routes(case):
    """Where the facts of one child lead."""
    cause = cause_to_suspect(case)
    called = called_for(case)
    adult = case.adult()
    if called is True:
        case.lead("adult-safeguarding" if adult else "strategy")
    for_others = case.fact("otherChildrenAtRiskNow") is True
    if for_others:
        case.lead("strategy")
    if cause is None and called is None and not adult:
        case.settled = False    # whether a strategy discussion is called for is asked, whatever else there is
    before = [case.fact(name) for name in ("strategyDiscussionHeld", "s47ThresholdAgreed", "s47Concluded")]
    evidence = case.fact("continuingRiskEvidence")
    # A child protection conference is for children (AMB-67).
    no_child = adult and evidence is True
    if no_child and case.meeting in (None, "cp-conference"):
        case.lead("adult-safeguarding")
    if no_child:
        pass
    elif both(*before, evidence) is True:
        case.lead("cp-conference")
    elif False not in (*before, evidence):
        case.could_lead("cp-conference")
    if case.word("safeguardingRisk") == "unclear":
        case.lead("mash")
    if case.fact("mashEnquiryDone") is True and case.fact("statutoryInterventionNeeded") is False:
        case.lead("appropriate-help")

    # Nobody is told that a threshold is not met (AMB-66).
    case.verdict("strategy", "ruled-out" if adult else "called-for" if called is True or for_others else "not-established")
    case.verdict("cp-conference", "ruled-out" if no_child else "not-yet" if False in before else "not-indicated" if evidence is False else
                 "called-for" if both(*before, evidence) is True else "not-established")
    case.missing("cp-conference", dict(zip(("strategyDiscussionHeld", "s47ThresholdAgreed", "s47Concluded"), before)))

# ---------------------------------------------------------------- what must be ready


def items(case):
    if case.about("strategy", "mash"):
        # Whoever is invited prepares (introduction). "You are simply there to give the facts" asks for no more than should.
        case.items("should", "TR-G2", "TR-G3", "TR-G5")
        case.items("must", "TR-G4")
        case.items("may", "TR-G1", "TR-G6", "TR-G7")
    if case.about("strategy"):
        case.items("must", "TR-R1", "TR-R2")
        case.items("should", "TR-R3", "TR-R6")
    if case.about("mash"):
        case.items("must", "TR-M3", "TR-M8")
        case.items("may", "TR-M6", when=case.fact("invited"))
        case.items("must", "TR-M7", when=case.fact("corePartner"))
