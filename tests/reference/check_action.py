"""Is this action SMART? Clear cases only: what a reader of 8.3 would settle at a glance, by the words of `CLEAR`.

How a sentence in between is judged is the product's own, and has its own collection of labelled actions.
"""

import professionals_meetings
from truth import SILENT, YES, merged

CRITERIA = ("specific", "measurable", "assignable", "realistic", "time-related")

# Field by field: what meets its criterion, and what does not.
CLEAR = {
    "specific": (
        ("Refer to police", "Father to have no contact with the children", "Children to stay with grandparents",
         "Improve school attendance", "Weigh the baby at home every Tuesday", "Complete the housing application with the mother",
         "Take Child A to the dentist", "Book a paediatric appointment", "Grandmother to collect the children from school",
         "Write to the landlord about the damp"),
        ("", "   ", "tbc", "Support", "Ensure safeguarding", "Embed good practice", "Promote wellbeing",
         "Strengthen resilience", "Explore options", "Consider needs", "Ensure the child is safe", "Support the family"),
    ),
    "indicator": (("Attendance at or above 90 percent", "No missed appointments in six weeks", "Weight above the 9th centile"), ("better outcomes", "improved wellbeing", "", "   ", "tbc", "n/a")),
    "quantity": (("10 sessions", "two visits a week"), ("", "   ", "tbc", "n/a")),
    "owner": (
        ("School DSL", "health visitor", "allocated social worker", "IRO", "key person", "team manager", "SW", "HV", "school nurse",
         "head teacher", "paediatrician", "mother"),
        ("", "   ", "tbc", "professionals", "all", "team", "everyone", "the family", "the agency", "all agencies", "the board", "the trust", "the service",
         "the group", "core group", "Children's Services", "the school nursing team"),
    ),
    "realisticResult": (("90 percent by half term within existing attendance officer hours",), ("", "   ", "tbc", "n/a")),
    "due": (
        ("2026-05-22", "22nd September 2026", "22 Sept 2026", "22/09/26", "22/09/2026", "22.09.2026 16:00", "Tue 22 Sep 2026", "1st October 2026", "1 Oct 2026"),
        ("", "   ", "ASAP", "ongoing", "tbc", "September 2026", "2026-02-30", "soon", "31/06/2026", "31 June 2026", "in due course", "as soon as possible"),
    ),
}


def answer(facts, stack):
    if professionals_meetings.ID not in stack:
        return {"missing": [], "complete": "not-established"}
    action = facts["action"]

    def clear(field):
        return action.get(field) in CLEAR[field][0]

    met = {
        "specific": clear("specific"),
        "measurable": clear("quantity") or clear("indicator"),    # "quantify or at least suggest an indicator"
        "assignable": clear("owner"),
        # What can be achieved is stated; that the resources are there is for people to attest (AMB-58).
        "realistic": clear("realisticResult") and merged([action.get("resourcesConfirmed", SILENT)]) is YES,
        "time-related": clear("due"),
    }
    missing = sorted(criterion for criterion in CRITERIA if not met[criterion])
    return {"missing": missing, "complete": not missing}
