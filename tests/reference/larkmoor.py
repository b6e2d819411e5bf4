"""Larkmoor, a pack of a portal's own (pkg-config/npm/examples/larkmoor.toml; ids LM-...): times in hours above those of the guide."""

import classify_concern
import days
import multi_agency_meetings as guide
from truth import SILENT, YES, merged

ID = "larkmoor"
HOURS, IN_HOSPITAL = 24, 4


def how_soon(facts):
    """Within 24 hours of the referral (1.1), four where the child is on a ward (1.2), and never later than the guide's time."""
    begun, _ = classify_concern.starts(facts)
    if begun is None:
        return {}
    calendar, values = days.calendar(facts.get("bankHolidays")), classify_concern.truths(facts, {})
    ward = merged([(facts.get("concerns") or {}).get("childInHospital", SILENT)], bool(facts.get("othersConsidered")))

    def first(values, ward):
        hours = IN_HOSPITAL if ward is not False else HOURS
        return min(begun["receipt"] + hours * days.HOUR, classify_concern.first_end(values, begun, calendar, None))

    due = first(values, ward)
    known = first(tuple(value is YES for value in values), ward is YES)
    told = not begun["missing"]["identified"] and not begun["missing"]["receipt"]
    asked = classify_concern.two_answers(facts, {})
    return {"dueBy": str(days.london_day(due)), "dueInstant": days.said(due), "settled": due == known and told and not asked}


def attendees(case):
    if case.meeting == "strategy":
        case.add("required", ("health-visitor",), "must", "LM-1.4", case.any_child("underFive"))


def deadlines(case):
    case.due("written-referral", "must", ("referrer",), ("childrens-social-care",), case.hours("referralTelephonedAt", 24))
