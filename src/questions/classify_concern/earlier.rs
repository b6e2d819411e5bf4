//! An earlier answer, which nothing puts off in silence.

use chrono::NaiveDate;

use super::facts::{Facts, PreviousResult};
use super::starts::Starts;
use super::time::{Time, Timed, counted};
use super::timing::{Timing, end_of_all, governing};
use crate::calendar::Calendar;
use crate::engine::decision::Caution;
use crate::text::sentences::{LENGTHENING_NOT_TAKEN, LENGTHENING_REQUIRES_REASON};
use crate::value::Text;
use crate::value::given::Lengthening;
use crate::value::moment::{Moment, ReadAs, end_of_day};
use crate::value::spelling::kebab;
use crate::value::timescale::Timescale;
use crate::value::truth::Truth;

/// An earlier answer that holds, because nobody has yet said who agreed to a later one and why (AMB-69).
pub(super) struct EarlierAnswer {
    /// Its last moment; none where no moment was given, and its timescale alone is shorter.
    pub due: Option<Moment>,
    /// Does it end at that minute, and not with the day?
    pub to_the_minute: bool,
    pub timescale: Option<Timescale>,
    /// The rule of that timescale, where one has it.
    pub rule: Option<Text>,
    /// The last day with the day of the trigger counted, by its timescale.
    pub aim_by: Option<NaiveDate>,
}

