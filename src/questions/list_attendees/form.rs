//! The forms that a meeting may take: those that every document allows.

use super::Meeting;
use super::answer::FormatAnswer;
use super::rule::Own;
use crate::engine::decision::{Cited, says};
use crate::text::sentences::STRICTER_FORM;
use crate::value::Text;
use crate::value::meeting::Format;
use crate::value::truth::Truth;

impl Meeting<'_> {
    /// The forms that every document allows; the one that allows least is named.
    pub(super) fn format(&self) -> Option<FormatAnswer> {
        let speaking = || self.rules.iter().map(|held| held.rule).filter(|rule| !rule.own.format.is_empty());
        let strictest = speaking().min_by_key(|rule| rule.own.format.len())?;
        let is_allowed = |form: &Format| speaking().all(|rule| rule.own.format.contains(form));
        let allowed: Vec<Format> = strictest.own.format.iter().copied().filter(is_allowed).collect();
        let compliant = self.facts.format.map_or(Truth::Unknown, |form| allowed.contains(&form).into());
        Some(FormatAnswer { allowed, compliant, why: says(strictest), rule: Text::clone(&strictest.cite.id) })
    }

    /// The rules that would allow more.
    pub(super) fn looser_formats(&self, strictest: &FormatAnswer) -> Vec<Cited> {
        let reason = || STRICTER_FORM.with([("rule", (&strictest.rule).into())]);
        self.rules
            .iter()
            .filter(|held| allows_more(&held.rule.own, strictest))
            .map(|held| Cited::of(held.pack, held.rule).set_aside_in_part(reason()))
            .collect()
    }
}

/// Would a rule allow more than the strictest?
pub(super) fn allows_more(own: &Own, strictest: &FormatAnswer) -> bool {
    own.format.len() > strictest.allowed.len()
}
