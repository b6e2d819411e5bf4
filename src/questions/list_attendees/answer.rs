//! The answer.

use serde::Serialize;

use super::rule::Part;
use crate::engine::question::Answer;
use crate::pack::rule::Force;
use crate::text::Said;
use crate::text::catalogue::Catalogue;
use crate::value::agency::Agency;
use crate::value::meeting::Format;
use crate::value::order::in_order_of;
use crate::value::truth::{Truth, established, perhaps_established, quorate};
use crate::value::{Text, is_false};

/// Who attends, who chairs, and whether the minimum is met.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ListAttendeesAnswer"))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct WhoAttends {
    /// The answer in one sentence.
    pub heading: Said,
    /// Who must be there.
    pub required: Vec<Attendee>,
    /// Who is expected.
    pub expected: Vec<Attendee>,
    /// Who may be there.
    pub optional: Vec<Attendee>,
    /// Who is not to be there.
    pub excluded: Vec<Attendee>,
    /// Does a document say that its list is open?
    pub open_list: bool,
    /// Who chairs, where a document says.
    pub chair: Option<Role>,
    /// Who administers, where a document says.
    pub administrator: Option<Role>,
    /// Who co-ordinates, where a document says.
    pub coordinator: Option<Role>,
    /// Is the co-ordinator given one of these? None where none was given or the documents do not say.
    #[serde(serialize_with = "perhaps_established::serialize")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "perhaps_established::schema"))]
    pub coordinator_valid: Option<Truth>,
    /// Who is lead professional for now, where a document says.
    pub lead_professional: Option<Role>,
    /// The forms that are allowed, where a document says.
    pub format: Option<FormatAnswer>,
    /// Is the minimum met? None without `attendance`.
    #[serde(serialize_with = "quorate::serialize")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "quorate::schema"))]
    pub quorate: Option<Truth>,
    /// Is everybody there who must be? None without `attendance`.
    #[serde(serialize_with = "perhaps_established::serialize")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "perhaps_established::schema"))]
    pub all_required_present: Option<Truth>,
    /// Who must be there and is not. Empty without `attendance`.
    pub missing: Vec<Agency>,
    /// Does the chair hold one of the roles? None where the documents do not say.
    #[serde(serialize_with = "perhaps_established::serialize")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "perhaps_established::schema"))]
    pub chair_valid: Option<Truth>,
    /// The agencies that make a record of their own, where the form of the discussion asks for it.
    pub record_required_from: Vec<Agency>,
}

/// Somebody in a list, and why.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Attendee {
    /// The agency.
    pub agency: Agency,
    /// Its name in a sentence.
    pub label: Said,
    /// Why they stand in this list.
    pub why: Said,
    /// How strongly the document puts it.
    pub force: Force,
    /// The rule's id.
    pub rule: Text,
    /// False where the entry rests on something not known: it stands in the list until that is settled.
    pub settled: bool,
    /// Are they not to be invited before somebody has answered no to a risk? Whoever is named in `family` is not listed as
    /// invited before that.
    #[serde(skip_serializing_if = "is_false")]
    pub not_yet_invited: bool,
    /// Are they kept from every part of the meeting by a recorded risk?
    #[serde(skip_serializing_if = "is_false")]
    pub kept_away: bool,
    /// The part of the meeting for which they come, where it has two.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<Part>,
}

/// A role, and the rule that gives it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Role {
    /// The roles, one of which will do.
    pub roles: Vec<Text>,
    /// Their names in a sentence.
    pub labels: Vec<String>,
    /// Why these.
    pub why: Said,
    /// How strongly the document puts it.
    pub force: Force,
    /// The rule's id.
    pub rule: Text,
}

/// The forms that a meeting may take.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct FormatAnswer {
    /// Those that every document allows.
    pub allowed: Vec<Format>,
    /// Is the form given one of them?
    #[serde(serialize_with = "established::serialize")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "established::schema"))]
    pub compliant: Truth,
    /// Why these.
    pub why: Said,
    /// The rule's id.
    pub rule: Text,
}

impl WhoAttends {
    /// The lists of people, by name, the strongest first.
    fn lists(&self) -> [(&'static str, &[Attendee]); 4] {
        [("required", &self.required), ("expected", &self.expected), ("optional", &self.optional), ("excluded", &self.excluded)]
    }
}

impl Answer for WhoAttends {
    fn heading(&self) -> &Said {
        &self.heading
    }

    fn gist(&self) -> Vec<String> {
        let of_list = |(list, people): (&str, &[Attendee])| {
            let names = people.iter().map(Attendee::by_name).collect();
            format!("{list}: {}", in_order_of(names, String::clone).join(", "))
        };
        let roles = self.chair.as_ref().map_or_else(String::new, |chair| chair.roles.join(", "));
        let is_met = told(self.quorate, "not_established");
        let chairs = told(self.chair_valid, "not-established");
        self.lists().into_iter().map(of_list).chain([is_met, chairs, roles]).collect()
    }

    fn gist_in_words(&self, catalogue: &Catalogue) -> Vec<String> {
        let of_list = |(list, people): (&'static str, &[Attendee])| -> Vec<String> {
            people.iter().map(|person| format!("{}: {list}", person.label.in_words_of(catalogue))).collect()
        };
        let chairs = self.chair.iter().map(|chair| chair.why.in_words_of(catalogue));
        self.lists().into_iter().flat_map(of_list).chain(chairs).collect()
    }
}

impl Attendee {
    /// The agency, and the part for which it comes.
    fn by_name(&self) -> String {
        let part = match self.part {
            Some(Part::One) => "part-one",
            Some(Part::Two) => "part-two",
            None => "",
        };
        format!("{} {part}", self.agency)
    }
}

fn told(truth: Option<Truth>, open: &str) -> String {
    match truth {
        Some(Truth::Yes) => "true".to_owned(),
        Some(Truth::No) => "false".to_owned(),
        Some(Truth::Unknown) => open.to_owned(),
        None => String::new(),
    }
}
