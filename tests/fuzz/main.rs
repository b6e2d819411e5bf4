//! What fuzzing has found worth keeping, again: each input that led further than those before it. `cargo xtask fuzz` looks for more.

mod targets;

use std::fs;
use std::path::Path;

#[test]
fn what_was_kept_is_taken_or_refused_and_nothing_panics() {
    for (name, target) in targets::TARGETS {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(name);
        let files: Vec<_> = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
        assert!(files.len() > 5, "{name}: {}", files.len());
        files.iter().for_each(|file| target(&fs::read(file).unwrap()));
    }
}
