//! One name, three spellings: `serious_risk` in packs and Rust, `seriousRisk` in JavaScript, `serious-risk` as a value.

use std::fmt;

use serde::Serialize;

/// Folds a word to the kebab-case it is known by: trimmed, lower case, without apostrophes, with `_` and spaces read as `-`.
pub(crate) fn kebab(word: &str) -> String {
    let dash = |c| if matches!(c, '_' | ' ') { '-' } else { c };
    let told = word.trim().chars().filter(|c| !matches!(c, '\'' | '’'));
    told.map(|c| dash(c).to_ascii_lowercase()).collect()
}

/// Folds a word as people write it to the one it is known by: as [`kebab`], without the signs that change no meaning.
pub(crate) fn folded(word: &str) -> String {
    let plain = kebab(word).replace(['.', ','], "").replace('/', "-");
    plain.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

/// A name of a pack in JavaScript's spelling.
pub(crate) fn camel(name: &str) -> String {
    in_camel_case(name).collect()
}

/// Is that a name of a pack in JavaScript's spelling?
pub(crate) fn is_camel_of(camel: &str, name: &str) -> bool {
    in_camel_case(name).eq(camel.chars())
}

fn in_camel_case(name: &str) -> impl Iterator<Item = char> {
    let mut after_dash = false;
    name.chars().filter_map(move |c| {
        let starts_a_word = after_dash;
        after_dash = c == '_';
        (c != '_').then(|| if starts_a_word { c.to_ascii_uppercase() } else { c })
    })
}

/// The word as which a value of a closed list is written: `cp-conference`.
pub(crate) fn word(value: impl Serialize) -> String {
    Word(value).to_string()
}

struct Word<V>(V);

impl<V: Serialize> fmt::Display for Word<V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.serialize(f)
    }
}

/// A list in a sentence: `a, b and c`.
pub(crate) fn and_list(items: &[&str]) -> String {
    match items {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// Bytes in hexadecimal.
pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::meeting::MeetingType;

    #[test]
    fn words_fold_to_the_spelling_they_are_known_by() {
        assert_eq!(kebab(" Serial_phone calls "), "serial-phone-calls");
        assert_eq!(["Mother's partner", "Mother’s Partner"].map(kebab), ["mothers-partner", "mothers-partner"]);
        assert_eq!(camel("immediate_action_required"), "immediateActionRequired");
        assert_eq!(["S.47", " Children’s Social - Care. ", "a/b"].map(folded), ["s47", "childrens-social-care", "a-b"]);
    }

    #[test]
    fn a_value_is_told_by_the_word_it_is_written_as() {
        assert_eq!(word(MeetingType::Conference), "cp-conference");
        assert_eq!(word(MeetingType::MdtLocality), "mdt-locality");
    }

    #[test]
    fn lists_read_as_people_say_them() {
        assert_eq!(and_list(&["police", "health", "school"]), "police, health and school");
        assert_eq!(and_list(&["police"]), "police");
    }
}
