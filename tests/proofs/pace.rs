//! How far a proof goes.

use std::thread;

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

/// Does each piece of work once, on every processor.
pub fn on_all<T: Sync, R: Send>(work: &[T], each: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let hands = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let each = &each;
        let share = |hand: usize| move || work.iter().skip(hand).step_by(hands).map(each).collect::<Vec<_>>();
        let hands: Vec<_> = (0..hands).map(|hand| scope.spawn(share(hand))).collect();
        hands.into_iter().flat_map(|hand| hand.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))).collect()
    })
}
