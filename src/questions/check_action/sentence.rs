//! A sentence of an action, judged by what its words weigh: `Refer to police` says what will be done, `Ensure robust
//! safeguarding` does not, however rare a word of it is.

use super::words::{pairs, threes};
use crate::pack::wording::Wording;
use crate::value::word_list::WordList;

/// What a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Filler,
    Does,
    Thing,
    Scene,
    Empty,
    Vague,
    Hedge,
    Forbids,
    Count,
    NotKnown,
}

/// A sentence, word by word.
pub(super) struct Sentence {
    kinds: Vec<Kind>,
    /// Does it say which way something goes?
    has_trend: bool,
    /// Does it call something by a quality that nobody sees? `Escalation form` does not.
    has_quality: bool,
}

impl Sentence {
    /// Reads a sentence by a pack's lists; of a rule's own list each word is vague.
    pub(super) fn read(words: &[String], wording: &Wording, filler: Option<&WordList>, vague: Option<&WordList>) -> Sentence {
        let kind = |word: &String| kind(word, wording, filler, vague);
        let mut kinds: Vec<Kind> = words.iter().map(kind).collect();
        for (at, pair) in pairs(words).enumerate() {
            if wording.empty.has(&pair) {
                (kinds[at], kinds[at + 1]) = (Kind::Empty, Kind::Filler);
            } else if wording.scene.has(&pair) {
                (kinds[at], kinds[at + 1]) = (Kind::Scene, Kind::Scene);
            }
        }
        for (at, _) in threes(words).enumerate().filter(|(_, three)| wording.empty.has(three)) {
            (kinds[at], kinds[at + 1], kinds[at + 2]) = (Kind::Empty, Kind::Filler, Kind::Filler);
        }
        let is_quality = |(word, kind): (&String, &Kind)| *kind == Kind::Vague && !wording.vague_endings.is_end_of(word);
        Sentence {
            has_trend: words.iter().any(|word| wording.trends.has(word)),
            has_quality: words.iter().zip(&kinds).any(is_quality),
            kinds,
        }
    }

    /// Does it say what will be done, or what must not be? Somebody does something to something or somebody, or somewhere.
    /// After a verb that does nothing by itself, rare words prove nothing: something must be done or handed over all the same.
    pub(super) fn says_what_is_done(&self) -> bool {
        let verb = self.kinds.iter().find(|kind| matches!(kind, Kind::Does | Kind::Empty | Kind::Forbids));
        let is_empty = verb == Some(&Kind::Empty);
        let rare = if is_empty || self.has(Kind::Vague) { 1 } else { 3 };
        let weight = 2 * self.count(Kind::Does)
            + 2 * self.count(Kind::Thing)
            + self.forbidden()
            + self.count(Kind::Count).min(2)
            + self.count(Kind::Scene).min(2)
            + self.count(Kind::NotKnown).min(rare);
        // `Discuss concerns with parents`: what is done is done to an idea.
        let is_about_an_idea =
            self.has(Kind::Vague) && ![Kind::Thing, Kind::Count, Kind::NotKnown, Kind::Forbids].iter().any(|kind| self.has(*kind));
        weight >= if is_empty || is_about_an_idea { 4 } else { 3 }
    }

    /// Does it say what somebody would see, count or hold in the hand?
    pub(super) fn says_what_shows(&self) -> bool {
        let is_vague = self.has(Kind::Vague) || self.has(Kind::Empty);
        let rare = self.count(Kind::NotKnown) / if is_vague || self.has(Kind::Hedge) { 2 } else { 1 };
        // `Build self-esteem` shows nothing, `outcome signed by the manager` does.
        let done = match (self.has(Kind::Hedge), is_vague) {
            (true, _) => 0,
            (false, true) => 1,
            (false, false) => 2,
        };
        // `Attendance up`: which way it goes shows only where somebody says how far.
        let goes_some_way = self.has_trend && !self.has(Kind::Count) && !self.has(Kind::Forbids);
        let thing = if goes_some_way || (self.has_quality && self.is_one(Kind::Thing)) { 1 } else { 2 };
        let weight = thing * self.count(Kind::Thing)
            + done * self.count(Kind::Does)
            + 2 * self.count(Kind::Count)
            + self.forbidden()
            + self.count(Kind::Scene).min(if is_vague || self.has(Kind::Hedge) { 1 } else { 2 })
            + rare;
        weight >= 2
    }

