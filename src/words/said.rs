//! Sentences by name, so that a portal can put its own in the place of each, in its own language.
//!
//! A sentence is kept with its name and with what stands in its places until the answer is written out; only then is it
//! filled in, in our words or in those of the portal's catalogue.

use std::borrow::Cow;
use std::fmt;

use super::Gather as _;
use super::citation::Cites;
use super::refusal::Refusal;
use crate::answers::{Tell, Told};
use crate::facts::{Fault, Node, Read, Shape};

/// A sentence of ours, with places in braces: `Hold the strategy meeting {by}.`
///
/// One text holds its four parts: as texts of their own, their addresses would take as much room as many a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence(pub &'static str);

impl Sentence {
    fn part(&self, place: usize) -> &'static str {
        self.0.splitn(4, '|').nth(place).unwrap_or_default()
    }

    /// The room it belongs to, such as `caution`.
    pub fn room(&self) -> &'static str {
        self.part(0)
    }

    /// Its name in that room.
    pub fn name(&self) -> &'static str {
        self.part(1)
    }

    /// The code that answers carry, where it has one.
    pub fn code(&self) -> &'static str {
        self.part(2)
    }

    /// Its words.
    pub fn words(&self) -> &'static str {
        self.part(3)
    }

    /// The sentence as it stands.
    #[inline(never)]
    pub fn said(&self) -> Said {
        Said { room: self.room(), name: self.name(), words: self.words(), with: Vec::new() }
    }

    /// The sentence with something in its places.
    pub fn with<const N: usize>(&self, with: [(&'static str, Part); N]) -> Said {
        Said { with: with.into(), ..self.said() }
    }
}

/// A sentence that is said, and what stands in its places.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Said {
    room: &'static str,
    name: &'static str,
    words: &'static str,
    with: Vec<(&'static str, Part)>,
}

/// What stands in a place of a sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// A name or a number, said as it is.
    Text(String),
    /// Another sentence.
    Said(Said),
}

impl Said {
    /// A sentence of a pack.
    pub fn of_pack(room: &'static str, name: &'static str, words: &'static str) -> Self {
        Said { room, name, words, with: Vec::new() }
    }

    /// What a rule says.
    pub fn of_rule(rule: &dyn Cites) -> Self {
        Said::of_pack(rule.table(), rule.id(), rule.says())
    }

    /// A name or a number, said as it is in every language.
    pub fn plain(text: String) -> Self {
        Said { words: "{text}", with: vec![("text", Part::Text(text))], ..Said::default() }
    }

    /// The sentence in the words of a catalogue, and in ours where it has none.
    pub fn in_words_of(&self, catalogue: &Catalogue) -> String {
        let words = catalogue.words_for(self.room, self.name).unwrap_or(self.words);
        if self.with.is_empty() {
            return words.to_owned();
        }
        let mut pieces = words.split('{');
        let mut filled = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            match piece.split_once('}').and_then(|(place, rest)| Some((self.part(place, catalogue)?, rest))) {
                Some((part, rest)) => filled.extend([&*part, rest]),
                None => filled.extend(["{", piece]),
            }
        }
        filled
    }

    /// What stands in a place.
    fn part(&self, place: &str, catalogue: &Catalogue) -> Option<Cow<'_, str>> {
        let (_, part) = self.with.iter().find(|(name, _)| *name == place)?;
        Some(match part {
            Part::Text(text) => Cow::Borrowed(text),
            Part::Said(said) => Cow::Owned(said.in_words_of(catalogue)),
        })
    }
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.in_words_of(&Catalogue::default()))
    }
}

