//! What in the records is to be looked at before anybody relies on the figures.

use super::answer::Doubt;
use crate::text::Sentence;

/// The doubts about the records, in the order of the records.
#[derive(Default)]
pub(super) struct Doubts(Vec<Doubt>);

impl Doubts {
    pub(super) fn add(&mut self, sentence: &'static Sentence, path: String) {
        self.0.push(Doubt { code: sentence.code.into(), path, other: None, text: sentence.said() });
    }

    pub(super) fn add_pair(&mut self, sentence: &'static Sentence, path: String, other: String) {
        self.0.push(Doubt { code: sentence.code.into(), path, other: Some(other), text: sentence.said() });
    }

    pub(super) fn into_list(self) -> Vec<Doubt> {
        self.0
    }
}
