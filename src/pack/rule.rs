//! A rule: what every rule bears, and the fields of its own table.

use std::any::Any;

use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::error::{Code, Error};
use crate::value::given::Why;
use crate::value::json::Json;
use crate::value::meeting::MeetingType;
use crate::value::{Text, date, names, read};

/// How strongly the document itself puts a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Force {
    /// must, shall, required, or a flat statement.
    Must,
    /// should, expected, recommended.
    Should,
    /// may, can, could, suggested.
    May,
}

/// What every rule of a pack bears: where it stands, and when it holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Cite {
    /// The rule's id, as everywhere: pack, test, answer, page.
    pub id: Text,
    /// Facts that must all be a yes; none for a rule that always holds.
    #[serde(default)]
    pub when: Vec<Text>,
    /// Facts, any of which keeps the rule from being used.
    #[serde(default)]
    pub unless: Vec<Text>,
    /// The first day on which it holds, where the document says.
    #[serde(default, deserialize_with = "date::read_if_given")]
    pub since: Option<NaiveDate>,
    /// The last day on which it holds, where the document says.
    #[serde(default, deserialize_with = "date::read_if_given")]
    pub until: Option<NaiveDate>,
    /// Rules of documents beneath that it replaces, by id.
    #[serde(default)]
    pub instead_of: Vec<Text>,
    /// Why it may be weaker than what it replaces.
    pub weaker_because: Option<Why>,
    /// How strongly the document puts it.
    pub force: Force,
    /// What it asks, in our own plain English.
    pub says: Text,
    /// Its place in the document.
    pub at: Text,
    /// The document's operative words, at most twelve.
    pub words: Text,
    /// How we read it, where the document leaves that open.
    pub reading: Option<Text>,
    /// The numbers under which the questions that it leaves open were decided. They are ours, and nothing prints them.
    #[serde(default)]
    #[allow(dead_code, reason = "read by those who trace rules: no answer holds them")]
    pub ambiguities: Vec<Text>,
}

impl Cite {
    /// Every fact on which it hangs.
    pub(crate) fn conditions(&self) -> impl Iterator<Item = &Text> {
        self.when.iter().chain(&self.unless)
    }

    /// Do two rules say when they hold, and how strongly they are put, in the same way? Their wording may differ.
    fn same_effect(&self, other: &Cite) -> bool {
        let Cite {
            id,
            when,
            unless,
            since,
            until,
            instead_of,
            weaker_because,
            force,
            says: _,
            at: _,
            words: _,
            reading: _,
            ambiguities: _,
        } = self;
        (id, when, unless, since, until, instead_of, weaker_because, force)
            == (&other.id, &other.when, &other.unless, &other.since, &other.until, &other.instead_of, &other.weaker_because, &other.force)
    }
}

/// The fields that the rules of one table have of their own.
pub(crate) trait Own: Serialize + DeserializeOwned + PartialEq + Send + Sync + 'static {
    /// The table of a pack in which they stand.
    const TABLE: &'static str;

    /// The meetings it speaks of; none where it speaks of all.
    fn meetings(&self) -> &[MeetingType] {
        &[]
    }

    /// The facts it uses, beside the conditions that every rule may have.
    fn facts(&self) -> Vec<&str> {
        Vec::new()
    }

    /// Those whom it invites, tells or sends something to.
    fn reaches(&self) -> Vec<&str> {
        Vec::new()
    }

    /// The time that it gives, in words: none where it gives no number.
    fn time(&self) -> Option<String> {
        None
    }

    /// The id of what it names, and the name.
    fn own_name(&self) -> Option<(&Text, &Text)> {
        None
    }

    /// Does it answer as another does, however it is worded?
    fn same_effect(&self, other: &Self) -> bool {
        self == other
    }
}

/// A rule of one table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rule<T> {
    /// The room of its sentence: the pack and the table. It is known from where the rule stands.
    #[serde(skip)]
    pub(super) room: Text,
    /// What every rule bears.
    pub cite: Cite,
    /// What the rules of its table have of their own.
    pub own: T,
}

impl<T: DeserializeOwned> Rule<T> {
    /// Reads a rule. Both parts stand side by side in one object, and each takes the fields that it names.
    pub(super) fn read(rule: &Json<'_>, room: &Text) -> Result<Self, Error> {
        let Json::Object(entries) = rule else { return Err(Error::expected(Code::BadInput, "an object")) };
        let (cite, own) = (names::fields_of::<Cite>(), names::fields_of::<T>());
        if let Some((unknown, _)) = entries.iter().find(|(name, _)| !cite.contains(&&**name) && !own.contains(&&**name)) {
            let known = [cite, own].concat().join(", ");
            return Err(Error::expected(Code::UnknownField, format_args!("one of {known}")).in_field(unknown));
        }
        Ok(Rule { room: Text::clone(room), cite: read::part(rule)?, own: read::part(rule)? })
    }
}

/// A rule of whatever table.
pub(crate) trait AnyRule: Send + Sync {
    /// The table in which it stands.
    fn table(&self) -> &'static str;
    /// The room of its sentence, which begins with its pack: `county-durham.list_attendees`.
    fn room(&self) -> &Text;
    /// What every rule bears.
    fn cite(&self) -> &Cite;
    /// The meetings it speaks of; none where it speaks of all.
    fn meetings(&self) -> &[MeetingType];
    /// Every fact it uses.
    fn facts(&self) -> Vec<&str>;
    /// Those whom it invites, tells or sends something to.
    fn reaches(&self) -> Vec<&str>;
    /// The time that it gives, in words.
    fn time(&self) -> Option<String>;
    /// The id of what it names, and the name.
    fn own_name(&self) -> Option<(&Text, &Text)>;
    /// Does it answer as another rule does, however it is worded?
    fn same_effect(&self, other: &dyn AnyRule) -> bool;
    /// Is it the same, wording and all?
    fn is_same(&self, other: &dyn AnyRule) -> bool;
    /// Itself, for the table that knows its type.
    fn as_any(&self) -> &dyn Any;
}

impl<T: Own> AnyRule for Rule<T> {
    fn table(&self) -> &'static str {
        T::TABLE
    }

    fn room(&self) -> &Text {
        &self.room
    }

    fn cite(&self) -> &Cite {
        &self.cite
    }

    fn meetings(&self) -> &[MeetingType] {
        self.own.meetings()
    }

    fn facts(&self) -> Vec<&str> {
        self.cite.conditions().map(|fact| &**fact).chain(self.own.facts()).collect()
    }

    fn reaches(&self) -> Vec<&str> {
        self.own.reaches()
    }

    fn time(&self) -> Option<String> {
        self.own.time()
    }

    fn own_name(&self) -> Option<(&Text, &Text)> {
        self.own.own_name()
    }

    fn same_effect(&self, other: &dyn AnyRule) -> bool {
        let other = other.as_any().downcast_ref::<Rule<T>>();
        other.is_some_and(|other| self.cite.same_effect(&other.cite) && self.own.same_effect(&other.own))
    }

    fn is_same(&self, other: &dyn AnyRule) -> bool {
        other.as_any().downcast_ref::<Rule<T>>().is_some_and(|other| self.cite == other.cite && self.own == other.own)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}
