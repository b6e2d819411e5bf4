//! The fields that its rules have of their own.

use serde::{Deserialize, Serialize};

use crate::pack::rule;
use crate::value::Text;
use crate::value::limit::Limit;

/// A step, as a pack writes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Own {
    /// The ladder it belongs to.
    pub ladder: Text,
    /// Which step it is, from 1; several rules may speak of one step.
    pub step: u32,
    /// What is done, by name.
    pub action: Text,
    /// Who is spoken to or told.
    #[serde(default)]
    pub to: Vec<Text>,
    /// Facts that must be on record before it.
    #[serde(default)]
    pub needs: Vec<Text>,
    /// Facts, a yes to any of which leaves nothing to disagree about: then its whole ladder is closed.
    #[serde(default)]
    pub closed_by: Vec<Text>,
    /// Facts, a yes to any of which says that whoever was to take it declined.
    #[serde(default)]
    pub declined_by: Vec<Text>,
    /// How long there is for it, from the step before or from the disagreement.
    pub within: Option<Limit>,
    /// What it is written on or found in.
    pub document: Option<Text>,
    /// Is that document named and not supplied?
    #[serde(default)]
    pub external: bool,
}

impl rule::Own for Own {
    const TABLE: &'static str = "resolve_disagreement";

    fn facts(&self) -> Vec<&str> {
        self.needs.iter().chain(&self.closed_by).chain(&self.declined_by).map(|fact| &**fact).collect()
    }
}
