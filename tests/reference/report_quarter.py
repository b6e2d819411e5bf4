"""How did our meetings do this quarter?

What cannot be known is not recorded, never in time or late: a measure in hours is not judged from a date alone,
unless no hour of that day would be in time, and nothing was done before it could be.
"""

import classify_concern
import county_durham
import days
import multi_agency_meetings as guide
from truth import SILENT, both, merged

TEXT_OF_DAY = 10    # letters of a date without a time
MINUTES = 3         # working days for the full minutes (CD-16c)


def answer(facts, stack):
    first, last = facts.get("from"), facts.get("until")
    counted, provisional, outside = [], 0, 0
    for meeting in facts.get("meetings") or ():
        held = meeting.get("endedAt") or meeting.get("startedAt")
        day = held and days.london_day(days.moment(held))
        if not held or (first and str(day) < first) or (last and str(day) > last):
            outside += 1
        elif meeting.get("settled") is False:
            provisional += 1
        else:
            counted.append(meeting)
    shown = {"meetings": len(counted), "provisionalLeftOut": provisional, "outsideLeftOut": outside, "measures": {}}
    measures = shown["measures"]
    if county_durham.ID in stack:
        agencies = _agencies(counted)
        for agency, told in agencies.items():
            # Of those who were asked, or of whom nobody knows that they were not.
            asked = [one for one in told if one["requested"] is not False]
            measures[f"CD-17a {agency}"] = _row([one["requested"] for one in told])
            measures[f"CD-17b {agency}"] = _row([one["attended"] for one in asked])
            measures[f"CD-17c {agency}"] = _row([one["formReturned"] for one in asked])
        calendar = days.calendar(facts.get("bankHolidays"))
        measures["CD-17d all"] = _row([_decisions_in_time(meeting) for meeting in counted])
        measures["CD-17e all"] = _row([_minutes_in_time(meeting, calendar) for meeting in counted])
    measures["TR-T0/quarter all"] = _row([_meeting_in_time(meeting, facts, stack) for meeting in counted])
    measures["TR-S6/quarter all"] = _row([merged([meeting.get("repeat", SILENT)]) for meeting in counted])
    return shown


def _row(answers):
    """Of how many, how many yes, and of how many nobody knows."""
    return [len(answers), sum(answer is True for answer in answers), sum(answer is None for answer in answers)]


def _agencies(meetings):
    """What each agency did at each meeting; one that is listed twice counts once, and two things told of it are not known."""
    told = {}
    for meeting in meetings:
        of_meeting = {}
        for entry in meeting.get("agencies") or ():
            of_meeting.setdefault(entry["agency"], []).append(entry)
        for agency, entries in of_meeting.items():
            one = {}
            for name in ("requested", "attended", "formReturned"):
                said = {entry[name] for entry in entries if isinstance(entry.get(name), bool)}
                one[name] = said.pop() if len(said) == 1 else None
            told.setdefault(agency, []).append(one)
    return told


def _decisions_in_time(meeting):
    ended, done = meeting.get("endedAt"), (meeting.get("done") or {}).get("decisions")
    if not done or not ended:
        return None
    end, at = days.moment(ended), days.moment(done)
    if TEXT_OF_DAY in (len(ended), len(done)):
        # No hour of such a day could make it in time: late. Anything else is not known.
        latest_end = days.end_of_day(days.london_day(end)) if len(ended) == TEXT_OF_DAY else end
        return False if at > latest_end + 24 * days.HOUR else None
    return None if at < end else at <= end + 24 * days.HOUR


def _minutes_in_time(meeting, calendar):
    done = (meeting.get("done") or {}).get("minutes")
    # From the day on which it began where nobody knows when it ended (AMB-22).
    end = meeting.get("endedAt") or meeting.get("startedAt")
    if not done or not end:
        return None
    ended, at = (days.london_day(days.moment(said)) for said in (end, done))
    too_early = at < ended or (TEXT_OF_DAY not in (len(done), len(end)) and days.moment(done) < days.moment(end))
    return None if too_early else at <= calendar.after(ended, MINUTES)


def _meeting_in_time(meeting, facts, stack):
    """Against the limit of its concern; one that is not settled decides nothing. A meeting without police, health and social care
    meets no limit, and one of which nobody knows who came is not recorded. The first meeting met the limit; another is held to none
    (AMB-19)."""
    if meeting.get("repeat") in (True, "unknown") or not meeting.get("concern"):
        return None
    limit = classify_concern.answer({**meeting["concern"], "bankHolidays": facts.get("bankHolidays")}, stack)
    if not limit.get("dueBy"):
        return None
    came = _agencies([meeting])
    full = both(*(came[agency][0]["attended"] if agency in came else None for agency in guide.CORE))
    last = days.date.fromisoformat(limit["dueBy"])
    if not limit.get("settled"):
        # Late by the latest that it can be is late; in time by what may be sooner is nothing (AMB-16).
        latest = limit.get("known", [None, None])[1] if meeting["concern"].get("othersConsidered") else None
        if latest is None or not meeting.get("startedAt") or days.london_day(days.moment(meeting["startedAt"])) <= days.date.fromisoformat(latest):
            return None
        last = days.date.fromisoformat(latest)
    started = days.moment(meeting.get("startedAt") or meeting["endedAt"])
    known = [days.moment(meeting["concern"].get(name)) for name in ("concernsIdentifiedAt", "referralReceivedAt")]
    if any(moment is not None and started < moment for moment in known):
        return None    # before there was anything to meet about
    in_time = days.london_day(started) <= last
    # What ended in time began in time; what ended later may have.
    return both(in_time if in_time or meeting.get("startedAt") else None, full)
