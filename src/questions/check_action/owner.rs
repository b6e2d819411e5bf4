//! Who will do it: the head of the name decides. `Team manager, assessment` is somebody, `the assessment team` is nobody.

use super::words::words_of;
use crate::pack::wording::Wording;
use crate::value::word_list::is_one_of;

/// Words after which a name only says where or what for: `head | of service`.
pub(super) const TURNS: &str = "about of for from in at on under to around who whose when with working instructed that";

/// Whoever leads a service, the name of which may follow at once.
const MANAGERS: &str = "director manager leader officer";

/// What they may form together: `manager group`.
const BODIES: &str = "team group board meeting network";

/// Words that tell nothing of whose role it is: `named person`.
const UNNAMED: &str = "named designated responsible nominated staff";

/// Words that stand before a name and are no part of it.
const ARTICLES: &str = "a an the his her their our my both";

/// Does it name a person or a role?
pub(super) fn is_somebody(owner: &str, wording: &Wording) -> bool {
    let words = words_of(owner);
    let is_unsettled =
        words.iter().any(|word| wording.unsettled.has(word)) || words.windows(2).any(|two| wording.unsettled.has(&two.join("_")));
    // `Parents to engage with services` is a sentence, and no owner.
    let is_sentence = words.windows(3).any(|three| three[0] == "to" && wording.empty.has(&three[1]));
    !is_unsettled
        && !owner.contains('?')
        && !is_sentence
        && parts(owner).iter().any(|chunk| chunk.iter().any(|part| part_is_somebody(part, chunk, wording)))
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
    let is_word = |word: &&str| !is_one_of(word, ARTICLES) && !word.bytes().all(|byte| byte.is_ascii_digit());
    let whole: Vec<&str> = folded.iter().map(String::as_str).filter(is_word).collect();
    let name = whole.split(|word| is_one_of(word, TURNS)).next().unwrap_or_default();
    if whole.is_empty() {
        return false;
    }
    let are_counted = folded.iter().any(|word| word == "both");
    let role = |name: &[&str]| is_role(name, are_counted, wording);
    // `Out-of-hours social worker` turns before its head.
    role(name).or_else(|| role(&whole)).unwrap_or_else(|| is_a_name(part, beside, wording))
}

/// Is this name a role (yes), a group (no), or nothing that is known? `Social workers` are nobody in particular; the parents
/// are, and both social workers.
fn is_role(name: &[&str], are_counted: bool, wording: &Wording) -> Option<bool> {
    let [before @ .., head] = name else { return None };
    let is_many = head.ends_with('s') && !are_counted && !wording.roles.has(head) && !wording.scene.has(head);
    let begins_with_a_role = || before.first().is_some_and(|first| wording.roles.has_form(first));
    if wording.groups.has_form(head) {
        Some(is_manager_of_what_follows(name))
    } else if wording.general_roles.has_form(head) {
        Some(!is_many && before.iter().any(|word| !is_one_of(word, UNNAMED)))
    } else if wording.roles.has_form(head) {
        Some(!is_many)
    } else if begins_with_a_role() || (!is_many && wording.role_endings.is_end_of(head.trim_end_matches('s'))) {
        Some(true)
    } else {
        // `Social worker Jane Bloggs`
        is_role(before, are_counted, wording).filter(|is_role| *is_role)
    }
}

/// `Assistant Director Children's Services` is the director; a manager group is a group.
fn is_manager_of_what_follows(name: &[&str]) -> bool {
    let Some(at) = name.iter().position(|word| is_one_of(word, MANAGERS)) else { return false };
    match &name[at + 1..] {
        [] => false,
        [one] => !is_one_of(one, BODIES),
        _ => true,
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
    // `A&E` comes in two parts of one letter.
    let is_one_letter = part.concat().len() < 2;
    !is_a_thing && !is_one_letter && part.len() <= 4 && part.iter().all(is_name)
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
            family and SW; both SWs; Social worker Ruth Ashdown; Jane Summers; director family services; Ruth Ashdown; Priya; R. A.; family (Ruth Ashdown)";
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
            "SWs",
            "social workers",
            "SW?",
            "named worker",
            "manager team",
            "A&E",
            "",
        ] {
            assert!(!is_somebody(nobody, &wording), "{nobody}");
        }
    }
}
