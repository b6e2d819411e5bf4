"""What falls due, for whom, by when?"""

from calendar import monthrange
from collections import namedtuple
from contextlib import contextmanager
from datetime import datetime, timedelta
from itertools import combinations

import bracknell_forest_tac
import county_durham
import days
import larkmoor
import multi_agency_meetings as guide
import national_timescales
import northamptonshire_mdt
import professionals_meetings
from list_attendees import Case as Asked
from truth import NO, SILENT, YES, given

DOCUMENTS = (larkmoor, county_durham, northamptonshire_mdt, bracknell_forest_tac, professionals_meetings, guide, national_timescales)

# What never comes before what stands to its left, by the document that says the one and the other.
ORDERS = {
    county_durham: [("decisionAt", "spocRequestAt", "meetingStart", "meetingEndedAt"), ("decisionAt", "spocRequestAt", "proforma.returnBy", "meetingStart", "meetingEndedAt")],
    northamptonshire_mdt: [("meetingStart", "meetingEndedAt")],
    bracknell_forest_tac: [("initialMeetingDate", "meetingEndedAt")],
    national_timescales: [
        ("s47InitiatedOn", "icpcOn", "lastReviewConferenceOn"),
        ("seriousIncidentKnownOn", "panelNotifiedOn"),
        ("emergencyProtectionOrderAt", "emergencyProtectionExtendedFrom", "emergencyProtectionEndsAt"),
        ("becameLookedAfterOn", "firstLookedAfterReviewOn", "lastLookedAfterReviewOn"),
    ],
}

# The last moment; whether it was counted in days, so that a last working day can be suggested; the day by the list alone; the
# moment from which it runs, and which moments it rests on.
End = namedtuple("End", "at in_days listed start paths")


# A contradiction of moments that is told where they were counted. Of its own moment Larkmoor's pack does not say that it has happened.
AHEAD = ("meetingStart", "proforma.returnBy", "nextCoreGroup", "nextReview", "emergencyProtectionExtendedFrom", "emergencyProtectionEndsAt",
         "referralTelephonedAt")
OF_ITS_OWN = "of-its-own"


