"""Who must, should and may attend?"""

import bracknell_forest_tac
import county_durham
import days
import larkmoor
import multi_agency_meetings as guide
import northamptonshire_mdt
import professionals_meetings
from truth import NO, SILENT, UNKNOWN, YES, both, either, merged

DOCUMENTS = (larkmoor, county_durham, northamptonshire_mdt, bracknell_forest_tac, professionals_meetings, guide)
LISTS = ("required", "expected", "optional", "excluded")
FORCES = ("must", "should", "may")
# Whose relation is not told may be one.
MAY_BE_PARENTS = (None, "mother", "father", "parent", "step-parent", "carer")
# What speaks of danger in whatever document, by its name.
DANGERS = (
    "seriousRisk", "penetrativeSexualAbuse", "forensicEvidenceRequired", "immediateActionRequired", "immediateProtectionNeeded",
    "particularlyComplex", "reasonableCauseSignificantHarm", "otherChildrenAtRiskNow", "fiiConcern", "raisingRisksHarm", "cpPlan",
    "highRisk", "highestRisk", "mostWorried", "safeguardingConcern", "policeActivelyInvolved", "repeatPoliceInvolvement",
    "concernSerious", "kindOfHarmNamed", "genitalMutilation", "allegationAgainstStaff", "thresholdMet", "statutoryInterventionNeeded",
    "s47ThresholdAgreed", "continuingRiskEvidence",
)
CAUSE = "reasonableCauseSignificantHarm"
PRESENT = {"in-person", "phone", "teleconference", "dial-in", "video"}


class Case:
    """What is asked, and the lists as the documents add to them."""

    silent = SILENT

    def __init__(self, facts, stack):
        self.facts, self.stack = facts, stack
        self.meeting = facts["meetingType"]
        self.attested = bool(facts.get("othersConsidered"))
        self.as_of = days.london_day(days.moment(facts["asOf"])) if facts.get("asOf") else None
        self.entries = {}
        self.contradicted = False

    def truth_of(self, *said):
        return merged(said, self.attested)

    def known_of(self, somebody, name):
        """An attestation answers silence on the concern, not on an agency or a chair that was named."""
        return merged([somebody.get(name, SILENT)])

    def fact(self, name):
        said = self.facts.get(name, SILENT)
        # Beside a danger the attestation does not answer whether there is cause to suspect harm (law 1).
        if name == CAUSE and said is SILENT and self.attested and self.speaks_of_danger():
            return UNKNOWN
        return self.truth_of(said)

    def speaks_of_danger(self):
        """Is anything told that speaks of danger, by any document?"""
        told = [self.facts.get("parentsPoseRisk"), self.facts.get("decision") in ("s47", True), self.facts.get("safeguardingRisk") == "unclear"]
        child = getattr(self, "child", {})
        for whole in (self.facts, self.facts.get("child") or {}, self.facts.get("concerns") or {}, child, child.get("concerns") or {}):
            told += [whole.get(name) for name in (*DANGERS, "cpConcern", "concernsRemain", "concernsRemainHigh")]
        return True in told

    def people(self):
        every = self.facts.get("child") or {}
        people = [{**every, **child} for child in self.facts.get("children") or ()] or [every]
        # A risk to an unborn child is one to somebody who is not born yet.
        return [{**one, "unborn": True} if self.is_about_unborn(one) else one for one in people]

    def nobody_is_born(self):
        """Told of each of them, and nowhere that one is born: what contradicts itself takes nobody from a list. The unborn are the
        guide's (AMB-67): a document that stands alone knows of none."""
        if guide.ID not in self.stack:
            return False
        every = self.facts.get("child") or {}
        told = [[every.get("unborn"), child.get("unborn"), self.is_about_unborn(child) or None] for child in self.facts.get("children") or ({},)]
        by_group = (self.facts.get("subject") or {}).get("ageGroup") == "unborn"
        return all((by_group or True in one) and False not in one for one in told)

    def is_about_unborn(self, child):
        return "unborn-child" in [*(self.facts.get("concernTypes") or ()), *(child.get("concernTypes") or ())]

    def any_child(self, name):
        """For several children: one yes is enough, and a no needs every child's."""
        every = self.facts.get("child") or {}
        own = [child.get(name, SILENT) for child in self.facts.get("children") or ()]
        return either(*(self.truth_of(every.get(name, SILENT), said) for said in own or (SILENT,)))

    def ages(self):
        """Is there a child among them, is there an adult? Whoever is told to be both is a child, and is asked about."""
        group = (self.facts.get("subject") or {}).get("ageGroup")
        child = adult = NO
        for person in self.people():
            age = person.get("age")
            says = {age < 18} if isinstance(age, int) else set()
            # An age that is said to be unknown is a child's, whatever group is named.
            if group not in (None, "unknown") and not (group == "adult" and age == "unknown"):
                says.add(group != "adult")
            if person.get("unborn") is True:
                says.add(True)
            if len(says) == 2:
                self.contradicted = True
            # An attestation answers silence; an age that is said to be unknown stays so.
            if not says and self.attested and "unknown" not in (age, group):
                child = YES    # whoever is not certainly an adult is a child
            elif not says:
                child, adult = either(child, UNKNOWN), either(adult, UNKNOWN)
            elif True in says:
                child = YES
            else:
                adult = YES
        return child, adult

    def may_harm_if_warned(self):
        """Is the illness fabricated or induced, by its kind or by the fact (AMB-55), or may it harm to raise things with them
        (HP-11.6c)? What somebody says is not known is no no (law 8)."""
        kinds = [*(self.facts.get("concernTypes") or ()), *(kind for child in self.facts.get("children") or () for kind in child.get("concernTypes") or ())]
        told = [self.facts.get("fiiConcern"), self.facts.get("raisingRisksHarm")]
        if "fabricated-or-induced-illness" in kinds or True in told:
            return YES
        return UNKNOWN if "unknown" in told else NO

    def recorded_risk(self):
        """Is a risk recorded of the parents or carers, spoken of together?"""
        return self.facts.get("parentsPoseRisk") is True

    def risk_of(self, member):
        """A risk that is told of the parents, beside a no of each that is named, may be anybody's who may be a parent."""
        parents = [one for one in self.facts.get("family") or () if one.get("relation") in MAY_BE_PARENTS]
        told_of_nobody = self.recorded_risk() and all(one.get("posesRisk") is False for one in parents)
        return "unknown" if told_of_nobody and member in parents else member.get("posesRisk", SILENT)

    def risk_in_family(self):
        """Is a risk recorded of the parents, or of anybody who is named?"""
        return self.recorded_risk() or any(member.get("posesRisk") is True for member in self.facts.get("family") or ())

    def danger(self):
        """Does anything speak of danger, whatever was answered to `cpConcern`? A kind of concern does, and so do a recorded risk and a
        danger of any document. Of what somebody says that it is not known nobody has said that it is none (AMB-35)."""
        told = [self.facts.get("parentsPoseRisk", SILENT), *(one.get("posesRisk", SILENT) for one in self.facts.get("family") or ())]
        if self.facts.get("family"):
            told += [UNKNOWN for one in self.facts["family"] if "posesRisk" not in one]
        for whole in (self.facts, self.facts.get("child") or {}, self.facts.get("concerns") or {}, *(self.facts.get("children") or ())):
            told += [whole[name] for name in DANGERS if name in whole]
        # So does a decision on a section 47 enquiry.
        if self.facts.get("concernTypes") or True in told or self.facts.get("safeguardingRisk") == "unclear" or self.facts.get("decision") in ("s47", True):
            return YES
        return UNKNOWN if any(one in (UNKNOWN, "unknown") for one in told) else NO

    def add(self, where, agencies, force, rule, condition=YES, **more):
        # What is not known of a named agency is no silence that an attestation could answer.
        condition = merged([condition])
        for agency in agencies:
            if condition is not NO:
                self._put(agency, where, force, rule, condition is YES, more)

    def exclude(self, agency, force, rule, **more):
        self._put(agency, "excluded", force, rule, True, more)

    def add_family(self, where, force, rule, sure=True, **more):
        """Somebody who may be a risk gets no invitation before a recorded no; with a recorded risk they come to no part (law 8)."""
        members = self.facts.get("family") or [{"who": "parents-or-carers", "posesRisk": self.facts.get("parentsPoseRisk", SILENT)}]
        for member in members:
            risk = self.risk_of(member)
            warned = self.may_harm_if_warned()
            if warned is YES or risk is True:
                # That carers stay away is not for a family to answer, but for somebody with authority to record.
                asked = bool(self.facts.get("family")) and risk is not True
                self._put(member["who"], "excluded", force, rule, not asked, {"kept_away": True, "open_question": True})
            elif risk is False and warned is NO:
                self._put(member["who"], where, force, rule, sure, more)
            else:
                named = bool(self.facts.get("family"))
                self._put(member["who"], "excluded" if named else where, force, rule, False, {**more, "not_yet": True})

    def _put(self, agency, where, force, rule, settled, more):
        """People are united: the strongest list holds, then what is settled, then the stronger word."""
        new = {"list": where, "force": force, "rule": rule, "settled": settled, **more}
        old = self.entries.get(agency)
        if old is None or self._rank(new) < self._rank(old):
            self.entries[agency] = new

    @staticmethod
    def _rank(entry):
        return LISTS.index(entry["list"]), not entry["settled"], FORCES.index(entry["force"])


