"""How soon must the strategy meeting be held?"""

from itertools import combinations

import days
import multi_agency_meetings as guide
from truth import NO, SILENT, UNKNOWN, YES, given, merged

PATHS = tuple(f"concerns.{fact}" for fact in guide.FACTS)
GIVES_TIMES = guide.ID
START_OF = {guide.SAME_DAY: "receipt", guide.ONE: "action", guide.THREE: "identified", guide.FIVE: "identified"}


def answer(facts, stack):
    if GIVES_TIMES not in stack:
        return {"timescale": None, "dueBy": None}
    shown = _answer(facts)
    if _earlier_by_its_timescale(facts) is not None:
        # It is asked which of its two ends it had.
        if "settled" in shown:
            shown["settled"] = False
        if "ask" in shown:
            shown["ask"] = sorted({*shown["ask"], "previousResult.dueBy"})
    return shown


def _answer(facts):
    people = facts.get("children")
    if not people:
        return _shown(_one(facts, {}), facts)
    each = [(child["ref"], _one(facts, child)) for child in people]
    minors = [one for _, one in each if one is not None]
    told = [_of_child(ref, one) for ref, one in each]
    if not minors:
        return {**_shown(None, facts), "perChild": told}
    joint = dict(min(minors, key=_soonest))
    # For all of them together, and so for what is known of them.
    joint["known"] = min((one["known"] for one in minors), key=_protects)
    if "if_today" in joint:
        joint["if_today"] = min((one["if_today"] for one in minors), key=lambda one: (one[1] or "", guide.LENGTH[one[0]]))
    if joint["due"] is not None:
        joint["due"] = min(one["due"] for one in minors)
    joint["settled"] = all(one["settled"] for one in minors)
    joint.pop("ask", None)
    shown = _shown(joint, facts)
    ages = [f"children[{at}].age" for at, child in enumerate(people) if contradicted(facts, child) and _age_is_told(facts, child)]
    return {**shown, "jointDueBy": shown["dueBy"], "perChild": told, "askedAges": ages}


MOST_DAYS_AWAY = 366


def _earlier_by_its_timescale(facts):
    """The end that an earlier answer's timescale gives even from the latest start, where its own last day lies after that."""
    earlier, agreed = facts.get("previousResult") or {}, facts.get("lengthening") or {}
    released = given(agreed.get("role")) and given(agreed.get("reason"))
    begun, now = starts(facts)
    if released or earlier.get("settled") is False or not earlier.get("dueBy") or not earlier.get("timescale") or not begun:
        return None
    received, action = (_not_after(days.moment(facts.get(name)), now) for name in ("referralReceivedAt", "immediateActionAt"))
    identified = begun["identified"] if facts.get("concernsIdentifiedAt") else None
    latest = max(moment for moment in (identified, received, action) if moment is not None)
    day = guide.day_of(earlier["timescale"], latest, days.calendar(facts.get("bankHolidays")))
    return days.end_of_day(day) if days.london_day(days.moment(earlier["dueBy"])) > day else None


def _held_back(one, facts):
    """The end of an earlier answer that holds until a role and a reason are given, or None (AMB-69)."""
    earlier, agreed = facts.get("previousResult"), facts.get("lengthening") or {}
    if not earlier or (given(agreed.get("role")) and given(agreed.get("reason"))):
        return None
    ends = []
    if earlier.get("settled") is not False:
        if earlier.get("dueBy"):
            said = earlier["dueBy"]
            ends.append(days.moment(said) if len(said) > 10 else days.end_of_day(days.london_day(days.moment(said))))
        elif earlier.get("timescale") and starts(facts)[0]:
            # A time without a date holds from the starts that are known now.
            timescale, begun = earlier["timescale"], starts(facts)[0]
            day = guide.day_of(timescale, begun[START_OF[timescale]], days.calendar(facts.get("bankHolidays")))
            ends.append(days.end_of_day(day, facts.get("closeOfDay") if timescale != guide.SAME_DAY else None))
        # One that says two ends holds the sooner (AMB-69).
        ends += [end for end in [_earlier_by_its_timescale(facts)] if end is not None]
    if earlier.get("concerns"):
        as_before = [_one(facts, child, earlier["concerns"]) for child in facts.get("children") or ({},)]
        ends += [one["due"] for one in as_before if one is not None and one["due"] is not None]
    end = min(ends, default=None)
    return end if end is not None and (one is None or one["due"] is None or end < one["due"]) else None