    /// `No contact` forbids something; `no concerns` forbids nothing.
    fn forbidden(&self) -> usize {
        let something = [Kind::Does, Kind::Thing, Kind::NotKnown, Kind::Count].iter().any(|kind| self.has(*kind))
            || (self.has(Kind::Scene) && !self.has(Kind::Vague));
        if something && self.has(Kind::Forbids) { 2 } else { 0 }
    }

    /// Is one word of this kind all that tells anything? `Robust plan` does not say what stands in it.
    fn is_one(&self, kind: Kind) -> bool {
        let telling = [Kind::Does, Kind::Thing, Kind::Scene, Kind::Count, Kind::Forbids, Kind::NotKnown];
        self.has(kind) && telling.iter().map(|kind| self.count(*kind)).sum::<usize>() == 1
    }

    fn count(&self, kind: Kind) -> usize {
        self.kinds.iter().filter(|one| **one == kind).count()
    }

    fn has(&self, kind: Kind) -> bool {
        self.kinds.contains(&kind)
    }
}

fn kind(word: &str, wording: &Wording, filler: Option<&WordList>, vague: Option<&WordList>) -> Kind {
    if word.bytes().any(|byte| byte.is_ascii_digit()) {
        return Kind::Count;
    }
    // An initial stands for a child; `Cs`, for what is hers, says nothing.
    match word.len() {
        1 if !matches!(word, "a" | "i" | "s" | "x") => return Kind::Scene,
        1 => return Kind::Filler,
        _ => {}
    }
    let lists = [
        (Some(&wording.forbids), Kind::Forbids),
        (Some(&wording.hedges), Kind::Hedge),
        (vague, Kind::Vague),
        (Some(&wording.empty), Kind::Empty),
        (Some(&wording.vague), Kind::Vague),
        (Some(&wording.counts), Kind::Count),
        (Some(&wording.things), Kind::Thing),
        (Some(&wording.does), Kind::Does),
        (filler, Kind::Filler),
        (Some(&wording.scene), Kind::Scene),
        (Some(&wording.roles), Kind::Scene),
    ];
    let lists = || lists.iter().filter_map(|(list, kind)| Some(((*list)?, *kind)));
    // The word itself before what it is a form of.
    let exact = lists().find(|(list, _)| list.has(word));
    let known = exact.or_else(|| lists().find(|(list, _)| list.has_form(word)));
    match known {
        Some((_, kind)) => kind,
        None if word.len() == 2 && word.ends_with('s') => Kind::Filler,
        None if wording.role_endings.is_end_of(word.trim_end_matches('s')) => Kind::Scene,
        None if wording.vague_endings.is_end_of(word) => Kind::Vague,
        None => Kind::NotKnown,
    }
}

#[cfg(test)]
mod tests {
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
        for done in ["Refer to police", "Children to stay with father", "Father to have no contact", "Ensure the cot stays", "Move the cot"]
        {
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
        for shown in
            ["Cot seen", "No contact", "weekly", "6", "Children referred", "Kettle mended", "Contact up to 6", "Better cot, weekly"]
        {
            assert!(read(shown).says_what_shows(), "{shown}");
        }
        for empty in
            ["safety", "no safety", "safety referred", "referred as appropriate", "happiness", "mended", "Contact up", "Better contact"]
        {
            assert!(!read(empty).says_what_shows(), "{empty}");
        }
    }
}
