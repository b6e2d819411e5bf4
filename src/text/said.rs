//! A sentence that is said. It is kept with its name and with what stands in its places until the answer is written out;
//! only then is it filled in, in our words or in those of the portal's catalogue.

use std::borrow::Cow;
use std::fmt;

use serde::ser::{Serialize, Serializer};

use super::Sentence;
use super::catalogue::{self, Catalogue};
use super::sentences::{AND, COMMA, MORE};
use crate::value::Text;

/// What a person takes in at once, under pressure: so many words of a heading, and of these so many in a list.
const MOST_WORDS_OF_A_HEADING: usize = 30;
const MOST_WORDS_OF_A_LIST: usize = 18;

/// A sentence that is said, and what stands in its places.
#[derive(Clone, Debug, PartialEq)]
pub struct Said(Words);

#[derive(Clone, Debug, PartialEq)]
enum Words {
    /// One of ours.
    Ours(&'static Sentence, Vec<(&'static str, Part)>),
    /// One of a pack: the room, its name there, and its words.
    OfPack(Text, Text, Text),
    /// A name or a number, said as it is in every language.
    Plain(String),
}

/// What stands in a place of a sentence.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Part {
    /// A name or a number, said as it is.
    Text(String),
    /// Another sentence.
    Said(Said),
}

impl Sentence {
    /// The sentence as it stands.
    pub(crate) fn said(&'static self) -> Said {
        Said(Words::Ours(self, Vec::new()))
    }

    /// The sentence with something in its places.
    pub(crate) fn with<const N: usize>(&'static self, places: [(&'static str, Part); N]) -> Said {
        Said(Words::Ours(self, places.into()))
    }
}

impl Said {
    /// A sentence of a pack.
    pub(crate) fn of_pack(room: &Text, name: &Text, words: &Text) -> Self {
        Said(Words::OfPack(Text::clone(room), Text::clone(name), Text::clone(words)))
    }

    /// A name or a number, said as it is in every language.
    pub(crate) fn plain(text: impl Into<String>) -> Self {
        Said(Words::Plain(text.into()))
    }

    /// Is it this sentence, whatever fills it?
    pub(crate) fn is(&self, sentence: &'static Sentence) -> bool {
        matches!(&self.0, Words::Ours(said, _) if **said == *sentence)
    }

    /// Can it be a heading, as long as it is in our words?
    pub(crate) fn is_taken_in_at_once(&self) -> bool {
        words_in(&self.to_string()) <= MOST_WORDS_OF_A_HEADING
    }

    /// The sentence in the words of a catalogue, and in ours where it has none.
    pub(crate) fn in_words_of(&self, catalogue: &Catalogue) -> String {
        let (room, name, words, places): (&str, &str, &str, &[_]) = match &self.0 {
            Words::Ours(sentence, places) => (sentence.room, sentence.name, sentence.words, places),
            Words::OfPack(room, name, words) => (room, name, words, &[]),
            Words::Plain(text) => return text.clone(),
        };
        filled(catalogue.words_for(room, name).unwrap_or(words), places, catalogue)
    }
}

impl Part {
    fn words(&self) -> usize {
        match self {
            Part::Text(text) => words_in(text),
            Part::Said(said) => words_in(&said.to_string()),
        }
    }
}

/// How many words a person reads.
pub(crate) fn words_in(text: &str) -> usize {
    text.split_whitespace().count()
}

/// Words with what stands in their places. What stands there is not searched for places again.
fn filled(words: &str, places: &[(&'static str, Part)], catalogue: &Catalogue) -> String {
    if places.is_empty() {
        return words.to_owned();
    }
    let part = |place: &str| {
        let (_, part) = places.iter().find(|(name, _)| *name == place)?;
        Some(match part {
            Part::Text(text) => Cow::Borrowed(text.as_str()),
            Part::Said(said) => Cow::Owned(said.in_words_of(catalogue)),
        })
    };
    let mut pieces = words.split('{');
    let mut filled = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        match piece.split_once('}').and_then(|(place, rest)| Some((part(place)?, rest))) {
            Some((part, rest)) => filled.extend([&*part, rest]),
            None => filled.extend(["{", piece]),
        }
    }
    filled
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.in_words_of(&Catalogue::default()))
    }
}

