//! What is known of a case: facts at the paths under which the packs declare them.

use super::answer::Answer;
use super::moment::Moment;
use crate::facts::{Fault, Node, Read, Shape};

/// Facts by path: `needShare`, `child.lookedAfter`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Known(Vec<(String, Stated)>);

/// One of several children: the same facts as of a single child, at the same paths.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct KnownOfChild(pub Known);

impl Read for KnownOfChild {
    fn read(&mut self, node: &Node) -> Result<(), Fault> {
        node.each_entry(&mut |name, node| self.0.keep(&format!("child.{name}"), node))
    }

    fn shape() -> Shape {
        Shape::Elsewhere
    }
}

/// What was said of one fact.
#[derive(Clone, Debug, PartialEq)]
pub enum Stated {
    /// Yes, no, or not known.
    Answer(Answer),
    /// A count, such as an age.
    Count(u32),
    /// A word, a date or a text.
    Text(String),
    /// Several words.
    List(Vec<String>),
}

impl Known {
    /// Takes what stands under a name: a fact, or an object of facts.
    ///
    /// # Errors
    /// A [`Fault`] where it is neither.
    pub fn keep(&mut self, path: &str, node: &Node) -> Result<(), Fault> {
        let stated = match node {
            Node::Table(_) => {
                return node.each_entry(&mut |name, node| self.keep(&format!("{path}.{name}"), node));
            }
            Node::Null => Stated::Answer(Answer::Unknown),
            Node::Bool(value) => Stated::Answer((*value).into()),
            Node::Text(word) if word == "unknown" => Stated::Answer(Answer::Unknown),
            Node::Text(_) => {
                let mut text = String::new();
                text.read(node)?;
                Stated::Text(text)
            }
            Node::List(_) => {
                let mut words = Vec::new();
                words.read(node)?;
                Stated::List(words)
            }
            Node::Number(Some(count)) => Stated::Count(*count),
            Node::Number(None) => return Err(Fault::expected("bad-input", "a whole number")),
        };
        self.0.push((path.to_owned(), stated));
        Ok(())
    }

    /// What was said of a fact.
    pub fn get(&self, path: &str) -> Option<&Stated> {
        self.0.iter().find(|(known, _)| known == path).map(|(_, stated)| stated)
    }

    /// Every fact and what was said of it.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Stated)> {
        self.0.iter().map(|(path, stated)| (path.as_str(), stated))
    }

    /// The moment at a path.
    pub fn moment(&self, path: &str) -> Option<Moment> {
        match self.get(path) {
            Some(Stated::Text(words)) => Moment::from_words(words),
            _ => None,
        }
    }
}

impl Read for Known {
    fn is_required(&self) -> bool {
        false
    }

    fn read(&mut self, node: &Node) -> Result<(), Fault> {
        node.each_entry(&mut |name, node| self.keep(name, node))
    }

    fn shape() -> Shape {
        Shape::Elsewhere
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts;

    #[test]
    fn facts_stand_under_their_paths() {
        let known: Known = facts::read(r#"{"child": {"age": 17, "lookedAfter": null}, "venue": "Office", "spocs": ["police"]}"#).unwrap();
        assert_eq!(known.get("child.age"), Some(&Stated::Count(17)));
        assert_eq!(known.get("child.lookedAfter"), Some(&Stated::Answer(Answer::Unknown)));
        assert_eq!(known.get("venue"), Some(&Stated::Text("Office".into())));
        assert_eq!(known.get("spocs"), Some(&Stated::List(vec!["police".into()])));
        assert_eq!(known.get("child"), None);
    }

    #[test]
    fn a_number_that_is_no_count_is_refused_at_its_path() {
        let place = |json: &str| facts::read::<Known>(json).unwrap_err().path;
        assert_eq!(place(r#"{"child": {"age": 17.5}}"#), "child.age");
        assert_eq!(place(r#"{"spocs": [{"name": 1}]}"#), "spocs[0]");
        let open = |json: &str| facts::read::<crate::decide::choose_meeting::Facts>(json).unwrap_err().path;
        assert_eq!(open(r#"{"child": {"age": 17.5}}"#), "child.age");
        assert_eq!(open(r#"{"age": -1}"#), "age");
    }
}
