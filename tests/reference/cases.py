"""Random cases, each made from its own seed, so that one can be made again alone."""

from datetime import date, timedelta

import multi_agency_meetings as guide
from otherwise import otherwise
from stacks import OF_AREA

ANSWERS = (True, False, "unknown")
KINDS = (*guide.KIND_MAKES, *sorted(guide.KINDS_THAT_GIVE_A_REASON), *guide.KINDS_WITHOUT_A_TIME)
# Days on which counting goes wrong: Christmas, Easter, moved and one-off holidays, both nights of the clocks, the leap day.
HARD_DAYS = [date.fromisoformat(day) for day in (
    "2015-12-24", "2016-12-23", "2020-05-01", "2020-05-07", "2020-12-24", "2021-12-24", "2022-01-03", "2022-05-30", "2022-06-01",
    "2022-09-16", "2023-05-05", "2024-02-29", "2024-03-28", "2025-03-30", "2025-10-26", "2026-03-28", "2026-03-29", "2026-04-02",
    "2026-10-24", "2026-10-25", "2026-12-24", "2027-03-28", "2027-12-24", "2027-12-31", "2028-02-28", "2028-04-13", "2028-12-28",
)]
TIMES = ("00:00", "00:30", "01:00", "01:30", "01:59:59", "02:00", "09:10", "12:00", "16:59", "17:05", "23:30", "23:59:59")
# Words that stand for nothing, a number alone and signs among them.
EMPTY_WORDS = (".", "n/a", "tbc", "unknown", "no", "N/A", " TBC ", "123", "-")
ODD_REASONS = (*EMPTY_WORDS, "")


def day(chance):
    drawn = chance.random()
    if drawn < 0.4:
        return chance.choice(HARD_DAYS) + timedelta(days=chance.randint(-3, 3))
    if drawn < 0.45:       # before and after any list of holidays
        return chance.choice((date(1990, 1, 2), date(2035, 1, 2))) + timedelta(days=chance.randrange(9000))
    return date(2015, 1, 2) + timedelta(days=chance.randrange(7300))


def moment(chance, around):
    """A day, or a time of it: bare, with Z, with an offset."""
    said = str(around)
    form = chance.random()
    if form < 0.2:
        return said
    said += "T" + chance.choice(TIMES)
    if form < 0.65:
        return said
    return said + chance.choice(("Z", "+00:00", "+01:00", "+05:30", "-08:00", "+14:00", "-12:00"))


def reason(chance):
    return chance.choice(ODD_REASONS) if chance.random() < 0.4 else "three families, four schools"


def scope(chance, asked_of=("generic", "county-durham", "northamptonshire", "bracknell-forest", "hampshire")):
    drawn = chance.random()
    if drawn < 0.1:
        return {}
    if drawn < 0.8:
        return {"area": chance.choice(asked_of)}
    local = ["county-durham", "northamptonshire-mdt", "bracknell-forest-tac", "professionals-meetings"]
    packs = [guide.ID, *chance.sample(local, chance.randint(0, 3))]
    chance.shuffle(packs)
    return {"packs": packs}


def answers(chance, names, said=0.7):
    return {name: chance.choice(ANSWERS) for name in names if chance.random() < said}


def concerns(chance):
    drawn = chance.random()
    if drawn < 0.1:
        return {}
    if drawn < 0.55:       # mostly no, so that the later limits are reached
        return {name: chance.choices(ANSWERS, (2, 10, 1))[0] for name in guide.FACTS if chance.random() < 0.95}
    return answers(chance, guide.FACTS)


def person(chance):
    known = {}
    if chance.random() < 0.25:
        known["age"] = chance.choice((0, 5, 15, 16, 17, 18, 19, 25, 26, 40, "unknown"))
    if chance.random() < 0.1:
        known["unborn"] = chance.choice(ANSWERS)
    return known


def added_holidays(chance, around):
    """At most one a case: on a working day, or moved from a listed one."""
    import days
    calendar = days.LISTED
    on = around + timedelta(days=chance.randint(-3, 8))
    if not calendar.works(on) or _is_off_elsewhere(on):
        return None
    listed = [off for off in days.bank_holidays(on.year) if days.KNOWN_SINCE <= on.year <= days.KNOWN_UNTIL and abs((off - on).days) <= 14 and off.weekday() < 5]
    if listed and chance.random() < 0.5:
        return [{"date": str(on), "replaces": str(chance.choice(sorted(listed)))}]
    return [{"date": str(on)}]


def _is_off_elsewhere(on):
    """A holiday of Scotland or Northern Ireland alone, with the days after it that may stand in its place: none to add (AMB-11)."""
    alone = ((1, 2), (3, 17), (7, 12), (11, 30))
    near = any(0 <= (on - on.replace(month=month, day=day)).days <= 3 for month, day in alone)
    return near or on.month == 8 and on.day <= 7 and on.weekday() == 0


