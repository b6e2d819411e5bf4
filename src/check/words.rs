//! The words that may stand at a path: a word that nobody lists never becomes a no in silence.

use super::{Audit, Checked, refuse};
use crate::error::shown;
use crate::pack::Pack;
use crate::pack::fact::Fact;
use crate::value::Text;
use crate::value::entries::Entries;
use crate::value::spelling::folded;

impl Audit<'_> {
    pub(super) fn words(&self) -> Checked {
        for (path, words) in self.pack.words.word.iter() {
            if !self.at_path(path).any(|(_, fact)| !fact.is.is_empty()) {
                return refuse(&["word", shown(path)], "expected a path at which a fact of this pack is read from words");
            }
            self.listed_words(path, words)?;
        }
        self.pack.words.fact.iter().filter(|(_, fact)| !fact.is.is_empty()).try_for_each(|(name, fact)| self.read_from_words(name, fact))
    }

    /// The facts of this pack that are asked at a path.
    fn at_path<'a>(&'a self, path: &'a str) -> impl Iterator<Item = (&'a Text, &'a Fact)> {
        let facts = self.pack.words.fact.iter().map(|(name, fact)| (name, &**fact));
        facts.filter(move |(name, fact)| fact.is_asked() && fact.stands_at(path, name))
    }

    fn listed_words(&self, path: &str, words: &Entries<Vec<Text>>) -> Checked {
        let mut seen: Vec<&Text> = Vec::new();
        for (word, also) in words.iter() {
            let refuse_at = |expected: &str| refuse(&["word", shown(path), shown(word)], expected);
            for one in [word].into_iter().chain(also) {
                if one.is_empty() || folded(one) != **one {
                    return refuse_at("expected words in kebab-case, without points or apostrophes");
                }
                if seen.contains(&one) {
                    return refuse_at("expected each word once at a path");
                }
                seen.push(one);
                let elsewhere = self.beneath.iter().filter_map(|pack| heading(pack, path, one));
                if elsewhere.into_iter().any(|heading| heading != word && !also.contains(heading)) {
                    return refuse_at("expected the words together that a pack beneath reads as one");
                }
            }
        }
        Ok(())
    }

    fn read_from_words(&self, name: &Text, fact: &Fact) -> Checked {
        let (path, shown_name) = (fact.path_of(name), shown(name));
        let refuse_at = |field: &str, expected: &str| refuse(&["fact", shown_name, field], expected);
        let listed = self.pack.words.word.get(&path);
        let is_open = self.at_path(&path).any(|(_, other)| other.filled);
        if listed.is_none() && !is_open && self.pack.words_at(&path).next().is_none() {
            return refuse_at("is", "expected all words that may stand at its path, in the table word or in one_of: no other is a no");
        }
        if listed.is_some_and(|words| fact.is.iter().any(|word| words.get(word).is_none())) {
            return refuse_at("is", "expected words that head a list in the table word");
        }
        if fact.yes_or_no && self.at_path(&path).count() > 1 {
            return refuse_at("yes_or_no", "expected a fact that stands alone at its path, so that a yes says which word is meant");
        }
        Ok(())
    }

    /// Does a fact that a pack beneath declares too ask at the same path, and read as a yes whatever that does?
    pub(super) fn reads_alike(&self, name: &Text, fact: &Fact, beneath: &Pack, other: &Fact) -> bool {
        let (words, others) = (self.pack.known_words(name, fact), beneath.known_words(name, other));
        fact.is_asked_as(name, other) && words.keeps_each_yes_of(&others)
    }
}

/// The word under which a pack lists another at a path.
fn heading<'p>(pack: &'p Pack, path: &str, word: &Text) -> Option<&'p Text> {
    let mut listed = pack.words.word.get(path)?.iter();
    listed.find(|(heading, also)| *heading == word || also.contains(word)).map(|(heading, _)| heading)
}
