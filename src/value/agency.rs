//! Agencies, by the names they are known by. The list is open: a local service is an agency too.

use std::fmt;

use serde::Serialize;
use serde::de::{Deserialize, Deserializer};

use super::read;
use super::spelling::kebab;
use crate::error::Code;

/// An agency or service in kebab-case: `police`, `childrens-social-care`, `health-visitor`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Agency(String);

/// Longer than any agency's name, shorter than a sentence about a child.
const LONGEST: usize = 100;

impl Agency {
    /// Reads a name; other names of children's social care, of a GP and of a health visitor, and the sign in A&E, are folded to one.
    pub fn new(name: &str) -> Option<Self> {
        let agency = Agency::folded(name);
        let id = agency.id();
        let plain = id.chars().all(|c| !c.is_ascii() || c.is_ascii_alphanumeric() || matches!(c, '-' | '&' | ',' | '(' | ')' | '/'));
        (plain && !id.is_empty() && id.len() <= LONGEST).then_some(agency)
    }

    /// A name folded to an id, whatever it holds: packs are checked by whoever writes them.
    pub(crate) fn folded(name: &str) -> Self {
        let id = kebab(&name.replace('.', ""));
        Agency(match id.as_str() {
            "csc" | "la-childrens-social-care" | "families-first" | "social-care" => "childrens-social-care".to_owned(),
            "gp-practice" | "gp-surgery" => "gp".to_owned(),
            "hv" => "health-visitor".to_owned(),
            "a&e" => "accident-and-emergency".to_owned(),
            _ => id,
        })
    }

    /// The name as facts and answers carry it.
    pub fn id(&self) -> &str {
        &self.0
    }

    /// The name in a sentence, where no pack has a better one.
    pub fn spoken(&self) -> String {
        self.0.replace('-', " ")
    }
}

impl fmt::Display for Agency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

pub(crate) const EXPECTED: &str = "the name of an agency or service, such as police, health or school";

impl<'de> Deserialize<'de> for Agency {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read::words(deserializer, Code::BadWord, EXPECTED, Agency::new)
    }
}