class Case(Asked):
    """What is asked, and the duties as the documents add them."""

    def __init__(self, facts, stack):
        super().__init__({"meetingType": None, **facts}, stack)
        self.calendar = days.calendar(facts.get("bankHolidays"))
        self.duties = {}

    def about(self, *meetings):
        return self.meeting is None or self.meeting in meetings

    def said(self, path):
        found = self.facts
        for name in path.split("."):
            found = (found or {}).get(name)
        return found

    def moment(self, path):
        return days.moment(self.said(path))

    def _lies_before(self, later, first):
        """Does what comes later lie before? Of a date alone only the day tells."""
        one, other = (self.moment(path) for path in (later, first))
        if one is None or other is None:
            return False
        if min(len(self.said(path)) for path in (later, first)) <= 10:
            return days.london_day(one) < days.london_day(other)
        return one < other

    def _orders(self):
        return [order for document, orders in ORDERS.items() if document.ID in self.stack for order in orders]

    def disordered(self):
        """The moments that contradict each other."""
        told = {OF_ITS_OWN}
        for order in self._orders():
            known = [path for path in order if self.moment(path) is not None]
            for first, later in combinations(known, 2):
                if self._lies_before(later, first):
                    told |= {first, later}
        return told

    @contextmanager
    def told(self, path, own):
        """The same where one of several has a moment of its own."""
        facts = self.facts
        self.facts = {**facts, path: own} if own else facts
        yield
        self.facts = facts

    def with_its_disorder(self, end):
        """A moment that holds where it was counted, whatever is told elsewhere: with that it contradicts another there."""
        return end and end._replace(paths={OF_ITS_OWN} if end.paths & self.disordered() else set())

    def began(self, path):
        """The moment that was told: the earlier of two that contradict each other."""
        later = [after for order in self._orders() if path in order for after in order[order.index(path) + 1:]]
        moments = [self.moment(after) for after in later if self._lies_before(after, path)]
        return min((at for at in (self.moment(path), *moments) if at is not None), default=None)

    def begun(self, path):
        """The moment from which a time counts."""
        # What is told as having happened and lies ahead counts from now (AMB-70).
        return days.moment(self.facts["now"]) if self.is_ahead(path) else self.began(path)

    def is_ahead(self, path):
        """Is it told as having happened, and yet to come? A meeting, a return or a review may lie ahead."""
        at, now = self.began(path) if path != OF_ITS_OWN else None, days.moment(self.facts.get("now"))
        if at is None or now is None or path in AHEAD:
            return False
        by_day = min(len(self.facts["now"]), len(self.said(path))) <= 10
        return days.london_day(now) < days.london_day(at) if by_day else now < at

    def then(self, path):
        at = self.begun(path)
        return None if at is None else End(at, False, None, 0, {path})

    @staticmethod
    def first(*ends):
        """The earliest of several ends, for a duty whose time began when the first of them says."""
        ends = [end for end in ends if end is not None]
        if not ends:
            return None
        first = min(ends, key=lambda end: end.at)
        return first._replace(start=ends[0].start, paths=ends[0].paths | first.paths)

    def hours(self, path, count):
        at = self.begun(path)
        return None if at is None else End(at + count * days.HOUR, False, None, self.began(path), {path})

    def _day(self, path, day_from):
        at = self.begun(path)
        if at is None:
            return None
        day, listed = (day_from(days.london_day(at), calendar) for calendar in (self.calendar, days.LISTED))
        return End(days.end_of_day(day), True, listed, self.began(path), {path})

    def working_days(self, path, count):
        return self._day(path, lambda day, calendar: calendar.after(day, count))

    def weeks(self, path, count):
        return self._day(path, lambda day, calendar: day + timedelta(weeks=count))

    def months(self, path, count):
        """The same day of a later month, or the last of a shorter one."""
        def later(day, calendar):
            year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
            return day.replace(year=year, month=month + 1, day=min(day.day, monthrange(year, month + 1)[1]))
        return self._day(path, later)

    def days_to_the_hour(self, path, count):
        """The same hour of a later day, whatever the clocks do in between."""
        at = self.begun(path)
        if at is None:
            return None
        local = datetime.fromtimestamp(at, days.LONDON)
        return End(int((local.replace(fold=0) + timedelta(days=count)).timestamp()), False, None, at, {path})

    def family_copies(self, name="parents-or-carers", allowed=YES, opted_out=NO):
        """Who of the family gets papers: nobody before a recorded no to their being a risk, and nobody where illness may be
        fabricated or induced (law 8)."""
        members = self.facts.get("family") or [{"who": name, "posesRisk": self.facts.get("parentsPoseRisk", SILENT)}]
        safe = self.may_harm_if_warned() is NO and allowed is YES and opted_out is not YES
        to = [member["who"] for member in members if safe and self.risk_of(member) is False]
        # A risk of somebody, or that it is not known: of whoever else there may be that stands.
        # It is told where each who is named was answered no, also where that no is in doubt: the longer list is kept.
        open_of_others = name == "family" and self.facts.get("parentsPoseRisk") in ("unknown", True) and self.facts.get("family")
        others = {"parents-or-carers"} if open_of_others and all(member.get("posesRisk") is False for member in members) else set()
        kept = {member["who"] for member in members if member["who"] not in to} | others
        return to, sorted(kept) if allowed is not NO else None

    def due(self, duty, force, by, to, end=None, provisional=False, not_to=None, done=None, rule=None):
        """A duty of the document that is read. Two documents that speak of two meetings lay two duties on people, however alike
        they call them."""
        owed = {"force": force, "by": by, "to": to, "end": end, "provisional": provisional, "not_to": not_to, "done": done, "rule": rule}
        self.duties.setdefault(duty, []).append(owed)


