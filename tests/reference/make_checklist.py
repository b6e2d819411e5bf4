"""What must be ready before, during and after?"""

import bracknell_forest_tac
import county_durham
import multi_agency_meetings as guide
import northamptonshire_mdt
import professionals_meetings
from list_attendees import Case as Asked
from truth import NO, SILENT, YES

DOCUMENTS = (county_durham, northamptonshire_mdt, bracknell_forest_tac, professionals_meetings, guide)


class Case(Asked):
    def __init__(self, facts, stack):
        super().__init__({"meetingType": None, **facts}, stack)
        self.found, self.ticked = {}, {}

    def about(self, *meetings):
        return self.meeting is None or self.meeting in meetings

    def child_fact(self, name):
        return self.truth_of((self.facts.get("child") or {}).get(name, SILENT))

    def items(self, force, *rules, when=YES):
        for rule in rules:
            self.found[rule] = None if when is NO else f"{force} known" if when is YES else f"{force} provisional"

    def met(self, rule, truth):
        self.ticked[rule] = "unknown" if truth is None else truth


def answer(facts, stack):
    case = Case(facts, stack)
    for document in DOCUMENTS:
        if document.ID in stack:
            document.items(case)
    return {"items": case.found, "met": case.ticked}
