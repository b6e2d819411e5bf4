//! Words of a pack, one beside the other, that are looked up one by one: `monitor support liaise`.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize, Serializer};

use super::Text;

/// Words, apart by white space.
#[derive(Clone, Debug, Deserialize)]
#[serde(from = "Text")]
pub struct WordList {
    written: Text,
    /// Taken apart when a word is first looked up: most stacks never ask.
    words: OnceLock<BTreeSet<Box<str>>>,
}

impl WordList {
    /// Is this word among them?
    pub(crate) fn has(&self, word: &str) -> bool {
        let apart = || {
            let mut words = BTreeSet::new();
            words.extend(self.written.split_ascii_whitespace().map(Box::from));
            words
        };
        self.words.get_or_init(apart).contains(word)
    }

    /// Is the word, or what it is a form of, among them? `visited` is a form of `visit`, `fitting` of `fit`, `families` of `family`.
    pub(crate) fn has_form(&self, word: &str) -> bool {
        self.has(word) || stems(word).iter().any(|stem| self.has(stem))
    }

    /// Is the word, or what it is a form of, among them, or does it begin with one that is written as a beginning: `injur-`?
    pub(crate) fn has_form_or_begins(&self, word: &str) -> bool {
        let mut beginnings = self.written.split_ascii_whitespace().filter_map(|begin| begin.strip_suffix('-'));
        self.has_form(word) || beginnings.any(|begin| word.starts_with(begin))
    }

    /// Does a longer word end in one of them?
    pub(crate) fn is_end_of(&self, word: &str) -> bool {
        self.written.split_ascii_whitespace().any(|end| word.len() > end.len() + 1 && word.ends_with(end))
    }
}

impl From<Text> for WordList {
    fn from(written: Text) -> Self {
        WordList { written, words: OnceLock::new() }
    }
}

impl Default for WordList {
    fn default() -> Self {
        WordList::from(Text::from(""))
    }
}

impl Serialize for WordList {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.written.serialize(serializer)
    }
}

impl PartialEq for WordList {
    fn eq(&self, other: &Self) -> bool {
        self.written == other.written
    }
}

/// Is a word one of a few, which stand apart by a space?
pub(crate) fn is_one_of(word: &str, few: &str) -> bool {
    few.split(' ').any(|one| one == word)
}

/// What a word may be a form of.
fn stems(word: &str) -> Vec<String> {
    let mut stems = Vec::new();
    for ending in ["s", "es", "d", "ed", "ing", "ly"] {
        let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() > 1 && (ending != "d" || stem.ends_with('e'))) else {
            continue;
        };
        stems.push(stem.to_owned());
        if matches!(ending, "ed" | "ing") {
            stems.push(format!("{stem}e"));
            let last = stem.len() - 1;
            if stem.is_char_boundary(last) && stem[..last].ends_with(&stem[last..]) {
                stems.push(stem[..last].to_owned());
            }
        }
    }
    let y = ["ies", "ied"].iter().find_map(|ending| word.strip_suffix(ending));
    stems.extend(y.map(|stem| format!("{stem}y")));
    stems
}

#[cfg(test)]
mod tests {
    use super::WordList;
    use crate::value::Text;

    #[test]
    fn a_word_is_found_whole() {
        let words = WordList::from(Text::from("monitor support\n  liaise\n"));
        assert!(words.has("support") && words.has("liaise"));
        assert!(!words.has("port") && !words.has("") && !words.has("monitor support"));
    }

    #[test]
    fn a_word_is_found_in_its_forms() {
        let list = WordList::from(Text::from("visit fit family arrange carry"));
        for word in ["visit", "visits", "visited", "visiting", "fitted", "fitting", "families", "arranged", "arranging", "carried"] {
            assert!(list.has_form(word), "{word}");
        }
        for word in ["is", "s", "ing", "visitor", "éed", "fate"] {
            assert!(!list.has_form(word), "{word}");
        }
    }

    #[test]
    fn a_word_is_found_by_its_beginning_where_the_list_gives_one() {
        let list = WordList::from(Text::from("injur- fled"));
        for word in ["injury", "injured", "injur", "fled"] {
            assert!(list.has_form_or_begins(word), "{word}");
        }
        for word in ["inj", "fledgling", "uninjured", "-", ""] {
            assert!(!list.has_form_or_begins(word), "{word}");
        }
    }
}
