//! The facts that packs ask of people, and the paths at which these stand.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use crate::pack::Pack;
use crate::pack::fact::{Fact, KnownWords};
use crate::value::Text;

/// A fact that is asked of people, as one pack declares it.
#[derive(Debug)]
pub(crate) struct Asked {
    pub path: String,
    pub name: Text,
    pub fact: Arc<Fact>,
    pub(super) words: KnownWords,
}

/// All facts that are asked, and what stands at each path.
#[derive(Debug)]
pub(super) struct AskedFacts {
    pub(super) all: Vec<Asked>,
    by_path: BTreeMap<String, AtPath>,
}

/// The facts that are asked at one path, by their place in the list of all.
#[derive(Debug, Default)]
struct AtPath {
    places: Vec<usize>,
    /// Do the packs list the words that may stand there?
    is_closed: bool,
}

/// What packs ask for that are loaded and do not answer. Hardly anybody names such a fact, so it is looked up when one does.
#[derive(Debug, Default)]
pub(super) struct Elsewhere {
    packs: Vec<Arc<Pack>>,
    asked: OnceLock<AskedFacts>,
}

impl Elsewhere {
    pub(super) fn of(packs: &[Arc<Pack>]) -> Self {
        Elsewhere { packs: packs.to_vec(), asked: OnceLock::new() }
    }

    pub(super) fn at(&self, path: &str) -> impl Iterator<Item = &Asked> {
        self.all().at(path)
    }

    fn all(&self) -> &AskedFacts {
        self.asked.get_or_init(|| AskedFacts::of(&self.packs))
    }

    /// Is anything asked below a path?
    pub(super) fn is_above(&self, path: &str) -> bool {
        self.all().is_above(path)
    }
}

impl AskedFacts {
    /// Is anything asked below a path?
    pub(super) fn is_above(&self, path: &str) -> bool {
        let below = format!("{path}.");
        self.by_path.range(below.clone()..).next().is_some_and(|(known, _)| known.starts_with(&below))
    }

    pub(super) fn of(packs: &[Arc<Pack>]) -> Self {
        let asked_by = |pack: &Arc<Pack>| {
            let asked = pack.words.fact.iter().filter(|(_, fact)| fact.is_asked()).map(|(name, fact)| Asked {
                path: fact.path_of(name).into_owned(),
                name: Text::clone(name),
                fact: Arc::clone(fact),
                words: pack.known_words(name, fact),
            });
            asked.collect::<Vec<_>>()
        };
        let all: Vec<Asked> = packs.iter().flat_map(asked_by).collect();
        let mut by_path: BTreeMap<String, AtPath> = BTreeMap::new();
        for (place, asked) in all.iter().enumerate() {
            let here = by_path.entry(asked.path.clone()).or_default();
            here.is_closed |= !asked.fact.one_of.is_empty() || packs.iter().any(|pack| pack.words.word.get(&asked.path).is_some());
            here.places.push(place);
        }
        AskedFacts { all, by_path }
    }

    pub(super) fn at(&self, path: &str) -> impl Iterator<Item = &Asked> {
        self.by_path.get(path).into_iter().flat_map(|here| &here.places).map(|place| &self.all[*place])
    }

    pub(super) fn is_closed(&self, path: &str) -> bool {
        self.by_path.get(path).is_some_and(|here| here.is_closed)
    }
}
