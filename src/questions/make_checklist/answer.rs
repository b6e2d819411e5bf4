//! The answer.

use serde::Serialize;

use super::rule::Phase;
use crate::engine::decision::Ask;
use crate::engine::question::Answer;
use crate::pack::rule::Force;
use crate::text::Said;
use crate::text::catalogue::Catalogue;
use crate::value::spelling::word;
use crate::value::truth::{Truth, established};
use crate::value::{Text, is_false};

/// The items, and which of them are still to do.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "MakeChecklistAnswer"))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Checklist {
    /// The answer in one sentence.
    pub heading: Said,
    /// The items, in the document's order.
    pub items: Vec<Item>,
    /// Names of the items that are asked for and not met.
    pub missing: Vec<Text>,
    /// Is everything met that is asked for? Not established while something is not known.
    #[serde(serialize_with = "established::serialize")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "established::schema"))]
    pub complete: Truth,
    /// How long it is likely to take, in minutes. None where no document says, or `childrenDiscussed` was not given.
    pub length: Option<Length>,
    /// Where the written list goes, where a document says.
    pub distribution: Vec<Recipient>,
    /// The lists there are for this meeting.
    pub lists: Vec<Text>,
}

/// An item of a checklist.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ChecklistItem"))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Item {
    /// The item's name.
    pub item: Text,
    /// The rule's id.
    pub id: Text,
    /// What it asks.
    pub text: Said,
    /// How strongly the document puts it.
    pub force: Force,
    /// The place in the document.
    pub place: Text,
    /// The part of the work it belongs to.
    pub phase: Phase,
    /// Ids of the roles whose task it is; empty where it is everybody's.
    pub by: Vec<Text>,
    /// Their names in a sentence, in the same order.
    pub by_labels: Vec<String>,
    /// Is it met?
    pub met: Truth,
    /// What it is written on or found in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<Text>,
    /// Is that document named and not supplied?
    #[serde(skip_serializing_if = "is_false")]
    pub external: bool,
    /// Would it warn somebody of whom a risk is recorded? It is not done until somebody with authority says so.
    #[serde(skip_serializing_if = "is_false")]
    pub held_back: bool,
    /// Is it a principle, which is never ticked off?
    #[serde(skip_serializing_if = "is_false")]
    pub principle: bool,
    /// Does it stand here only because something is not known?
    #[serde(skip_serializing_if = "is_false")]
    pub provisional: bool,
}

/// How long it is likely to take.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Length {
    /// The fewest minutes.
    pub from_minutes: u32,
    /// The most.
    pub to_minutes: u32,
}

/// Who gets what was written.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Recipient {
    /// Who.
    pub id: Text,
    /// Their name in a sentence.
    pub label: String,
    /// Are they kept from getting it here?
    #[serde(skip_serializing_if = "is_false")]
    pub withheld: bool,
    /// The rule's id.
    pub rule: Text,
}

impl Answer for Checklist {
    fn heading(&self) -> &Said {
        &self.heading
    }

    fn gist(&self) -> Vec<String> {
        let items = self.items.iter().map(|item| format!("{} {}", item.item, word(item.force)));
        items.chain([established::word(self.complete).to_owned()]).collect()
    }

    fn gist_in_words(&self, catalogue: &Catalogue) -> Vec<String> {
        self.items.iter().map(|item| format!("{}: {}", item.text.in_words_of(catalogue), word(item.force))).collect()
    }

    /// The items that nobody has ticked.
    fn to_record(&self) -> Vec<Ask> {
        let open = self.items.iter().filter(|item| item.met.is_unknown() && !item.principle);
        open.map(|item| Ask::new(format!("done.{}", item.item), item.text.clone())).collect()
    }
}

impl Item {
    /// Does the document ask for it, and not merely allow it or have it borne in mind?
    pub(super) fn is_asked_for(&self) -> bool {
        self.force != Force::May && !self.principle && !self.held_back
    }
}
