//! What in the records is to be looked at before anybody relies on the figures.

use std::collections::BTreeMap;

use super::answer::Doubt;
use crate::text::Sentence;

/// The doubts about the records, in the order of the records: the first of them, and how many more there are.
pub(super) struct Doubts {
    most: usize,
    next: u32,
    listed: BTreeMap<u32, Doubt>,
    left_out: u32,
}

/// A place in the order of the doubts, kept for one that may yet come.
#[derive(Clone, Copy)]
pub(super) struct Place(u32);

impl Doubts {
    /// So many of them at most are listed.
    pub(super) fn at_most(most: usize) -> Self {
        Doubts { most, next: 0, listed: BTreeMap::new(), left_out: 0 }
    }

    pub(super) fn add(&mut self, sentence: &'static Sentence, path: String) {
        let place = self.keep_a_place();
        self.add_at(place, sentence, path);
    }

    pub(super) fn add_pair(&mut self, sentence: &'static Sentence, path: String, other: String) {
        let place = self.keep_a_place();
        self.list(place, Doubt { code: sentence.code.into(), path, other: Some(other), text: sentence.said() });
    }

    /// A place for a doubt that only a later record can raise.
    pub(super) fn keep_a_place(&mut self) -> Place {
        self.next += 1;
        Place(self.next)
    }

    pub(super) fn add_at(&mut self, place: Place, sentence: &'static Sentence, path: String) {
        self.list(place, Doubt { code: sentence.code.into(), path, other: None, text: sentence.said() });
    }

    fn list(&mut self, Place(place): Place, doubt: Doubt) {
        self.listed.insert(place, doubt);
        if self.listed.len() > self.most {
            self.listed.pop_last();
            self.left_out += 1;
        }
    }

    /// Those that are listed, and how many more there are.
    pub(super) fn into_list(self) -> (Vec<Doubt>, u32) {
        (self.listed.into_values().collect(), self.left_out)
    }
}
