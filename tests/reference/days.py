"""Working days of England and Wales, and moments in London.

A moment is a whole number of seconds (UTC). A day is a `datetime.date`. Hours are elapsed hours (AMB-21); days are London
days (AMB-20); the day of the trigger is day 0 (AMB-10).
"""

import json
import sys
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
ONE_DAY = timedelta(days=1)
HOUR = 3600
KNOWN_SINCE, KNOWN_UNTIL = 2015, 2028


def _easter(year):
    """Easter Sunday (the anonymous Gregorian computus)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    l = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * l) // 451
    month = (h + l - 7 * m + 114) // 31
    return date(year, month, (h + l - 7 * m + 114) % 31 + 1)


def _monday_on_or_after(day):
    return day + timedelta(days=-day.weekday() % 7)


@lru_cache(maxsize=None)
def bank_holidays(year):
    """The days off of a year: by rule, with what was proclaimed and moved from 2015 to the end of 2028."""
    easter = _easter(year)
    days = {
        "new year": date(year, 1, 1),
        "good friday": easter - 2 * ONE_DAY,
        "easter monday": easter + ONE_DAY,
        "early may": _monday_on_or_after(date(year, 5, 1)),
        "spring": _monday_on_or_after(date(year, 5, 25)),
        "summer": _monday_on_or_after(date(year, 8, 25)),
    }
    if not KNOWN_SINCE <= year <= KNOWN_UNTIL:
        # Outside the list only what comes every year by itself: no day that is proclaimed for the year, none kept on another day
        # (AMB-11: a holiday that is missing errs early, one too many errs late).
        del days["early may"]
        return frozenset([*days.values(), date(year, 12, 25), date(year, 12, 26)])
    # A holiday on a weekend is kept on the next day that is free of one.
    while days["new year"].weekday() > 4:
        days["new year"] += ONE_DAY
    christmas, boxing = date(year, 12, 25), date(year, 12, 26)
    if christmas.weekday() == 4:      # Friday and Saturday
        boxing = date(year, 12, 28)
    elif christmas.weekday() == 5:    # Saturday and Sunday
        christmas, boxing = date(year, 12, 27), date(year, 12, 28)
    elif christmas.weekday() == 6:    # Sunday and Monday
        christmas = date(year, 12, 27)
    days["christmas"], days["boxing"] = christmas, boxing
    if year == 2020:
        days["early may"] = date(2020, 5, 8)
    if year == 2022:
        days["spring"] = date(2022, 6, 2)
        days["jubilee"] = date(2022, 6, 3)
        days["funeral"] = date(2022, 9, 19)
    if year == 2023:
        days["coronation"] = date(2023, 5, 8)
    return frozenset(days.values())


@lru_cache(maxsize=64)
def of_other_nations(year):
    """What Scotland and Northern Ireland keep and England and Wales do not: on the next working day where it falls on another."""
    days = {date(year, 8, 1 + -date(year, 8, 1).weekday() % 7)}
    for month, day in ((1, 2), (3, 17), (7, 12), (11, 30)):
        kept = date(year, month, day)
        while not LISTED.works(kept):
            kept += ONE_DAY
        days.add(kept)
    return frozenset(days)


class Calendar:
    """Which days are working days: the list, and what was added to it by hand."""

    def __init__(self, added=()):
        self.added = frozenset(_date_of(holiday["date"]) for holiday in added or ())
        self.moved = frozenset(_date_of(holiday["replaces"]) for holiday in added or () if holiday.get("replaces"))

    def works(self, day):
        if day.weekday() > 4 or day in self.added:
            return False
        return day in self.moved or day not in bank_holidays(day.year)

    def after(self, day, count):
        """The `count`th working day after `day`."""
        while count:
            day += ONE_DAY
            count -= self.works(day)
        return day


LISTED = Calendar()


def is_of_another_nation(holiday):
    day = _date_of(holiday["date"])
    return day in of_other_nations(day.year)


def calendar(added):
    return Calendar(added) if added else LISTED


def _date_of(text):
    return date.fromisoformat(text[:10])


@lru_cache(maxsize=65536)
def moment(text):
    """A date or a date with a time as a moment: bare is London; the hour that comes twice is the first; one that the clocks skip
    moves forward (AMB-20); a date alone is its first minute."""
    if text is None:
        return None
    if len(text) == 10:
        text += "T00:00"
    read = datetime.fromisoformat(text)
    if read.tzinfo is None:
        read = read.replace(tzinfo=LONDON)
    return int(read.timestamp())


@lru_cache(maxsize=65536)
def london_day(instant):
    return datetime.fromtimestamp(instant, LONDON).date()


@lru_cache(maxsize=65536)
def end_of_day(day, close=None):
    """The last moment of a London day, or an office's own earlier end of it (AMB-12)."""
    at = time(23, 59, 59) if close is None else time.fromisoformat(close)
    return int(datetime.combine(day, at, LONDON).timestamp())


@lru_cache(maxsize=65536)
def said(instant):
    """A moment as answers say it, with London's offset."""
    return None if instant is None else datetime.fromtimestamp(instant, LONDON).isoformat()


def holidays_agree_with(path):
    """Does the list of the project's domain folder name the same days? (For the test of this file.)"""
    listed = {event["date"] for event in json.load(open(path, encoding="utf-8"))["events"]}
    ours = {str(day) for year in range(2015, 2029) for day in bank_holidays(year)}
    return sorted(listed ^ ours)


if __name__ == "__main__":
    print(holidays_agree_with(sys.argv[1]) or "the same bank holidays")
