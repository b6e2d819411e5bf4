//! The words by which a role is known: each stands in one list, and is a role alone, as the end of another word, and as several.

use crate::common::{ask, file, rulebook};
use serde_json::json;

fn words(list: &str) -> Vec<String> {
    let text = std::fs::read_to_string(file(&format!("src/packs/{list}.txt"))).unwrap();
    text.split_whitespace().map(str::to_owned).collect()
}

/// Is a note signed by that role, or is its place left open?
fn signs(role: &str) -> bool {
    let request = json!({"question": "classify-concern", "facts": {"area": "generic"}, "recordedBy": role});
    let told = ask("explain", &request, &rulebook()).unwrap();
    told["caseNote"].as_str().unwrap().contains(&format!("by {role} (role)."))
}

#[test]
fn no_word_that_an_ending_knows_stands_in_the_list_of_roles_too() {
    let (roles, endings) = (words("roles"), words("role-endings"));
    let known = |role: &&String| endings.iter().any(|end| role.trim_end_matches('s').ends_with(end.as_str()));
    assert_eq!(roles.iter().filter(known).collect::<Vec<_>>(), Vec::<&String>::new());
    let mut once = roles.clone();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), roles.len(), "a role stands in the list twice");
}

#[test]
fn an_ending_is_a_role_alone_as_several_and_at_the_end_of_another_word() {
    for end in words("role-endings") {
        for role in [format!("Duty {end}"), format!("Duty {end}s"), format!("Duty care{end}")] {
            assert!(signs(&role), "{role}");
        }
    }
    for role in ["Co-ordinator", "Headteacher", "Keyworkers", "Bydwraig", "Lead nurse"] {
        assert!(signs(role), "{role}");
    }
    for nobody in ["Gwraig", "Wraig", "Unofficial", "Team", "The family"] {
        assert!(!signs(nobody), "{nobody}");
    }
}
