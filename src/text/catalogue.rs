//! A portal's own sentences, by name.

use std::cell::RefCell;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::error::{Code, Error};
use crate::value::entries::Entries;

/// A portal's own sentences: `caution.act-now`, `county-durham.list_attendees.CD-09`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(transparent)]
pub struct Catalogue(Entries<String>);

thread_local! {
    /// The sentences in which an answer is being written out. A serialiser hands nothing of ours on to what it writes, and
    /// a sentence can stand anywhere in an answer.
    static IN_USE: RefCell<Arc<Catalogue>> = RefCell::default();
}

/// An answer as JSON text, in the sentences of a catalogue.
pub(crate) fn written(answer: &impl Serialize, catalogue: &Arc<Catalogue>) -> String {
    let before = IN_USE.replace(Arc::clone(catalogue));
    let text = serde_json::to_string(answer);
    IN_USE.set(before);
    text.unwrap_or_else(|_| unreachable!("answers are plain data"))
}

/// Says something in the catalogue in which an answer is being written out.
pub(super) fn in_use<T>(say: impl FnOnce(&Catalogue) -> T) -> T {
    IN_USE.with_borrow(|catalogue| say(catalogue))
}

impl Catalogue {
    /// The portal's words for a sentence.
    pub(crate) fn words_for(&self, room: &str, name: &str) -> Option<&str> {
        let is_meant = |key: &str| key.strip_prefix(room).and_then(|rest| rest.strip_prefix('.')) == Some(name);
        self.0.iter().find(|(key, _)| is_meant(key)).map(|(_, words)| words.as_str())
    }

    /// Refuses names that no sentence has, and words that do not say what the sentence says: none at all, or without all
    /// of its places, or with others.
    pub(crate) fn check(&self, known: &[(String, Arc<str>)]) -> Result<(), Error> {
        for (key, words) in self.0.iter() {
            let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '/');
            let shown = if key.len() <= 100 && key.chars().all(is_plain) { key } else { "…" };
            let Some((_, ours)) = known.iter().find(|(name, _)| **name == **key) else {
                let expected = "expected the name of a sentence, as listMessages gives it";
                return Err(Error::new(Code::UnknownField, shown, expected));
            };
            let refuse = |expected: String| Err(Error::new(Code::BadWord, shown, format!("expected {expected}")));
            if is_blank(words) && !is_blank(ours) {
                return refuse("a sentence that says something".to_owned());
            }
            if words.chars().any(is_unseen) {
                return refuse("a sentence without control, joining or direction characters".to_owned());
            }
            let ours = places(ours);
            let found = places(words);
            let is_closed = words.matches('{').count() == found.len() && words.matches('}').count() == found.len();
            if !is_closed || found.iter().any(|place| !ours.contains(place)) {
                return refuse(match ours.as_slice() {
                    [] => "no place in braces".to_owned(),
                    ours => format!("only these places in braces: {}", ours.join(", ")),
                });
            }
            if ours.iter().any(|place| !found.contains(place)) {
                return refuse(format!("all of these places in braces: {}", ours.join(", ")));
            }
        }
        Ok(())
    }

    /// Is nothing put in the place of our own words?
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Does it show nothing?
fn is_blank(words: &str) -> bool {
    words.chars().all(|sign| sign.is_whitespace() || may_break(sign))
}

/// Where a long word may break: nobody sees it either, and it hides nothing.
pub(crate) fn may_break(sign: char) -> bool {
    matches!(sign, '\u{AD}' | '\u{200B}')
}

/// Is it a sign that nobody sees, and that could hide what a sentence says or turn it round? These are the signs that Unicode calls
/// ignorable, the fillers that it does not, and those that mean nothing by themselves.
pub(crate) fn is_unseen(sign: char) -> bool {
    let is_ignorable = matches!(sign,
        '\u{34F}' | '\u{61C}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200C}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}');
    let is_blank_pattern = sign == '\u{2800}';
    let is_for_private_use = matches!(sign, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..);
    let is_no_character = matches!(sign, '\u{FDD0}'..='\u{FDEF}') || (sign as u32) & 0xFFFE == 0xFFFE;
    sign.is_control() || is_ignorable || is_blank_pattern || is_for_private_use || is_no_character
}

/// The places of a sentence.
fn places(words: &str) -> Vec<&str> {
    words.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(place, _)| place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::sentences::AND;
    use crate::value::read;

    #[test]
    fn a_catalogue_names_sentences_that_are_there_and_places_that_they_fill() {
        let known = [("words.AND".to_owned(), AND.words.into())];
        let check = |json: &str| read::text::<Catalogue>(json).unwrap().check(&known);
        assert!(check(r#"{"words.AND": "{last} {first}"}"#).is_ok());
        assert_eq!(check(r#"{"words.OR": "x"}"#).unwrap_err().path(), "words.OR");
        assert!(check(r#"{"words.AND": "{first} {third}"}"#).unwrap_err().message().contains("first, last"));
    }

    #[test]
    fn a_sentence_that_loses_a_place_or_says_nothing_is_refused() {
        let known = [("words.AND".to_owned(), AND.words.into())];
        let refused = |words: &str| {
            let catalogue: Catalogue = read::text(&serde_json::json!({ "words.AND": words }).to_string()).unwrap();
            catalogue.check(&known).unwrap_err().message().to_owned()
        };
        assert_eq!(refused(" \u{a0} "), "expected a sentence that says something");
        assert_eq!(refused("\u{200b}\u{ad}"), "expected a sentence that says something");
        assert_eq!(refused("{first}"), "expected all of these places in braces: first, last");
        for unclosed in ["{first} {last} {", "{first} {last", "{first} last}", "{first} {last} }"] {
            assert_eq!(refused(unclosed), "expected only these places in braces: first, last", "{unclosed}");
        }
        let unseen = "\0\n\u{85}\u{34f}\u{180e}\u{200d}\u{202e}\u{2066}\u{206a}\u{2800}\u{3164}\u{fe0f}\u{feff}\u{fff9}\u{fdd0}\u{e000}\u{e0041}\u{10ffff}";
        for unseen in unseen.chars() {
            assert!(refused(&format!("{{first}} {{last}}{unseen}")).contains("joining"), "{unseen:?}");
        }
    }

    #[test]
    fn an_answer_is_written_in_the_portals_words_and_the_next_in_ours() {
        let said = AND.with([("first", "police".into()), ("last", "health".into())]);
        let welsh = Arc::new(read::text(r#"{"words.AND": "{first} a {last}"}"#).unwrap());
        assert_eq!(written(&said, &welsh), r#""police a health""#);
        assert_eq!(written(&said, &Arc::default()), r#""police and health""#);
    }
}
