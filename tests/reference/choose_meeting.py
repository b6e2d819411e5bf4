"""Which meeting does this call for?"""

import bracknell_forest_tac
import county_durham
import multi_agency_meetings as guide
import northamptonshire_mdt
import professionals_meetings
from list_attendees import Case as Asked
from truth import NO, SILENT, YES

DOCUMENTS = (county_durham, northamptonshire_mdt, bracknell_forest_tac, professionals_meetings, guide)
# The more protective first.
ORDER = ("strategy", "adult-safeguarding", "child-protection-procedures", "safeguarding-referral", "s47", "cp-conference", "mash",
         "appropriate-help")


FACT_OF_KIND = {"genitalMutilation": "female-genital-mutilation", "fiiConcern": "fabricated-or-induced-illness"}


class Case(Asked):
    def __init__(self, facts, stack, child=None):
        super().__init__({"meetingType": None, **facts}, stack)
        self.child = child or {}
        self.led, self.open, self.meetings, self.settled = [], [], {}, True

    def concern(self, name):
        kinds = [*(self.facts.get("concernTypes") or ()), *(self.child.get("concernTypes") or ())]
        made = any(guide.KIND_MAKES.get(kind) == name for kind in kinds)
        said = [(place.get("concerns") or {}).get(name, SILENT) for place in (self.facts, self.child)]
        return self.truth_of(*said, YES if made else SILENT)

    def told_by_kind(self, name):
        """What is chosen as a kind of concern is told as the fact is."""
        kinds = [*(self.facts.get("concernTypes") or ()), *(self.child.get("concernTypes") or ())]
        return YES if FACT_OF_KIND[name] in kinds else self.fact(name)

    def word(self, name):
        return self.facts.get(name)

    def adult(self):
        """Certainly 18 or over; None where nobody knows, which is a child."""
        child, adult = self.ages()
        return adult is YES and child is NO

    def people(self):
        one = {**(self.facts.get("child") or {}), **self.child}
        return [{**one, "unborn": True} if self.is_about_unborn(one) else one]

    def lead(self, route):
        self.led.append(route)

    def could_lead(self, route):
        """What comes before it may have come: asked, unless the child goes somewhere as protective already (law 2)."""
        self.open.append(route)

    def rest_on_what_is_open(self):
        reached = min(map(ORDER.index, (route for route in self.led if route in ORDER)), default=len(ORDER))
        if any(ORDER.index(route) < reached for route in self.open):
            self.settled = False

    def _meeting(self, name):
        return self.meetings.setdefault(name, {})

    def verdict(self, meeting, verdict):
        self._meeting(meeting)["verdict"] = verdict

    def criteria(self, meeting, rules):
        self._meeting(meeting)["criteria"] = sorted(rules)

    def cohort(self, meeting, rules):
        self._meeting(meeting)["cohort"] = sorted(rules)

    def scope(self, meeting, scope):
        self._meeting(meeting)["inScope"] = scope

    def child_fact(self, name):
        return self.truth_of(*(person.get(name, SILENT) for person in self.people()))

    def missing(self, meeting, facts):
        self._meeting(meeting)["missing"] = sorted(f"{name}:{'unknown' if value is None else 'false'}" for name, value in facts.items() if value is not True)


def _one(facts, stack, child=None):
    case = Case(facts, stack, child)
    for document in DOCUMENTS:
        if document.ID in stack:
            document.routes(case)
    case.rest_on_what_is_open()
    return case


def answer(facts, stack):
    children = facts.get("children") or []
    cases = [_one(facts, stack, child) for child in children] or [_one(facts, stack)]
    led = [route for case in cases for route in case.led]
    shown = {}
    # Where no local document stands above the guide, every route is its own.
    if stack == (guide.ID,):
        # The route of an adult among several takes no child's place. A local document leads to more places.
        of_each = [min(case.led, key=ORDER.index, default=None) for case in cases]
        adults_last = (lambda route: (route == "adult-safeguarding", ORDER.index(route)))
        shown["route"] = min(filter(None, of_each), key=adults_last, default=None)
    if not all(case.settled for case in cases) and "strategy" not in led:
        shown["settled"] = False
    shown["routes"] = {route: "known" for route in led}
    if len(cases) == 1:
        shown["meetings"] = cases[0].meetings
    return shown
