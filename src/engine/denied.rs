//! What is a yes and said to be a no too: both are told and asked.

use super::case::Case;
use super::decision::{Ask, Reasons};
use super::reach::nobody_while;
use super::stack::tell_contradiction;
use crate::pack::fact::Fact;
use crate::value::distinct;
use crate::value::known::{Known, KnownOfChild};

impl Case<'_> {
    /// Tells it of kinds of concern, and of whether anybody is there yet.
    pub(super) fn tell_denied(&self, reasons: &mut Reasons) {
        self.tell_kinds_denied(reasons);
        for fact in nobody_while(self.stack) {
            // What a kind denies is told with the kind.
            let asks: Vec<Ask> = self.denied(fact).into_iter().filter(|ask| !reasons.ask.contains(ask)).collect();
            if !asks.is_empty() {
                tell_contradiction(&[], asks, reasons);
            }
        }
    }

    /// Where a fact that is a yes of a child, or of the only one, is said to be a no: of that child, or of all.
    pub(super) fn denied(&self, fact: &str) -> Vec<Ask> {
        let nobodys = [KnownOfChild(Known::default())];
        let children = if self.children.is_empty() { &nobodys[..] } else { self.children };
        let of_them = self.each.iter().zip(children).enumerate().filter(|(_, (sets, _))| self.stack.truth(fact, sets).is_yes());
        let parts = self.stack.fact(fact).map_or(&[][..], Fact::parts);
        let denied = of_them.flat_map(|(place, (_, KnownOfChild(child)))| {
            parts.iter().filter_map(move |part| {
                let ask = self.stack.ask(part);
                match ask.path.strip_prefix("child.") {
                    Some(below) if child.denies(&ask.path) => Some(Ask { path: format!("children[{place}].{below}"), ..ask }),
                    _ => self.known.denies(&ask.path).then_some(ask),
                }
            })
        });
        distinct(denied)
    }

    /// What a chosen kind of concern makes true and somebody answered with no, of all or of one child.
    fn tell_kinds_denied(&self, reasons: &mut Reasons) {
        let nobodys = Known::default();
        let children = self.children.iter().enumerate().map(|(place, KnownOfChild(child))| (format!("children[{place}]."), child));
        for (of_child, child) in children.chain(self.children.is_empty().then_some((String::new(), &nobodys))) {
            for (path, kind) in self.known.of_kinds().chain(child.of_kinds()) {
                let asked_at = match path.strip_prefix("child.") {
                    _ if child.denies(path) => format!("{of_child}{}", path.strip_prefix("child.").unwrap_or(path)),
                    _ if self.known.denies(path) => path.to_owned(),
                    _ => continue,
                };
                let question = self.stack.asked_at(path).next().map(|asked| self.stack.question(&asked.name));
                tell_contradiction(&[kind], question.map(|question| Ask::new(asked_at, question)), reasons);
            }
        }
    }
}
