//! Agencies, by the names they are known by. The list is open: a local service is an agency too.

use std::fmt;

use super::kebab;
use crate::answers::{Tell, Told};
use crate::facts::{Fault, Node, Read, Shape};

/// An agency or service in kebab-case: `police`, `childrens-social-care`, `health-visitor`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agency(String);

/// Longer than any agency's name, shorter than a sentence about a child.
const LONGEST: usize = 100;

impl Agency {
    /// Reads a name; other names of children's social care are folded to one.
    pub fn new(name: &str) -> Option<Self> {
        let id = kebab(&name.replace(['\'', '’', '.'], ""));
        let plain = id.chars().all(|c| !c.is_ascii() || c.is_ascii_alphanumeric() || matches!(c, '-' | '&' | ',' | '(' | ')' | '/'));
        if id.is_empty() || id.len() > LONGEST || !plain {
            return None;
        }
        Some(Agency(match id.as_str() {
            "csc" | "la-childrens-social-care" | "families-first" | "social-care" => "childrens-social-care".to_owned(),
            _ => id,
        }))
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

impl Tell for Agency {
    fn tell(&self) -> Told<'_> {
        self.0.tell()
    }

    fn told() -> Shape {
        Shape::Text("the name of an agency or service")
    }
}

const EXPECTED: &str = "the name of an agency or service, such as police, health or school";

impl Read for Agency {
    fn read(&mut self, node: &Node) -> Result<(), Fault> {
        *self = Agency::new(node.text(EXPECTED)?).ok_or_else(|| Fault::expected("bad-word", EXPECTED))?;
        Ok(())
    }

    fn shape() -> Shape {
        Shape::Text(EXPECTED)
    }
}
