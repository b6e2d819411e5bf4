//! Counts the tests that a test run says have passed.

/// Adds up the lines "test result: ok. 12 passed; ...".
pub fn cargo_tests(output: &str) -> usize {
    output
        .lines()
        .filter_map(|line| line.strip_prefix("test result: ok. "))
        .filter_map(|counts| counts.split_once(" passed"))
        .filter_map(|(passed, _)| passed.parse::<usize>().ok())
        .sum()
}

/// Reads the summary line "ℹ pass 12"; a run in which a test was skipped counts as none.
pub fn node_tests(output: &str) -> usize {
    let value = |name: &str| {
        let line = output.lines().rev().find_map(|line| line.strip_prefix(name));
        line.and_then(|count| count.trim().parse::<usize>().ok())
    };
    match (value("ℹ pass "), value("ℹ skipped "), value("ℹ todo ")) {
        (Some(passed), Some(0), Some(0)) => passed,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_results_are_added_up() {
        let output = "test result: ok. 12 passed; 0 failed; 0 ignored\nnoise\ntest result: ok. 3 passed; 0 failed\n";
        assert_eq!(cargo_tests(output), 15);
        assert_eq!(cargo_tests("running 0 tests\n"), 0);
    }

    #[test]
    fn node_results_are_read_from_the_summary() {
        assert_eq!(node_tests("ℹ tests 4\nℹ pass 4\nℹ skipped 0\nℹ todo 0\n"), 4);
    }

    #[test]
    fn a_skipped_node_test_is_no_success() {
        assert_eq!(node_tests("ℹ tests 4\nℹ pass 3\nℹ skipped 1\nℹ todo 0\n"), 0);
        assert_eq!(node_tests(""), 0);
    }
}
