//! What an answer rests on: the rule, how strongly it is put, where it stands, and its operative words.

use chrono::NaiveDate;

use super::answer::Answer;
use super::list::words;

words! {
    /// How strongly the document itself puts a rule.
    Force {
        /// must, shall, required, or a flat statement.
        Must = "must",
        /// should, expected, recommended.
        Should = "should",
        /// may, can, could, suggested.
        May = "may",
    }
}

/// What every rule of a pack bears beside its own fields.
pub trait Cites {
    /// The table of a pack that it stands in.
    fn table(&self) -> &'static str;
    /// The rule's id.
    fn id(&self) -> &'static str;
    /// What it asks, in plain English.
    fn says(&self) -> &'static str;
    /// How strongly the document puts it.
    fn force(&self) -> Force;
    /// Where it stands.
    fn at(&self) -> &'static str;
    /// The document's operative words.
    fn words(&self) -> &'static str;
    /// How it was read, where that needed a reading.
    fn reading(&self) -> Option<&'static str>;
    /// Facts that must all be a yes.
    fn when(&self) -> &'static [&'static str];
    /// Facts, any of which keeps the rule from being used.
    fn unless(&self) -> &'static [&'static str];
    /// The first day on which it holds.
    fn since(&self) -> Option<NaiveDate>;
    /// The last day on which it holds.
    fn until(&self) -> Option<NaiveDate>;
    /// Rules of documents beneath that it replaces.
    fn instead_of(&self) -> &'static [&'static str];
    /// Why it may be weaker than what it replaces.
    fn weaker_because(&self) -> Option<&'static str>;
}

/// Does a rule hold, by what is known: all that it needs, and nothing that keeps it away?
pub fn holds(rule: &dyn Cites, known: &dyn Fn(&str) -> Answer) -> Answer {
    let kept_away = rule.unless().iter().fold(Answer::No, |so_far, fact| so_far.or(known(fact)));
    Answer::all(rule.when().iter().map(|fact| known(fact))).and(kept_away.not())
}

/// Declares a rule's table: its own fields, and those that every rule bears.
macro_rules! cited_rule {
    ($table:literal, $(#[$doc:meta])* pub struct $name:ident { $($(#[doc = $about:literal])* pub $field:ident: $kind:ty,)* }) => {
        $crate::facts::table! {
            $(#[$doc])*
            #[derive(Clone, Debug, Default)]
            pub struct $name {
                /// The rule's id, as everywhere: pack, test, answer, page.
                pub id: &'static str,
                /// Facts that must all be a yes; none for a rule that always holds.
                pub when: &'static [&'static str],
                /// Facts, any of which keeps the rule from being used.
                pub unless: &'static [&'static str],
                $($(#[doc = $about])* pub $field: $kind,)*
                /// The first day on which it holds, where the document says.
                pub since: Option<chrono::NaiveDate>,
                /// The last day on which it holds, where the document says.
                pub until: Option<chrono::NaiveDate>,
                /// Rules of documents beneath that it replaces, by id.
                pub instead_of: &'static [&'static str],
                /// Why it may be weaker than what it replaces.
                pub weaker_because: Option<&'static str>,
                /// How strongly the document puts it.
                pub force: $crate::words::citation::Force,
                /// What it asks, in our own plain English.
                pub says: &'static str,
                /// Its place in the document.
                pub at: &'static str,
                /// The document's operative words, at most twelve.
                pub words: &'static str,
                /// How we read it, where the document leaves that open.
                pub reading: Option<&'static str>,
            }
        }

        impl $crate::words::citation::Cites for $name {
            fn table(&self) -> &'static str { $table }
            fn id(&self) -> &'static str { self.id }
            fn says(&self) -> &'static str { self.says }
            fn force(&self) -> $crate::words::citation::Force { self.force }
            fn at(&self) -> &'static str { self.at }
            fn words(&self) -> &'static str { self.words }
            fn reading(&self) -> Option<&'static str> { self.reading }
            fn when(&self) -> &'static [&'static str] { self.when }
            fn unless(&self) -> &'static [&'static str] { self.unless }
            fn since(&self) -> Option<chrono::NaiveDate> { self.since }
            fn until(&self) -> Option<chrono::NaiveDate> { self.until }
            fn instead_of(&self) -> &'static [&'static str] { self.instead_of }
            fn weaker_because(&self) -> Option<&'static str> { self.weaker_because }
        }
    };
}
pub(crate) use cited_rule;
