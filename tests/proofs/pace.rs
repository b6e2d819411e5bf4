//! How far a proof goes.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::{iter, thread};

/// How far a proof goes, the nearest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Pace {
    /// With all other tests, unoptimised.
    Glance,
    /// As a proof within the tests.
    Test,
    /// By itself.
    Whole,
    /// Before a release.
    Long,
}

impl Pace {
    pub fn now() -> Self {
        match std::env::var("SAFEGUARDING_PROOF").as_deref() {
            Err(_) => Pace::Glance,
            Ok("test") => Pace::Test,
            Ok("whole") => Pace::Whole,
            Ok("long") => Pace::Long,
            Ok(other) => panic!("SAFEGUARDING_PROOF is {other}, and no pace"),
        }
    }

    pub fn of<T>(self, [glance, test, whole, long]: [T; 4]) -> T {
        match self {
            Pace::Glance => glance,
            Pace::Test => test,
            Pace::Whole => whole,
            Pace::Long => long,
        }
    }
}

/// Says what was reached, where `cargo xtask prove` reads it.
pub fn reached(figure: &str) {
    println!("\nreached: {figure}");
}

/// Does each piece of work once, on every processor; what came of each stands in the place of its work.
pub fn on_all<T: Sync, R: Send>(work: &[T], each: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let hands = thread::available_parallelism().map_or(1, usize::from);
    // Whoever is done takes the next piece: some take far longer than others.
    let next = AtomicUsize::new(0);
    let mut done: Vec<(usize, R)> = thread::scope(|scope| {
        let (each, next) = (&each, &next);
        let taken = move || Some(next.fetch_add(1, Ordering::Relaxed)).filter(|place| *place < work.len());
        let share = move || iter::from_fn(taken).map(|place| (place, each(&work[place]))).collect::<Vec<_>>();
        let hands: Vec<_> = (0..hands).map(|_| scope.spawn(share)).collect();
        hands.into_iter().flat_map(|hand| hand.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))).collect()
    });
    done.sort_unstable_by_key(|(place, _)| *place);
    done.into_iter().map(|(_, reached)| reached).collect()
}

#[test]
fn what_came_of_each_piece_stands_in_its_place() {
    let work: Vec<u32> = (0..1_000).collect();
    assert_eq!(on_all(&work, |piece| piece * 2), work.iter().map(|piece| piece * 2).collect::<Vec<_>>());
}