def held(chance, around):
    meeting = answers(chance, ("full",), 0.5)
    if chance.random() < 0.9:
        meeting["at"] = moment(chance, around + timedelta(days=chance.choice((0, 0, 1, 2, 5, -1))))
    if chance.random() < 0.6:
        meeting["agencies"] = [agency for agency in (*guide.CORE, "school") if chance.random() < 0.8]
    return meeting


def previous(chance, around):
    earlier = {}
    if chance.random() < 0.7:
        earlier["dueBy"] = moment(chance, around + timedelta(days=chance.randint(-1, 6)))
    if chance.random() < 0.4:
        earlier["settled"] = chance.random() < 0.6
    if chance.random() < 0.3:
        earlier["timescale"] = chance.choice(list(guide.LENGTH))
    if chance.random() < 0.3:
        earlier["concerns"] = concerns(chance)
    return earlier


def lengthening(chance):
    agreed = {"role": chance.choice(("team manager", "head of service", *EMPTY_WORDS)), "reason": reason(chance)}
    return agreed if chance.random() < 0.8 else {"role": agreed["role"]}


def of_larkmoor(chance):
    """A case under a portal's own pack, whose times are hours."""
    around = day(chance)
    facts = {"area": "larkmoor", "concerns": {**concerns(chance), **answers(chance, ("childInHospital",))}}
    if chance.random() < 0.4:
        facts["othersConsidered"] = True
    if chance.random() < 0.3:
        facts["concernTypes"] = chance.sample(KINDS, chance.randint(1, 2))
    if chance.random() < 0.6:
        facts["complexReason"] = reason(chance)
    for start, said, after in (("concernsIdentifiedAt", 0.9, (0, 0, -1, -4)), ("referralReceivedAt", 0.9, (0, 0, 1)), ("immediateActionAt", 0.2, (0, 1))):
        if chance.random() < said:
            facts[start] = timed(chance, around + timedelta(days=chance.choice(after)))
    if chance.random() < 0.3:
        facts["now"] = timed(chance, around + timedelta(days=chance.choice((0, 1, 3, 9, -2))))
    return facts


def classify_concern(chance):
    if chance.random() < 0.1:
        return of_larkmoor(chance)
    around = day(chance)
    facts = scope(chance)
    if chance.random() < 0.1:
        facts["national"] = True    # which gives the strategy meeting no time
    if chance.random() < 0.1:
        facts["asOf"] = str(around)
    if chance.random() < 0.9:
        facts["concerns"] = concerns(chance)
    if chance.random() < 0.3:
        facts["concernTypes"] = chance.sample(KINDS, chance.randint(1, 2))
    if chance.random() < 0.3:
        facts["othersConsidered"] = chance.random() < 0.9
    if chance.random() < 0.6:
        facts["complexReason"] = reason(chance)
    if chance.random() < 0.15:
        facts["child"] = person(chance)
    if chance.random() < 0.25:
        facts["children"] = []
        for ref in "ABC"[:chance.randint(1, 3)]:
            child = {"ref": ref, **person(chance)}
            if chance.random() < 0.8:
                child["concerns"] = concerns(chance)
            if chance.random() < 0.2:
                child["concernTypes"] = [chance.choice(KINDS)]
            facts["children"].append(child)
    drawn = chance.random()
    if drawn < 0.9:
        facts["concernsIdentifiedAt"] = moment(chance, around)
    if chance.random() < 0.8:
        facts["referralReceivedAt"] = moment(chance, around + timedelta(days=chance.choice((0, 0, 0, 0, 1, 2, 6, -1))))
    if chance.random() < 0.3:
        facts["immediateActionAt"] = moment(chance, around + timedelta(days=chance.choice((0, 0, 1, 3, -1))))
    if chance.random() < 0.3:
        facts["now"] = moment(chance, around + timedelta(days=chance.choice((0, 1, 3, 4, 6, 9, -2))))
    if chance.random() < 0.15:
        holidays = added_holidays(chance, around)
        if holidays:
            facts["bankHolidays"] = holidays
    if chance.random() < 0.15:
        facts["previousResult"] = previous(chance, around)
        if chance.random() < 0.5:
            facts["lengthening"] = lengthening(chance)
    if chance.random() < 0.1:
        facts["planned"] = {"at": moment(chance, around + timedelta(days=chance.choice((0, 1, 3, 5, 9))))}
        if chance.random() < 0.5:
            facts["planned"]["reason"] = chance.choice(("child-not-available", "information-awaited", "sooner-would-be-unsafe"))
        if chance.random() < 0.6:
            facts["planned"]["decidedBy"] = chance.choice(("team manager", *EMPTY_WORDS))
    if chance.random() < 0.15:
        facts["held"] = [held(chance, around) for _ in range(chance.randint(1, 2))]
    if chance.random() < 0.1:
        facts["closeOfDay"] = chance.choice(("16:30", "17:00", "12:00"))
    return facts


