//! Reasons and roles, as people type them: what says nothing is nothing given.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::word_list::WordList;

/// Words that say nothing anywhere, however many of them stand together. They stand in no document's pack but beside all of
/// them, as do those of the two lists that follow.
static NOTHING: LazyLock<WordList> = LazyLock::new(|| WordList::from(super::Text::from(include_str!("../packs/nothing-given.txt"))));

/// Words that are no reason: they say again what is to be reasoned, who agreed, or where else to look.
static NO_REASON: LazyLock<WordList> = LazyLock::new(|| WordList::from(super::Text::from(include_str!("../packs/no-reason.txt"))));

/// Words beside a role that say that it is not known whose it is.
static NOT_KNOWN_WHO: LazyLock<WordList> = LazyLock::new(|| WordList::from(super::Text::from(include_str!("../packs/not-known-who.txt"))));

/// Words that are nobody's role: they name a body, a thing, or anybody.
static NO_ROLE: LazyLock<WordList> = LazyLock::new(|| WordList::from(super::Text::from(include_str!("../packs/no-role.txt"))));

/// Words that are a role, and the words that most others end in or are.
static ROLES: LazyLock<WordList> = LazyLock::new(|| WordList::from(super::Text::from(include_str!("../packs/roles.txt"))));
static ROLE_ENDINGS: LazyLock<WordList> = LazyLock::new(|| WordList::from(super::Text::from(include_str!("../packs/role-endings.txt"))));

/// Roles that are held anywhere, so that it tells of what.
static WIDE_ROLES: LazyLock<WordList> = LazyLock::new(|| WordList::from(super::Text::from(include_str!("../packs/wide-roles.txt"))));

/// Words that are no place: they name a body.
static NO_PLACE: LazyLock<WordList> = LazyLock::new(|| WordList::from(super::Text::from(include_str!("../packs/no-place.txt"))));

/// Words that are nobody to whom something goes: they name a group of whoever it may be.
static NO_RECIPIENT: LazyLock<WordList> = LazyLock::new(|| WordList::from(super::Text::from(include_str!("../packs/no-recipient.txt"))));

/// As many figures has a time without its mark, and a telephone number at least.
const FIGURES_OF_A_TIME: usize = 4;
const FIGURES_OF_A_TELEPHONE: usize = 7;

/// What stands before that to which a role belongs.
const BELONGING: [&str; 4] = ["of", "at", "for", "in"];

/// What stands before a name.
const TITLES: [&str; 6] = ["mr", "mrs", "ms", "miss", "mx", "sir"];

/// Why, in somebody's own words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Why(String);

/// Who, by role and never by name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Role(String);

impl Why {
    /// The text, whatever it says.
    pub(crate) fn as_written(&self) -> &str {
        &self.0
    }

    /// The reason; none where the text says nothing.
    #[must_use]
    pub fn given(&self) -> Option<&str> {
        reason(&self.0)
    }

    /// The reason to wait longer; none where the text tells nothing of the child.
    #[must_use]
    pub fn for_a_later_time(&self) -> Option<&str> {
        waiting::reason(&self.0)
    }
}

impl Role {
    /// The role; none where the text names nobody.
    #[must_use]
    pub fn given(&self) -> Option<&str> {
        role(&self.0)
    }
}

impl From<&str> for Why {
    fn from(text: &str) -> Self {
        Why(text.to_owned())
    }
}

/// What a text gives; nothing where it is blank, or made of words that say nothing: `.`, `n/a`, `to be confirmed`, `xxx`, `123`.
pub(crate) fn given(text: &str) -> Option<&str> {
    (says_beyond(text, &[&NOTHING], is_one_letter) && !is_number_alone(text)).then(|| text.trim())
}

/// Is a text a number, and neither a day or a time with its marks, `1430`, nor a telephone number?
pub(crate) fn is_number_alone(text: &str) -> bool {
    let figures = text.bytes().filter(u8::is_ascii_digit).count();
    let is_plain = text.chars().all(|sign| sign.is_ascii_digit() || sign.is_whitespace());
    is_plain && figures > 0 && figures != FIGURES_OF_A_TIME && figures < FIGURES_OF_A_TELEPHONE
}

/// The reason that a text gives; none where it only says again what is so, who agreed, or where else to look: a body, a person
/// of the family, a kind of harm, a name or no time to spare is why of nothing.
pub(crate) fn reason(text: &str) -> Option<&str> {
    beyond(text, &[&NOTHING, &NO_REASON, &NO_ROLE], &unnamed(text).join(" "))
}

/// The role that a text names; none where it is a body, a thing, anybody, somebody of the family, or a name alone: `the team`,
/// `health`, `mother`, `Mrs Jones`. Whose it is may not be open either: `manager TBC`, `social worker?`
pub(crate) fn role(text: &str) -> Option<&str> {
    let is_open = text.contains('?') || words(text).iter().any(|word| NOT_KNOWN_WHO.has(word));
    let names_a_post = || unnamed(text).iter().any(|part| is_post(part));
    (!is_open && names_a_post()).then(|| text.trim())
}

/// The agency or the role that a text names.
pub(crate) fn party(text: &str) -> Option<&str> {
    let names_a_body = || text.to_lowercase().split(is_mark).any(|word| NO_ROLE.has(word));
    role(text).or_else(|| names_a_body().then(|| text.trim()))
}

/// The place that a text names; none where it is a number or a body alone: `123`, `Police`.
pub(crate) fn place(text: &str) -> Option<&str> {
    beyond(text, &[&NOTHING, &NO_PLACE], text)
}

