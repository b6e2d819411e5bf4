//! Every sentence of ours that an answer may say, room by room. Sentences about a rule stand in its pack.
//!
//! What stands in braces is filled in. A sentence with a code is a caution or a finding: the code is for programs. Behind it stands
//! `first` where the caution is to be heeded before anything else.

use super::Sentence;

// A macro, because each sentence stands in a table of its own name and in the list of all.
macro_rules! sentences {
    ($($room:ident { $($name:ident $($code:literal $($first:ident)?)? = $words:literal;)* })*) => {
        $($(
            #[doc = $words]
            pub const $name: &Sentence = &Sentence {
                room: stringify!($room),
                name: stringify!($name),
                code: concat!($($code)?),
                first: !concat!($($(stringify!($first))?)?).is_empty(),
                words: $words,
            };
        )*)*

        /// All of them, in this order.
        pub const ALL: &[&Sentence] = &[$($($name,)*)*];
    };
}

sentences! {
    words {
        COMMA = "{first}, {next}";
        AND = "{first} and {last}";
        OR = "{first} or {last}";
        MORE = "{number} more";
        DATE = "{weekday} {day} {month} {year}";
        MONDAY = "Monday";
        TUESDAY = "Tuesday";
        WEDNESDAY = "Wednesday";
        THURSDAY = "Thursday";
        FRIDAY = "Friday";
        SATURDAY = "Saturday";
        SUNDAY = "Sunday";
        JANUARY = "January";
        FEBRUARY = "February";
        MARCH = "March";
        APRIL = "April";
        MAY = "May";
        JUNE = "June";
        JULY = "July";
        AUGUST = "August";
        SEPTEMBER = "September";
        OCTOBER = "October";
        NOVEMBER = "November";
        DECEMBER = "December";
        SAME_DAY = "on the same day";
        WITHIN_AN_HOUR = "within 1 hour";
        WITHIN_HOURS = "within {number} hours";
        WITHIN_A_DAY = "within 1 calendar day";
        WITHIN_DAYS = "within {number} calendar days";
        WITHIN_ONE = "within 1 working day";
        WITHIN = "within {number} working days";
        TODAY = "today";
        CITES = "Cites {cites}; not confirmed in force.";
        CITES_NOT_ENDORSED = "Cites {cites}; not confirmed in force, not endorsed by the partnership.";
        GUIDES_WORD = "This guide's word, not law.";
        PARTNERSHIPS_WORD = "This partnership's word, not law.";
    }
    set_aside {
        ANSWERED_YES = "Answered yes: {question}";
        ANSWERED_NO = "Answered no: {question}";
        NOT_NAMED = "Not named; attested as considered: {question}";
        MADE_BY_KIND = "Made so by the kind chosen, {kind}: {question} Yes.";
        ANSWERED_NOT_KNOWN = "Answered not known: {question}";
        BY_WHAT_WAS_GIVEN = "By what was given: {question}";
        ONLY_FROM = "In force only from {date}.";
        ONLY_UNTIL = "In force only until {date}.";
        COUNTS_FROM_ANOTHER = "Its time counts from another moment, which is known: {question}";
        STANDS_IN_ITS_PLACE = "In its place stands {rule}.";
        WEAKENED = "In its place stands {rule}, which asks for less. In place of this: {from} Now this: {to} The reason it gives: {reason}";
        LENGTHENED = "Lengthened by {rule}, for a reason on record.";
        EARLIER_HOLDS = "An earlier answer was sooner. It holds until the role of whoever agreed to a later one is recorded, and a reason that tells of the child.";
        NO_REASON = "No reason that tells of the child is on record, and a time is lengthened only with one.";
        STRICTER_FORM = "About the form {rule} is stricter.";
        RECORD_OF_ITS_OWN = "A local document sets out a record of its own; what this one adds is recommended beside it.";
    }

    caution {
        AREA_NOT_GIVEN "area-not-given" = "No area was given. The practice guide answers alone; your partnership's own procedure may ask for more.";
        AS_OF_FAR_AWAY "as-of-far-from-dates" = "The rules asked for are those of {day}, more than a year away from {date}, which is given as a date of this case. Check asOf: other rules may have been in force then.";
        NO_TIME_FOR_DANGER "no-time-for-danger" first = "These documents set no time for a child in danger. Is a child in danger now? Call 999, and hold the discussion today.";
        EARLIER_FAR_AWAY "earlier-answer-far-from-dates" = "The earlier answer's last day, {day}, lies more than a year away from {date}, the nearest date of this case. Check that it is this case's. Until then it holds where it is sooner.";
        TOLD_AHEAD "told-ahead" = "Told as having happened, and later than the present moment: {questions} Check the times.";
        DONE_TOO_SOON "done-before-it-could-be" = "Recorded as done before its time began, or later than now: {what} It counts as neither in time nor late until that is corrected.";
        DONE_WITHOUT_A_TIME "done-without-a-time" = "Recorded as done on a day alone, where the limit is a time of day: {what} It counts as neither in time nor late until the time is given.";
        NAME_NOT_KNOWN "attendance-name-not-known" = "Somebody is recorded as there under a name that no document knows. Until it is corrected, it is not known whether everybody came who must.";
        CONSENT_NOT_SOUGHT "consent-given-not-sought" = "Consent is recorded as given and not as sought. It is not counted as given until that is corrected.";
        AGREEMENT_NOT_SOUGHT "agreement-given-not-sought" = "The agencies' agreement is recorded, and that it was not sought. It is not counted until that is corrected.";
        DECIDED_TOO_LATE "decided-after-the-share" = "The decision is recorded for a time after the share. It is not counted as the decision to share until that is corrected.";
        DECIDED_IN_FUTURE "decided-in-the-future" = "The decision is recorded for a time after this record was made. It is not counted until that is corrected.";
        CONSENT_OUT_OF_ORDER "consent-out-of-order" = "Consent is recorded as taken back or ended before it was given, or as said after this record was made. It is not counted as given until that is corrected.";
        SHARED_FAR_AHEAD "share-far-ahead" = "The share is recorded for a day more than a year after this record was made. Correct the day.";
        FOR_SOME = "{names}: {caution}";
        CHILD_NUMBER = "child {number}";
        PURPOSE_CONTRADICTS "purpose-contradicts" = "The purpose or the risk recorded is that of safeguarding a child, and it was answered that the share is not for that. It is taken to protect the child; correct one of them.";
        REASON_AND_SOUGHT "reason-contradicts" = "Consent is recorded as sought, and a reason why it was not sought is recorded too. Correct one of them.";
        REASON_AND_TOLD "reason-contradicts" = "The family is recorded as told, and a reason why it was not told is recorded too. Correct one of them.";
        SHARED_AND_NOT_TOLD "shared-and-not-told" = "The family is recorded as not told, and somebody of it as one of those it was shared with. Correct one of them, or say in the reason who was not told.";
        CONTRADICTED "facts-contradict" first = "What was given contradicts itself: {questions} Until that is settled, it rules out nothing that protects.";
        SOURCE_SUPERSEDED "source-superseded" = "{document} rests on {edition}, replaced by {newer}. Check your partnership's current procedure.";
        NOT_IN_FORCE_BETWEEN "not-in-force-that-day" = "{document} is in force from {since} until {until}. {instead} Ask your partnership which procedure held then.";
        NOT_IN_FORCE_BEFORE "not-in-force-that-day" = "{document} is in force from {since}. {instead} Ask your partnership which procedure held then.";
        NOT_IN_FORCE_AFTER "not-in-force-that-day" = "{document} is in force until {until}. {instead} Ask your partnership which procedure held then.";
        NO_DOCUMENT_THAT_DAY = "No document here covers that day.";
        ANSWERS_THAT_DAY = "For that day {documents} answers.";
        PLANNED_LATER_EXPLAINED "planned-later" = "This is planned later than the answer says. The answer stays as it is.";
        PLANNED_TOO_SOON "times-out-of-order" = "The plan lies before the concern was recorded. Check both times.";
        PLANNED_LATER "planned-later" = "This is planned later than the answer says. The answer stays as it is. Record who decided that, by role, and why.";
        DOCUMENT_NOT_SUPPLIED "document-not-supplied" = "A form or policy that the document names was not supplied with it. Use your partnership's own; none is made up here.";
        NOT_SETTLED_PLAN_TODAY "act-now" first = "This is not settled. Until it is, plan the meeting for today.";
        LAST_DAY_WAS "act-now" first = "The last day was {date}. Hold the meeting now and record why it is late.";
        LAST_DAY_IS_TODAY "act-now" first = "Hold the meeting today: today is the last day, or may be.";
        NEVER_ROLLED "never-rolled-to-a-working-day" = "The same day means before midnight; it is never moved to a working day. If it cannot wait for a room, hold it by telephone now, and record the reason if it crosses midnight.";
        OUT_OF_HOURS "out-of-hours-contact" = "Outside office hours the emergency duty team takes this. Do not wait for the office to open.";
        CALENDAR_EXCEEDED "calendar-exceeded" = "Bank holidays are known from {from} to {until}. Outside those dates only the holidays of every year were counted as days off.";
        AIM_HAS_GONE "aim-as-soon-as-possible" = "The suggested day has gone. Hold the meeting as soon as possible.";
        LENGTHENING_REQUIRES_REASON "lengthening-requires-reason" = "An earlier answer was sooner and still holds. A later date needs the role of the person who agreed to it, and a reason that tells of the child.";
        LENGTHENING_NOT_TAKEN "lengthening-requires-reason" = "An earlier answer was sooner and still holds. What is recorded for a later date is not enough: it needs the role of the person who agreed to it, and a reason that tells of the child.";
        LENGTHENED_FROM "lengthened-on-record" = "The last day was moved from {before} to {after}. Keep both answers, with the role of the person who agreed and the reason.";
        LENGTHENED_ON_RECORD "lengthened-on-record" = "This replaces an earlier answer. Keep both, with the role of the person who agreed and the reason.";
        DATE_REQUIRED "date-required" first = "It is not known when the concern began, so no last day is counted: plan for today. Give the time of the referral or of the first record.";
        IDENTIFIED_TIME_MISSING "identified-time-missing" = "When the concern was first recorded is not known. It may be earlier, and so may the last day.";
        RECEIPT_TIME_MISSING "receipt-time-missing" = "When the referral was received is not known. The earliest known time stands in for it.";
        ACTION_TIME_MISSING "immediate-action-time-missing" = "When somebody had to act at once, if anybody had to, is not known. The earliest known time stands in for it.";
        TIMES_OUT_OF_ORDER "times-out-of-order" = "The referral was received before the concern was recorded. The earlier time was used; check both.";
        TIME_IN_FUTURE "time-in-future" = "A time lies in the future. The present moment was used instead; check it.";
        READ_AS_LONDON "read-as-london-time" = "Times without an offset were read as London time.";
        READ_AS_START_OF_DAY "read-as-start-of-day" = "A date without a time was read as the start of that day, which is the earlier limit.";
        CLOCK_SHOWS_IT_TWICE "clock-shows-it-twice" = "A time falls in the hour that the clocks show twice. The earlier was used.";
        CLOCK_SKIPS_IT "clock-skips-it" = "A time falls in the hour that the clocks skip. It was moved forward by an hour.";
        COMPLEX_NEEDS_REASON "complex-needs-reason" = "Recorded as particularly complex without a reason that tells of the child: what happened, or who else is involved. A longer time needs it on record; until then the usual time holds.";
        CONFIRM_COMPLEXITY "confirm-complexity" = "The chosen kind of concern does not settle this by itself: {question} Until somebody records a yes, the usual time holds.";
        TYPE_NOT_SINGLED_OUT "type-not-singled-out" = "{kind}: the guide gives this kind of concern no special time. The usual rule applies, and the questions decide.";
        HELD_WITHOUT "held-in-part" first = "A discussion was held without {names}. It does not meet the limit: hold it with them today, or at the first opportunity, and do not wait for that to protect the child.";
        HELD_IN_PART "held-in-part" first = "A discussion was held in part. It does not meet the limit: hold it in full today, or at the first opportunity, and do not wait for that to protect the child.";
        HELD_WITHOUT_BEFORE "held-in-part" = "A discussion before it was held without {names}. It did not meet the limit; the full one counts.";
        HELD_IN_PART_BEFORE "held-in-part" = "A discussion before it was held in part. It did not meet the limit; the full one counts.";
        HELD_WITH_WHOM "held-with-whom-not-known" = "Who took part in a discussion is not known. Until it is, the discussion does not count, and the time runs on.";
        HELD_WHEN "held-when-not-known" = "When a discussion was held is not known. Until it is, the discussion does not count, and the time runs on.";
        HELD_OUT_OF_ORDER "held-out-of-order" = "A discussion lies before the concern or the referral, more than a year after both, or after the present moment. It does not count; check the times.";
        HELD_TOLD_OTHERWISE "held-told-otherwise" = "A discussion is recorded as held in full, and the agencies named say otherwise. The agencies named hold; check both.";
        HELD_LATE "held-late" = "It was held after its last day. Record why it was late.";
        HELD_MEETS_THIS "held-meets-this-limit" = "It was held. A further concern, or a new risk, counts from its own start.";
        NO_TIME_LIMIT "no-time-limit" = "These documents give no time limit for a strategy meeting. Follow your manager's decision and record it.";
        ATTENDEES_NOT_COVERED "not-covered" = "These documents do not say who attends this meeting. That is not the same as nobody.";
        THERE_THOUGH_NOT_INVITED "there-though-not-invited" first = "Recorded as there, although they were not to be there or not yet: {names}. Check what was said and given before them, and what that means for the child's safety.";
        EXPECTED_NOT_THERE "expected-and-not-there" = "Expected, and not recorded as there: {names}. Ask whether they were invited, and record it.";
        DO_NOT_WAIT "do-not-wait" first = "Somebody who is needed is not recorded as there. Record it and bring them in. It is never a reason to wait with protecting a child.";
        NOT_ASKED_HERE "not-asked-here" = "Given, and not used: the documents asked here do not speak of it. {questions}";
        KEPT_FROM "kept-from-the-family" first = "{why}: no invitation, minutes, plan or other paper goes to {names}, in any part of a meeting.";
        NOT_YET_TO "not-before-a-recorded-no" first = "Invite and send nothing yet to {names}: first somebody answers whether they may be a risk. Only a recorded no opens this.";
        TOLD_BEFORE_AN_ANSWER "told-before-an-answer" first = "The family is recorded as told, and nobody has answered whether one of them may be a risk. Tell them nothing more until that is answered.";
        CHANNEL_NOT_ALLOWED "channel-not-allowed" first = "Recorded as sent in another way than the document allows: {what} Send it so, and record what went before.";
        TOLD_BESIDE_A_RISK "told-beside-a-risk" first = "The family is recorded as told, and somebody of it as a possible risk. Tell them nothing more, and speak to children's social care today.";
        NOT_ALL_AGREED "not-all-agreed" first = "Not every invited agency agreed that the family is not told. That blocks no share that protects. Record who decided to go ahead, and why.";
        TELL_AFTER_A_NO "tell-after-a-recorded-no" first = "Before anybody of the family is told, somebody answers whether they may be a risk. Nobody who may be one is told before that is answered no.";
        CHAIR_NOT_AS_STATED "chair-not-as-stated" = "The chair is not one the document names. Out of hours, record the manager as nominated deputy. An urgent discussion does not wait for this.";
        ATTENDANCE_TOLD_TWICE "attendance-told-twice" = "Two things are recorded of how {names} took part. That counts as not being there until one of them is corrected.";
        CHAIR_NOT_STATED "chair-not-stated" = "These documents do not say who chairs. Agree it and record it.";
        FORM_NOT_AS_STATED "form-not-as-stated" = "The form is not one that the documents allow. {why} An urgent first call may always be made.";
        NO_RECORD_ACCESS "no-record-access" = "{rule} Arrange it for {agency} before the discussion.";
        NOT_SUFFICIENTLY_SENIOR "not-sufficiently-senior" = "{rule} They may still attend; ask who in {agency} can decide.";
        NAMES_THE_AREA "names-the-area-not-what-will-be-done" = "This names the area to improve. Say too what will be done about it.";
        DISCUSS_WITH_FAMILY "discuss-with-family" = "{rule} {mend}";
        ACTIONS_NOT_COVERED "not-covered" = "These documents set no test for an action, so none was made. That is not the same as passing one.";
        WITHDRAWN_LATER "consent-withdrawn-later" = "Consent was taken back after this share, for which it still stood. Nothing that is shared from then on rests on it.";
        CONSENT_WITHDRAWN "consent-withdrawn" first = "Consent was withdrawn and does not count as given. That does not stop a share that protects a child: record the basis relied on, and what was shared before and after.";
        CONSENT_ENDED "consent-ended" = "The time for which consent was given was over and it does not count. That does not stop a share that protects a child: record the basis relied on.";
        CONSENT_PARTLY "consent-for-a-part" = "Consent was given for a part and does not count for the rest. Record which part, and the basis relied on for the rest.";
        CONSENT_CHILD_NOT_JUDGED "child-competence-not-recorded" = "The child consented, and it is not recorded why the child was judged able to decide. Record that; until then consent does not count as given.";
        CONSENT_AS_WHAT "consent-as-what-not-known" = "Somebody consented, and it is not recorded as what: as a holder of parental responsibility, as a carer or as the child. Until then consent does not count as given.";
        CONSENT_OF_A_CARER "carers-right-to-consent-not-known" = "A carer consented, and need not hold parental responsibility. Record who holds it, and whether they consented. Until then consent does not count as given.";
        CONSENT_AFTER_THE_SHARE "consent-after-the-share" = "Consent is recorded for a time after the share. It does not count for that share until that is corrected.";
        WITHDRAWN_NOT_KNOWN "withdrawal-not-known" = "It is not known whether consent was taken back. Until it is, consent does not count as given.";
        CONSENT_HOLDER_OPEN "consent-of-a-person-not-known" = "Of somebody named it is not known whether they consented. The consent of one does not stand for that of another.";
        CONSENT_CONTRADICTS "consent-contradicts" = "Two things are recorded of whether consent was given or taken back. It does not count as given; correct one of them.";
        STATE_NEEDS_REASON "not-done-needs-reason" = "This action was not done, and no reason is recorded. Record why, and what the child's safety needs meanwhile.";
        CARRIED_OVER_NEEDS_DATE "carried-over-needs-date" = "This action was carried over without a new date. Record until when, and who agreed.";
        PLAN_NOT_CARRIED_OUT "plan-not-carried-out" = "Recorded as not done, carried over or withdrawn: {number} of these actions. Complete says here how the plan is written, not that it was done.";
        REVIEW_BEFORE_MEETING "review-before-meeting" = "The review lies before the meeting. Check both dates.";
        CARRIED_BACK "carried-over-out-of-order" = "This action is carried over to a date before the one it is carried over from, or before the one on which it was due. Check both.";
        DONE_AND_A_REASON "done-contradicts" = "This action is recorded as done, and a reason why it was not done, or a new date for it, is recorded too. It does not count as done; check both.";
        CONTROLLER_NOT_KNOWN "controller-not-known" = "Some bases are closed to public authorities in their tasks, and it is not known whether the body that holds the information is one. Record that before relying on such a basis.";
        BASIS_NOT_OPEN "basis-not-open" = "{basis}: {reason}";
        NO_SALT "no-salt" = "Without a salt a short text could be guessed from its hash. Give one, or use the package, which adds it.";
        PEOPLE_DECIDE "people-decide" = "This shows what the documents say. Children's social care decides whether a threshold is met. A child in immediate danger: call 999.";
        NO_ROUTE "no-route" = "No rule of these documents leads anywhere from what is known. That does not mean that nothing is needed.";
        NO_DEADLINE_HERE "not-covered" = "These documents set no deadline for this. That does not mean that nothing is due.";
        FALLS_ON_A_DAY_OFF "falls-on-non-working-day-use-earlier" = "A last day is not a working day. Aim for the working day before it, never for a later one.";
        NO_CHECKLIST_HERE "not-covered" = "These documents have no checklist for this. That does not mean that nothing has to be ready.";
        DEADLINE_TODAY "act-now" first = "A time ends today. Do it now.";
        DEADLINE_PASSED "act-now" first = "A time has passed. Do it now and record why it is late.";
        MOVED_LATER "moved-later" = "A deadline would be later than in the earlier answer, which still holds. A later one needs the role of the person who agreed to it, and a reason that tells of the child.";
        CHECKED_LONG_AGO "document-checked-long-ago" = "{document} was last compared with its source on {date}, more than a year before this answer. Ask whether it still holds.";
        BANK_HOLIDAYS_ADDED "bank-holidays-added" = "Bank holidays were added by hand: each one can move a day later. Check that government proclaimed them; the day without them stands beside the answer.";
        LIST_BLOCKS_NOTHING "list-blocks-nothing" = "A gap in a list is never a reason to wait with protecting a child.";
        DISPUTE_DELAYS_NOTHING "dispute-delays-nothing" = "A disagreement suspends no protective step and no time limit. A child in immediate danger: call 999, and speak to children's social care now.";
        STEP_OVERDUE "act-now" first = "The time for this step has passed. Take it now, or go on to the next, and record why.";
        STEPS_NOT_RECORDED "steps-not-recorded" = "An earlier step is not recorded as taken. Take it, or record when it was taken, before a later one is relied on.";
        NO_STEP "not-covered" = "These documents name no step that comes next. Use your partnership's procedure for resolving disagreements.";
        NO_FIGURES "not-covered" = "These documents name no quarterly figures.";
        SMALL_NUMBERS "small-numbers" = "Small numbers are not shown, because they could point to one family, nor is what they could be worked out from.";
        TEAMS_NOT_TOLD "teams-not-told" = "Teams are not told apart, because one of their numbers is small.";
        NOT_FOR_PUBLICATION "not-for-publication" = "These figures are for the partnership. They hold small numbers that could point to one family: do not publish them.";
        CHECK_THE_RECORDS "check-the-records" = "Something in the records is doubtful. Look at it before anybody relies on these figures.";
    }

    how_soon {
        BY_TODAY = "today, {date}";
        BY_TODAY_AT = "today, by {when}";
        BY_NOW_AT = "now. The time ended on {when}";
        BY_NOW = "now. The last day was {date}";
        BY_TODAY_NO_DATE = "today, until it is known when the concern was first recorded";
        BY_TODAY_UNTIL_SETTLED = "today, {date}, until this is settled";
        BY_SAME_DAY = "on {date}, the same day";
        BY_DATE = "by {date}, {time}";
        BY_EARLIER = "by {when}, as an earlier answer said";
        ACT_NOW = "Act now. Hold the strategy meeting today. At the latest: {by}.";
        THEN_MEETING = "{first} Then hold the whole meeting {by}.";
        HOLD = "Hold the strategy meeting {by}.";
        DISCUSSED_IN_TIME = "The discussion was held on {date}, in time.";
        DISCUSSED_LATE = "The discussion was held late, on {date}.";
        DISCUSSED = "The discussion was held on {date}; whether in time is not settled.";
        THEN_WAS_HELD_IN_TIME = "{first} The whole meeting was held on {date}, in time.";
        THEN_WAS_HELD_LATE = "{first} The whole meeting was held late, on {date}; its last day was {due}.";
        THEN_WAS_HELD = "{first} The whole meeting was held on {date}; whether in time is not settled.";
        WAS_HELD = "The strategy meeting was held on {date}.";
        WAS_HELD_IN_TIME = "The strategy meeting was held on {date}, in time. The last day was {due}.";
        WAS_HELD_LATE = "The strategy meeting was held late, on {date}. The last day was {due}.";
        WAS_HELD_PERHAPS_LATE = "The strategy meeting was held on {date}. Whether that was in time is not settled; the last day may have been {due}.";
        ANOTHER_ROUTE = "{rule} Use the adult safeguarding route, and do not delay.";
        ASK_WHEN_DONE = "When was it done? It cannot have been then.";
        ASK_EARLIER_ANSWER = "Which was the earlier answer's last day? Its timescale ends before the day that is given.";
        ASK_TIME_OF_DAY = "At what time of that day was it? The limit is one of hours.";
        ASK_HELD_AT = "When was this discussion held?";
        ASK_NAME_IN_ATTENDANCE = "Which agency was there under a name that no document knows? List it with the other agencies if it is one of its own.";
        ASK_WHO_TOOK_PART = "Who took part in this discussion? It counts with {names}.";
        GIVE_ONE_TIME = "Give one time to settle this";
        GIVE_TIMES = "Give {times} times to settle this";
        ANSWER_ONE = "Answer 1 question to settle this";
        ANSWER_SEVERAL = "Answer {facts} questions to settle this";
        ANSWER_ONE_GIVE_ONE = "Answer 1 question and give 1 time to settle this";
        ANSWER_SEVERAL_GIVE_ONE = "Answer {facts} questions and give 1 time to settle this";
        ANSWER_ONE_GIVE_SEVERAL = "Answer 1 question and give {times} times to settle this";
        ANSWER_AND_GIVE_SEVERAL = "Answer {facts} questions and give {times} times to settle this";
        UNTIL_THEN = "{settle}. Until then plan for {plan}.";
        IF_NO = "{advice} If the answer is no: {otherwise}.";
        IF_BOTH_NO = "{advice} If both are no: {otherwise}.";
        IF_ALL_NO = "{advice} If all are no: {otherwise}.";
        IF_TODAY = "{advice} If the concern was first recorded today: {otherwise}.";
        IF_ALL_NO_TODAY = "{advice} If every answer is no and the concern was first recorded today: {otherwise}.";
        NO_TIME_THEN = "these documents give no time limit";
        TIME_BY = "{time}, by {date}";
        ASK_RECEIVED = "When was the referral received?";
        ASK_IDENTIFIED = "When did a professional first record this concern?";
    }

    who_attends {
        NOBODY_NAMED = "These documents do not say who attends {meeting}. Ask whoever convenes it.";
        MAY_BE_INVITED = "May be invited to {meeting}: {names}.";
        RISK_IS_RECORDED = "A risk is recorded";
        WARNING_MAY_HARM = "Warning somebody may do harm";
        KEPT_AWAY = "A risk is recorded: they come to no part of it.";
        KEPT_UNWARNED = "Warning them may do harm: they come to no part of it.";
        EXPECTED_AT = "Expected at {meeting}: {names}.";
        NEEDED_AT = "Needed at {meeting}: {names}.";
        FAMILY_RISK_RECORDED = "Recorded as a risk to the child, or as able to do harm by being warned: nothing goes to this person.";
        FAMILY_UNWARNED = "No risk of their own is recorded. Warning any carer may do harm: nothing goes to this person until somebody with authority records otherwise.";
        FAMILY_PERHAPS_UNWARNED = "No risk of their own is recorded. It is not known whether warning any carer may do harm: until it is answered, nothing goes to this person.";
        FAMILY_RISK_NOT_KNOWN = "It is not recorded that this person is no risk to the child: until it is, nothing goes to them.";
        ASK_POSES_RISK = "Is this person a risk to the child, or could they do harm by being warned ({who})?";
        ASK_CHAIR_AGENCY = "Which agency does the chair come from?";
        ASK_ISSUE = "What is the meeting about: {issues}, or none of these?";
        ASK_CONTROLLER = "What kind of body holds the information: a public authority, such as a council, a health service, a maintained school or an academy, or another, such as a charity or an independent school?";
        ASK_CHAIR_ROLE = "Which role does the chair hold?";
        ASK_INFORMED = "Does this agency hold relevant information?";
        ASK_INVOLVED = "Is this agency directly involved with the child and family?";
        ASK_IN_PACKAGE = "Is this agency, or is it likely to be, part of the package of support?";
        REFERRING_AGENCY = "the referring agency";
        REFERRING_AGENCY_NAMED = "the referring agency ({name})";
    }

    check_action {
        ALL_PARTS = "This action has all 5 parts.";
        STILL_TO_ADD = "Still to add: {parts}.";
        NO_TEST = "These documents give no test of an action.";
        ADD_SPECIFIC = "what will be done";
        ADD_MEASURABLE = "how progress will show";
        ADD_ASSIGNABLE = "who will do it";
        ADD_REALISTIC = "what can be achieved with what there is";
        ADD_TIME = "by when";
        ADD_FAMILY = "the talk with the family";
        ADD_ACTION = "an agreed action";
        ADD_REVIEW = "a date for the review";
        SPECIFIC_MISSING "specific-missing" = "It is not said what will be done.";
        SPECIFIC_MET = "It says what will be done.";
        SPECIFIC_TOO_VAGUE "specific-too-vague" = "These words do not say what will be done.";
        MEASURABLE_MISSING "measurable-missing" = "It is not said how progress will show.";
        MEASURABLE_MET = "Progress will show.";
        MEASURABLE_TOO_VAGUE "measurable-too-vague" = "These words do not say how anybody would know.";
        OWNER_MISSING "owner-missing" = "It is not said who will do it.";
        OWNER_MET = "It says who will do it.";
        OWNER_NOT_A_PERSON "owner-not-a-person-or-role" = "This names a group or an agency, not the person or role who will do it.";
        RESULT_MISSING "result-missing" = "It is not said what result can be achieved.";
        REALISTIC_MET = "Attested by those who agreed it; not verified.";
        RESOURCES_NOT_AVAILABLE "resources-not-available" = "What it needs is recorded as not available.";
        RESOURCES_NOT_ATTESTED "resources-not-attested" = "Nobody has confirmed that the means are there. That is for people to say.";
        DUE_MISSING "due-missing" = "It is not said by when.";
        DUE_NOT_A_DATE "due-not-a-date" = "That is not a date.";
        DUE_MONTH_ALONE "due-month-alone" = "That is a month. Which day of it?";
        DUE_NOT_IN_CALENDAR "due-not-in-calendar" = "That day is not in the calendar.";
        DUE_OTHER_WEEKDAY "due-other-weekday" = "{date}: another weekday stands beside that date.";
        DUE_BEFORE_MEETING "due-before-meeting" = "{date} is before the meeting.";
        DUE_YEARS_AWAY "due-years-away" = "{date} is more than a year after the meeting. Check the year, or set a sooner date.";
        DUE_AFTER_REVIEW "due-after-review" = "{date} is after the review.";
        DUE_MET = "It says by when.";
        ASK_RESOURCES = "Can this be done with what is available?";
        PLAN_COMPLETE = "This plan is complete.";
        NO_PLAN_TEST = "These documents give no test of a plan: what it is to hold stands in the checklist.";
        MISSING_PARTS = "the missing parts of action {numbers}";
        MISSING_PARTS_OF_MANY = "the missing parts of {count} actions";
        WHAT_BECAME_OF = "what became of action {numbers}";
        WHAT_BECAME_OF_MANY = "what became of {count} actions";
        ADD_AT_LEAST_ONE = "at least one agreed action";
        ADD_REVIEW_OR_DECISION = "a date for the review, or the decision that none is needed";
    }

    sharing {
        CONSENT_DOES_NOT_STAND = "Consent was refused, taken back, has ended or was not sought, so nothing rests on it. That stops no share that protects a child: record another.";
        NOT_FOR_PUBLIC_BODIES = "A public authority cannot rely on it for its tasks: use public task.";
        IN_FORCE_FROM = "In force from {date}.";
        RECORD_COMPLETE = "This record is complete.";
        NOTHING_MISSING_YET = "Nothing is missing from this record so far, and something is still to be said.";
        ONE_MISSING = "This record is not complete: 1 thing is missing.";
        SEVERAL_MISSING = "This record is not complete: {number} things are missing.";
        NOT_SAFEGUARDING = "{complete} It is for safeguarding shares only: assess the lawful basis of this one separately.";
        NEVER_STOPS = "{complete} That never stops a share that protects a child.";
    }

    choose_meeting_answer {
        NOT_THIS_BUT = "Not {meeting}. The route is {route}.";
        NOT_THIS = "Not {meeting}.";
        ALSO_ALLOWS = "The route is {route}. These documents also allow {meeting}.";
        ALLOWS = "These documents allow {meeting}.";
        SOMETHING_FIRST = "Something has to come before {meeting}.";
        NOTHING_SPEAKS_FOR_IT = "Nothing that was said speaks for {meeting}.";
        NOT_TOLD_YET = "What is known does not tell yet whether {meeting} fits.";
        NOT_TOLD_YET_BUT = "What is known does not tell yet whether {meeting} fits. {route}";
        THE_ROUTE_IS = "The route is {route}.";
        THE_ROUTE_IS_FOR_NOW = "Until that is settled the route is {route}.";
        NO_MEETING_YET = "What is known does not lead to a meeting yet. If you are worried about a child, speak to children's social care now.";
    }

    deadlines {
        DONE_LATE = "Done late: {what}";
        ALL_IN_TIME = "Everything that was asked about was done in time.";
        NOT_JUDGED = "Done, perhaps late: {what}";
        CANNOT_BE_SO = "Recorded as done when it cannot have been: {what}";
        OVERDUE = "Overdue since {due}: {what}";
        PERHAPS_OVERDUE = "May have been due by {due}: {what}";
        NEXT_BY = "Next, by {due}: {what}";
        NO_DEADLINE = "These documents set no deadline for this.";
        AS_SOON_AS_PRACTICABLE = "As soon as practicable: {what}";
        NO_DATE_YET = "Nothing has a date yet. Give the moments from which these duties count.";
                MOVED_NOT_DUE = "It is not due from what is known now.";
        MOVED_OTHERWISE = "It counts from another moment, or by other rules, than the earlier answer did.";
        MOVED_FOR = "{holidays}.";
        IS_A_BANK_HOLIDAY = "{date} is a bank holiday";
    }

    checklist {
        NO_CHECKLIST = "These documents have no checklist for this.";
        EVERYTHING_THERE = "Everything that is asked for is there.";
        STILL_TO_DO = "Still to do: {item}";
        MANY_STILL_TO_DO = "{number} of {count} items are still to do.";
        ITEMS_TO_GO_THROUGH = "{count} items to go through.";
        SOME_TO_GO_THROUGH = "{missing} of {count} items to go through.";
    }

    disagreement {
        NEXT_STEP = "Next: {step}";
        NEXT_STEP_OVERDUE = "Overdue since {since}: {step}";
        NEXT_STEP_NEEDS = "Next: {step} First on record: {need}";
        NEXT_STEP_RECORD_FIRST = "Next: {step} Something must be on record first.";
        EVERY_STEP_TAKEN = "Every step that these documents name has been taken. Use your partnership's procedure for resolving disagreements.";
        NO_NEXT_STEP = "These documents name no step for this. Use your partnership's procedure for resolving disagreements.";
    }

    in_words {
        WHY_UNQUOTED = "{sentence} ({document}, {place}; rule {id}.)";
        WHY = "{sentence} ({document}, {place}: \u{201c}{words}\u{201d}; rule {id}.)";
        WHY_WITH_FORCE = "{sentence} ({document}, {place}: \u{201c}{words}\u{201d}; read as {force}; rule {id}.)";
        WHY_IN_SHORT = "{sentence} ({document}, {place}; {force}; rule {id}.)";
        WHY_NOT = "Set aside: {rule} {reason}";
        SEE_RULE = "{sentence} (Rule {id}.)";
        PROVISIONAL = "It stands here only because something is not known.";
        SETTLED = "This is settled on what is known.";
        NOT_SETTLED = "This is not settled. Still to ask: {questions}";
        NOT_SETTLED_BELOW = "This is not settled. What is still to ask stands below.";
        NOT_SETTLED_MORE = "This is not settled. Still to ask, the first of {number}: {question}";
        AIM = "Aim for {date}; the limit is {limit}.";
        THE_REST = "The other reasons stand in the case note.";
        FIELD = "{label}: {value}";
        FIELD_ASKED = "{label} {value}";
        NONE = "none";
        OTHERS = "{number} others";
        ONE = "One of them:";
        START_OF = "the start of {date}";
        END_OF = "the end of {date}";
        NOTE_TITLE = "Case note: {question}";
        NOTE_SHORT_TITLE = "Short note: {question}";
        NOTE_BY_RULE = "By {document}, {place} ({force}; rule {id}).";
        NOTE_SINCE = "Counted from: {moment}.";
        NOTE_BY_EARLIER = "An earlier answer holds: a later day needs a role and a reason that tells of the child.";
        NOTE_ANSWERED_BEFORE = "Answered yes before, and no now: {questions}";
        NOTE_MINIMUM_NOT_MET = "The minimum was not met.";
        NOTE_PLANNED_LATER = "{planned}, later than the answer says";
        NOTE_WEAKENED = "Weakened by {rule}. Before: {from} Now: {to} The reason it gives: {reason}";
        NOTE_LATER = "That is later than the answer says.";
        NOTE_SAID_ABOVE = "As said above";
        NOTE_MEETING = "Meeting {number}";
        NOTE_MEETINGS_NOT_TOLD = "The meetings stand in the records from which they were counted, and not in a note that may be published.";
        NOTE_ALSO_THERE = "In the whole case note too: {names}.";
        NOTE_SHORT_REST = "Rests on {packs}. Everything else that was said, and every reason, stands in the whole case note.";
        NOTE_RECORDED = "Recorded: {at}, by {by} (role).";
        NOTE_SAYS = "What the documents say";
        NOTE_GIVEN = "What was known and asked";
        NOTE_ANSWERED = "The answer in full";
        NOTE_WHY = "Why";
        NOTE_ALSO = "Applies as well";
        NOTE_RECORDED_BEFORE = "Recorded before something it tells as having happened: check the times.";
        NOTE_NOT_NAMED_FOR = "What these rules need was not named, and is attested as considered: {rules}.";
        NOTE_SET_ASIDE = "Set aside";
        NOTE_ASK = "Still to ask";
        NOTE_BEAR = "To bear in mind";
        NOTE_BASIS = "What this rests on";
        NOTE_YES = "Answered yes: {questions}";
        NOTE_NO = "Answered no: {questions}";
        NOTE_UNKNOWN = "Not known: {questions}";
        NOTE_NOT_SAID = "Nothing was said of: {questions}";
        NOTE_MADE_AGAINST = "Made so by the kind chosen, {kind}, although it was answered no: {question} Yes.";
        NOTE_ATTESTED = "It was attested that everything not named was considered and is a no.";
        NOTE_SOURCE = "{document} ({short}): {id} {version}, {hash}. {label} {more}";
        NOTE_REPLACED = "What is cited was replaced by {newer}.";
        NOTE_CHECKED = "Last checked on {date}.";
        NOTE_CHECK_CURRENT = "Check your partnership's current procedure.";
        NOTE_WORKED_OUT = "safeguarding-rules {version}; bank holidays known until {until}.";
        NOTE_FORCE = "Of \u{201c}must\u{201d} here: {notes}";
        NOTE_DECISION = "Decision (for the person who decides): ________";
        NOTE_REASON = "Reason: ________";
        LEFT_OPEN = "________";
        DATE_AT = "{date} at {time}";
        NO_SUCH_MEETING = "There is no such kind of meeting.";
        IF_CHANGED = "If {facts}: {heading}";
        WERE_ANSWERED = "\u{201c}{question}\u{201d} were answered {answer}";
        YES = "yes";
        NO = "no";
        GIVEN = "given";
        LEFT_EMPTY = "left empty";
    }

    question {
        HOW_SOON = "How soon must the strategy meeting be held?";
        WHO_ATTENDS = "Who must, should and may attend?";
        IS_IT_SMART = "Is this action SMART?";
        IS_THE_PLAN_COMPLETE = "Is the plan complete?";
        ON_WHAT_BASIS = "On what basis may information be shared?";
        WHICH_MEETING = "Which meeting does this call for?";
        WHAT_FALLS_DUE = "What falls due, for whom, by when?";
        WHAT_MUST_BE_READY = "What must be ready?";
        WHAT_IS_NEXT = "We disagree: what is the next step?";
        HOW_DID_WE_DO = "How did our meetings do this quarter?";
    }

    form {
        ASK_AREA = "Which area is this in?";
        ASK_MEETING = "Which meeting is it?";
        ASK_ACTION_AT = "When did the need for immediate action arise?";
        ASK_WHY_COMPLEX = "Why is the concern particularly complex?";
        ASK_TYPES = "What kind of concern is it?";
        ASK_REFERRER = "Which agency made the referral?";
        ASK_SERVICES = "Which services do the child and family receive?";
        ASK_AGENCIES = "Which other agencies may have a part in this?";
        ASK_STAGE_AT = "When was the last step taken, or when did people disagree?";
        ASK_TWO_CHILDREN = "Children {first} and {second} have one reference: are they two children?";
        ASK_TWO_REQUESTS = "Requests {first} and {second} name one agency: was it asked twice?";
        ASK_TWO_ACTIONS = "Actions {first} and {second} are told in the same words: are they two actions?";
        ASK_LADDER = "Which disagreement is it?";
        ASK_STAGE = "Which step was taken last? 0 for none.";
    }

    quarter {
        NO_QUARTERLY_FIGURES = "These documents name no quarterly figures.";
        ONE_MEETING = "One meeting is counted.";
        MEETINGS_COUNTED = "{number} meetings are counted.";
        TOO_FEW = "So few meetings were held that their number is not shown.";
        SAME_REFERENCE "same-reference" = "An earlier record has this reference too. Both are counted: if they are one meeting, keep one of them.";
        SAME_TIMES "same-times" = "An earlier record has these very times. Both are counted: if they are one meeting, such as one about two children, keep one of them.";
        LONGER_THAN_A_QUARTER "longer-than-a-quarter" = "From the first day to the last is more than a quarter. Everything in it is counted.";
        NO_END "no-end" = "It is not recorded when this meeting ended. It counts by the day on which it started, and nothing that is measured from its end is known.";
        NO_DATE "no-date" = "It is not recorded when this meeting was held, so it lies in no quarter and is not counted.";
        LASTED_TOO_LONG "lasted-too-long" = "This meeting is recorded as lasting for days. Its times count as not recorded.";
        ENDED_TOO_EARLY "ended-too-early" = "This meeting is recorded as ended before it began. Its times count as not recorded.";
        HELD_TOO_EARLY "held-too-early" = "This meeting is recorded as held before its concern was identified or referred. Whether it was in time counts as not recorded.";
        YEARS_APART "years-apart" = "This lies more than a year away from when the meeting was held. Check both years.";
        WHO_CAME_NOT_KNOWN "who-came-not-known" = "It is not recorded whether everybody came without whom this meeting does not count. Whether it was in time counts as not recorded.";
        FIRST_AFTER_ANOTHER "first-after-another" = "This is recorded as a first meeting, and one under the same reference ended before it. It counts as not recorded.";
        AGENCY_TWICE "agency-twice" = "This agency is listed more than once for this meeting. It is counted once.";
        AGENCY_CONTRADICTS "agency-contradicts" = "Both yes and no are recorded here for this agency. It counts as not recorded.";
        CAME_UNASKED "came-unasked" = "This agency is recorded as not asked, and as having come or returned the form. It is not counted among those asked.";
        DUTY_NOT_KNOWN "duty-not-known" = "Something is recorded as done that is no duty of these documents. It is not counted.";
        DONE_TOO_EARLY "done-too-early" = "This is recorded as done before its time began. It counts as not recorded.";
        TIME_OF_DAY_NEEDED "time-of-day-needed" = "A date without a time of day tells nothing about a limit in hours. It counts as not recorded.";
    }
}
