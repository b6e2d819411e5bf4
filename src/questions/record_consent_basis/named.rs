//! Does a text name a lawful basis, or only the law that asks for one?

use std::sync::LazyLock;

use super::rule::LawfulBasis;
use crate::value::Text;
use crate::value::given::given;
use crate::value::word_list::WordList;

/// Words that name a law, its parts, or what it serves: however many of them stand together, they are no basis.
static NO_BASIS: LazyLock<WordList> = LazyLock::new(|| WordList::from(Text::from(include_str!("../../packs/no-basis.txt"))));

/// Does a text name one of these: by its name, by another that people give it, or by its place in the law? Where no documents in use
/// list any, whatever says more than the law.
pub(super) fn names_one(text: &str, bases: &[&LawfulBasis]) -> bool {
    if bases.is_empty() {
        return says_more_than_the_law(text);
    }
    let words = words(text);
    bases.iter().any(|basis| names(&words, basis) > 0)
}

/// How many words of a text name a basis: `recognised legitimate interest` names that one by more than the legitimate interests.
pub(super) fn words_naming(text: &str, basis: &LawfulBasis) -> usize {
    names(&words(text), basis)
}

/// Does a text say more than which law asks for it?
pub(super) fn says_more_than_the_law(text: &str) -> bool {
    let words = words(text);
    is_place(&words) || (given(text).is_some() && words.iter().any(|word| !NO_BASIS.has(word)))
}

/// Is it a paragraph and its letter, or a paragraph of a schedule?
fn is_place(words: &[String]) -> bool {
    let is_letter = |word: &String| word.len() == 1 && word.chars().all(|sign| sign.is_ascii_alphabetic());
    let of_a_schedule = words.iter().any(|word| word == "schedule") && words.iter().any(|word| word == "paragraph" || word == "para");
    (words.iter().any(is_letter) || of_a_schedule) && words.iter().any(|word| is_number(word))
}

/// Does a text name a condition: one of these, or by its place in the law?
pub(super) fn is_condition(text: &str, conditions: &[&LawfulBasis]) -> bool {
    is_place(&words(text)) || names_one(text, conditions)
}

fn names(text: &[String], basis: &LawfulBasis) -> usize {
    let others = basis.also.iter().map(|name| words(name));
    let names = [words(&basis.basis), place(&basis.article)].into_iter().chain(others);
    let is_named = |name: &Vec<String>| match &**name {
        [] => false,
        // One word may say the contrary in a sentence, as "consent" does in "consent refused".
        [only] => text.contains(only) && text.iter().all(|word| word == only || NO_BASIS.has(word)),
        several => text.windows(several.len()).any(|words| words == several),
    };
    names.filter(is_named).map(|name| name.len()).max().unwrap_or_default()
}

/// Its place in the law, as people write it: `6 1 e` of "Article 6(1)(e) UK GDPR".
fn place(article: &str) -> Vec<String> {
    let from_number = words(article).into_iter().skip_while(|word| !is_number(word));
    from_number.take_while(|word| is_number(word) || (word.len() <= 2 && word != "uk")).collect()
}

fn is_number(word: &str) -> bool {
    word.chars().all(|sign| sign.is_ascii_digit())
}

fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    lower.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::rulebook::Rulebook;
    use crate::questions::record_consent_basis::BasisKind;

    #[test]
    fn a_basis_is_named_by_name_or_place_and_never_by_the_law_alone() {
        let rulebook = Rulebook::built_in();
        let rules = rulebook.packs().iter().flat_map(|pack| pack.rules::<LawfulBasis>()).map(|rule| &rule.own);
        let bases: Vec<&LawfulBasis> = rules.filter(|basis| basis.kind == BasisKind::Article6).collect();
        for nothing in
            ["Children Act", "GDPR Article 6", "gdpr", "Article 6(1)", "safeguarding", "UK GDPR", "Consent refused", "the law", ""]
        {
            assert!(!names_one(nothing, &bases), "{nothing}");
        }
        for basis in [
            "public-task",
            "Public task (Children Act 2004, section 11)",
            "6(1)(e)",
            "Article 6(1)(ea)",
            "Art. 6.1.c",
            "Consent",
            "vital interests",
        ] {
            assert!(names_one(basis, &bases), "{basis}");
        }
    }

    #[test]
    fn a_condition_is_more_than_the_law_that_asks_for_one() {
        for nothing in ["", "n/a", "GDPR", "Article 9", "Data Protection Act 2018", "Article 9(2)", "Schedule 1"] {
            assert!(!says_more_than_the_law(nothing), "{nothing}");
        }
        for condition in ["9(2)(g)", "Article 9(2)(h)", "substantial-public-interest", "Schedule 1, paragraph 18", "vital interests"] {
            assert!(says_more_than_the_law(condition), "{condition}");
        }
    }
}
