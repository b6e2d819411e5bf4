"""Timescales of law and national guidance, which answer only where they are asked (ids O-...)."""

ID = "national-timescales"

# duty, force, from, count and unit: outside.md section 3.
TIMES = (
    ("acknowledge-referral", "should", "referralOn", 1, "working_days"),
    ("assessment", "should", "referralOn", 45, "working_days"),
    ("initial-conference", "should", "s47InitiatedOn", 15, "working_days"),
    ("first-core-group", "should", "icpcOn", 10, "working_days"),
    ("first-review-conference", "should", "icpcOn", 3, "months"),
    ("later-review-conference", "should", "lastReviewConferenceOn", 6, "months"),
    ("tell-designated-officer", "should", "allegationKnownOn", 1, "working_days"),
    ("notify-panel", "should", "seriousIncidentKnownOn", 5, "working_days"),
    ("rapid-review", "should", "panelNotifiedOn", 15, "working_days"),
    ("police-protection-ends", "must", "policeProtectionAt", 72, "hours"),
    ("emergency-protection-order-ends", "must", "emergencyProtectionOrderAt", 8, "days_to_the_hour"),
    ("care-proceedings-end", "must", "careApplicationOn", 26, "weeks"),
    ("first-looked-after-review", "must", "becameLookedAfterOn", 20, "working_days"),
    ("second-looked-after-review", "must", "firstLookedAfterReviewOn", 3, "months"),
    ("later-looked-after-review", "must", "lastLookedAfterReviewOn", 6, "months"),
    ("return-home-interview", "should", "returnedOn", 72, "hours"),
    ("private-fostering-visit", "must", "privateFosteringNotifiedOn", 7, "working_days"),
    ("report-genital-mutilation", "must", "genitalMutilationKnownOn", 1, "working_days"),
    ("notify-child-death", "should", "childDeathKnownAt", 24, "hours"),
)


def deadlines(case):
    if case.facts.get("meetingType"):
        return
    for duty, force, start, count, unit in TIMES:
        case.due(duty, force, None, None, getattr(case, unit)(start, count))
