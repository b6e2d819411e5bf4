//! What stands in a list twice.

use super::decision::{Ask, Reasons};
use super::stack::tell_contradiction;
use crate::text::Sentence;

/// Tells and asks what stands in a list twice under one name. What has no name is told apart by its place.
pub(crate) fn tell_twice(
    names: impl Iterator<Item = impl AsRef<str>>,
    list: &str,
    field: &str,
    question: &'static Sentence,
    reasons: &mut Reasons,
) {
    let mut seen: Vec<(usize, String)> = Vec::new();
    for (place, name) in names.enumerate() {
        let name = name.as_ref().trim().to_lowercase();
        match seen.iter().find(|(_, known)| *known == name) {
            Some((first, _)) => {
                let numbers = [("first", (first + 1).into()), ("second", (place + 1).into())];
                tell_contradiction(&[], [Ask::new(format!("{list}[{place}].{field}"), question.with(numbers))], reasons);
            }
            None if name.is_empty() => {}
            None => seen.push((place, name)),
        }
    }
}
