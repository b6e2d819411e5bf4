//! What was answered, field by field, whatever the question.

use crate::ask::plain::{before_others, behind, is_alike};
use crate::ask::words::Words;
use crate::value::json::Json;

/// The answer in lines. A rule that the decision cites itself is only named.
pub(super) fn lines(words: &Words<'_>, decision: &Json<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    let answered = Answered { words, decision };
    answered.object(decision.at("answer").unwrap_or(&Json::Null), "", &mut lines);
    lines
}

struct Answered<'a> {
    words: &'a Words<'a>,
    decision: &'a Json<'a>,
}

impl Answered<'_> {
    /// A line for each field; what holds several things has a line for each of them beneath.
    fn object(&self, node: &Json<'_>, indent: &str, lines: &mut Vec<String>) {
        let told = self.words.told_for_people(node.entries());
        let mut alike = String::new();
        for (place, (name, node)) in told.iter().copied().enumerate() {
            if is_alike(&told, place) {
                alike.push_str(&before_others(&self.words.label(name)));
                continue;
            }
            let deeper = format!("{indent}  ");
            match node {
                Json::List(items) if holds_several(node) => {
                    lines.push(format!("{indent}- {}:", self.words.label(name)));
                    self.each_of(items, &deeper, lines);
                }
                Json::Object(_) if holds_several(node) => {
                    lines.push(format!("{indent}- {}:", self.words.label(name)));
                    self.object(node, &deeper, lines);
                }
                _ => lines.extend(self.words.field(name, node).map(|field| format!("{indent}- {}", behind(&alike, field)))),
            }
            alike.clear();
        }
    }

    /// A line for each of several; those of whom the same is told stand in one: `police, health; rule: CD-03a`.
    fn each_of(&self, items: &[Json<'_>], indent: &str, lines: &mut Vec<String>) {
        let mut same = String::new();
        for item in items {
            let (begun, mut told) = (lines.len(), Vec::new());
            self.one_of(item, indent, &mut told);
            let [line] = &*told else {
                lines.append(&mut told);
                same.clear();
                continue;
            };
            match line.split_once("; ") {
                Some((head, rest)) if rest == same && !head.contains(',') && begun > 0 => {
                    let before = lines[begun - 1].trim_end_matches(rest).trim_end_matches("; ").to_owned();
                    lines[begun - 1] = format!("{}{}; {rest}", before_others(&before), head.trim_start_matches([' ', '-']));
                }
                Some((head, rest)) => {
                    same = if head.contains([',', ':']) { String::new() } else { rest.to_owned() };
                    lines.append(&mut told);
                }
                None => {
                    same.clear();
                    lines.append(&mut told);
                }
            }
        }
    }

    /// One of several: what is plain about it on one line, and the rest beneath.
    fn one_of(&self, item: &Json<'_>, indent: &str, lines: &mut Vec<String>) {
        if let Some(cited) = if self.is_cited(item) { self.words.see(item) } else { self.words.cited_in_full(item) } {
            return lines.push(format!("{indent}- {cited}"));
        }
        let rule = ["rule", "id"].iter().find_map(|name| self.cited().find(|rule| rule.at("id") == item.at(name)));
        let stands_there = |name: &str, node: &Json<'_>| {
            let in_the_rule = match name {
                "why" => "sentence",
                "force" | "place" => name,
                _ => return false,
            };
            rule.is_some_and(|rule| rule.at(in_the_rule) == Some(node))
        };
        // What the rule itself says is told where it is cited.
        let told = item.entries().iter().filter(|(name, node)| !stands_there(name, node)).cloned();
        let (several, plain): (Vec<_>, Vec<_>) = told.partition(|(_, node)| holds_several(node));
        let of_which = item.at("path").and_then(Json::as_text).and_then(|path| self.words.meeting_at(path));
        let of_which = of_which.map_or_else(String::new, |meeting| format!("{meeting}: "));
        lines.push(format!("{indent}- {of_which}{}", self.words.in_one_line(&plain)));
        self.object(&Json::Object(several), &format!("{indent}  "), lines);
    }

    /// Is this a rule that the decision cites itself, in the same way?
    fn is_cited(&self, item: &Json<'_>) -> bool {
        self.cited().any(|rule| rule == item)
    }

    fn cited(&self) -> impl Iterator<Item = &Json<'_>> {
        ["because", "alsoApplies", "setAside"].iter().flat_map(|list| self.decision.items_at(list))
    }
}

/// Does it hold several objects, each of which is told on a line of its own?
fn holds_several(node: &Json<'_>) -> bool {
    match node {
        Json::List(items) => items.iter().any(|item| matches!(item, Json::Object(_))),
        Json::Object(entries) => entries.iter().any(|(_, inner)| holds_several(inner)),
        _ => false,
    }
}