impl EarlierAnswer {
    /// The earliest that was answered before, or that a yes taken back would give; none where that is no sooner.
    pub(super) fn of(
        facts: &Facts,
        times: &[Option<Time<'_>>],
        timings: &[Timing<'_>],
        starts: &Starts,
        calendar: &Calendar,
    ) -> Option<Self> {
        let previous = EarlierAnswer::unreleased(facts)?;
        let now = timings.iter().min_by_key(|timing| timing.governing().urgency())?;
        let (due, timescale) = (end_of_all(timings, starts), now.governing().time.timescale);
        let is_sooner = |earlier: &EarlierAnswer| match (earlier.due, due) {
            (Some(earlier), Some(due)) => earlier.instant() < due.instant(),
            (Some(_), None) => true,
            _ => earlier.timescale.is_some_and(|earlier| earlier < timescale),
        };
        let settled_then = EarlierAnswer::as_settled(facts, times, starts, calendar);
        let with_the_yes_kept = previous.concerns.iter().flat_map(|earlier| {
            let concerns = timings.iter().map(|timing| &timing.concern);
            let taken_back = concerns.filter(|concern| concern.was_yes_and_is(Truth::is_no, earlier));
            taken_back.filter_map(|concern| Some(EarlierAnswer::by(&governing(&concern.with_every_yes_of(earlier), times)?, starts)))
        });
        let earlier = settled_then.into_iter().chain(with_the_yes_kept).filter(is_sooner);
        // A day protects more than a timescale of which nobody knows the day.
        earlier.min_by_key(|earlier| (earlier.due.is_none(), earlier.due.map(|due| due.instant()), earlier.timescale))
    }

    /// The earliest that would hold of an earlier answer if every fact that is not known were a no.
    pub(super) fn of_known_facts(
        facts: &Facts,
        times: &[Option<Time<'_>>],
        timings: &[Timing<'_>],
        starts: &Starts,
        calendar: &Calendar,
    ) -> Option<Self> {
        let previous = EarlierAnswer::unreleased(facts)?;
        let with_the_yes_kept = previous.concerns.iter().flat_map(|earlier| {
            let lapsed =
                timings.iter().map(|timing| &timing.concern).filter(|concern| concern.was_yes_and_is(|now| !now.is_yes(), earlier));
            lapsed.filter_map(|concern| Some(EarlierAnswer::by(&governing(&concern.with_every_yes_of(earlier), times)?, starts)))
        });
        let held = EarlierAnswer::as_settled(facts, times, starts, calendar).into_iter().chain(with_the_yes_kept);
        held.min_by_key(|earlier| (earlier.due.is_none(), earlier.due.map(|due| due.instant()), earlier.timescale))
    }

    /// What an earlier answer settled, which nobody has released.
    pub(super) fn as_settled(facts: &Facts, times: &[Option<Time<'_>>], starts: &Starts, calendar: &Calendar) -> Option<Self> {
        EarlierAnswer::settled_then(facts).and_then(|previous| EarlierAnswer::as_told(previous, times, starts, calendar))
    }

    /// Does what an earlier answer settled say two things of when it ends?
    pub(super) fn contradicts_itself(facts: &Facts, starts: &Starts, calendar: &Calendar) -> bool {
        EarlierAnswer::settled_then(facts)
            .is_some_and(|previous| EarlierAnswer::sooner_by_its_timescale(previous, starts, calendar).is_some())
    }

    fn settled_then(facts: &Facts) -> Option<&PreviousResult> {
        EarlierAnswer::unreleased(facts).filter(|previous| previous.settled != Some(false))
    }

    fn unreleased(facts: &Facts) -> Option<&PreviousResult> {
        let is_released = facts.lengthening.as_ref().is_some_and(Lengthening::releases);
        facts.previous_result.as_ref().filter(|_| !is_released)
    }

    /// What an earlier answer told. Where that was a timescale without a date, it counts as the rules of that timescale do.
    fn as_told(previous: &PreviousResult, times: &[Option<Time<'_>>], starts: &Starts, calendar: &Calendar) -> Option<Self> {
        let timescale = previous.timescale.as_ref().and_then(|id| Timescale::from_id(&kebab(id)));
        let told = previous.due_by.map(|due_by| match due_by.read() {
            ReadAs::AsStartOfDay => end_of_day(due_by.date()),
            _ => due_by,
        });
        let alike = || times.iter().flatten().filter(|time| Some(time.timescale) == timescale);
        let as_its_rules = || alike().filter_map(|time| time.end_at(starts)).min_by_key(Moment::instant);
        let from_the_earliest = || {
            let (count, exact) = counted(timescale?, starts.begun.earliest?, calendar);
            exact.or(Some(starts.end_of(count.due_by, timescale?)))
        };
        let today = || starts.today_for_want_of_a_start().map(end_of_day);
        let due = told.or_else(as_its_rules).or_else(from_the_earliest).or_else(today);
        let due = due.into_iter().chain(EarlierAnswer::sooner_by_its_timescale(previous, starts, calendar)).min_by_key(Moment::instant);
        let ends_with_the_day = |at: Moment| at.instant() == end_of_day(at.date()).instant();
        let counts_hours = || matches!(timescale, Some(Timescale::Hours(_)));
        let to_the_minute = told.map_or_else(counts_hours, |at| !ends_with_the_day(at));
        let aim_by = timescale.zip(starts.begun.earliest).map(|(timescale, start)| counted(timescale, start, calendar).0.aim_by);
        let rule = alike().map(|time| Text::clone(&time.rule.cite.id)).next();
        (told.is_some() || timescale.is_some()).then_some(EarlierAnswer { due, to_the_minute, timescale, rule, aim_by })
    }

    /// The end that its timescale gives, even from the latest start that is known, where its own last day lies after that: one of
    /// the two is wrong.
    fn sooner_by_its_timescale(previous: &PreviousResult, starts: &Starts, calendar: &Calendar) -> Option<Moment> {
        let timescale = previous.timescale.as_ref().and_then(|id| Timescale::from_id(&kebab(id)))?;
        let (count, exact) = counted(timescale, starts.begun.latest()?, calendar);
        let end = exact.unwrap_or_else(|| end_of_day(count.due_by));
        previous.due_by.filter(|told| told.date() > end.date()).map(|_| end)
    }

    fn by(timed: &Timed<'_>, starts: &Starts) -> Self {
        let to_the_minute = timed.exact_end().is_some();
        let aim_by = timed.time.count.map(|count| count.aim_by);
        let rule = Some(Text::clone(&timed.time.rule.cite.id));
        EarlierAnswer { due: timed.end_or_today(starts), to_the_minute, timescale: Some(timed.time.timescale), rule, aim_by }
    }
}

/// That an earlier answer holds, and what a later one needs, whether anything of that is recorded or nothing.
pub(super) fn lengthening_required(facts: &Facts) -> Caution {
    let is_recorded = facts.lengthening.as_ref().is_some_and(Lengthening::is_recorded);
    Caution::of(if is_recorded { LENGTHENING_NOT_TAKEN } else { LENGTHENING_REQUIRES_REASON })
}
