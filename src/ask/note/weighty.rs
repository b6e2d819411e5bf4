//! What whoever opens a record years later asks first: who was not there, what was refused, late, put off or added by hand.

use super::given::Given;
use crate::ask::plain::{is_empty, without_examples};
use crate::ask::told::Told;
use crate::engine::stack::CONCERNS;
use crate::text::sentences::{DONE_LATE, NOTE_ALSO_THERE, NOTE_ANSWERED_BEFORE, NOTE_LATER, NOTE_MINIMUM_NOT_MET, NOTE_PLANNED_LATER};
use crate::text::words_in;
use crate::value::distinct;
use crate::value::json::Json;
use crate::value::truth::UNKNOWN;

/// How the code of a caution begins that somebody is no child and takes another route; a pack says when.
const ADULT_ROUTE: &str = "adult-route";

/// What became of consent, where it was not simply given.
const NOT_GIVEN: [&str; 5] = ["withdrawn", "refused", "ended", "partly", "not-sought"];

/// A line of the note, and what it is called where there is no room for it.
struct Line {
    name: String,
    text: String,
}

/// As many of the lines as there is room for, the kinds of concern first, and the names of those that stand in the whole note alone.
pub(super) fn lines(told: &Told<'_>, given: &Given<'_>, kinds: Vec<String>, room: usize) -> Vec<String> {
    let weighty = Weighty { told, given };
    let kinds = kinds.into_iter().map(|kinds| weighty.line("concernTypes", kinds));
    let lines: Vec<Line> = kinds.chain(weighty.all()).collect();
    let mut used: usize = lines.iter().map(|line| words_in(&line.name)).sum();
    let (fit, others): (Vec<Line>, Vec<Line>) = lines.into_iter().partition(|line| {
        let with_it = used + words_in(&line.text) - words_in(&line.name);
        let fits = with_it <= room;
        used = if fits { with_it } else { used };
        fits
    });
    // A name may be a sentence with commas of its own.
    let names = distinct(others.iter().map(|line| line.name.as_str())).join("; ");
    let rest = (!others.is_empty()).then(|| told.words.say(&NOTE_ALSO_THERE.with([("names", names.into())])));
    fit.into_iter().map(|line| line.text).chain(rest).collect()
}

struct Weighty<'w> {
    told: &'w Told<'w>,
    given: &'w Given<'w>,
}

impl<'w> Weighty<'w> {
    fn all(&self) -> Vec<Line> {
        let of_meeting = [self.adult(), self.weakened(), self.not_there(), self.consent(), self.other_consents()].into_iter().flatten();
        let of_case =
            [self.before(), self.taken_back(), self.said("lengthening"), self.planned(), self.holidays(), self.said("complexReason")];
        of_meeting.chain(self.excluded()).chain(self.late()).chain(of_case.into_iter().flatten()).collect()
    }

    fn adult(&self) -> Option<Line> {
        let caution = self.told.cautions.iter().find(|caution| caution.code.starts_with(ADULT_ROUTE) && !caution.first)?;
        Some(Line { name: self.told.words.label("ageGroup"), text: self.told.words.shortened(&caution.text) })
    }

    /// Each rule that was weakened here: from what to what, and why.
    fn weakened(&self) -> Option<Line> {
        let told = &self.told.weakened;
        (!told.is_empty()).then(|| self.line("setAside", sentences(told.iter().cloned())))
    }

    /// Who had to be there and was not, and whether the minimum was met without them.
    fn not_there(&self) -> Option<Line> {
        let is_met = self.answered("quorate")?;
        let missing = self.answered("missing").and_then(|missing| self.field("missing", missing));
        let not_met = (*is_met == Json::Bool(false)).then(|| self.told.words.say(&NOTE_MINIMUM_NOT_MET.said()));
        let told: Vec<String> = missing.into_iter().chain(not_met).collect();
        (!told.is_empty()).then(|| self.line("missing", sentences(told)))
    }

    /// That consent was not simply given, and each person who refused or took it back.
    fn consent(&self) -> Option<Line> {
        let standing = self.answered("consent").filter(|node| node.as_text().is_some_and(|standing| NOT_GIVEN.contains(&standing)))?;
        let each = self.given.facts.items_at("consents").iter().filter(|one| is_against(one));
        let persons = each.map(|one| self.told.words.in_one_line(one.entries()));
        Some(self.line("consent", sentences(self.field("consent", standing).into_iter().chain(persons))))
    }

    /// What the others said, where somebody refused or took it back: each stands by themselves.
    fn other_consents(&self) -> Option<Line> {
        let (against, others): (Vec<_>, Vec<_>) = self.given.facts.items_at("consents").iter().partition(|one| is_against(one));
        let told = others.iter().map(|one| self.told.words.in_one_line(one.entries()));
        (!against.is_empty() && !others.is_empty()).then(|| self.line("consents", sentences(told)))
    }

    fn excluded(&self) -> Option<Line> {
        // Of whom it is only not known stands in a caution.
        let settled = self.answered_items("excluded").iter().filter(|person| person.at("settled") != Some(&Json::Bool(false)));
        let names = settled.filter_map(|person| Some(person.at("label")?.as_text()?.into()));
        let names = names.collect::<Vec<_>>();
        (!names.is_empty()).then(|| {
            let names = self.told.words.value("", &Json::List(names.into_iter().map(|name: String| Json::text(name)).collect()));
            self.line("excluded", self.told.words.named(&self.told.words.label("excluded"), &names))
        })
    }