def _soonest(one):
    return str(one["day"]), guide.LENGTH[one["timescale"]]


def _of_child(ref, one):
    """An adult has no strategy meeting."""
    if one is None:
        return {"ref": ref, "timescale": None, "dueBy": None, "settled": True}
    return {"ref": ref, "timescale": one["timescale"], "dueBy": _text(one["day"]), "settled": one["settled"]}


def adult(facts, child):
    """Certainly 18 or over: an unborn child is none, and an age that is not known is a child's (AMB-67)."""
    every = facts.get("child") or {}
    # Of a child whose own age nobody knows the age that was told of all says nothing.
    ages = [] if child.get("age") == "unknown" else [person["age"] for person in (every, child) if person.get("age") not in (None, "unknown")]
    said = [person.get("unborn") for person in (every, child)]
    kinds = [*(facts.get("concernTypes") or ()), *(child.get("concernTypes") or ())]
    return bool(ages) and min(ages) >= 18 and not any(one in (True, "unknown") for one in said) and "unborn-child" not in kinds


def truths(facts, child, earlier=()):
    """What is known of the six facts for one child. A yes of `earlier` that is a no now counts as it did."""
    attested = bool(facts.get("othersConsidered"))
    kinds = [*(facts.get("concernTypes") or ()), *(child.get("concernTypes") or ())]
    made = {guide.KIND_MAKES[kind] for kind in kinds if kind in guide.KIND_MAKES}
    every, own = facts.get("concerns") or {}, child.get("concerns") or {}

    def known(fact, attests):
        value = merged([every.get(fact, SILENT), own.get(fact, SILENT), YES if fact in made else SILENT], attests)
        return YES if earlier and value is NO and earlier.get(fact) is True else value

    penetrative = known("penetrativeSexualAbuse", attested)
    # Where it is alleged, the attestation alone answers neither of these.
    alone = attested and penetrative is NO
    known_of = {
        "seriousRisk": known("seriousRisk", alone),
        "penetrativeSexualAbuse": penetrative,
        "forensicEvidenceRequired": known("forensicEvidenceRequired", alone),
    }
    values = [known_of[fact] if fact in known_of else known(fact, attested) for fact in guide.FACTS]
    # A moment says that a need to act arose, whatever else is said of it.
    if values[3] is NO and _moment_says_yes(facts):
        values[3] = YES
    if disputed(facts, child):
        values[4] = NO
    reasoned = given(facts.get("complexReason")) or any(kind in guide.KINDS_THAT_GIVE_A_REASON for kind in kinds)
    # It lengthens only where it is affirmed and reasoned; anything else is as good as a no (AMB-14).
    if values[4] is not YES or not reasoned:
        values[4] = NO
    return tuple(values)


def starts(facts):
    """The three starts and the one that is missing: a start in the future is now, and one before another's is the earlier."""
    now = days.moment(facts.get("now"))
    identified, received, action = (
        _not_after(days.moment(facts.get(name)), now) for name in ("concernsIdentifiedAt", "referralReceivedAt", "immediateActionAt")
    )
    known = [moment for moment in (identified, received, action) if moment is not None]
    if not known:
        return None, now
    earliest = min(known)
    return {
        # A concern is recorded no later than anybody was told of it or had to act on it (AMB-17, AMB-70).
        "identified": earliest,
        "receipt": received if received is not None else earliest,
        "action": action if action is not None else earliest,
        "missing": {
            "identified": identified is None and "concernsIdentifiedAt",
            "receipt": received is None and "referralReceivedAt",
            # Where the concern's own time is known, the need cannot have come before it.
            "action": action is None and identified is None and "concernsIdentifiedAt",
        },
    }, now


def _not_after(moment, now):
    return moment if moment is None or now is None else min(moment, now)


