"""We disagree: what is the next step? A step stands where its facts do, provisionally where they are not known."""

import bracknell_forest_tac
import county_durham
import professionals_meetings
from list_attendees import Case as Asked
from truth import NO, YES

NEEDS_MORE = {"CD-30c"}
DOCUMENTS = (county_durham, bracknell_forest_tac, professionals_meetings)


class Case(Asked):
    def __init__(self, facts, stack):
        super().__init__({"meetingType": None, **facts}, stack)
        self.steps, self.ready = {}, {}

    def step(self, rule, applies, ready=None):
        self.steps[rule] = None if applies is NO else "known" if applies is YES else "provisional"
        if applies is YES and rule in NEEDS_MORE:
            self.ready[rule] = "unknown" if ready is None else ready


def answer(facts, stack):
    case = Case(facts, stack)
    documents = [document for document in DOCUMENTS if document.ID in stack]
    if documents and facts.get("stage", 0) > max(document.LAST_STEP for document in documents):
        return {"error": "refused"}    # behind the last step there is none that could have been taken
    for document in documents:
        document.steps(case)
    # No dispute ever holds up what protects.
    return {"steps": case.steps, "ready": case.ready, "protectiveActionSuspended": False}
