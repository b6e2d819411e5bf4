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


# What belongs to one kind of meeting; all else is owed whatever meeting is meant.
OF_MEETING = {
    "strategy-discussion": "strategy", "section-47-enquiry": "s47", "initial-conference": "cp-conference", "first-core-group": "cp-conference",
    "first-review-conference": "cp-conference", "later-review-conference": "cp-conference",
}


def deadlines(case):
    def due(duty, force, by, to, end=None):
        if case.about(OF_MEETING.get(duty, case.meeting)):
            case.due(duty, force, by, to, end)

    for duty, force, start, count, unit in TIMES:
        due(duty, force, None, None, getattr(case, unit)(start, count))
    # The law gives these no number of days (O-02, O-28).
    due("strategy-discussion", "should", ("local-authority",), ())
    due("section-47-enquiry", "must", ("local-authority",), ())
    # One extension of up to 7 days (O-18), where there is one.
    if case.facts.get("emergencyProtectionExtendedFrom"):
        ends = case.days_to_the_hour("emergencyProtectionExtendedFrom", 7), case.days_to_the_hour("emergencyProtectionOrderAt", 15)
        due("extended-emergency-protection-ends", "must", None, None, case.first(*ends))