def _one(facts, child, earlier_concerns=()):
    """The answer for one child, None for an adult; each yes of `earlier_concerns` counts as it did."""
    if adult(facts, child):
        return None
    calendar, close = days.calendar(facts.get("bankHolidays")), facts.get("closeOfDay")
    begun, now = starts(facts)
    values = truths(facts, child, earlier_concerns)
    if begun is None:
        return _without_start(values, now, calendar)
    governs, known_only, asked = earliest(values, begun, calendar)
    rule, timescale, start, day = governs
    # Every limit stands below that of three days, so that an earlier day of the concern may bring it forward.
    unsure = begun["missing"]["identified"] or begun["missing"][start]
    return {
        "ask": asked | two_answers(facts, child) | ({"child.age", "child.unborn"} if contradicted(facts, child) and _age_is_told(facts, child) else
                {"child.unborn"} if contradicted(facts, child) or doubted(facts, child) else set()) | {path for path in (begun["missing"]["identified"], begun["missing"][start]) if path},
        "rule": rule,
        "timescale": timescale,
        "day": day,
        "due": first_end(values, begun, calendar, close),
        "aim": _aim(timescale, begun[start], day, calendar),
        "known": known_only,
        "passed": _passed(values, begun, calendar, close, now),
        "settled": day == known_only[3] and not unsure and not contradicted(facts, child) and not doubted(facts, child) and not two_answers(facts, child),
    }


def _passed(values, begun, calendar, close, now):
    """The limits that have passed by now: of what is known, for a provisional date never counts as overdue (AMB-16)."""
    if now is None:
        return []
    if values[4] is YES and UNKNOWN in (values[1], values[5]):
        return None    # whether three days have passed, or only five will, hangs on what is not known
    passed = []
    for rule, timescale, start in guide.LIMITS[tuple(value is YES for value in values)]:
        end = days.end_of_day(guide.day_of(timescale, begun[start], calendar), close if timescale != guide.SAME_DAY else None)
        if end < now and not begun["missing"][start]:
            passed.append((rule, end))
    return sorted(passed)


def disputed(facts, child):
    """Is it complex by what was said of all and not by what was said of the child, or the other way round? Then it is not affirmed."""
    said = [(place.get("concerns") or {}).get("particularlyComplex", SILENT) for place in (facts, child)]
    return SILENT not in said and said[0] != said[1] and True in said


def two_answers(facts, child):
    """The paths of what contradicts itself: a kind of concern or a moment that says yes, beside a no. The yes counts; both are asked."""
    kinds = [*(facts.get("concernTypes") or ()), *(child.get("concernTypes") or ())]
    every, own = facts.get("concerns") or {}, child.get("concerns") or {}
    paths = {f"concerns.{fact}" for fact in (guide.KIND_MAKES.get(kind) for kind in kinds) if fact and False in (every.get(fact), own.get(fact))}
    if disputed(facts, child):
        paths.add("concerns.particularlyComplex")
    needed = merged([every.get("immediateActionRequired", SILENT), own.get("immediateActionRequired", SILENT)], bool(facts.get("othersConsidered")))
    if needed is NO and _moment_says_yes(facts):
        paths |= {"concerns.immediateActionRequired", "immediateActionAt"}
    return paths


def needs(facts):
    """What is known of action and of protection, for each child: the moment of action is told of all of them."""
    attested, every = bool(facts.get("othersConsidered")), facts.get("concerns") or {}
    return [tuple(merged([every.get(fact, SILENT), (child.get("concerns") or {}).get(fact, SILENT)], attested)
                  for fact in ("immediateActionRequired", "immediateProtectionNeeded"))
            for child in facts.get("children") or ({},) if not adult(facts, child)]


def _moment_says_yes(facts):
    """Beside a no, unless the moment explains itself: a child of them needs action or protection."""
    return bool(facts.get("immediateActionAt")) and not any(YES in known for known in needs(facts))


def contradicted(facts, child):
    """Is an adult told to be a child too, by another age or as unborn? Then that is asked."""
    people = (facts.get("child") or {}, child)
    ages = [person["age"] for person in people if isinstance(person.get("age"), int)]
    if child.get("age") == "unknown" and ages and min(ages) >= 18:
        return True
    if _born_and_not(facts, child):
        return True
    return any(age >= 18 for age in ages) and (min(ages) < 18 or any(person.get("unborn") is True for person in people) or "unborn-child" in [
        *(facts.get("concernTypes") or ()), *(child.get("concernTypes") or ())])