# ---------------------------------------------------------------- who takes part

MEETINGS = {
    "larkmoor": ("strategy",),
    "generic": ("strategy", "s47", "mash", "cp-conference"),
    "county-durham": ("strategy", "s47"),
    "northamptonshire": ("mdt-locality", "mdt-countywide", "strategy"),
    "bracknell-forest": ("tac-initial", "tac-review", "strategy"),
    "hampshire": ("professionals", "strategy"),
}
AGENCIES = ("police", "health", "school", "gp", "health-visitor", "harbour", "youth-service")
ATTENDANCE = ("in-person", "phone", "teleconference", "dial-in", "video", "written-return-only", "gp-form-only", "absent")


ROLES = ("csc-team-manager", "team-manager", "advanced-practitioner", "childrens-service-manager", "head-of-service", "assistant-director",
         "headteacher", "health-visitor")


# Spoken of at the top of the facts, whatever document asks for them.
DANGERS = ("reasonableCauseSignificantHarm", "otherChildrenAtRiskNow", "fiiConcern", "raisingRisksHarm", "highRisk", "highestRisk",
           "mostWorried", "safeguardingConcern", "policeActivelyInvolved", "repeatPoliceInvolvement", "concernSerious",
           "kindOfHarmNamed", "genitalMutilation", "allegationAgainstStaff", "thresholdMet", "statutoryInterventionNeeded",
           "s47ThresholdAgreed", "continuingRiskEvidence")


def danger_of_any_document(chance):
    facts = {name: chance.choice(ANSWERS) for name in chance.sample(DANGERS, chance.randint(0, 2))}
    if chance.random() < 0.3:
        facts["concerns"] = {name: chance.choice(ANSWERS) for name in chance.sample(guide.FACTS, 2)}
    if chance.random() < 0.3:
        facts["child"] = answers(chance, ("cpPlan", "unborn"))
    if chance.random() < 0.2:
        facts["children"] = [{"ref": ref, **answers(chance, ("cpPlan", "unborn"), 0.3)} for ref in "AB"]
    return facts


def list_attendees(chance):
    area = chance.choice(list(MEETINGS))
    meeting = chance.choice(MEETINGS[area])
    facts = {"area": area, "meetingType": meeting}
    if chance.random() < 0.3:
        facts["othersConsidered"] = True
    if meeting in ("strategy", "s47"):
        asked = ("lookedAfter", "underFive") if area == "larkmoor" else ("lookedAfter",)
        if chance.random() < 0.7:
            facts["child"] = answers(chance, asked, 0.8)
        if chance.random() < 0.4:
            facts["children"] = [{"ref": ref, **answers(chance, asked, 0.8)} for ref in "AB"]
        if chance.random() < 0.4:
            facts["referrer"] = chance.choice(AGENCIES)
        if chance.random() < 0.4:
            facts["services"] = chance.sample(AGENCIES, chance.randint(1, 3))
        if meeting == "strategy" and chance.random() < 0.5:
            agencies = (*guide.CORE, "fostering-service", "school")
            facts["attendance"] = {agency: chance.choice(ATTENDANCE[:5] * 3 + ATTENDANCE[5:]) for agency in agencies if chance.random() < 0.8}
            if not facts["attendance"]:
                del facts["attendance"]
    elif meeting == "mash":
        if chance.random() < 0.6:
            facts["children"] = [{"ref": ref, **({"age": chance.choice((0, 5, 17, 18, 19, 40, "unknown"))} if chance.random() < 0.9 else {})}
                                 for ref in "ABC"[:chance.randint(1, 3)]]
        else:
            if chance.random() < 0.7:
                facts["subject"] = {"ageGroup": chance.choice(("child", "young-person", "adult", "unborn", "unknown"))}
            if chance.random() < 0.6:
                facts["child"] = {"age": chance.choice((0, 5, 17, 18, 19, 40, "unknown"))}
    elif meeting in ("mdt-locality", "mdt-countywide"):
        if chance.random() < 0.7:
            facts["asOf"] = chance.choice(("2020-06-01", "2020-08-31", "2020-09-01", "2021-03-01", "2026-10-01"))
        facts |= answers(chance, ("policeActivelyInvolved",)) if meeting == "mdt-locality" else {}
    elif meeting in ("tac-initial", "tac-review"):
        facts |= answers(chance, ("fraserCompetent", "signedCafSelf", "thresholdDispute", "cpConcern", "parentsPoseRisk"))
    elif meeting == "professionals":
        facts |= answers(chance, ("twoPart", "professionalsDisagree", "frankAiringInappropriate", "parentsPoseRisk"))
    if meeting != "mash" and not meeting.startswith("mdt") and chance.random() < 0.5:
        known = {"strategy": "hasRelevantInformation", "cp-conference": "directInvolvement"}
        facts["agencies"] = []
        for name in chance.sample(AGENCIES, chance.randint(1, 3)):
            wanted = (known[meeting],) if meeting in known else (
                ("inPackage", "hasRelevantInformation") if meeting.startswith("tac") else ("hasRelevantInformation", "directInvolvement"))
            facts["agencies"].append({"name": name, **answers(chance, wanted)})
    if "attendance" not in facts and chance.random() < 0.3:
        facts["chair"] = {
            **answers(chance, ("nominatedDeputy", "agreedByRepresentatives", "experienced", "knowsProcedures"), 0.5),
            **({"role": chance.choice(ROLES)} if chance.random() < 0.7 else {}),
            **({"agency": chance.choice(("childrens-social-care", "health", "police"))} if chance.random() < 0.4 else {}),
        }
    if meeting.startswith("tac") and chance.random() < 0.4:
        facts |= danger_of_any_document(chance)
        if chance.random() < 0.3:
            facts["subject"] = {"ageGroup": chance.choice(("child", "young-person", "unborn", "unknown"))}
    if meeting.startswith("tac") or meeting == "professionals":
        if chance.random() < 0.3:
            facts["family"] = [{"who": who, "relation": relation, **answers(chance, ("posesRisk",), 0.8)}
                               for who, relation in chance.sample((("m", "mother"), ("f", "father"), ("g", "grandparent")), chance.randint(1, 3))]
        if chance.random() < 0.2:
            facts["concernTypes"] = [chance.choice(KINDS)]
    return facts