impl Tell for Said {
    fn tell(&self) -> Told<'_> {
        Told::Said(self)
    }

    fn told() -> Shape {
        Shape::Text("a sentence")
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

impl From<usize> for Part {
    fn from(count: usize) -> Self {
        Part::Text(count.to_string())
    }
}

/// A list in a sentence: `a, b and c`.
pub fn listed(mut items: Vec<Part>) -> Part {
    let Some(last) = items.pop() else { return Part::Text(String::new()) };
    let Some(before) =
        items.into_iter().reduce(|so_far, item| Part::Said(super::sentences::COMMA.with([("first", so_far), ("next", item)])))
    else {
        return last;
    };
    Part::Said(super::sentences::AND.with([("first", before), ("last", last)]))
}

/// A portal's own sentences, by name: `caution.act-now`, `list_attendees.CD-09`.
#[derive(Clone, Debug, Default)]
pub struct Catalogue(Vec<(String, String)>);

impl Catalogue {
    fn words_for(&self, room: &str, name: &str) -> Option<&str> {
        let is_meant = |key: &str| key.strip_prefix(room).and_then(|rest| rest.strip_prefix('.')) == Some(name);
        self.0.iter().find(|(key, _)| is_meant(key)).map(|(_, words)| words.as_str())
    }

    /// Refuses names that no sentence has, and places that the sentence does not fill.
    ///
    /// # Errors
    /// A [`Refusal`] with the name of the sentence.
    pub fn check(&self, known: &[(String, &str)]) -> Result<(), Refusal> {
        for (key, words) in &self.0 {
            let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '/' | ' ');
            let shown = if key.len() <= 100 && key.chars().all(is_plain) { key } else { "…" };
            let Some((_, ours)) = known.iter().find(|(name, _)| name == key) else {
                return Err(Refusal::new("unknown-field", shown, "expected the name of a sentence, as listMessages gives it"));
            };
            if let Some(place) = places(words).into_iter().find(|place| !places(ours).contains(place)) {
                let ours = places(ours);
                let expected = if ours.is_empty() {
                    "no place in braces".to_owned()
                } else {
                    format!("only these places in braces: {}", ours.join(", "))
                };
                let _ = place;
                return Err(Refusal::new("bad-word", shown, format!("expected {expected}")));
            }
        }
        Ok(())
    }

    /// Is nothing put in the place of our own words?
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The places of a sentence.
fn places(words: &str) -> Vec<&str> {
    words.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(place, _)| place).gathered()
}

impl Read for Catalogue {
    fn read(&mut self, node: &Node) -> Result<(), Fault> {
        node.each_entry(&mut |name, node| {
            let mut words = String::new();
            words.read(node)?;
            self.0.push((name.to_owned(), words));
            Ok(())
        })
    }

    fn shape() -> Shape {
        Shape::Map(Box::new(String::shape()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts;
    use crate::words::sentences::{AND, COMMA};

    #[test]
    fn a_sentence_is_filled_in_our_words_or_in_the_portals() {
        let said = AND.with([("first", "police".into()), ("last", "health".into())]);
        assert_eq!(said.to_string(), "police and health");
        let welsh: Catalogue = facts::read(r#"{"words.AND": "{first} a {last}"}"#).unwrap();
        assert_eq!(said.in_words_of(&welsh), "police a health");
    }

    #[test]
    fn what_stands_in_a_place_is_not_searched_for_places() {
        assert_eq!(AND.with([("first", "{last}".into()), ("last", "health".into())]).to_string(), "{last} and health");
        let welsh: Catalogue = facts::read(r#"{"words.AND": "{ {first} a {last} {"}"#).unwrap();
        assert_eq!(AND.with([("first", "police".into()), ("last", "health".into())]).in_words_of(&welsh), "{ police a health {");
    }

    #[test]
    fn lists_read_as_people_say_them() {
        let text = |part: Part| if let Part::Said(said) = part { said.to_string() } else { String::new() };
        assert_eq!(text(listed(vec!["police".into(), "health".into(), "school".into()])), "police, health and school");
        assert_eq!(COMMA.room(), "words");
    }

    #[test]
    fn a_catalogue_names_sentences_that_are_there_and_places_that_they_fill() {
        let known = [("words.AND".to_owned(), AND.words())];
        let read = |json: &str| facts::read::<Catalogue>(json).unwrap().check(&known);
        assert!(read(r#"{"words.AND": "{last} {first}"}"#).is_ok());
        assert_eq!(read(r#"{"words.OR": "x"}"#).unwrap_err().path, "words.OR");
        assert!(read(r#"{"words.AND": "{first} {third}"}"#).unwrap_err().message.contains("first, last"));
    }
}
