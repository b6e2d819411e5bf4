"""The nine questions, in the order in which they were written."""

import check_action
import choose_meeting
import classify_concern
import days
import larkmoor
import list_attendees
import list_deadlines
import make_checklist
import record_consent_basis
import report_quarter
import resolve_disagreement
from cases import odd_word_in
from otherwise import plainly
from stacks import stack

ANSWERS = {
    "classifyConcern": classify_concern.answer,
    "listAttendees": list_attendees.answer,
    "listDeadlines": list_deadlines.answer,
    "chooseMeeting": choose_meeting.answer,
    "recordConsentBasis": record_consent_basis.answer,
    "resolveDisagreement": resolve_disagreement.answer,
    "makeChecklist": make_checklist.answer,
    "reportQuarter": report_quarter.answer,
    "checkAction": check_action.answer,
}


def answer(question, facts):
    """The decision as the documents give it: only the fields that are compared."""
    if odd_word_in(facts):
        return {"error": "refused"}    # a word that nobody knows is never a no
    facts = plainly(facts)
    if any(days.is_of_another_nation(holiday) for holiday in facts.get("bankHolidays") or ()):
        return {"error": "refused"}    # a working day here
    if question == "classifyConcern" and larkmoor.ID in stack(facts):
        return larkmoor.how_soon(facts)
    return ANSWERS[question](facts, stack(facts))