def _born_and_not(facts, child):
    """Somebody who is not born has no age, and no kind of concern for the unborn is about somebody who is born."""
    people = (facts.get("child") or {}, child)
    by_kind = "unborn-child" in [*(facts.get("concernTypes") or ()), *(child.get("concernTypes") or ())]
    said = [person.get("unborn") for person in people]
    own = [person["age"] for person in (child, people[0]) if person.get("age") is not None][:1]
    is_unborn = by_kind or True in said
    return is_unborn and any(isinstance(age, int) and age > 0 for age in own) or by_kind and False in said and not True in said and "unknown" not in said


def _age_is_told(facts, child):
    """A kind of concern for the unborn beside somebody who is born asks nobody's age."""
    return any(person.get(name) is not None for person in (facts.get("child") or {}, facts.get("subject") or {}, child) for name in ("age", "ageGroup"))


def doubted(facts, child):
    """Somebody said that nobody knows whether a person of 18 or over is one not born yet: that is asked."""
    people = (facts.get("child") or {}, child)
    ages = [person["age"] for person in people if isinstance(person.get("age"), int)]
    return bool(ages) and min(ages) >= 18 and not contradicted(facts, child) and any(person.get("unborn") == "unknown" for person in people)


def _without_start(values, now, calendar):
    """No start is known: today, never the latest reading, and what would hold if it was recorded today."""
    if now is None:
        now_day = None
        begun = {"identified": 0, "receipt": 0, "action": 0}
    else:
        now_day = days.london_day(now)
        begun = {"identified": now, "receipt": now, "action": now}
    governs, known_only, _ = earliest(values, begun, calendar)
    return {
        "rule": governs[0],
        "timescale": governs[1],
        "day": now_day,
        "due": None if now is None else days.end_of_day(now_day),
        "aim": now_day,
        "known": (*known_only[:3], now_day),
        "if_today": (known_only[1], None if now is None else str(known_only[3])),
        "settled": False,
    }


def earliest(values, begun, calendar):
    """The earliest limit over all completions of what is not known, and that on the known facts alone."""
    last = {
        (timescale, start): guide.day_of(timescale, begun[start], calendar) for timescale, start in START_OF.items()
    }

    def governing(facts):
        return min(((*rule, last[rule[1:]]) for rule in guide.LIMITS[facts]), key=_protects)

    known = tuple(value is YES for value in values)
    known_only = governing(known)
    best = min((governing(facts) for facts in guide.completions(values)), key=_protects)
    if best[3] >= known_only[3]:
        return known_only, known_only, set()
    unknown = [at for at, value in enumerate(values) if value is UNKNOWN]
    asked = {at for at in unknown if governing(_with(known, at))[3] < known_only[3]}
    # Of a combination the first.
    asked |= {min(pair) for pair in combinations(unknown, 2)
              if not asked.intersection(pair) and governing(_with(known, *pair))[3] < known_only[3]}
    return best, known_only, {PATHS[at] for at in asked}


def first_end(values, begun, calendar, close):
    """The first end of all limits that apply or may apply: an office that closes early ends a day of working days before midnight."""
    limits = {limit for facts in guide.completions(values) for limit in guide.LIMITS[facts]}
    return min(days.end_of_day(guide.day_of(timescale, begun[start], calendar), close if timescale != guide.SAME_DAY else None)
               for _, timescale, start in limits)


def _with(known, *more):
    return tuple(value or at in more for at, value in enumerate(known))


def _protects(rule):
    """The earliest day, then the shorter time, then the document's order (its ids are in that order)."""
    return rule[3], guide.LENGTH[rule[1]], rule[0]


def _aim(timescale, start, day, calendar):
    """Our suggestion: the day of the trigger counts where it is a working day; holidays added by hand never
    make it later (AMB-70 as decided later)."""
    if timescale == guide.SAME_DAY:
        return day
    begun, count = days.london_day(start), guide.LENGTH[timescale]
    inclusive = [counted.after(begun, count - 1 if counted.works(begun) else count) for counted in (days.LISTED, calendar)]
    return min(*inclusive, day)


def _text(day):
    return None if day is None else str(day)


