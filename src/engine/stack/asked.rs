//! What the packs of a stack ask: their facts, at the paths where these stand.

use std::borrow::Cow;

use super::Stack;
use super::paths::Asked;
use crate::engine::decision::{Ask, Caution, Reasons};
use crate::engine::facts::Declared;
use crate::engine::sets::Sets;
use crate::error::{Code, Error, one_of, shown};
use crate::pack::fact::Fact;
use crate::text::sentences::NOT_ASKED_HERE;
use crate::text::{Part, Said, listed};
use crate::value::known::{Known, Stated};
use crate::value::spelling::camel;
use crate::value::truth::Truth;
use crate::value::{Text, distinct};

/// Where the facts of a concern stand.
pub(crate) const CONCERNS: &str = "concerns.";

/// The caller's own reference of a child, which no rule asks for.
pub(crate) const REFERENCE: &str = "child.ref";

impl Stack {
    /// Reads a case through the facts of these packs.
    pub(crate) fn read(&self, known: &Known, others_considered: bool) -> Sets {
        self.facts.read(known, others_considered)
    }

    /// Reads a case of which each fact is answered by itself.
    pub(crate) fn read_each(&self, answer: impl Fn(&str) -> Truth) -> Sets {
        self.facts.read_each(answer)
    }

    /// The same case with further facts answered.
    pub(crate) fn with<'f>(&self, known: &Sets, answers: impl Iterator<Item = (&'f str, Truth)>) -> Sets {
        self.facts.with(known, answers)
    }

    /// What is known of a fact.
    pub(crate) fn truth(&self, fact: &str, known: &Sets) -> Truth {
        self.facts.truth(fact, known)
    }

    /// Is anything of theirs asked at this path?
    pub(crate) fn asks_at(&self, path: &str) -> bool {
        self.asked.at(path).next().is_some()
    }

    /// The facts that are asked of people, as each pack declares them, each at its path.
    pub(crate) fn asked(&self) -> &[Asked] {
        &self.asked.all
    }

    /// The facts that are asked at a path.
    pub(crate) fn asked_at(&self, path: &str) -> impl Iterator<Item = &Asked> {
        self.asked.at(path)
    }

    /// What other packs ask at a path at which these do not.
    pub(crate) fn question_elsewhere(&self, path: &str) -> Option<Said> {
        self.elsewhere.at(path).next().map(|asked| Said::plain(&*asked.fact.asks))
    }

    /// Refuses facts that these packs do not ask for, and answers of another kind than they ask for.
    pub(crate) fn check_known(&self, known: &Known) -> Result<(), Error> {
        for (path, stated) in known.iter().filter(|(path, _)| *path != REFERENCE) {
            let asked: Vec<&Asked> = self.asked.at(path).collect();
            if asked.is_empty() {
                let says_nothing = matches!(stated, Stated::Silent | Stated::Truth(Truth::Unknown));
                if says_nothing && (self.asked.is_above(path) || self.elsewhere.is_above(path)) {
                    continue;
                }
                let mut elsewhere = self.elsewhere.at(path).peekable();
                if elsewhere.peek().is_some() && elsewhere.all(|asked| asked.fact.takes(stated)) {
                    continue;
                }
                let paths = distinct(self.asked().iter().map(|asked| asked.path.as_str()));
                let place: Vec<&str> = path.split('.').map(shown).collect();
                return Err(Error::new(Code::UnknownField, place.join("."), one_of(&paths)));
            }
            let other = asked.iter().find(|asked| !asked.fact.takes(stated));
            let is_no_date = matches!(stated, Stated::Text(_)) && other.is_some_and(|other| other.fact.moment);
            let code = if is_no_date { Code::BadDate } else { Code::BadInput };
            let refused = |expected: String| Err(Error::new(code, path, format!("expected {expected}")));
            match other.filter(|other| other.fact.is.is_empty()) {
                Some(other) => return refused(other.fact.expects()),
                None if other.is_some() || !self.are_known(path, stated, &asked) => return refused(self.words_expected(path, &asked)),
                None => {}
            }
        }
        Ok(())
    }

    /// What was said of facts for which only other packs ask: that changes nothing here.
    pub(crate) fn tell_not_asked<'k>(&self, paths: impl Iterator<Item = &'k str>, reasons: &mut Reasons) {
        let other = paths.filter(|path| !self.facts.reads_at(path)).filter_map(|path| self.elsewhere.at(path).next());
        let questions: Vec<Part> =
            distinct(other.map(|asked| &asked.fact.asks)).into_iter().map(|asks| Said::plain(&**asks).into()).collect();
        if !questions.is_empty() {
            reasons.cautions.push(Caution::with(NOT_ASKED_HERE, [("questions", listed(questions))]));
        }
    }

    /// The words that may stand at a path, as forms offer them. None where their list is open.
    pub(crate) fn words_at(&self, path: &str) -> Vec<&Text> {
        distinct(self.packs.iter().flat_map(|pack| pack.words_at(path)))
    }

    /// Is every word that was given one of those that the facts at its path know? Where no pack lists any, the list is open.
    fn are_known(&self, path: &str, stated: &Stated, asked: &[&Asked]) -> bool {
        let is_known = |word: &String| asked.iter().any(|asked| asked.words.has(word));
        match stated {
            _ if !self.asked.is_closed(path) => true,
            Stated::Text(word) => is_known(word),
            Stated::List(words) => words.iter().all(is_known),
            Stated::Silent | Stated::Truth(_) | Stated::Count(_) | Stated::OfKind(_) => true,
        }
    }

    fn words_expected(&self, path: &str, asked: &[&Asked]) -> String {
        let words: Vec<&str> = self.words_at(path).into_iter().map(|word| &**word).collect();
        let before = if asked.iter().all(|asked| asked.fact.yes_or_no) { "true, false, \"unknown\" or " } else { "" };
        format!("{before}one of {}", words.join(", "))
    }

    /// The questions behind a fact that is not known: its own, or those of the facts it is made of.
    pub(crate) fn asks(&self, name: &str, unknown: &dyn Fn(&str) -> bool) -> Vec<Ask> {
        let Some(Declared { fact, .. }) = self.facts.get(name) else { return Vec::new() };
        if fact.is_asked() {
            return vec![self.ask(name)];
        }
        if let [first, further @ ..] = &*fact.known_from {
            if unknown(first) {
                return self.asks(first, unknown);
            }
            // What is answered is open by what contradicts or outweighs it, or else by another that tells it; a danger is asked for
            // by itself.
            let others: Vec<&Text> = fact.contradicted_by.iter().chain(&fact.outweighed_by).filter(|other| unknown(other)).collect();
            let further = further.iter().filter(|other| others.is_empty() && !fact.outweighed_by_danger && unknown(other));
            return others.iter().copied().chain(further).flat_map(|other| self.asks(other, unknown)).collect();
        }
        fact.parts().iter().filter(|part| unknown(part)).flat_map(|part| self.asks(part, unknown)).collect()
    }

    /// The dangers of which somebody said that they are not known, where they would outweigh what is said of a fact.
    pub(crate) fn doubts(&self, name: &str, known: &Known, of_child: &str) -> Vec<Ask> {
        let Some(fact) = self.fact(name) else { return Vec::new() };
        let is_named = |danger: &Text| fact.outweighed_by.contains(danger);
        let outweighs = |danger: &&Declared| fact.outweighed_by_danger || is_named(&danger.name);
        self.facts.doubted(known).filter(outweighs).map(|danger| danger.ask(of_child)).collect()
    }

    /// Facts that something else outweighs, whatever is said at the path from which they are known.
    pub(crate) fn outweighed_at<'s>(&'s self, path: &'s str) -> impl Iterator<Item = &'s Text> {
        let facts = self.packs.iter().flat_map(|pack| pack.words.fact.iter());
        let is_known_from = move |name: &Text| self.fact(name).is_some_and(|_| self.path(name) == path);
        facts.filter(move |(_, fact)| !fact.outweighed_by.is_empty() && fact.known_from.iter().any(is_known_from)).map(|(name, _)| name)
    }

    /// The question that a fact asks, at its path.
    pub(crate) fn ask(&self, name: &str) -> Ask {
        Ask::new(self.path(name), self.question(name))
    }

    /// A fact, as the packs of this stack declare it.
    pub(crate) fn fact(&self, name: &str) -> Option<&Fact> {
        self.facts.get(name).map(|declared| &*declared.fact)
    }

    /// A word that makes a fact a no, where it is read from words.
    pub(crate) fn other_word(&self, name: &str) -> Option<&Text> {
        self.facts.get(name).and_then(|declared| declared.words.other())
    }

    /// The path of a fact, as refusals and questions name it.
    pub(crate) fn path(&self, name: &str) -> String {
        self.facts.get(name).map_or_else(|| camel(name), |declared| declared.path.clone())
    }

    /// The question that a fact asks.
    pub(crate) fn question(&self, name: &str) -> Said {
        self.facts.get(name).map_or_else(|| Said::plain(""), Declared::question)
    }

    /// The facts that need an answer of their own, whatever was attested of those that were not named.
    pub(crate) fn asked_too(&self, known: impl Fn(&str) -> Truth) -> impl Iterator<Item = &Text> {
        self.facts.asked_too(known)
    }

    /// The paths at which moments stand.
    pub(crate) fn moment_paths(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.entries(|pack| &pack.words.fact).filter(|(_, fact)| fact.moment).map(|(name, fact)| fact.path_of(name))
    }

    /// The facts of a concern.
    pub(crate) fn concern_facts(&self) -> impl Iterator<Item = &Text> {
        let of_a_concern = |fact: &Fact| fact.path.as_deref().is_some_and(|path| path.starts_with(CONCERNS));
        self.entries(|pack| &pack.words.fact).filter(move |(_, fact)| of_a_concern(fact)).map(|(name, _)| name)
    }
}