/// In the catalogue in which the answer is written out, see [`catalogue::written`].
impl Serialize for Said {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match (&self.0, catalogue::in_use(Catalogue::is_empty)) {
            (Words::OfPack(_, _, words), true) => serializer.serialize_str(words),
            _ => serializer.serialize_str(&catalogue::in_use(|catalogue| self.in_words_of(catalogue))),
        }
    }
}

impl From<Said> for Part {
    fn from(said: Said) -> Self {
        Part::Said(said)
    }
}

impl From<String> for Part {
    fn from(text: String) -> Self {
        Part::Text(text)
    }
}

impl From<&str> for Part {
    fn from(text: &str) -> Self {
        Part::Text(text.to_owned())
    }
}

impl From<&Text> for Part {
    fn from(text: &Text) -> Self {
        Part::Text(text.to_string())
    }
}

impl From<usize> for Part {
    fn from(count: usize) -> Self {
        Part::Text(count.to_string())
    }
}

/// A list in a sentence: `a, b and c`.
pub(crate) fn listed(items: impl IntoIterator<Item = Part>) -> Part {
    let mut items: Vec<Part> = items.into_iter().collect();
    let Some(last) = items.pop() else { return Part::Text(String::new()) };
    let before = items.into_iter().reduce(|so_far, item| COMMA.with([("first", so_far), ("next", item)]).into());
    match before {
        Some(before) => AND.with([("first", before), ("last", last)]).into(),
        None => last,
    }
}

/// A list in a heading: as many as are taken in at once, and how many more there are.
pub(crate) fn listed_at_once(items: impl IntoIterator<Item = Part>) -> Part {
    let mut items: Vec<Part> = items.into_iter().collect();
    let mut words = 0;
    let fitting = items.iter().take_while(|item| {
        words += item.words();
        words <= MOST_WORDS_OF_A_LIST
    });
    let more = items.len() - fitting.count().max(1).min(items.len());
    items.truncate(items.len() - more);
    listed(items.into_iter().chain((more > 0).then(|| MORE.with([("number", more.into())]).into())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::read;

    fn text(part: Part) -> String {
        match part {
            Part::Text(text) => text,
            Part::Said(said) => said.to_string(),
        }
    }

    #[test]
    fn a_sentence_is_filled_in_our_words_or_in_the_portals() {
        let said = AND.with([("first", "police".into()), ("last", "health".into())]);
        assert_eq!(said.to_string(), "police and health");
        let welsh: Catalogue = read::text(r#"{"words.AND": "{first} a {last}"}"#).unwrap();
        assert_eq!(said.in_words_of(&welsh), "police a health");
    }

    #[test]
    fn a_list_in_a_heading_ends_where_it_is_too_long_to_be_taken_in() {
        let said = |items: &[&str]| text(listed_at_once(items.iter().map(|item| (*item).into())));
        let long = "every practitioner who is, or is likely to be, part of the package of support";
        assert_eq!(said(&["police", "health"]), "police and health");
        assert_eq!(said(&["police", long, "school", "health visitor"]), format!("police, {long}, school and 1 more"));
        assert_eq!(said(&[&format!("{long} {long}"), "health", "police"]), format!("{long} {long} and 2 more"));
        assert_eq!(said(&[]), "");
    }

    #[test]
    fn what_stands_in_a_place_is_not_searched_for_places() {
        assert_eq!(AND.with([("first", "{last}".into()), ("last", "health".into())]).to_string(), "{last} and health");
        let welsh: Catalogue = read::text(r#"{"words.AND": "{ {first} a {last} {"}"#).unwrap();
        assert_eq!(AND.with([("first", "police".into()), ("last", "health".into())]).in_words_of(&welsh), "{ police a health {");
    }

    #[test]
    fn lists_read_as_people_say_them() {
        assert_eq!(text(listed(["police".into(), "health".into(), "school".into()])), "police, health and school");
    }
}
