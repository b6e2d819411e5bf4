"""Counts the library's working days again with the Python package `holidays`, and its hours with Python's own time zones.

python3 working_days.py COUNTED PACKAGE; `cargo xtask prove` writes COUNTED.
"""

import json
import os
import sys
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import holidays

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "reference"))
import compare  # noqa: E402  the package, in one Node process

LONDON = ZoneInfo("Europe/London")
ONE_DAY = timedelta(days=1)
QUARTER = timedelta(minutes=15)
# What the package counts in hours, from which fact, and how many.
HOURS = {"proforma": ("decisionAt", 1), "decisions": ("meetingEndedAt", 24)}


def days_off(counted, first):
    """Weekdays that the library leaves out, told by its count of one working day."""
    found, last = set(), first + timedelta(days=len(counted) - 1)
    for number, due in enumerate(counted):
        day = first + timedelta(days=number)
        between = (day + timedelta(days=more) for more in range(1, due[0]))
        found.update(off for off in between if off.weekday() < 5 and off <= last)
    return found


def counted_again(start, most, off):
    """How many days after `start` each of 1 to `most` working days ends."""
    ends, day = [], start
    while len(ends) < most:
        day += ONE_DAY
        if day.weekday() < 5 and day not in off:
            ends.append((day - start).days)
    return ends


def working_days(told):
    """What differs, how many bank holidays there are, and the days off that the library does not know yet."""
    first, known_until, until = (date.fromisoformat(told[name]) for name in ("from", "knownUntil", "until"))
    counted = told["dueAfter"]
    theirs = {day for day in holidays.country_holidays("GB", subdiv="ENG", years=range(first.year, until.year + 2)) if day.weekday() < 5}
    ours = days_off(counted, first)
    within = {day for day in theirs if day <= until}
    wrong = [f"{day} is a day off for the library alone" for day in sorted(ours - theirs)]
    wrong += [f"{day} is no day off for the library" for day in sorted(theirs - ours) if first < day <= known_until]
    for number, ends in enumerate(counted[:(until - first).days + 1]):
        start = first + timedelta(days=number)
        if counted_again(start, told["most"], ours) != ends:
            wrong.append(f"begun {start}: ends after {ends}")
        # Past the list a proclaimed day that is not counted ends a limit earlier, which is the safe side, and never later.
        if any(own > other for own, other in zip(ends, counted_again(start, told["most"], theirs))):
            wrong.append(f"begun {start}: later than by the other calendar")
    return wrong, len(within), sorted(day for day in within - ours if day > known_until)


def clock_changes(years):
    """The two nights of each year on which London's clocks change, each told by the midnight before it."""
    for year in years:
        day = date(year, 1, 1)
        while day.year == year:
            before, after = (datetime.combine(one, datetime.min.time(), LONDON).utcoffset() for one in (day, day + ONE_DAY))
            if before != after:
                yield day - ONE_DAY
            day += ONE_DAY


def moments():
    """Every quarter of an hour from the day before each change to the day after it, with its offset and without."""
    for night in clock_changes(range(2015, 2031)):
        begun = datetime.combine(night, datetime.min.time(), LONDON).astimezone(timezone.utc)
        for quarter in range(3 * 24 * 4):
            moment = (begun + quarter * QUARTER).astimezone(LONDON)
            yield moment.isoformat(), moment
            # Of an hour that comes twice a time without an offset is the first.
            if moment.fold == 0:
                yield moment.replace(tzinfo=None).isoformat(), moment


def hours(package):
    """The limits in hours that end at another moment than so many hours later."""
    told = list(moments())
    asked = [("listDeadlines", {"area": "county-durham", **{fact: text for fact, _ in HOURS.values()}}) for text, _ in told]
    wrong = []
    for (text, moment), answer in zip(told, package.ask(asked)[0]):
        for duty, (_, count) in HOURS.items():
            end = (moment.astimezone(timezone.utc) + timedelta(hours=count)).astimezone(LONDON).isoformat()
            due = answer["deadlines"][duty]["due"]
            if due != end:
                wrong.append(f"{duty} from {text}: {due}, and not {end}")
    return wrong, len(told) * len(HOURS)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        told = json.load(file)
    wrong, listed, not_known = working_days(told)
    package = compare.Package(sys.argv[2])
    wrong_hours, counted_hours = hours(package)
    package.close()
    for line in (wrong + wrong_hours)[:20]:
        print(line)
    if wrong or wrong_hours:
        print(f"{len(wrong) + len(wrong_hours)} differ")
        return 1
    named = f", not proclaimed yet: {', '.join(map(str, not_known))}" if not_known else ""
    starts = (date.fromisoformat(told["until"]) - date.fromisoformat(told["from"])).days + 1
    counts = starts * told["most"]
    print(f"reached: {listed} bank holidays, {counts} counts, {counted_hours} limits in hours about clock changes, 0 differ{named}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