def answer(facts, stack):
    case = Case(facts, stack)
    for document in DOCUMENTS:
        if document.ID in stack:
            document.deadlines(case)
    names = [(duty if len(each) == 1 else f"{duty}/{owed['rule']}", owed) for duty, each in case.duties.items() for owed in each]
    # What is told as done of all of them has a line, also where each agency owes its own.
    of_all = {duty for duty in facts.get("done") or {} if facts.get("requests") and any(name.startswith(f"{duty}/") for name, _ in names)
              and duty in ("spoc-response", "proforma-return")}
    deadlines = {duty: _shown(case, duty, owed) for duty, owed in names} | _kept(case, names)
    return {"duties": sorted(of_all | set(deadlines)), "deadlines": deadlines}


def _kept(case, names):
    """What an earlier answer holds although nothing lays it on anybody any more: a role and a reason are missing (AMB-69)."""
    laid = {name.split("/")[0] for name, _ in names}
    gone = {earlier["duty"] for earlier in case.facts.get("previous") or ()} - laid
    held = {duty: _held(case, duty, None) for duty in gone}
    return {duty: {"due": days.said(at), "dueBy": str(days.london_day(at)), "wouldBe": None, "heldBack": True}
            for duty, at in held.items() if at is not None}


def _shown(case, duty, owed):
    end, shown = owed["end"], {"force": owed["force"]}
    if owed["by"] is not None:
        shown |= {"by": sorted(owed["by"]), "to": sorted(owed["to"])}
    if owed["not_to"] is not None:
        shown["notTo"] = sorted(owed["not_to"])
    if owed["provisional"]:
        shown["provisional"] = True
    at = end and end.at
    held = _held(case, duty, at)
    if held is not None:
        return {**shown, "due": days.said(held), "dueBy": str(days.london_day(held)), "wouldBe": days.said(at), "heldBack": True}
    shown |= {"due": days.said(at), "dueBy": None if at is None else str(days.london_day(at))}
    if end and end.in_days:
        day = days.london_day(at)
        aim = min(day, end.listed)
        while not (case.calendar.works(aim) and days.LISTED.works(aim)):
            aim -= days.ONE_DAY
        shown["aimBy"] = str(aim)
        if case.facts.get("bankHolidays") and end.listed != day:
            shown["withoutAddedHolidays"] = str(end.listed)
    done = owed["done"] or ((case.facts.get("done") or {}).get(duty) or {}).get("at")
    if done and at is not None:
        shown["onTime"] = _on_time(case, owed["end"], done, at)
        if shown["onTime"] is False and owed["provisional"]:
            shown["onTime"] = "not-established"    # a provisional date makes nothing late (AMB-16)
    if case.facts.get("now") and not done:
        shown["overdue"] = at is not None and case.moment("now") > at and not owed["provisional"]
    return shown


def _on_time(case, end, done, due):
    """What was done before its time began, is yet to come, or rests on moments that contradict each other, is neither in time nor late."""
    now, at = case.moment("now"), days.moment(done)
    latest = _end_of_its_day(at) if len(done) == 10 else at
    ahead = any(case.is_ahead(path) for path in end.paths)    # whenever it was, it was not when it is told
    if latest < end.start or (now is not None and at > now) or ahead or end.paths & case.disordered():
        return "not-established"
    # A date alone may be any time of that day, and so may one from which hours count.
    from_a_day = not end.in_days and any(len(case.said(path) or "") == 10 and case.moment(path) == end.start for path in end.paths)
    latest_due = due + (_end_of_its_day(end.start) - end.start if from_a_day else 0)
    return True if latest <= due else False if at > latest_due else "not-established"


def _end_of_its_day(at):
    return days.end_of_day(days.london_day(at))


def _held(case, duty, at):
    """An earlier moment stays until a role and a reason are given (AMB-69); instants are compared, not days."""
    agreed = case.facts.get("lengthening") or {}
    if given(agreed.get("role")) and given(agreed.get("reason")):
        return None
    ends = []
    for earlier in case.facts.get("previous") or ():
        if earlier["duty"] == duty.split("/")[0]:    # that of all, where each agency now has its own
            said = earlier["due"]
            ends.append(days.moment(said) if len(said) > 10 else days.end_of_day(days.london_day(days.moment(said))))
    end = min(ends, default=None)
    return end if end is not None and (at is None or end < at) else None
