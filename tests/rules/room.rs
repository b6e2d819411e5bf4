//! What a portal's own pack leaves to others: their names, their ids, what their facts ask, and the lines that people read.

use std::sync::LazyLock;

use crate::common::{add, rulebook, sound_pack};
use safeguarding_rules::Rulebook;
use serde_json::{Value, json};

static BUILT_IN: LazyLock<Rulebook> = LazyLock::new(rulebook);

fn refusal(change: impl FnOnce(&mut Value)) -> Option<(String, String)> {
    let mut pack = sound_pack();
    change(&mut pack);
    BUILT_IN.with(&pack.to_string()).err().map(|refusal| (refusal.path().to_owned(), refusal.message().to_owned()))
}

fn first_rule(pack: &mut Value) -> &mut Value {
    &mut pack["classify_concern"][0]
}

#[test]
fn the_pack_that_is_changed_here_is_taken_as_it_is() {
    assert_eq!(refusal(|_| {}), None);
}

#[test]
fn a_label_is_nobody_elses_however_it_is_written() {
    for (table, id, label) in [
        ("agency", "zed", "Police"),
        ("agency", "zed", "the P0LICE"),
        ("agency", "police", "Health visitor"),
        ("role", "zed", "Children's  social care"),
        ("agency", "zed", "chi1dren's social care"),
        ("concern_type", "zed", "Serious neglect"),
        ("meeting_type", "zed", "the Strategy"),
    ] {
        let refused = refusal(|pack| {
            pack[table][id] = match table {
                "concern_type" => json!({"label": label, "makes": ["serious_risk"]}),
                "meeting_type" => json!({"label": label, "beside": "mash"}),
                _ => json!({"label": label}),
            };
        });
        let (path, message) = refused.unwrap_or_else(|| panic!("{table}.{id}: {label} was taken"));
        assert_eq!((path, message.contains("a name that")), (format!("{table}.{id}.label"), true), "{label}: {message}");
    }
}

#[test]
fn no_second_question_is_answered_where_the_guide_asks_its_own() {
    let other = json!({"asks": "Is the child safe, without any serious risk?", "path": "concerns.seriousRisk"});
    let refused = refusal(|pack| pack["fact"]["safe"] = other);
    assert!(refused.is_some_and(|(path, message)| path == "fact.safe.asks" && message.contains("multi-agency-meetings")));
}

#[test]
fn an_id_is_plain_and_no_other_packs_whatever_its_capitals_and_its_table() {
    for id in [
        "__proto__",
        "constructor",
        "toString",
        "prototype",
        "hasOwnProperty",
        "-",
        "a/../b",
        "a//b",
        ".x",
        "x-",
        "TR-T0",
        "tr-t1a",
        "CD-01",
        "cd-03A",
        "CD\u{2010}77",
    ] {
        let (path, message) = refusal(|pack| first_rule(pack)["id"] = json!(id)).unwrap_or_else(|| panic!("{id} was taken"));
        assert!(path.starts_with("classify_concern.") && message.starts_with("expected an id"), "{id}: {path}: {message}");
    }
}

#[test]
fn whoever_attends_is_named_in_plain_letters() {
    for who in ["health-visit\u{43e}r", "health\u{ad}-visitor", "police\u{e0041}", "constructor", "__proto__", "hasOwnProperty"] {
        let rule = json!({"meeting": ["strategy"], "required": [who]});
        let refused = refusal(|pack| add(pack, "list_attendees", "T-9", rule));
        assert!(refused.is_some_and(|(path, _)| path.starts_with("list_attendees")), "{who:?}");
    }
}

/// Whatever nobody sees, or means nothing by itself, stands in no line of a pack.
#[test]
fn no_line_of_a_pack_holds_what_nobody_sees() {
    let signs = "\0\u{7}\u{1b}\u{ad}\u{34f}\u{180e}\u{200b}\u{200d}\u{202e}\u{206a}\u{2066}\u{2800}\u{115f}\u{3164}\u{fe0f}\u{feff}\u{fff9}\u{fdd0}\u{e000}\u{e0041}\u{10ffff}";
    let mut tried = 0;
    for sign in signs.chars() {
        let spoilt = |text: &str| json!(format!("{text}{sign}"));
        let says = refusal(|pack| first_rule(pack)["says"] = spoilt("A sentence"));
        let title = refusal(|pack| pack["document"]["title"] = spoilt("A title"));
        let named = refusal(|pack| pack["example"][0]["name"] = spoilt("an example"));
        for refused in [says, title, named] {
            assert!(refused.is_some_and(|(_, message)| message.contains("joining") && !message.contains(sign)), "{sign:?}");
            tried += 1;
        }
    }
    assert!(tried > 60);
    let accents = |count: usize| refusal(|pack| first_rule(pack)["says"] = json!(format!("a{}", "\u{301}".repeat(count))));
    assert_eq!((accents(2), accents(50).is_some()), (None, true));
}

#[test]
fn a_title_looks_like_no_other_title() {
    for title in ["C0unty Durham", "County Durharn", "COUNTY DURHAM.", "Cöunty Durham", "C\u{43e}unty Durham", "Bracknel1 Forest"] {
        let refused = refusal(|pack| pack["document"]["area_label"] = json!(title));
        assert!(refused.is_some_and(|(path, _)| path == "document.area_label"), "{title}");
    }
}
