//! What is done and what shows, by a few words of each kind.

use super::super::words::words_of;
use super::*;
use crate::value::Text;

fn read(text: &str) -> Sentence {
    let list = |words: &str| WordList::from(Text::from(words));
    let wording = Wording {
        does: list("refer stay"),
        things: list("cot contact"),
        scene: list("police father children"),
        empty: list("ensure check_in keep_an_eye"),
        vague: list("safety better"),
        vague_endings: list("ness"),
        hedges: list("appropriate"),
        forbids: list("no"),
        counts: list("weekly"),
        trends: list("up better"),
        ..Wording::default()
    };
    Sentence::read(&words_of(text), &wording, Some(&list("to the with of in as have up")), None)
}

#[test]
fn somebody_does_something() {
    for done in ["Refer to police", "Children to stay with father", "Father to have no contact", "Ensure the cot stays", "Move the cot"] {
        assert!(read(done).says_what_is_done(), "{done}");
    }
    // However rare its words are.
    for empty in [
        "Ensure safety of children",
        "Ensure gossamer quixotic zephyrs",
        "Refer safety",
        "Check in with the children",
        "Bleakness",
        "Keep an eye on father",
    ] {
        assert!(!read(empty).says_what_is_done(), "{empty}");
    }
}

#[test]
fn something_shows() {
    for shown in ["Cot seen", "No contact", "weekly", "6", "Children referred", "Kettle mended", "Contact up to 6", "Better cot, weekly"] {
        assert!(read(shown).says_what_shows(), "{shown}");
    }
    for empty in
        ["safety", "no safety", "safety referred", "referred as appropriate", "happiness", "mended", "Contact up", "Better contact"]
    {
        assert!(!read(empty).says_what_shows(), "{empty}");
    }
}