# ---------------------------------------------------------------- what falls due

STARTS = {
    "county-durham": ("decisionAt", "meetingStart", "meetingEndedAt", "spocRequestAt", "lastQuarterlyReportAt"),
    "northamptonshire": ("meetingStart", "meetingEndedAt", "lastMeeting", "lastThemesReport", "nextCoreGroup", "nextReview"),
    "bracknell-forest": ("initialMeetingDate", "meetingEndedAt"),
    "hampshire": (),
    "larkmoor": ("referralTelephonedAt",),
    "generic": (),
}
# The duties that an earlier answer of an area can have told.
DUTIES = {
    "county-durham": ("proforma", "spoc-response", "decisions", "minutes", "quarterly-report"),
    "northamptonshire": ("next-meeting", "share-themes-report"),
}
DONE = {
    "county-durham": ("proforma", "spoc-response", "decisions", "minutes", "quarterly-report"),
    "northamptonshire": ("next-meeting", "share-themes-report"),
    "bracknell-forest": ("review", "agree-lead-professional"),
    "larkmoor": ("written-referral",),
}


def timed(chance, around):
    said = moment(chance, around)
    return said if len(said) > 10 else said + "T" + chance.choice(TIMES)


def list_deadlines(chance):
    import national_timescales
    area = chance.choice(list(STARTS))
    around = day(chance)
    facts = {"area": area}
    if area == "northamptonshire" and chance.random() < 0.6:
        # While the locality meetings were held, of days on which they were.
        facts["asOf"] = chance.choice(("2020-06-01", "2020-08-31"))
        around = date(2020, 5, 1) + timedelta(days=chance.randrange(90))
    for start in STARTS[area]:
        if chance.random() < 0.7:
            facts[start] = timed(chance, around + timedelta(days=chance.choice((0, 0, 0, 1, 2, 4))))
    if {"meetingStart", "meetingEndedAt"} <= facts.keys():
        facts["meetingStart"], facts["meetingEndedAt"] = f"{around}T{chance.choice(TIMES[:8])}", f"{around}T{chance.choice(TIMES[8:])}"
        if chance.random() < 0.05:       # it ended before it began
            facts["meetingStart"], facts["meetingEndedAt"] = facts["meetingEndedAt"], facts["meetingStart"]
    if around.year >= 2020 and (area == "generic" or chance.random() < 0.2):
        facts["national"] = True
        for _, _, start, _, unit in national_timescales.TIMES:
            if chance.random() < 0.3:
                facts[start] = (timed if "hour" in unit else moment)(chance, around)
        if chance.random() < 0.2:
            facts["emergencyProtectionExtendedFrom"] = timed(chance, around + timedelta(days=chance.choice((3, 7, 8, 8, 20))))
    if area == "county-durham":
        if chance.random() < 0.8:
            facts["immediateRisk"] = chance.choice((True, False, "unknown", "highest", "medium", "low", "not-highest"))
        if chance.random() < 0.6:
            facts["decision"] = chance.choice(("s47", "no-section-47", "child-in-need", "early-help", "no-further-action", "unknown"))
        if chance.random() < 0.3:
            facts["requests"] = []
            for agency in ("police", "health", "school")[:chance.randint(1, 3)]:
                request = {"agency": agency}
                if chance.random() < 0.6:
                    request["requestedAt"] = timed(chance, around + timedelta(days=chance.choice((0, 0, 1))))
                if chance.random() < 0.5:
                    request["immediateRisk"] = chance.choice((True, False, "unknown", "highest", "medium", "low", "not-highest"))
                if chance.random() < 0.4:
                    request["returnedAt"] = timed(chance, around + timedelta(days=chance.choice((0, 1, 2))))
                facts["requests"].append(request)
        if chance.random() < 0.3:
            facts["proforma"] = {"returnBy": timed(chance, around + timedelta(days=chance.choice((0, 1, 2, 3))))}
    if area == "northamptonshire":
        if "asOf" not in facts and chance.random() < 0.7:
            facts["asOf"] = chance.choice(("2020-09-01", "2021-03-01", "2026-10-01"))
        facts |= answers(chance, ("policeActivelyInvolved", "concernsRemainHigh"), 0.5)
    if area in ("bracknell-forest", "hampshire"):
        facts |= answers(chance, {
            "bracknell-forest": ("parentsPoseRisk", "familyPresent", "parentsPresent", "engagementPlanAgreed", "youngPersonOptsOutParents"),
            "hampshire": ("parentsPoseRisk", "familyAppropriate"),
        }[area])
        if chance.random() < 0.3:
            facts["family"] = [{"who": who, "relation": relation, **answers(chance, ("posesRisk",), 0.8)}
                               for who, relation in chance.sample((("m", "mother"), ("f", "father"), ("g", "grandparent")), chance.randint(1, 3))]
        if chance.random() < 0.2:
            facts["concernTypes"] = [chance.choice(KINDS)]
        facts |= answers(chance, ("fiiConcern", "raisingRisksHarm"), 0.1)
        if area == "bracknell-forest" and chance.random() < 0.1:
            facts["child"] = answers(chance, ("unborn",))
    if chance.random() < 0.3:
        facts["meetingType"] = chance.choice(MEETINGS[area])
    if chance.random() < 0.3:
        facts["done"] = {duty: {"at": timed(chance, around + timedelta(days=chance.choice((0, 0, 1, 2, 5))))}
                         for duty in DONE.get(area, ()) if chance.random() < 0.6}
    if chance.random() < 0.2:
        facts["othersConsidered"] = True
    if chance.random() < 0.3:
        facts["now"] = timed(chance, around + timedelta(days=chance.choice((0, 1, 3, 9, 90))))
    if chance.random() < 0.2:
        holidays = added_holidays(chance, around)
        if holidays:
            facts["bankHolidays"] = holidays
    if chance.random() < 0.3 and area in DUTIES:
        facts["previous"] = [{"duty": duty, "due": moment(chance, around + timedelta(days=chance.choice((0, 1, 2, 3, 80))))}
                             for duty in chance.sample(DUTIES[area], 2)]
        if chance.random() < 0.5:
            facts["lengthening"] = lengthening(chance)
    return facts