def answer(facts, stack):
    case = Case(facts, stack)
    for document in DOCUMENTS:
        if document.ID in stack:
            document.attendees(case)
    shown = {
        "entries": sorted(
            "/".join((entry["list"], agency, entry["force"], *_settled(agency, entry, case),
                      *(word for word in ("not_yet", "kept_away") if entry.get(word)), entry.get("part", "whole")))
            for agency, entry in case.entries.items()
        ),
    }
    # What the package asks beyond need is no matter here; what it does not ask is.
    if case.contradicted or not all(entry["settled"] or entry.get("open_question") for entry in case.entries.values()):
        shown["settled"] = False
    if facts.get("attendance") and case.meeting == "strategy":
        shown |= _quorum(case)
    if facts.get("chair"):
        valid = [document.chair(case, facts["chair"]) for document in DOCUMENTS if document.ID in stack and hasattr(document, "chair")]
        told = [one for one in valid if one != SILENT]
        if told:
            shown["chairValid"] = {True: True, False: False, None: "not-established"}[both(*told)]
    return shown


def _settled(agency, entry, case):
    """Whether others who may come are relevant is the chair's to say: no fact of these settles it."""
    if entry["list"] == "optional" and case.meeting in ("strategy", "s47", "cp-conference"):
        return ()
    return ("settled" if entry["settled"] else "unsettled",)


def _quorum(case):
    """The minimum is three agencies (AMB-29); a written return is no attendance."""
    came = {agency for agency, how in case.facts["attendance"].items() if how in PRESENT}
    required = {agency: entry for agency, entry in case.entries.items() if entry["list"] == "required"}
    missing = sorted(agency for agency, entry in required.items() if entry["settled"] and agency not in came)
    unsure = any(not entry["settled"] and agency not in came for agency, entry in required.items())
    return {
        "quorate": all(agency in came for agency in guide.CORE),
        "missing": missing,
        "allRequiredPresent": False if missing else "not-established" if unsure else True,
    }
