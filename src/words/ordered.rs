//! A table that keeps the order it was written in, because a document's order is part of its meaning.

use crate::embed::Embed;
use crate::facts::{Fault, Node, Read};

/// A table of a pack: names and values in the order it was written.
#[derive(Debug)]
pub struct Table<T: 'static>(pub &'static [(&'static str, T)]);

impl<T> Clone for Table<T> {
    fn clone(&self) -> Self {
        Table(self.0)
    }
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Table(&[])
    }
}

impl<T> Table<T> {
    /// The value that stands under a name.
    pub fn get(&self, name: &str) -> Option<&'static T> {
        self.0.iter().find(|(key, _)| *key == name).map(|(_, value)| value)
    }

    /// Names with their values, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &'static T)> + use<T> {
        self.0.iter().map(|(key, value)| (*key, value))
    }
}

impl<T: Read> Read for Table<T> {
    const REQUIRED: bool = false;

    fn read(node: &Node) -> Result<Self, Fault> {
        let Ordered(entries) = Ordered::read(node)?;
        let entries: Vec<(&str, T)> = entries.into_iter().map(|(name, value)| (&*name.leak(), value)).collect();
        Ok(Table(entries.leak()))
    }
}

impl<T: Embed> Embed for Table<T> {
    fn embed(&self) -> String {
        format!("crate::words::ordered::Table({})", self.0.embed())
    }
}

/// Names and values in the order of the text they were read from.
#[derive(Clone, Debug, PartialEq)]
pub struct Ordered<T>(pub Vec<(String, T)>);

impl<T> Default for Ordered<T> {
    fn default() -> Self {
        Ordered(Vec::new())
    }
}

impl<T> Ordered<T> {
    /// The value that stands under a name.
    pub fn get(&self, name: &str) -> Option<&T> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    /// Names with their values, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        self.0.iter().map(|(key, value)| (key.as_str(), value))
    }
}

impl<T: Read> Read for Ordered<T> {
    const REQUIRED: bool = false;

    fn read(node: &Node) -> Result<Self, Fault> {
        let mut entries: Vec<(String, T)> = Vec::new();
        for (name, value) in node.entries()? {
            if entries.iter().any(|(known, _)| known == name) {
                return Err(Fault::expected("bad-input", "each name once").in_field(name));
            }
            entries.push((name.clone(), T::read(value).map_err(|fault| fault.in_field(name))?));
        }
        Ok(Ordered(entries))
    }
}
