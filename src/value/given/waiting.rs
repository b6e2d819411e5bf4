//! Why somebody may wait longer: a reason that tells of the child, and not of those who meet.

use std::sync::LazyLock;

use serde::Deserialize;

use super::{NO_REASON, NO_ROLE, NOTHING, Role, Why, is_one_letter, is_role_word, unnamed, words};
use crate::value::word_list::WordList;
use crate::value::{Text, read};

/// Words that are no reason to wait: how busy somebody is, when, and with what in the office.
static NO_DELAY: LazyLock<WordList> = LazyLock::new(|| WordList::from(Text::from(include_str!("../../packs/no-delay.txt"))));

/// How many, and of whom: more than one of them makes a case complex.
static HOW_MANY: LazyLock<WordList> = LazyLock::new(|| WordList::from(Text::from(include_str!("../../packs/how-many.txt"))));
static OF_A_CASE: LazyLock<WordList> = LazyLock::new(|| WordList::from(Text::from(include_str!("../../packs/of-a-case.txt"))));

/// Who agreed to a later time than an earlier answer's, and why. It takes both.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Lengthening {
    /// A role, no name.
    #[serde(default, deserialize_with = "read::or_default")]
    pub role: Role,
    /// The reason.
    #[serde(default, deserialize_with = "read::or_default")]
    pub reason: Why,
}

impl Lengthening {
    /// Does it say who and why, so that an earlier answer no longer holds?
    pub(crate) fn releases(&self) -> bool {
        self.role.given().is_some() && self.reason.for_a_later_time().is_some()
    }
}

/// The reason to wait that a text gives: what a case is like, and neither how busy people are, nor a day, nor who is away. That
/// there are several of those in the case is one: `several children`.
pub(super) fn reason(text: &str) -> Option<&str> {
    let lists = [&NOTHING, &NO_REASON, &NO_ROLE, &NO_DELAY];
    let tells = |word: &String| !is_no_word(word) && !is_role_word(word) && !lists.iter().any(|list| list.has_form(word));
    let are_several = |pair: &[String]| is_how_many(&pair[0]) && OF_A_CASE.has_form(&pair[1]);
    let words = words(&unnamed(text).join(" "));
    (words.iter().any(tells) || words.windows(2).any(are_several)).then(|| text.trim())
}

fn is_how_many(word: &str) -> bool {
    HOW_MANY.has(word) || word.parse::<u8>().is_ok_and(|number| number > 1)
}

/// Is it no word of a language: figures, one letter, or letters that nobody can speak?
fn is_no_word(word: &str) -> bool {
    let is_spoken = |letter: char| !letter.is_ascii() || "aeiouy".contains(letter);
    is_one_letter(word) || word.bytes().all(|byte| byte.is_ascii_digit()) || !word.contains(is_spoken)
}
