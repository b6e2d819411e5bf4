//! Why somebody may wait longer: a reason that tells of the child, and not of those who meet.

use std::sync::LazyLock;

use serde::Deserialize;

use super::{NO_ROLE, Role, Why, is_role_word, words};
use crate::value::word_list::WordList;
use crate::value::{Text, read};

/// Words that tell of a case, whatever stands beside them: what happened to a child, and what makes it hard to find out.
static TELLS: LazyLock<WordList> = LazyLock::new(|| WordList::from(Text::from(include_str!("../../packs/tells-of-a-case.txt"))));

/// Whom a case is about, and what tells of it only beside them: a meeting is moved too.
static PEOPLE: LazyLock<WordList> = LazyLock::new(|| WordList::from(Text::from(include_str!("../../packs/people-of-a-case.txt"))));
static HAPPENS: LazyLock<WordList> = LazyLock::new(|| WordList::from(Text::from(include_str!("../../packs/happens-to-people.txt"))));

/// How many, and of whom: more than one of them makes a case complex.
static HOW_MANY: LazyLock<WordList> = LazyLock::new(|| WordList::from(Text::from(include_str!("../../packs/how-many.txt"))));
static OF_A_CASE: LazyLock<WordList> = LazyLock::new(|| WordList::from(Text::from(include_str!("../../packs/of-a-case.txt"))));

impl From<&str> for Role {
    fn from(text: &str) -> Self {
        Role(text.to_owned())
    }
}

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
    /// Is anything written in it, whether it counts or not?
    pub(crate) fn is_recorded(&self) -> bool {
        let (Role(role), Why(reason)) = (&self.role, &self.reason);
        [role, reason].iter().any(|text| !text.trim().is_empty())
    }

    /// Does it say who and why, so that an earlier answer no longer holds?
    pub(crate) fn releases(&self) -> bool {
        self.role.given().is_some() && self.reason.for_a_later_time().is_some()
    }
}

/// The reason to wait that a text gives. One that no list knows is none: it is asked, and until then the sooner time holds.
pub(super) fn reason(text: &str) -> Option<&str> {
    tells_of_a_case(text).then(|| text.trim())
}

/// Does a text tell of a case: by a word that does, by what happens to somebody of the case, or by how many there are in it?
pub(super) fn tells_of_a_case(text: &str) -> bool {
    clauses(text).iter().any(|words| {
        let (mut names_somebody, mut happens) = (false, false);
        for (at, word) in words.iter().enumerate() {
            let next = words.get(at + 1);
            if TELLS.has_form_or_begins(word) || is_how_many(word) && next.is_some_and(|next| OF_A_CASE.has_form(next)) {
                return true;
            }
            names_somebody |= is_somebody_of_the_case(word) && !next.is_some_and(|next| is_of_a_body(next));
            happens |= HAPPENS.has_form(word);
        }
        names_somebody && happens
    })
}

/// The words of each part of a text that says one thing.
pub(super) fn clauses(text: &str) -> Vec<Vec<String>> {
    text.replace(" and ", ";").split([',', ';', ':', '.', '!', '?', '(', ')', '–', '—']).map(words).collect()
}

/// After somebody of the case, does it name a service for them: `children's social care`, `the child's social worker`?
fn is_of_a_body(next: &str) -> bool {
    NO_ROLE.has(next) || is_role_word(next)
}

pub(super) fn is_somebody_of_the_case(word: &str) -> bool {
    PEOPLE.has_form(word)
}

fn is_how_many(word: &str) -> bool {
    HOW_MANY.has(word) || word.parse::<u8>().is_ok_and(|number| number > 1)
}
