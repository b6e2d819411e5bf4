"""Plants wrong values in the reference, one at a time, and sees the comparison find each: a comparison must be able to fail.

python3 plant.py PACKAGE [--cases N]
"""

import argparse
import sys
from datetime import date

import bracknell_forest_tac
import check_action
import choose_meeting
import compare
import county_durham
import days
import doubts
import larkmoor
import list_attendees
import multi_agency_meetings as guide
import national_timescales
import northamptonshire_mdt
import professionals_meetings
import record_consent_basis
import report_quarter
import truth


def changed(holder, name, value):
    """Puts another value in the place of one; gives what puts it back."""
    if isinstance(holder, (dict, list)):
        before, holder[name] = holder[name], value
        return lambda: holder.__setitem__(name, before)
    before = getattr(holder, name)
    setattr(holder, name, value)
    return lambda: setattr(holder, name, before)


def _limits_without(rule):
    return {facts: tuple(one for one in rules if one[0] != rule) or rules for facts, rules in guide.LIMITS.items()}


PLANTED = [
    ("classifyConcern", "one working day more than three", guide.LENGTH, guide.THREE, 4),
    ("classifyConcern", "no same day for forensic evidence", guide, "LIMITS", _limits_without("TR-T2a")),
    ("listAttendees", "health is not of the minimum", guide, "CORE", ("childrens-social-care", "police")),
    ("listAttendees", "a return by letter is attendance", list_attendees, "PRESENT", {*list_attendees.PRESENT, "written-return-only"}),
    ("listAttendees", "locality meetings go on for a month", northamptonshire_mdt, "LOCALITY_ENDED", date(2020, 10, 1)),
    ("listDeadlines", "medium is the highest risk", county_durham.RISK_AT_ITS_HIGHEST, "medium", True),
    ("listDeadlines", "an hour of 59 minutes", days, "HOUR", 3540),
    ("listDeadlines", "the words n/a agree to a later time", truth, "NOTHING_GIVEN", {""}),
    ("chooseMeeting", "one limb of two is a criterion", professionals_meetings.CRITERIA, "HP-5.1b", ("needShare",)),
    ("chooseMeeting", "needing protection now is no danger", guide, "DANGER", guide.DANGER[:3]),
    ("chooseMeeting", "a referral is an escalation", northamptonshire_mdt.ROUTE_OF_PURPOSE, "referral", "escalation"),
    ("chooseMeeting", "the health concerns alone are a criterion", professionals_meetings.CRITERIA, "HP-5.1h", ("needClarifyHealth",)),
    ("recordConsentBasis", "a record without a purpose", record_consent_basis, "ALWAYS", record_consent_basis.ALWAYS[:2]),
    ("recordConsentBasis", "the law a day late", record_consent_basis, "RECOGNISED_SINCE", days.moment("2026-02-06")),
    ("recordConsentBasis", "a public body's legitimate interests", record_consent_basis, "NOT_FOR_PUBLIC_BODIES", {"legitimate-interests"}),
    ("resolveDisagreement", "nobody supports it well enough", county_durham, "SUPPORT", (*county_durham.SUPPORT, "nobody")),
    ("resolveDisagreement", "a named professional is no support", county_durham, "SUPPORT", county_durham.SUPPORT[:1]),
    ("resolveDisagreement", "no step is left for Hampshire", professionals_meetings, "steps", lambda case: case.step("HP-6.2b", True)),
    ("makeChecklist", "the GP needs no SPOC", county_durham, "SPOCS", (*county_durham.SPOCS[:4], "CD-28x")),
    ("makeChecklist", "a carer is a professional", bracknell_forest_tac.NOT_PROFESSIONALS, "carer", False),
    ("makeChecklist", "a secondary school's headteacher", county_durham.SCHOOLS, "secondary", (True, False)),
    ("reportQuarter", "decisions within 24 hours and a little", days, "HOUR", 3900),
    ("reportQuarter", "a date alone is judged", report_quarter, "TEXT_OF_DAY", 0),
    ("reportQuarter", "four working days for the minutes", report_quarter, "MINUTES", 4),
    ("checkAction", "a team is somebody", check_action.CLEAR, "owner", ((*check_action.CLEAR["owner"][0], "team"), ("all",))),
    ("checkAction", "a month is a day", check_action.CLEAR, "due", ((*check_action.CLEAR["due"][0], "September 2026"), ("soon",))),
    ("checkAction", "no health visitor", check_action.CLEAR, "owner", (check_action.CLEAR["owner"][0][:1], ("health visitor",))),
    ("classifyConcern", "five hours on a ward, in a pack of a portal's own", larkmoor, "IN_HOSPITAL", 5),
    ("listDeadlines", "a conference's duty is owed to a strategy meeting", national_timescales.OF_MEETING, "initial-conference", "strategy"),
    ("chooseMeeting", "a kind of concern is not the fact", choose_meeting.FACT_OF_KIND, "genitalMutilation", "no kind"),
    ("classifyConcern", "serious neglect is no serious risk", guide.KIND_MAKES, "serious-neglect", "immediateActionRequired"),
]


# Most wrong values show at once.
BATCH = 250


def found(package, question, count):
    for first in range(0, count, BATCH):
        batch = [(question, compare.case("planted", question, number)) for number in range(first, min(first + BATCH, count))]
        told, own = package.ask(batch, lambda: [compare.own_answer(*one) for one in batch])
        for (_, facts), said, ours in zip(batch, told, own):
            if not doubts.about(question, facts) and compare.differing(ours, said):
                return facts
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("package")
    parser.add_argument("--cases", type=int, default=6_000, help="for each wrong value")
    given = parser.parse_args()
    package, missed = compare.Package(given.package), 0
    for question, what, holder, name, value in PLANTED:
        put_back = changed(holder, name, value)
        case = found(package, question, given.cases)
        put_back()
        missed += case is None
        print(f"{'MISSED' if case is None else 'found '} {question}: {what}")
    package.close()
    print(f"{'' if missed else 'reached: '}{len(PLANTED) - missed} of {len(PLANTED)} planted values found")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
