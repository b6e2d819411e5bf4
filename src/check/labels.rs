//! What people see: nobody and nothing is called as another is, and what a fact asks is what it means.

use super::{Audit, Checked, refuse};
use crate::error::{shown, shown_id};
use crate::pack::Pack;
use crate::questions::list_attendees::rule::Own;
use crate::value::looks::looks;
use crate::value::meeting::MeetingType;

/// What may be taken for one another.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Concern,
    Meeting,
    Somebody,
}

impl Audit<'_> {
    pub(super) fn labels(&self) -> Checked {
        let mut known = self.names_beneath();
        known.extend(named(self.pack).map(|(kind, _, id, label)| (kind, id, looks(label))));
        for (kind, table, id, label) in named(self.pack) {
            let label = looks(label);
            if known.iter().any(|(of, other, name)| *of == kind && *other != id && *name == label) {
                return refuse(&[table, shown_id(id), "label"], "expected a name that nobody and nothing else has");
            }
        }
        self.questions()
    }

    /// Every name by which the packs beneath, and the library, call somebody or something.
    fn names_beneath(&self) -> Vec<(Kind, &str, String)> {
        let declared = self.beneath.iter().flat_map(|pack| named(pack)).map(|(kind, _, id, label)| (kind, id, looks(label)));
        let members = self.beneath.iter().flat_map(|pack| pack.rules::<Own>()).flat_map(|rule| {
            let own = &rule.own;
            own.required.iter().chain(&own.expected).chain(&own.optional).map(|member| (Kind::Somebody, &*member.what, looks(&member.what)))
        });
        let meetings = MeetingType::built_in().map(|meeting| (Kind::Meeting, meeting.id(), looks(meeting.id())));
        declared.chain(members).chain(meetings).collect()
    }

    /// What another fact asks at a path is asked there in the same words: a yes is a yes to both.
    fn questions(&self) -> Checked {
        for (name, fact) in self.pack.words.fact.iter().filter(|(_, fact)| fact.is_yes_or_no() && fact.is_asked()) {
            for beneath in &self.beneath {
                let mut facts = beneath.words.fact.iter().filter(|(_, other)| other.is_yes_or_no() && other.is_asked());
                if facts.any(|(other, known)| {
                    *other != *name && known.path_of(other) == fact.path_of(name) && looks(&known.asks) != looks(&fact.asks)
                }) {
                    let expected = format!("expected the question that is asked at its path in {}", beneath.document().id);
                    return refuse(&["fact", shown(name), "asks"], &expected);
                }
            }
        }
        Ok(())
    }
}

/// Whom and what a pack names, each with its table, its id and its label.
fn named(pack: &Pack) -> impl Iterator<Item = (Kind, &'static str, &str, &str)> {
    let words = &pack.words;
    let concerns = words.concern_type.iter().map(|(id, kind)| (Kind::Concern, "concern_type", &**id, &*kind.label));
    let meetings = words.meeting_type.iter().map(|(id, kind)| (Kind::Meeting, "meeting_type", &**id, &*kind.label));
    let agencies = words.agency.iter().map(|(id, agency)| (Kind::Somebody, "agency", &**id, &*agency.label));
    let roles = words.role.iter().map(|(id, role)| (Kind::Somebody, "role", &**id, &*role.label));
    concerns.chain(meetings).chain(agencies).chain(roles)
}