/// The parts of a text that are no names, without the names that follow a title.
fn unnamed(text: &str) -> Vec<String> {
    let plain = without_points(&text.replace(['\'', '’', '‘'], ""));
    let parts = plain.split([',', ';', '/', '(', ')', '–', '—']).map(without_title);
    parts.filter(|part| !is_a_name(part)).map(|part| part.join(" ")).collect()
}

/// A text, the initials of which stand as one word: `TM` for `T.M.`
fn without_points(text: &str) -> String {
    let are_initials = |word: &str| word.contains('.') && word.split('.').all(|letter| letter.chars().count() < 2);
    let words: Vec<String> = text.split(' ').map(|word| if are_initials(word) { word.replace('.', "") } else { word.to_owned() }).collect();
    words.join(" ")
}

/// Has a part of a text a word that is a role? Of a role that is held anywhere, what it belongs to tells: not `of the golf club`.
fn is_post(part: &str) -> bool {
    let words: Vec<String> = part.split_whitespace().map(str::to_lowercase).collect();
    // Out of hours is when, and no place where the role is held.
    let is_of = |at: &usize| BELONGING.contains(&&*words[*at]) && (*at == 0 || words[at - 1] != "out");
    let (held, of_what) = words.split_at((0..words.len()).find(is_of).unwrap_or(words.len()));
    let roles = || held.iter().filter(|word| is_role_word(word));
    let is_known = |word: &String| is_role_word(word) || [&NO_ROLE, &NO_REASON].iter().any(|list| list.has(word));
    roles().next().is_some() && (of_what.is_empty() || roles().any(|role| !WIDE_ROLES.has(role)) || of_what.iter().any(is_known))
}

/// The words of a text without the names that follow a title.
fn without_title(text: &str) -> Vec<&str> {
    let mut words: Vec<&str> = text.split(is_mark).filter(|word| !word.is_empty()).collect();
    if let Some(title) = words.iter().position(|word| TITLES.contains(&word.to_lowercase().as_str())) {
        let names = words[title + 1..].iter().take_while(|word| is_capitalised(word) && !is_role_word(word)).count();
        words.drain(title..words.len().min(title + 1 + names.max(1)));
    }
    words
}

/// Is every word written as a name is, and none of them a role or a body? A role with nothing but a name behind it is that
/// person: `Manager Patel`.
fn is_a_name(words: &[&str]) -> bool {
    let is_named = |word: &&str| is_capitalised(word) && !is_role_word(word) && !is_listed(word);
    let [first, others @ ..] = words else { return false };
    let titled = is_role_word(first) && is_capitalised(first) && !others.is_empty() && others.iter().all(is_named);
    titled || words.iter().all(is_named)
}

/// Is it a word that people use of anything but a person?
fn is_listed(word: &str) -> bool {
    let word = word.to_lowercase();
    [&NOTHING, &NO_REASON, &NO_ROLE].iter().any(|list| list.has(&word))
}

fn is_capitalised(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && word.chars().nth(1).is_some() && letters.all(char::is_lowercase)
}

/// Is a text a role by one of its words?
pub(crate) fn names_a_role(text: &str) -> bool {
    text.split(is_mark).any(is_role_word)
}

/// Does a text name whom something goes to? `All professionals` are nobody in particular.
pub(crate) fn names_a_recipient(text: &str) -> bool {
    beyond(text, &[&NOTHING, &NO_RECIPIENT], text).is_some()
}

fn is_role_word(word: &str) -> bool {
    let word = word.to_lowercase();
    let one = word.trim_end_matches('s');
    ROLES.has(&word) || ROLE_ENDINGS.has(one) || ROLE_ENDINGS.is_end_of(one)
}

/// A text, where the part of it that counts has a word beyond these lists that is no number.
fn beyond<'t>(text: &'t str, lists: &[&WordList], counts: &str) -> Option<&'t str> {
    let is_nothing = |word: &str| is_one_letter(word) || word.bytes().all(|byte| byte.is_ascii_digit());
    says_beyond(counts, lists, is_nothing).then(|| text.trim())
}

/// Has a text a word that is in none of these lists?
fn says_beyond(text: &str, lists: &[&WordList], is_nothing: impl Fn(&str) -> bool) -> bool {
    words(text).iter().any(|word| !is_nothing(word) && !lists.iter().any(|list| list.has(word)))
}

/// The words of a text, without marks and capitals.
fn words(text: &str) -> Vec<String> {
    let folded = text.to_lowercase().replace(['\'', '’', '‘'], "");
    folded.split(is_mark).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Is something written that says anything?
pub(crate) fn is_written(text: Option<&str>) -> bool {
    text.and_then(given).is_some()
}

/// Is there a reason that says more than the fact again?
pub(crate) fn is_reasoned(text: Option<&str>) -> bool {
    text.and_then(reason).is_some()
}

/// One letter or figure, alone or over and over: `x`, `xxx`, `0`.
fn is_one_letter(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_none_or(|first| letters.all(|letter| letter == first))
}

/// A sign that is part of no word: of ASCII all but letters and figures, and beyond it the marks and pictures.
fn is_mark(sign: char) -> bool {
    let beyond = || matches!(u32::from(sign), 0x80..=0xbf | 0x2000..=0x2bff | 0x3000..=0x303f | 0xfe00..=0xfe0f | 0x1f000..=0x1ffff);
    if sign.is_ascii() { !sign.is_ascii_alphanumeric() } else { beyond() }
}

mod social_care;
mod waiting;
mod withheld;

pub(crate) use social_care::{Standing, of_social_care};
pub use waiting::Lengthening;
pub(crate) use withheld::reason_to_withhold;

#[cfg(test)]
mod tests;
