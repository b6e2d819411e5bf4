//! What people call that of which a field holds the name, the word or the moment.

use super::plain::{on_one_line, spaced};
use super::words::Words;
use crate::engine::decision::says;
use crate::questions::record_consent_basis::rule::LawfulBasis;
use crate::questions::{list_deadlines, make_checklist};
use crate::text::labels::{label_for, word_for};
use crate::text::sentences::NOTE_MEETING;
use crate::text::{Said, dates};
use crate::value::date;
use crate::value::meeting::MeetingType;
use crate::value::moment::Moment;
use crate::value::spelling::kebab;

/// Fields that hold what callers and documents call things by, and are said as they are.
const AS_WRITTEN: [&str; 10] = ["ref", "id", "corrects", "salt", "hash", "rule", "rules", "version", "place", "words"];

/// Fields that hold a kind of meeting, or a route that may be one.
const MEETINGS: [&str; 4] = ["meetingType", "meeting", "route", "instead"];

/// Fields that hold a kind of concern.
const OF_CONCERNS: [&str; 2] = ["concernTypes", "complexReason"];

/// Fields that hold the names of others.
const NAMES_OF_FIELDS: [&str; 5] = ["missing", "recommended", "from", "cappedBy", "to"];

/// Fields that hold a word of a closed list. What stands in others is somebody's own.
pub(super) const OF_CLOSED_LISTS: [&str; 10] =
    ["ageGroup", "as", "attendance", "consentHow", "format", "how", "objectionDecision", "relation", "schoolPhase", "state"];

/// Fields in which somebody writes a word that the packs or the types know, and may write what they please in some.
const READ_AS_WORDS: [&str; 9] =
    ["duty", "issue", "ladder", "list", "lawfulBasis", "art9Condition", "criminalCondition", "controller", "agreementOutcome"];

impl Words<'_> {
    /// A text that is a moment, a word of a closed list or a name that these documents give; none where it is something
    /// else that somebody wrote.
    pub(super) fn text(&self, field: &str, text: &str) -> Option<String> {
        if AS_WRITTEN.contains(&field) {
            return Some(on_one_line(text));
        }
        if let Some(said) = self.meeting(field, text).or_else(|| self.moment(field, text)).or_else(|| word_for(text)) {
            return Some(self.say(&said));
        }
        // The other place of which a doubt of the quarter tells.
        if field == "other" {
            return self.meeting_at(text);
        }
        // Something goes to people as well as to a moment.
        let is_somebody = || field == "to" && self.stack.as_deref().is_some_and(|stack| stack.named(text).is_some());
        if NAMES_OF_FIELDS.contains(&field) && !is_somebody() {
            return self.of_field(text);
        }
        let short = self.titles.iter().find(|(title, _)| title == text).map(|(_, short)| short.clone());
        let kind = || Some(self.stack.as_deref().filter(|_| OF_CONCERNS.contains(&field))?.concern_type(text)?.label.to_string());
        let named = || Some(self.stack.as_deref()?.named(text)?.to_string());
        short.or_else(kind).or_else(named).or_else(|| self.basis(text)).or_else(|| self.listed(text))
    }

    /// A word that a pack lists, as the portal says it.
    fn listed(&self, word: &str) -> Option<String> {
        self.stack.as_deref()?.own_name("word", word).map(|own| own.to_string())
    }

    /// A kind of meeting that a pack declares, where a field holds one.
    fn meeting(&self, field: &str, text: &str) -> Option<Said> {
        let (stack, meeting) = (self.stack.as_deref()?, MeetingType::named(text));
        let is_declared = MEETINGS.contains(&field) && matches!(meeting, MeetingType::Own(_)) && stack.has_meeting(&meeting);
        is_declared.then(|| stack.meeting(&meeting))
    }

    /// What packs ask at a path, or else what a field is called; another word as it stands.
    fn of_field(&self, name: &str) -> Option<String> {
        let stack = self.stack.as_deref();
        let asked = stack.and_then(|stack| stack.asked_at(name).next().map(|asked| stack.question(&asked.name)));
        let named = || stack.and_then(|stack| stack.named(name)).map(|label| label.to_string());
        asked.or_else(|| label_for(name)).map(|said| self.say(&said)).or_else(named)
    }

    /// A date or a moment, as people say it. A plan for a day has no time of day.
    fn moment(&self, field: &str, text: &str) -> Option<Said> {
        if let Some(day) = date::from_words(text) {
            return Some(dates::said(day));
        }
        let at = Moment::from_words(text)?;
        let is_a_day = field == "at" && at.time_of_day() == "00:00";
        Some(if is_a_day { dates::said(at.date()) } else { dates::moment(at) })
    }

    /// A lawful basis or a condition, by its id.
    fn basis(&self, id: &str) -> Option<String> {
        let stack = self.stack.as_deref()?;
        let mut bases = stack.packs.iter().flat_map(|pack| pack.rules::<LawfulBasis>());
        bases.find(|basis| *basis.own.basis == *id).map(|basis| basis.own.called(stack).to_string())
    }

    /// A word that somebody gave where packs or types know words, as people say it; anything else stands as it was typed.
    pub(super) fn given(&self, path: &str, field: &str, text: &str) -> String {
        let listed = || self.stack.as_deref().is_some_and(|stack| !stack.words_at(path).is_empty());
        let is_word = OF_CLOSED_LISTS.contains(&field) || READ_AS_WORDS.contains(&field) || listed();
        let is_id = text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_'));
        if !is_word || !is_id {
            return on_one_line(text);
        }
        let id = kebab(text);
        self.text(field, &id).unwrap_or_else(|| spaced(&id))
    }

    /// What packs ask at a path although those that answer do not, or say of a duty or an item of that name.
    pub(super) fn elsewhere(&self, path: &str, name: &str) -> Option<String> {
        let stack = self.stack.as_deref()?;
        if let Some(asked) = stack.question_elsewhere(path) {
            return Some(self.say(&asked));
        }
        let duties = stack.packs.iter().flat_map(|pack| pack.rules::<list_deadlines::rule::Own>());
        let items = stack.packs.iter().flat_map(|pack| pack.rules::<make_checklist::rule::Own>());
        let duty = duties.into_iter().find(|rule| *rule.own.duty == *name).map(|rule| says(&**rule));
        let item = || items.into_iter().find(|rule| *rule.own.item == *name).map(|rule| says(&**rule));
        duty.or_else(item).map(|said| self.say(&said))
    }

    /// Which of the meetings is meant by the path of something of one: the first is meeting 1.
    pub(super) fn meeting_at(&self, path: &str) -> Option<String> {
        let place: usize = path.strip_prefix("meetings[")?.split(']').next()?.parse().ok()?;
        Some(self.say(&NOTE_MEETING.with([("number", (place + 1).into())])))
    }
}
