//! A table that keeps the order it was written in, because a document's order is part of its meaning.

use crate::facts::{Fault, Node, Read, Shape};

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

impl<T: Read + Default> Read for Table<T> {
    fn is_required(&self) -> bool {
        false
    }

    fn read(&mut self, node: &Node) -> Result<(), Fault> {
        let mut entries: Vec<(&'static str, T)> = Vec::new();
        node.each_entry(&mut |name, node| entries.push_mut((name.to_owned().leak(), T::default())).1.read(node))?;
        *self = Table(entries.leak());
        Ok(())
    }

    fn shape() -> Shape {
        Shape::Map(Box::new(T::shape()))
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

impl<T: Read + Default> Read for Ordered<T> {
    fn is_required(&self) -> bool {
        false
    }

    fn read(&mut self, node: &Node) -> Result<(), Fault> {
        node.each_entry(&mut |name, node| self.0.push_mut((name.to_owned(), T::default())).1.read(node))
    }

    fn shape() -> Shape {
        Shape::Map(Box::new(T::shape()))
    }
}
