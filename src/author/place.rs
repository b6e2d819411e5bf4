//! Where in its author's text a doubt about a pack stands.
//!
//! A refusal names its place in the object form: `classify_concern[0].hold`, `list_attendees.ID.required.police`,
//! `caution[2].code`, `example[3].answer.dueBy`.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::error::Code;

/// What a refusal means, by which its place is sought.
pub(super) struct Sought<'d> {
    pub code: Code,
    pub path: &'d str,
    pub expected: &'d str,
}

impl Sought<'_> {
    /// The part of the text that is meant.
    pub fn span_in(&self, object: &DeTable<'_>) -> Option<Range<usize>> {
        let refused_fact = self.refused_fact().map(|fact| format!("{}.{fact}", self.path));
        self.in_table(object, refused_fact.as_deref().unwrap_or_else(|| self.path_of_what_is_there())).map(|found| found.span)
    }

    /// Of a field that is missing, what it is missing in.
    fn path_of_what_is_there(&self) -> &str {
        let holder = self.missing().and_then(|field| self.path.strip_suffix(field));
        holder.map_or(self.path, |holder| holder.strip_suffix('.').unwrap_or(holder))
    }

    fn missing(&self) -> Option<&str> {
        self.expected.strip_prefix("expected the field ")
    }

    /// The fact of an example that its question refuses, which is named in what was expected.
    fn refused_fact(&self) -> Option<&str> {
        let (_, refusal) = self.expected.split_once(" refused at ").filter(|_| self.code == Code::BadExample)?;
        refusal.split_once(": ").map(|(fact, _)| fact)
    }

    /// What stands where the path leads, or the last thing on the way.
    fn find(&self, name: &Range<usize>, value: &Spanned<DeValue<'_>>, rest: &str) -> Found {
        let further = match value.get_ref() {
            DeValue::Table(table) => self.in_table(table, rest),
            DeValue::Array(items) => self.in_list(items, rest),
            _ => None,
        };
        let here = if self.code == Code::UnknownField && rest.is_empty() { name.clone() } else { value.span() };
        further
            .filter(|_| !rest.is_empty())
            .unwrap_or(Found { span: here, left: rest.len() + usize::from(self.has_what_is_missing(value)) })
    }

    /// Of entries whose names are not shown, the one that lacks a field is meant, not one that has it.
    fn has_what_is_missing(&self, value: &Spanned<DeValue<'_>>) -> bool {
        self.missing().is_some_and(|field| value.get_ref().as_table().is_some_and(|table| table.contains_key(field)))
    }

    fn in_table(&self, table: &DeTable<'_>, rest: &str) -> Option<Found> {
        let named = table.iter().filter_map(|(key, value)| Some(self.find(&key.span(), value, after_name(rest, key.get_ref())?)));
        let said = || table.iter().find_map(|(_, value)| speaks_of(value, last_name(rest)));
        match nearest(named) {
            Some(found) if found.left == 0 => Some(found),
            found => said().or(found),
        }
    }

    fn in_list(&self, items: &[Spanned<DeValue<'_>>], rest: &str) -> Option<Found> {
        if let Some((index, rest)) = rest.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
            let item = items.get(index.parse::<usize>().ok()?)?;
            return Some(self.find(&item.span(), item, rest.strip_prefix('.').unwrap_or(rest)));
        }
        let rules = items.iter().filter_map(|item| Some(self.find(&item.span(), item, after_name(rest, id_of(item)?)?)));
        nearest(rules).or_else(|| items.iter().find_map(|item| speaks_of(item, rest)))
    }
}

/// A place, and how much of the path does not lead there.
struct Found {
    span: Range<usize>,
    left: usize,
}

/// Of equally near ones the last: where something stands twice, the second is the doubtful one.
fn nearest(found: impl Iterator<Item = Found>) -> Option<Found> {
    found.reduce(|best, other| if other.left <= best.left { other } else { best })
}

/// What of a path follows a name, which answers spell as JavaScript does and refusals may not show at all.
fn after_name<'p>(path: &'p str, name: &str) -> Option<&'p str> {
    let step = path.split(['.', '[']).next().unwrap_or(path);
    let is_camel = name.contains('_') && name.replace('_', "").eq_ignore_ascii_case(step);
    let is_hidden = step == "…" && !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    let rest = if is_camel || is_hidden { &path[step.len()..] } else { path.strip_prefix(name)? };
    if rest.is_empty() || rest.starts_with('[') { Some(rest) } else { rest.strip_prefix('.') }
}

fn last_name(path: &str) -> &str {
    path.rsplit('.').next().unwrap_or(path)
}

fn id_of<'t>(rule: &'t Spanned<DeValue<'_>>) -> Option<&'t str> {
    rule.get_ref().as_table()?.get("id")?.get_ref().as_str()
}

/// A text, alone or in a list, that has a name among its words: `police when involved`.
fn speaks_of(value: &Spanned<DeValue<'_>>, name: &str) -> Option<Found> {
    match value.get_ref() {
        DeValue::String(text) => text.split_ascii_whitespace().any(|word| word == name).then(|| Found { span: value.span(), left: 0 }),
        DeValue::Array(items) => items.iter().find_map(|item| speaks_of(item, name)),
        _ => None,
    }
}

/// A line, and what is meant in it.
pub(super) struct Place<'t> {
    pub number: usize,
    line: &'t str,
    /// What stands before it, and what is meant.
    before: &'t str,
    meant: &'t str,
}

impl<'t> Place<'t> {
    pub fn of(text: &'t str, span: &Range<usize>) -> Self {
        let above = &text[..span.start];
        let start = above.rfind('\n').map_or(0, |end| end + 1);
        let line = text[start..].lines().next().unwrap_or_default();
        let end = span.end.min(start + line.len()).max(span.start);
        Place { number: above.matches('\n').count() + 1, line, before: &text[start..span.start], meant: &text[span.start..end] }
    }

    /// The line, with a mark under what is meant.
    pub fn marked(&self) -> String {
        let margin = " ".repeat(self.number.to_string().len());
        // Tabs stay tabs, so that the mark stands under what it means.
        let indent: String = self.before.chars().map(|c| if c == '\t' { c } else { ' ' }).collect();
        let mark = "^".repeat(self.meant.chars().count().max(1));
        format!(" {} | {}\n {margin} | {indent}{mark}\n", self.number, self.line)
    }
}