# ---------------------------------------------------------------- which meeting

URGENT = ("seriousRisk", "penetrativeSexualAbuse", "immediateActionRequired", "immediateProtectionNeeded")
CHOICES = {
    "generic": ("reasonableCauseSignificantHarm", "otherChildrenAtRiskNow", "mashEnquiryDone", "statutoryInterventionNeeded",
                "strategyDiscussionHeld", "s47ThresholdAgreed", "s47Concluded", "continuingRiskEvidence", "genitalMutilation"),
    "county-durham": (),
    "northamptonshire": ("highRisk", "repeatPoliceInvolvement", "placementFragile", "wellbeingDeteriorating", "safeguardingConcern", "highestRisk"),
    "bracknell-forest": ("specialistInvolved", "unmetTargetedNeeds", "cpDeregistration", "iaNfa", "unmetNeeds", "cinPlan",
                         "needsDeescalating", "thresholdMet", "cpConcern", "engagementDeclined", "concernsIncreasedByNonengagement"),
    "hampshire": ("needShare", "familyWouldInhibit", "concernsWithinGroup", "noImprovedOutcomes", "referralResponseDisagreement",
                  "ownResourcesInsufficient", "unresolved", "phoneEmailInadequate", "fiiConcern", "needClarifyHealth", "internalDisagreement",
                  "externalDisagreement", "inviteeNotEngaging", "identifiable", "actionsNotImplemented", "needsNotMet", "rationaleDiscussed"),
}


