//! A sentence of an action, judged by what its words weigh: `Refer to police` says what will be done, `Ensure robust
//! safeguarding` does not, however rare a word of it is.

use crate::pack::wording::Wording;
use crate::value::word_list::{WordList, is_one_of};

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
    /// Does its verb do nothing by itself?
    is_empty: bool,
    /// Does it say which way something goes?
    has_trend: bool,
    /// Does it call something by a quality that nobody sees? `Escalation form` does not.
    has_quality: bool,
}

impl Sentence {
    /// Reads a sentence by a pack's lists; `areas` are the verbs that name an area to improve.
    pub(super) fn read(words: &[String], wording: &Wording, filler: Option<&WordList>, areas: Option<&WordList>) -> Sentence {
        let kinds = words.iter().map(|word| kind(word, wording, filler)).collect();
        let has_trend = words.iter().any(|word| wording.trends.has(word));
        let mut sentence = Sentence { kinds, is_empty: false, has_trend, has_quality: false };
        sentence.join(words, wording);
        sentence.take_away_what_does_nothing(words, areas);
        sentence.take_away_a_quality_forbidden(words);
        let is_quality = |(word, kind): (&String, &Kind)| *kind == Kind::Vague && !wording.vague_endings.is_end_of(word);
        sentence.has_quality = words.iter().zip(&sentence.kinds).any(is_quality);
        sentence
    }

    /// Two or three words that the lists hold joined.
    fn join(&mut self, words: &[String], wording: &Wording) {
        for at in 0..words.len() {
            for length in [2, 3] {
                let Some(joined) = words.get(at..at + length) else { break };
                if has_joined(&wording.empty, joined) {
                    self.kinds[at..at + length].fill(Kind::Filler);
                    self.kinds[at] = Kind::Empty;
                } else if wording.scene.has(&joined.join("_")) {
                    self.kinds[at..at + length].fill(Kind::Scene);
                }
            }
        }
    }

    /// What looks like a deed and is none: `make safe choices`, `improve the take up`, `more open`.
    fn take_away_what_does_nothing(&mut self, words: &[String], areas: Option<&WordList>) {
        // An area to improve without the word by what.
        let mut area = areas.filter(|_| !words.iter().any(|word| word == "by"));
        let (mut verb, mut is_area) = (None, false);
        for (at, word) in words.iter().enumerate() {
            if is_area {
                // `Improve the take up of the visits`: it is the area's name.
                match self.kinds[at] {
                    Kind::Does => self.kinds[at] = Kind::Filler,
                    Kind::Vague | Kind::Empty => self.is_empty = true,
                    _ => {}
                }
            }
            let is_light = is_one_of(word, LIGHT) || (self.is_empty && self.kinds[at] == Kind::Does);
            if is_light && self.is_done_to_an_idea(at + 1) {
                self.kinds[at] = Kind::Empty;
            }
            if verb.is_none() {
                is_area = area.take_if(|areas| areas.has_form(word)).is_some();
                if is_area || matches!(self.kinds[at], Kind::Does | Kind::Empty | Kind::Forbids) {
                    verb = Some(at);
                    self.is_empty = self.kinds[at] == Kind::Empty;
                }
            }
            // `No more shouting` forbids something, and `3 more sessions` counts.
            let is_counted = at > 0 && matches!(self.kinds[at - 1], Kind::Forbids | Kind::Count);
            if is_one_of(word, MORE)
                && !is_counted
                && let Some(quality @ (Kind::NotKnown | Kind::Does)) = self.kinds.get_mut(at + 1)
            {
                *quality = Kind::Vague;
            }
        }
    }

    /// `Not to be late` forbids no deed; `not to be smacked` does.
    fn take_away_a_quality_forbidden(&mut self, words: &[String]) {
        let Some(forbids) = self.kinds.iter().position(|kind| *kind == Kind::Forbids) else { return };
        let at = forbids + if words.get(forbids + 1).is_some_and(|word| word == "to") { 2 } else { 1 };
        let Some(being) = words.get(at).filter(|word| is_one_of(word, BEING)) else { return };
        let is_quality = |at: usize| match self.kinds[at] {
            Kind::NotKnown => being != "be" || !words[at].ends_with("ed"),
            kind => matches!(kind, Kind::Filler | Kind::Hedge | Kind::Vague),
        };
        // `Cannot get in` is more than a quality.
        let gets_somewhere = being == "get" && self.kinds.get(at + 1) == Some(&Kind::Filler);
        if !gets_somewhere && (at + 1..words.len()).all(is_quality) {
            self.kinds[forbids..].fill(Kind::Vague);
        }
    }

    /// Is what begins here an idea, and not a thing called by one? `Mum support`, and not `a safety plan`.
    fn is_done_to_an_idea(&self, from: usize) -> bool {
        let mut is_idea = false;
        for kind in &self.kinds[from..] {
            match kind {
                Kind::Vague | Kind::Empty => is_idea = true,
                Kind::Thing | Kind::Does | Kind::NotKnown => return false,
                Kind::Filler | Kind::Hedge | Kind::Scene if !is_idea => {}
                _ => break,
            }
        }
        is_idea
    }

    /// Does it say what will be done, or what must not be? Somebody does something to something or somebody, or somewhere.
    /// After a verb that does nothing by itself, rare words prove nothing: something must be done or handed over all the same.
    pub(super) fn says_what_is_done(&self) -> bool {
        let rare = if self.is_empty || self.has(Kind::Vague) { 1 } else { 3 };
        let weight = 2 * self.count(Kind::Does)
            + 2 * self.count(Kind::Thing)
            + self.forbidden()
            + self.count(Kind::Count).min(2)
            + self.count(Kind::Scene).min(2)
            + self.count(Kind::NotKnown).min(rare);
        // `Discuss concerns with parents`: what is done is done to an idea.
        let is_about_an_idea =
            self.has(Kind::Vague) && ![Kind::Thing, Kind::Count, Kind::NotKnown, Kind::Forbids].iter().any(|kind| self.has(*kind));
        let least = if self.is_empty || is_about_an_idea { 4 } else { 3 };
        // `Ensure appropriate referrals are made`: which they are is left open.
        let is_open = self.is_empty && self.has(Kind::Hedge);
        weight >= least + usize::from(is_open)
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

/// Verbs that do nothing where an idea follows: `make safe choices`.
const LIGHT: &str = "feel gain gave get give given giving had has have having hold keep kept made make making meet met pay play put seek \
    show sought stay take taken taking took";

/// Words of how much of a quality there is.
const MORE: &str = "more less very";

/// Verbs after which there is a quality.
const BEING: &str = "be being become get feel act";

/// Do these words stand in a list, joined? `Making sure` is a form of `make_sure`.
fn has_joined(list: &WordList, words: &[String]) -> bool {
    let joined = words.join("_");
    let (first, rest) = joined.split_at(words[0].len());
    let stem = first.trim_end_matches("ing");
    list.has(&joined) || list.has(&[stem, rest].concat()) || list.has(&[stem, "e", rest].concat())
}

fn kind(word: &str, wording: &Wording, filler: Option<&WordList>) -> Kind {
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
mod tests;
