//! What the processes of a cluster have to say, on the standard error of each.

use log::{LevelFilter, Log, Metadata, Record};

struct Said;

impl Log for Said {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &Record<'_>) {
        eprintln!("{} {}: {}", record.level(), record.target(), record.args());
    }

    fn flush(&self) {}
}

/// Warnings and errors are said, and nothing else.
pub fn begin() {
    log::set_max_level(LevelFilter::Warn);
    log::set_logger(&Said).expect("nobody else says anything");
}
