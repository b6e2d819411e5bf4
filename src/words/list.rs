//! Closed lists of words, each with the name that facts, packs and answers carry.

use super::Gather as _;
use super::kebab;
use crate::facts::{Fault, Node};

/// Declares such a list. Words are folded before they are compared, so `mdt_locality` is `mdt-locality`.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$case_doc:meta])* $case:ident = $id:literal $(| $also:literal)*,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($(#[$case_doc])* $case,)* }

        impl Default for $name {
            fn default() -> Self {
                [$($name::$case),*][0]
            }
        }

        impl $name {
            /// The words of the list; after `|`, others that mean the same.
            const WORDS: &str = concat!($($id, $("|", $also,)* " "),*);

            /// The name that facts, packs and answers carry.
            pub fn id(self) -> &'static str {
                $crate::words::list::word(Self::WORDS, self as usize)
            }
        }

        impl $crate::facts::Read for $name {
            fn read(&mut self, node: &$crate::facts::Node) -> Result<(), $crate::facts::Fault> {
                let place = $crate::words::list::place(Self::WORDS, node)?;
                *self = [$($name::$case),*][place];
                Ok(())
            }

            fn shape() -> $crate::facts::Shape {
                $crate::facts::Shape::Word(Self::WORDS)
            }
        }

        impl $crate::answers::Tell for $name {
            fn tell(&self) -> $crate::answers::Told<'_> {
                $crate::answers::Told::text(self.id())
            }
        }
    };
}
pub(crate) use words;

/// The word at a place in a list.
pub fn word(words: &'static str, place: usize) -> &'static str {
    let cases = words.split_ascii_whitespace().nth(place).unwrap_or_default();
    cases.split_once('|').map_or(cases, |(word, _)| word)
}

/// The place in a list of the word that stands at a node.
///
/// # Errors
/// A [`Fault`] where it is no word of the list.
pub fn place(words: &'static str, node: &Node) -> Result<usize, Fault> {
    let given = kebab(node.text("one of the words of this list")?);
    let found = words.split_ascii_whitespace().position(|cases| cases.split('|').any(|word| word == given));
    found.ok_or_else(|| {
        let known: Vec<&str> = words.split_ascii_whitespace().enumerate().map(|(place, _)| word(words, place)).gathered();
        Fault::expected("bad-word", &format!("one of {}", known.join(", ")))
    })
}
