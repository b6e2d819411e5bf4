//! Who will do it: the head of the name decides. `Team manager, assessment` is somebody, `the assessment team` is nobody.

use super::words::{pairs, words_of};
use crate::pack::wording::Wording;

/// Words after which a name only says where or what for: `head | of service`.
const TURNS: [&str; 15] =
    ["of", "for", "from", "in", "at", "on", "under", "to", "around", "who", "whose", "when", "working", "instructed", "that"];

/// Words that stand before a name and are no part of it.
const ARTICLES: [&str; 9] = ["a", "an", "the", "his", "her", "their", "our", "my", "both"];

/// Does it name a person or a role?
pub(super) fn is_somebody(owner: &str, wording: &Wording) -> bool {
    let words = words_of(owner);
    let is_unsettled = words.iter().cloned().chain(pairs(&words)).any(|word| wording.unsettled.has(&word));
    !is_unsettled && parts(owner).iter().any(|chunk| chunk.iter().any(|part| part_is_somebody(part, chunk, wording)))
}

/// `HV and school nurse, mornings`: each is judged by itself, those that `and` joins beside each other.
fn parts(owner: &str) -> Vec<Vec<Vec<&str>>> {
    let apart = owner.split([',', '/', '&', '+', ';', '(', ')', ':', '–', '—']).flat_map(|part| part.split(" - "));
    apart.map(joined).collect()
}

fn joined(part: &str) -> Vec<Vec<&str>> {
    let words: Vec<&str> = part.split_whitespace().collect();
    let joins = |word: &&str| ["and", "with", "or", "plus"].contains(&word.to_ascii_lowercase().as_str());
    words.split(joins).map(<[&str]>::to_vec).collect()
}

fn part_is_somebody(part: &[&str], beside: &[Vec<&str>], wording: &Wording) -> bool {
    let folded: Vec<String> = part.iter().flat_map(|word| words_of(word)).collect();
    if folded.iter().any(|word| wording.anybody.has(word)) {
        return false;
    }
    // A number is no head: `PC 881`.
    let is_word = |word: &&str| !ARTICLES.contains(word) && !word.bytes().all(|byte| byte.is_ascii_digit());
    let whole: Vec<&str> = folded.iter().map(String::as_str).filter(is_word).collect();
    let name = whole.split(|word| TURNS.contains(word)).next().unwrap_or_default();
    if whole.is_empty() {
        return false;
    }
    // `Out-of-hours social worker` turns before its head.
    is_role(name, wording).or_else(|| is_role(&whole, wording)).unwrap_or_else(|| is_a_name(part, beside, wording))
}

/// Is this name a role (yes), a group (no), or nothing that is known?
fn is_role(name: &[&str], wording: &Wording) -> Option<bool> {
    let [before @ .., head] = name else { return None };
    let begins_with_a_role = before.first().is_some_and(|first| wording.roles.has_form(first));
    if wording.groups.has_form(head) {
        Some(false)
    } else if wording.general_roles.has_form(head) {
        Some(!before.is_empty())
    } else {
        let ends_as_a_role = wording.role_endings.is_end_of(head.trim_end_matches('s'));
        (wording.roles.has_form(head) || ends_as_a_role || begins_with_a_role).then_some(true)
    }
}

/// `Ruth Ashdown`, `J. B.`, `Priya`: written as a name, and nothing in it is a group.
fn is_a_name(part: &[&str], beside: &[Vec<&str>], wording: &Wording) -> bool {
    let known = [&wording.groups, &wording.scene, &wording.things, &wording.does, &wording.vague, &wording.empty];
    let is_no_name = |word: &String| known.iter().any(|list| list.has_form(word)) || wording.vague_endings.is_end_of(word);
    let is_a_thing = beside.iter().flatten().flat_map(|word| words_of(word)).any(|word| is_no_name(&word));
    let is_capital = |word: &&str| word.starts_with(char::is_uppercase);
    let is_initials = |word: &str| word.chars().filter(|letter| letter.is_alphabetic()).count() <= 2;
    let is_name = |word: &&str| is_capital(word) && (is_initials(word) || word.chars().any(char::is_lowercase));
    !is_a_thing && !part.is_empty() && part.len() <= 4 && part.iter().all(is_name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Text;
    use crate::value::word_list::WordList;

    #[test]
    fn the_head_of_the_name_decides() {
        let list = |words: &str| WordList::from(Text::from(words));
        let wording = Wording {
            roles: list("head sw"),
            role_endings: list("er or"),
            general_roles: list("worker"),
            groups: list("team service family"),
            anybody: list("someone"),
            unsettled: list("tbc to_be"),
            ..Wording::default()
        };
        let owners = "team manager; manager, assessment team; SW; HEAD of service; family worker; Out-of-hours manager; \
            family and SW; Ruth Ashdown; Priya; R. A.; family (Ruth Ashdown)";
        for owner in owners.split(';') {
            assert!(is_somebody(owner, &wording), "{owner}");
        }
        for nobody in [
            "the team",
            "Team around the family",
            "worker",
            "a worker",
            "someone like the SW",
            "SW tbc",
            "manager to be found",
            "family",
            "",
        ] {
            assert!(!is_somebody(nobody, &wording), "{nobody}");
        }
    }
}
