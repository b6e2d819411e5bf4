//! The fields that its rules have of their own.

use serde::{Deserialize, Serialize};

use crate::pack::rule;
use crate::value::Text;
use crate::value::conditional::Conditional;
use crate::value::limit::{Cycle, Limit};
use crate::value::meeting::MeetingType;

/// A rule about a duty, as a pack writes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Own {
    /// The duty's name. Rules of one duty are put together.
    pub duty: Text,
    /// The meetings it belongs to.
    #[serde(default)]
    pub meeting: Vec<MeetingType>,
    /// The time it gives.
    pub within: Option<Limit>,
    /// The shorter time that holds until somebody says no to a fact.
    pub shortest: Option<Limit>,
    /// That fact.
    pub shortest_for: Option<Text>,
    /// The fact that names the moment from which the time counts.
    pub from: Option<Text>,
    /// The fact that names another moment of the same event: once that is known, the time counts from there, and this rule is
    /// set aside.
    pub unless_known: Option<Text>,
    /// Does it stand only once that moment is known, because without it there is nothing that could fall due?
    #[serde(default)]
    pub once_begun: bool,
    /// The fact that names a later moment of what it limits: nothing is owed by it before that is known.
    pub once_known: Option<Text>,
    /// Facts that name moments it is never due after.
    #[serde(default)]
    pub never_after: Vec<Text>,
    /// How often it returns.
    pub every: Option<Cycle>,
    /// Does the document prefer the start of the week?
    #[serde(default)]
    pub start_of_week: bool,
    /// The fact that names when an agency was asked, where each that was owes it by itself.
    pub asked_at: Option<Text>,
    /// Those of them that the document has asked in any case: where agencies are told one by one, each of these stands there too.
    #[serde(default)]
    pub agencies: Vec<Text>,
    /// Roles that owe it.
    #[serde(default)]
    pub by: Vec<Text>,
    /// To whom.
    #[serde(default)]
    pub to: Vec<Conditional>,
    /// Who is not to get it.
    #[serde(default)]
    pub not_to: Vec<Conditional>,
    /// Who is not to get it once that is recorded, each with `when FACT`: silence records nothing, and somebody's "unknown" keeps it
    /// from them and is asked.
    #[serde(default)]
    pub kept_from: Vec<Conditional>,
    /// The channels it may go through.
    #[serde(default)]
    pub channel: Vec<Text>,
    /// What is sent or written.
    pub document: Option<Text>,
    /// Is that document named and not supplied?
    #[serde(default)]
    pub external: bool,
    /// How sure the source of an outside rule is.
    pub confidence: Option<Confidence>,
}

impl rule::Own for Own {
    const TABLE: &'static str = "list_deadlines";

    fn time(&self) -> Option<String> {
        self.within.filter(|within| *within != Limit::AsSoonAsPracticable).map(|within| format!("{within}."))
    }

    fn meetings(&self) -> &[MeetingType] {
        &self.meeting
    }

    fn facts(&self) -> Vec<&str> {
        let people = self.to.iter().chain(&self.not_to).chain(&self.kept_from).filter_map(Conditional::fact);
        let moments = self.from.iter().chain(&self.unless_known).chain(&self.once_known).chain(&self.never_after);
        self.shortest_for.as_deref().into_iter().chain(people).chain(moments.map(|fact| &**fact)).collect()
    }

    fn reaches(&self) -> Vec<&str> {
        self.to.iter().map(|member| &*member.what).collect()
    }
}

/// How sure a rule of the national layer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// Stated in a page that was seen.
    High,
    /// Well established, the page not seen word for word.
    Medium,
}
