//! The kinds of meeting that a pack declares, and those of which its rules speak.

use super::{Audit, Checked, is_kebab, refuse};
use crate::error::shown_id;
use crate::pack::rule::{Own as _, Rule};
use crate::pack::vocabulary::OwnMeeting;
use crate::questions::choose_meeting::rule::{Own, Route};
use crate::value::Text;
use crate::value::meeting::MeetingType;

/// A name stands in the midst of headings.
const LONGEST_LABEL: usize = 60;

impl<'p> Audit<'p> {
    /// The kinds that this pack and those beneath it declare.
    pub(super) fn own_meetings(&self) -> impl Iterator<Item = (&'p Text, &'p OwnMeeting)> {
        let packs = [self.pack].into_iter().chain(self.beneath.iter().copied());
        packs.flat_map(|pack| pack.words.meeting_type.iter())
    }

    pub(super) fn kinds_of_meeting(&self) -> Checked {
        for (id, kind) in self.pack.words.meeting_type.iter() {
            let refuse_at = |field: &str, expected: &str| refuse(&["meeting_type", shown_id(id), field], expected);
            if !is_plain(id) {
                return refuse(&["meeting_type", shown_id(id)], "expected an id in kebab-case, such as core-group");
            }
            if MeetingType::named(id) != MeetingType::Own(Text::clone(id)) || Route::named(id) != Route::Own(Text::clone(id)) {
                let expected = "expected an id of its own: this one is a meeting or a route of the built-in documents";
                return refuse(&["meeting_type", shown_id(id)], expected);
            }
            if !is_name(&kind.label) {
                return refuse_at("label", "expected its name on one line, as it stands in a sentence, such as: the core group");
            }
            if matches!(kind.beside, MeetingType::Own(_)) {
                let built_in: Vec<&str> = MeetingType::built_in().map(MeetingType::id).collect();
                return refuse_at("beside", &format!("expected one of {}", built_in.join(", ")));
            }
            if self.beneath.iter().any(|pack| pack.words.meeting_type.get(id).is_some()) {
                return refuse(&["meeting_type", shown_id(id)], "expected an id that no pack beneath has declared");
            }
        }
        self.known_meetings()
    }

    /// Refuses a rule or a caution that speaks of a meeting, and a rule that leads to one, which nobody declares.
    fn known_meetings(&self) -> Checked {
        for rule in self.pack.every_rule() {
            self.known(&[rule.table(), shown_id(&rule.cite().id), "meeting"], rule.meetings())?;
        }
        for (index, caution) in self.pack.words.caution.iter().enumerate() {
            self.known(&[&format!("caution[{index}]"), "meeting"], &caution.meeting)?;
        }
        self.pack.rules::<Own>().iter().try_for_each(|rule| self.known_route(rule))
    }

    fn known(&self, place: &[&str], meetings: &[MeetingType]) -> Checked {
        if meetings.iter().all(|meeting| !matches!(meeting, MeetingType::Own(id) if !self.declares(id))) {
            return Ok(());
        }
        refuse(place, &self.expected(MeetingType::built_in().map(|meeting| meeting.id())))
    }

    fn known_route(&self, rule: &Rule<Own>) -> Checked {
        match &rule.own.route {
            Some(Route::Own(id)) if !self.declares(id) => {
                refuse(&[Own::TABLE, shown_id(&rule.cite.id), "route"], &self.expected(Route::built_in()))
            }
            _ => Ok(()),
        }
    }

    /// What is expected: one of these, or a kind that is declared.
    fn expected(&self, built_in: impl Iterator<Item = &'static str>) -> String {
        let mut known: Vec<&str> = built_in.collect();
        known.extend(self.own_meetings().map(|(id, _)| &**id));
        format!("expected one of {}", known.join(", "))
    }

    fn declares(&self, id: &Text) -> bool {
        self.own_meetings().any(|(known, _)| known == id)
    }
}

fn is_plain(id: &str) -> bool {
    is_kebab(id)
        && id.split('-').all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()))
        && id.starts_with(|c: char| c.is_ascii_lowercase())
}

/// Letters, digits and the signs of names: it stands in the midst of sentences, and holds no place of theirs.
fn is_name(label: &str) -> bool {
    let is_of_a_name = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '\'' | '’' | '(' | ')' | '/' | '&');
    !label.is_empty() && label.trim() == label && label.chars().count() <= LONGEST_LABEL && label.chars().all(is_of_a_name)
}