def choose_meeting(chance):
    area = chance.choice(("generic", "generic", *CHOICES))
    facts = {"area": area, **answers(chance, CHOICES["generic"], 0.6 if area == "generic" else 0.3)}
    if area != "generic":
        facts |= answers(chance, CHOICES[area])
    if chance.random() < 0.4:
        facts["concerns"] = {name: chance.choices(ANSWERS, (1, 8, 2))[0] for name in URGENT if chance.random() < 0.6}
    if chance.random() < 0.4:
        facts["safeguardingRisk"] = chance.choice(("clear", "unclear", "unknown"))
    if chance.random() < 0.4:
        facts["child"] = {"age": chance.choice((0, 5, 17, 18, 19, 40, "unknown"))}
    elif chance.random() < 0.2:
        facts["subject"] = {"ageGroup": chance.choice(("child", "young-person", "adult", "unborn", "unknown"))}
    elif chance.random() < 0.2:
        facts["children"] = [{"ref": ref, "age": chance.choice((5, 17, 18, 40, "unknown")), "concerns": {
            name: chance.choices(ANSWERS, (1, 8, 2))[0] for name in URGENT if chance.random() < 0.6}} for ref in "AB"]
    if chance.random() < 0.2:
        facts["othersConsidered"] = True
    if chance.random() < 0.15:
        facts["concernTypes"] = [chance.choice(KINDS)]
    if area == "hampshire" and chance.random() < 0.6:
        facts["authorisedBy"] = chance.choice(("designated-safeguarding-lead", "line-manager", "colleague", "nobody"))
    if area == "northamptonshire" and "children" not in facts:
        facts["child"] = {**facts.get("child", {}), **answers(chance, (
            "lookedAfter", "careLeaver", "cpPlan", "cinS17", "ehcp", "disability", "additionalNeeds"), 0.6)}
    if area == "county-durham" and chance.random() < 0.5:
        facts["decision"] = chance.choice(("s47", "no-section-47", "child-in-need", "no-further-action", "unknown", True, False))
    if area == "bracknell-forest" and chance.random() < 0.5:
        facts["agenciesNeeded"] = chance.choice((1, 2, 5, "unknown"))
    if area == "northamptonshire":
        if chance.random() < 0.5:
            facts["purpose"] = chance.choice(("case-management", "disagreement", "referral", "discuss-children"))
        if chance.random() < 0.5:
            facts["asOf"] = chance.choice(("2020-06-01", "2020-08-31", "2020-09-01", "2026-10-01"))
        if chance.random() < 0.4:
            facts["accessIssue"] = chance.choice(("school", "health-care", "social-care", "none"))
    return facts


# ---------------------------------------------------------------- on what basis

WORDS = {
    "informationShared": "School attendance since September",
    "sharedWith": "the police",
    "purpose": "to safeguard the child",
    "decidedBy": "team manager",
    "reasoningNotSought": "asking would have delayed protection",
    "reasonNotInformed": "telling them could endanger the child",
    "art9Condition": "safeguarding-children-and-individuals-at-risk",
    "criminalCondition": "safeguarding-children-and-individuals-at-risk",
    "agreedBy": "the agencies invited",
}


FAMILY = ("the parents", "mother")


def record_consent_basis(chance):
    facts = {"area": chance.choice(("generic", "county-durham", "northamptonshire", "bracknell-forest", "hampshire")), "createdAt": "2026-03-02"}
    for name, words in WORDS.items():
        drawn = chance.random()
        if drawn < 0.75:
            facts[name] = words if drawn < 0.65 else chance.choice(EMPTY_WORDS)
    if facts.get("sharedWith") == WORDS["sharedWith"] and chance.random() < 0.2:
        facts["sharedWith"] = chance.choice(FAMILY)
    if chance.random() < 0.8:
        facts["lawfulBasis"] = chance.choice(("legal-obligation", "public-task", "recognised-legitimate-interest", "legitimate-interests",
                                              "vital-interests", "consent", "gdpr"))
    facts |= answers(chance, ("consentSought", "consentGiven", "familyInformed", "agreementSought", "specialCategory",
                              "criminalOffenceData", "highRisk", "childAtRisk"), 0.6)
    facts |= answers(chance, ("consentWithdrawn", "parentsPoseRisk", "fiiConcern"), 0.2)
    if facts.get("agreementSought") is True and chance.random() < 0.6:
        facts["agreementOutcome"] = chance.choice(("agreed", "not-agreed", "partly-agreed"))
    if chance.random() < 0.8:
        facts["decidedAt"] = chance.choice(("2020-06-01", "2026-02-04", "2026-02-05", "2026-03-01T09:00"))
    if chance.random() < 0.3:
        facts["controller"] = chance.choice(("public-authority", "charity", "private-body"))
    if chance.random() < 0.2:
        facts["consentUntil"] = chance.choice(("2020-01-01", "2026-02-05", "2027-01-01"))
    if chance.random() < 0.2:
        facts["consentCovers"] = chance.choice(("health only", "n/a"))
    return facts