def _shown(one, facts):
    held = _held_back(one, facts)
    if one is None:
        # Even for an adult an earlier date stays until somebody says why it goes.
        return {"dueBy": None if held is None else str(days.london_day(held))}
    known = one["known"]
    shown = {
        "dueBy": _text(one["day"]),
        "dueInstant": days.said(one["due"]),
        "wouldBe": None,
        "settled": one["settled"],
        "ifRecordedToday": list(one["if_today"]) if "if_today" in one else None,
        "known": [known[1], _text(known[3])],
    }
    if facts.get("planned") and one["due"] is not None:
        shown["planned"] = _planned(facts["planned"], one["due"] if held is None else held)
    if facts.get("held") and "if_today" not in one and not facts.get("children") and held is None:
        # What else is asked of them, and whether anything is still overdue, follows from each.
        return {"dueBy": shown["dueBy"], "dueInstant": shown["dueInstant"], "rule": one["rule"], "timescale": one["timescale"],
                "held": [_held_meeting(meeting, facts) for meeting in facts["held"]]}
    if facts.get("held"):
        return {"dueBy": str(days.london_day(held)) if held is not None else shown["dueBy"]}
    if held is not None:
        day = days.london_day(held)
        shown.pop("known")
        return {**shown, "dueBy": str(day), "dueInstant": days.said(held), "wouldBe": shown["dueBy"]}
    sooner = None if known[3] is None else _held_back({"due": days.end_of_day(known[3])}, facts)
    if sooner is not None:
        # Of what is known no later end is promised than an earlier answer gave; a yes of it that lapsed may give it another name.
        shown["known"] = [facts["previousResult"].get("timescale") or known[1], str(days.london_day(sooner))]
        if facts["previousResult"].get("concerns"):
            shown.pop("known")
    if "if_today" in one and facts.get("previousResult"):
        # No start at all, and an earlier answer without a date: today in any case.
        shown.pop("known", None), shown.pop("ifRecordedToday")
        return shown
    if one.get("passed") is not None and not facts.get("children"):
        shown["overdue"] = [rule for rule, _ in one["passed"]]
        now = days.moment(facts["now"]) if facts.get("now") else None
        told = {name: said for name, said in (facts.get("previousResult") or {}).items() if name != "concerns"}
        before = _held_back({"due": None}, {**facts, "previousResult": told}) if told.get("dueBy") else None
        if before is not None and now is not None and before < now and all(before < end for _, end in one["passed"]):
            # What an earlier answer settled has passed, whatever is asked now.
            shown["overdue"] = sorted({*shown["overdue"], one["rule"]})
        if told.get("timescale"):
            # By its timescale it may have been another rule's.
            shown.pop("overdue")
    shown |= {"rule": one["rule"], "timescale": one["timescale"], "aimBy": _text(one["aim"])}
    return {**shown, "ask": sorted(one["ask"])} if "ask" in one else shown


def _planned(plan, due):
    """Sooner is free; later needs a reason and the role of whoever decided."""
    later = days.moment(plan["at"]) > due
    missing = [name for name in ("reason", "decidedBy") if later and not given(plan.get(name))]
    return [later, not missing, missing]


def _held_meeting(meeting, facts):
    """Only a discussion with social care, the police and health meets the limit (AMB-19); what is not known counts for nothing."""
    came, told = meeting.get("agencies"), merged([meeting.get("full", SILENT)])
    full = told if came is None else set(guide.CORE) <= set(came) and told is not NO
    at, (begun, now) = meeting.get("at"), starts(facts)
    if at is None:
        return ["not-established" if full is None else full, False]
    # Not before anything that it was to answer, and not yet to come; a day alone is the whole of that day.
    since = max(begun[start] for start in ("identified", "receipt", "action"))
    held = days.moment(at)
    possible = (days.london_day(held) >= days.london_day(since) if len(at) == 10 else held >= since) and (now is None or held <= now)
    # A day alone may have been before what arose on that very day.
    told_at = {name: facts[name] for name in ("concernsIdentifiedAt", "referralReceivedAt", "immediateActionAt") if facts.get(name)}
    if "concernsIdentifiedAt" in told_at:
        # A concern is recorded no later than anybody was told of it.
        told_at["concernsIdentifiedAt"] = min(told_at.values(), key=days.moment)
    timed = [days.london_day(_not_after(days.moment(one), now)) for one in told_at.values() if len(one) > 10]
    if len(at) == 10 and days.london_day(held) in timed:
        possible = False
    # Where nobody said what now is, a year that lies far behind every start is taken as mistyped.
    if now is None and (days.london_day(held) - days.london_day(since)).days > MOST_DAYS_AWAY:
        possible = False
    return ["not-established" if full is None else full, full is YES and possible]
