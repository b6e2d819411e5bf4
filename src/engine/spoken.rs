//! The sentences and names that a rulebook says, and a portal's own in their place.

use std::sync::Arc;

use super::rulebook::Rulebook;
use crate::error::Error;
use crate::pack::Pack;
use crate::pack::names::name_of;
use crate::text::Sentence;
use crate::text::catalogue::Catalogue;
use crate::text::labels::{LABELS, WORDS};
use crate::text::sentences;
use crate::value::{Text, distinct, read};

impl Rulebook {
    /// The same rulebook with a portal's own sentences and names in place of all that it had before: a JSON object of them by
    /// name, such as `{"how_soon.HOLD": "Cynhaliwch y cyfarfod strategaeth {by}."}`. [`Rulebook::sentences`] lists the names.
    ///
    /// # Errors
    /// An [`Error`] where no sentence has a name, or one has a place that is not filled.
    pub fn with_messages(&self, json: &str) -> Result<Rulebook, Error> {
        let catalogue: Catalogue = read::text(json)?;
        catalogue.check(&self.sentences())?;
        Ok(self.saying(catalogue))
    }

    /// The same rulebook in our own words.
    pub(crate) fn in_our_words(&self) -> Rulebook {
        self.saying(Catalogue::default())
    }

    /// Every sentence that an answer may say and every name that it may give, by name: ours, and those of the packs.
    #[must_use]
    pub fn sentences(&self) -> Vec<(String, Text)> {
        let ours = sentences::ALL.iter().copied().chain(LABELS).chain(WORDS);
        let ours = ours.map(|sentence: &Sentence| (format!("{}.{}", sentence.room, sentence.name), Text::from(sentence.words)));
        distinct(ours.chain(self.packs().iter().flat_map(|pack| self.of_pack(pack))))
    }

    fn of_pack(&self, pack: &Pack) -> Vec<(String, Text)> {
        let (id, words) = (&pack.document().id, &pack.words);
        let mut said = Vec::new();
        for rule in pack.every_rule() {
            let (name, cite) = (format!("{}.{}", rule.room(), rule.cite().id), rule.cite());
            said.extend(cite.reading.iter().map(|reading| (format!("{name}.reading"), Text::clone(reading))));
            said.extend(rule.own_name().map(|(own, label)| (format!("{}.{own}", rule.room()), Text::clone(label))));
            said.push((name, Text::clone(&cite.says)));
        }
        let mut say = |name: &str, words: &Text| said.push((format!("{id}.{name}"), Text::clone(words)));
        words.caution.iter().for_each(|caution| say(&caution.code, &caution.text));
        words.fact.iter().for_each(|(name, fact)| say(name, &fact.asks));
        words.names().for_each(|(name, label)| say(&name, label));
        for word in self.unnamed(pack) {
            say(&name_of("word", word), &word.replace('-', " ").into());
        }
        said
    }

    /// The words of a pack's lists and the people of its rules for which neither it nor what it stands on has a name.
    fn unnamed<'p>(&self, pack: &'p Pack) -> Vec<&'p str> {
        let people = pack.every_rule().flat_map(|rule| rule.reaches());
        let is_named = |word: &str| {
            let beneath = |other: &Arc<Pack>| pack.document().stands_on(other.document()) && other.words.calls(word);
            WORDS.iter().any(|known| known.name == word) || pack.words.calls(word) || self.packs().iter().any(beneath)
        };
        let words = distinct(pack.words.listed().map(|word| &**word).chain(people));
        words.into_iter().filter(|word| !is_named(word)).collect()
    }

    /// The sentences that carry a code for programs, by name, each with its code: cautions and findings.
    #[must_use]
    pub fn codes(&self) -> Vec<(String, Text)> {
        let ours = sentences::ALL.iter().filter(|sentence| !sentence.code.is_empty());
        let ours = ours.map(|sentence| (format!("{}.{}", sentence.room, sentence.name), Text::from(sentence.code)));
        let of_pack = |pack: &Arc<Pack>| {
            let coded = |code: &Text| (format!("{}.{code}", pack.document().id), Text::clone(code));
            pack.words.caution.iter().map(|caution| coded(&caution.code)).collect::<Vec<_>>()
        };
        ours.chain(self.packs().iter().flat_map(of_pack)).collect()
    }
}