# ---------------------------------------------------------------- disagreements

DISPUTES = {
    "county-durham": ("contacted", "hasImportantInformation", "swKnown", "concernSerious", "concernsRemain", "supporterIsAnother",
                      "cscDeclined", "unresolved"),
    "bracknell-forest": ("thresholdDispute", "consensus", "memberDisagrees", "step1Resolved"),
    "hampshire": ("internalDisagreement", "externalDisagreement", "inviteeNotEngaging"),
}


def resolve_disagreement(chance):
    area = chance.choice(list(DISPUTES))
    facts = {"area": area, **answers(chance, DISPUTES[area])}
    if chance.random() < 0.3:
        facts["stage"] = chance.randint(0, 4)
    if chance.random() < 0.25:
        facts["othersConsidered"] = True
    if area == "county-durham":
        if chance.random() < 0.7:
            facts["icpcDecision"] = chance.choice(("required", "not-required", "unknown"))
        if chance.random() < 0.6:
            facts["supportedBy"] = chance.choice(("senior-manager", "named-professional", "designated-professional", "nobody"))
        if chance.random() < 0.6:
            facts["requesters"] = chance.randint(0, 3)
    return facts


# ---------------------------------------------------------------- what must be ready

TICKED = {
    "generic": ("invited", "corePartner"),
    "county-durham": ("mashReport", "otherInformation"),
    "northamptonshire": ("foodReceived", "businessSupportPresent", "summaryTemplateCompleted"),
    "bracknell-forest": ("fraserCompetent", "signedCafSelf", "childPresent", "parentsPresent", "concernsIncreasedByNonengagement",
                         "proformaUsed", "meetingTimeSuitsChild", "parentsInvited"),
    "hampshire": ("existingPlan", "familyInformed", "familyObjects", "raisingRisksHarm", "parentsInvolved",
                  "parentsInformedConsidered", "privacyInformationGiven"),
}
LISTED = {"generic": ("strategy", "mash"), "county-durham": ("strategy", "s47"), "northamptonshire": ("mdt-countywide",),
          "bracknell-forest": ("tac-initial", "tac-review"), "hampshire": ("professionals",)}


def make_checklist(chance):
    area = chance.choice(list(TICKED))
    facts = {"area": area, "meetingType": chance.choice(LISTED[area]), **answers(chance, TICKED[area])}
    if area == "county-durham":
        if chance.random() < 0.7:
            facts["child"] = {"schoolPhase": chance.choice(("nursery", "primary", "secondary", "unknown"))}
        if chance.random() < 0.6:
            facts["decision"] = chance.choice(("s47", "no-section-47", "child-in-need", "no-further-action", "unknown"))
    if area == "northamptonshire":
        facts["child"] = answers(chance, ("fsm",))
    if area == "bracknell-forest" and chance.random() < 0.7:
        facts["lp"] = {"type": chance.choice(("parent", "relative", "carer", "young-person", "practitioner"))}
    if area == "hampshire" and chance.random() < 0.5:
        facts["venue"] = answers(chance, ("confidential",))
    return facts


# ---------------------------------------------------------------- the quarter