    /// What was done late, and by how much.
    fn late(&self) -> Vec<Line> {
        let late = self.answered_items("deadlines").iter().filter(|duty| duty.at("onTime") == Some(&Json::Bool(false)));
        let told = late.filter_map(|duty| {
            let what = duty.at("what")?.as_text()?;
            let by = ["lateByDays", "lateByMinutes"].into_iter().find_map(|name| self.field(name, duty.at(name)?));
            let done = self.told.words.say(&DONE_LATE.with([("what", what.into())]));
            let name = done.trim_end_matches('.').to_owned();
            let done = (done != self.told.heading).then_some(done);
            Some(Line { name, text: sentences(done.into_iter().chain(by)) })
        });
        told.filter(|line| !line.text.is_empty()).collect()
    }

    /// What was answered before it was asked again.
    fn before(&self) -> Option<Line> {
        let earlier = self.given.facts.at("previousResult")?;
        let told = ["dueBy", "timescale"].into_iter().find_map(|name| Some((name, earlier.at(name).filter(|node| !is_empty(node))?)));
        let told = told.map(|(name, node)| self.given.value("previousResult", name, node));
        let moved = || self.answered_items("moved").first().and_then(|_| self.field("moved", self.answered("moved")?));
        let text = told.map(|told| self.told.words.named(&self.told.words.label("previousResult"), &told)).or_else(moved)?;
        Some(self.line("previousResult", text))
    }

    /// What was a yes in the earlier answer and is a no now.
    fn taken_back(&self) -> Option<Line> {
        let earlier = self.given.facts.at("previousResult.concerns")?.entries().iter();
        let yes = earlier.filter(|(_, was)| *was == Json::Bool(true)).map(|(name, _)| format!("{CONCERNS}{name}"));
        let questions: Vec<String> = yes.filter(|path| self.is_no_now(path)).map(|path| self.question(&path)).collect();
        let told = NOTE_ANSWERED_BEFORE.with([("questions", questions.join(" ").into())]);
        (!questions.is_empty()).then(|| self.line("previousResult", self.told.words.say(&told)))
    }

    fn is_no_now(&self, path: &str) -> bool {
        let said: Vec<&Json<'_>> = self.given.wholes().filter_map(|whole| whole.at(path)).collect();
        let is_open = said.iter().any(|node| **node == Json::Bool(true) || node.as_text() == Some(UNKNOWN) || is_empty(node));
        let attested = self.given.facts.at("othersConsidered") == Some(&Json::Bool(true));
        !is_open && (attested || !said.is_empty()) && !self.given.made().iter().any(|made| made == path)
    }

    fn question(&self, path: &str) -> String {
        without_examples(&self.given.label(path, path.rsplit('.').next().unwrap_or_default()))
    }

    /// When it is planned, of one answer or of each duty; that it is later than the limit is said with it.
    fn planned(&self) -> Option<Line> {
        let of_each = self.answered_items("deadlines").iter().filter_map(|duty| duty.at("planned"));
        let plans: Vec<&Json<'_>> = self.answered("planned").into_iter().chain(of_each).filter(|plan| !is_empty(plan)).collect();
        let later = plans.iter().any(|plan| plan.at("later") == Some(&Json::Bool(true)));
        let said = self.said("planned")?.text;
        let line = self.line("planned", said);
        Some(if later {
            // That it is later is told in any case, whatever there is room for.
            let name = self.told.words.say(&NOTE_PLANNED_LATER.with([("planned", line.name.into())]));
            Line { name, text: sentences([line.text, self.told.words.say(&NOTE_LATER.said())]) }
        } else {
            line
        })
    }

    /// The bank holidays that were added, and the day without them.
    fn holidays(&self) -> Option<Line> {
        let said = self.said("bankHolidays")?.text;
        let first = || self.answered_items("deadlines").iter().find_map(|duty| duty.at("withoutAddedHolidays"));
        let without = self.answered("withoutAddedHolidays").or_else(first).and_then(|day| self.field("withoutAddedHolidays", day));
        Some(self.line("bankHolidays", sentences([said].into_iter().chain(without))))
    }

    /// A fact as it was given.
    fn said(&self, name: &str) -> Option<Line> {
        let node = self.given.facts.at(name).filter(|node| !is_empty(node))?;
        Some(self.line(name, self.told.words.named(&self.told.words.label(name), &self.given.value(name, name, node))))
    }

    fn field(&self, name: &str, node: &Json<'_>) -> Option<String> {
        self.told.words.field(name, node)
    }

    fn answered(&self, name: &str) -> Option<&'w Json<'w>> {
        self.told.decision.at(&format!("answer.{name}")).filter(|node| !is_empty(node))
    }

    fn answered_items(&self, name: &str) -> &'w [Json<'w>] {
        self.answered(name).map_or(&[], Json::items)
    }

    fn line(&self, name: &str, text: String) -> Line {
        Line { name: self.told.words.label(name).trim_end_matches('.').to_owned(), text }
    }
}

/// Did somebody refuse consent, or take it back?
fn is_against(one: &Json<'_>) -> bool {
    let withdrawn = one.at("withdrawn") == Some(&Json::Bool(true)) || one.at("withdrawnAt").is_some_and(|at| !is_empty(at));
    one.at("given") == Some(&Json::Bool(false)) || withdrawn
}

/// Each behind the other, as sentences.
fn sentences(told: impl IntoIterator<Item = String>) -> String {
    told.into_iter().map(|told| format!("{}.", told.trim_end_matches('.'))).collect::<Vec<_>>().join(" ")
}