def report_quarter(chance):
    first = date(chance.choice((2026, 2026, 2019, 2023, 2028)), chance.choice((1, 4, 7, 10)), 1)
    last = (first + timedelta(days=95)).replace(day=1) - timedelta(days=1)
    facts = {"area": chance.choice(("county-durham", "county-durham", "generic")), "from": str(first), "until": str(last), "meetings": []}
    around = first + timedelta(days=chance.randrange(-2, 92))
    for number in range(chance.randint(0, 4)):
        meeting = {"ref": f"m{number}"}
        if chance.random() < 0.95:
            meeting["endedAt"] = moment(chance, around + timedelta(days=chance.choice((0, 0, 1, 7, -7))))
        if chance.random() < 0.6 and "endedAt" in meeting:
            day_ended = meeting["endedAt"][:10]
            meeting["startedAt"], meeting["endedAt"] = f"{day_ended}T09:00", f"{day_ended}T{chance.choice(('10:30', '12:00', '23:30'))}"
            identified = date.fromisoformat(day_ended) - timedelta(days=chance.choice((0, 0, 1, 2, 3, 4, 5, 8)))
            meeting["concern"] = {"concerns": {name: chance.random() < 0.15 for name in guide.FACTS},
                                  "concernsIdentifiedAt": f"{identified}T08:00", "referralReceivedAt": f"{identified}T08:30"}
            if chance.random() < 0.3:
                meeting["concern"]["complexReason"] = "three families, four schools"
            if chance.random() < 0.2:
                meeting["concern"]["concerns"].popitem()
        if chance.random() < 0.1:
            meeting["settled"] = chance.random() < 0.5
        if chance.random() < 0.4:
            meeting["repeat"] = chance.choice(ANSWERS)
        if chance.random() < 0.2:
            meeting["team"] = chance.choice(("North", "South"))
        if chance.random() < 0.7:
            meeting["agencies"] = [
                {"agency": chance.choice((*guide.CORE, "school")), **answers(chance, ("requested", "attended", "formReturned"), 0.8)}
                for _ in range(chance.randint(1, 3))]
            if chance.random() < 0.5:
                meeting["agencies"] += [{"agency": agency, "attended": chance.random() < 0.9} for agency in guide.CORE]
        done = {}
        for duty in ("decisions", "minutes"):
            if chance.random() < 0.7:
                done[duty] = moment(chance, around + timedelta(days=chance.choice((0, 1, 1, 2, 3, 4, 6))))
        if done and facts["area"] == "county-durham":
            meeting["done"] = done
        facts["meetings"].append(meeting)
    if chance.random() < 0.2:
        holidays = added_holidays(chance, around)
        if holidays:
            facts["bankHolidays"] = holidays
    return facts


# ---------------------------------------------------------------- an action


def check_action(chance):
    from check_action import CLEAR
    action = {field: chance.choice(meets if chance.random() < 0.75 else fails)
              for field, (meets, fails) in CLEAR.items() if chance.random() < 0.85}
    return {"area": "hampshire" if chance.random() < 0.9 else "generic", "action": {**action, **answers(chance, ("resourcesConfirmed",), 0.9)}}


MAKES = {"classifyConcern": classify_concern, "listAttendees": list_attendees, "listDeadlines": list_deadlines,
         "chooseMeeting": choose_meeting, "recordConsentBasis": record_consent_basis, "resolveDisagreement": resolve_disagreement,
         "makeChecklist": make_checklist, "reportQuarter": report_quarter, "checkAction": check_action}

# ---------------------------------------------------------------- odd words

ODD_WORDS = ("perhaps so", "zebra", "y")
# Read from words, each with a closed list.
CLOSED = ("immediateRisk", "decision", "icpcDecision", "supportedBy", "accessIssue", "purpose", "safeguardingRisk", "format",
          "agreementOutcome", "type", "schoolPhase", "ageGroup", "timescale")


def odd_word_in(facts):
    if isinstance(facts, dict):
        return any(odd_word_in(value) for value in facts.values())
    if isinstance(facts, list):
        return any(map(odd_word_in, facts))
    return isinstance(facts, str) and facts in ODD_WORDS


def _closed_places(facts):
    """Where a yes or no, or a word of a closed list, is asked for."""
    for name, value in facts.items():
        if isinstance(value, dict):
            yield from _closed_places(value)
        elif isinstance(value, list):
            for one in value:
                if isinstance(one, dict):
                    yield from _closed_places(one)
        elif isinstance(value, bool) or value == "unknown" and name not in ODD_PLACES or (
                name in CLOSED and (name != "purpose" or "createdAt" not in facts)):
            yield facts, name


# Here "unknown" stands for words of people's own, not for a yes or no.
ODD_PLACES = {"role", "reason", "complexReason", "decidedBy", *WORDS}


# Days on which every document answers but the one that ended.
AS_OF = ("2020-12-18", "2021-03-01", "2023-12-31", "2026-02-04T23:30", "2026-11-21", "2027-06-30")
# Where several documents may answer side by side.
STACKED = ("listAttendees", "listDeadlines", "chooseMeeting", "resolveDisagreement", "makeChecklist", "checkAction")


def stacked(chance, facts):
    """The area's own documents named one by one, with those of others beside them, in any order."""
    area = facts.pop("area")
    packs = list(OF_AREA[area])
    packs += chance.sample(sorted({local for area, stack in OF_AREA.items() for local in stack if area != "larkmoor"} - set(packs)), chance.randint(0, 2))
    chance.shuffle(packs)
    return {"packs": packs, **facts}


def make(question, chance):
    facts = MAKES[question](chance)
    if "asOf" not in facts and "area" in facts and chance.random() < 0.05:
        facts["asOf"] = chance.choice(AS_OF)
    if question in STACKED and chance.random() < 0.2:
        facts = stacked(chance, facts)
    if chance.random() < 0.02:
        places = list(_closed_places(facts))
        if places:
            holder, name = chance.choice(places)
            holder[name] = chance.choice(ODD_WORDS)
    return otherwise(chance, facts) if chance.random() < 0.1 else facts
