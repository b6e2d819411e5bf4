//! The one door for everything: `cargo xtask help`.
#![forbid(unsafe_code)]

mod authored;
mod bench;
mod breaks;
mod bulk;
mod calendar;
mod checks;
mod command;
mod count;
mod demo;
mod dmn;
mod docs;
mod fuzz;
mod inline;
mod inventory;
mod lint;
mod messages;
mod mutants;
mod pack;
mod package;
mod project;
mod prove;
mod record;
mod release;
mod safety;
mod schema;
mod sealed;
mod site;
mod supply;
mod tools;
mod trace;
mod types;
mod typescript;

use anyhow::{Result, bail};
use project::Project;
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask build              make the npm package in pkg-config/dist/ and print its sizes
cargo xtask plugin             make target/plugin/safeguarding-rules.plugin.wasm, for servers in any language
cargo xtask sizes              print what each dependency costs in the binary
cargo xtask bench              measure speed, size and memory, beside other engines
cargo xtask bench --quick      the same with fewer repetitions; --long: memory over a whole million calls
cargo xtask demo               make everything and serve the page (--port N, default 8190)
cargo xtask demo --no-serve    make the page in target/demo/ without serving it
cargo xtask test               run every test
cargo xtask test --long        and the package in the hosts that take longer to try, the door with wasm-pack, the site, and the crates by cargo-deny
cargo xtask pack check [FILE]  judge a pack, or the built-in ones, and show each doubt at its line
cargo xtask pack build FILE    make its object form and its sealed form in FILE.json and FILE.pack (or in files named after it)
cargo xtask pack lint [DATE]   name each document that was not checked for a year, or rests on what is replaced
cargo xtask pack dmn FILE      write its decision tables, and those beneath it, as DMN 1.3 in FILE.dmn, and say what no table holds
cargo xtask pack diff OLD NEW  say what changes between two packs, each a file or the id of a built-in one
cargo xtask site               make everything and the documentation as a site in target/site/, with search and examples that run
                               (--made: around the package that is there)
cargo xtask messages           write every sentence that an answer may say into pkg-config/dist/messages.csv
cargo xtask schema             write the JSON Schemas of packs and of the questions into pkg-config/dist/schema/
cargo xtask record verify FILE [HEAD]
                               verify a chain of records, one on each line, and ask the rules each question again
cargo xtask calendar update FILE
                               say what the government's published bank holidays change, and which deadlines move (--write: take them in)
cargo xtask prove              hold the library against other readings, calendars and whole spaces of facts: one table
cargo xtask prove --long       the same before a release: it goes on where it was stopped
cargo xtask prove --quick      as far as the tests go (--made, with each: with the package that is there)
cargo xtask breaks [HAZARD…]   break the project on purpose, in a copy, for each hazard or those named: does the test that is named notice?
cargo xtask fuzz               give whatever bytes to what reads questions, packs and messages, a million times in all (--runs=N)
cargo xtask bulk               ask ten million made-up referrals in SQL of a cluster on this machine, compiled for the purpose, and hold it
                               to one process (--rows=N)
cargo xtask mutants [ROOM…]    write each line of the rules wrong, in a copy: does a test notice? (--every=N: each so-manieth) It goes on
                               where it was stopped
cargo xtask supply             hold the crates to pkg-config/deny.toml, and to the advisories that SAFEGUARDING_ADVISORIES names
cargo xtask release --dry-run  do all that a release needs, and say what would be published (--tested: the tests have passed)
cargo xtask safety             print the safety case that the package holds: hazards, controls and the tests that show them
cargo xtask trace              where each rule of the documents stands and what shows it: the gaps (--all for every rule)
cargo xtask help               show this text

Each does its own set-up: the wasm32 target, the npm packages, and for the tests a browser.";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match obey(&words.iter().map(String::as_str).collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\n{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn obey(words: &[&str]) -> Result<()> {
    let project = Project::find();
    match words {
        ["build"] => package::build(&project),
        ["plugin"] => package::make_plugin(&project),
        ["sizes"] => package::attribute(&project),
        ["bench"] => bench::run_all(&project, &[]),
        ["bench", pace @ ("--quick" | "--long")] => bench::run_all(&project, &[pace]),
        ["demo"] => demo::serve(&project, demo::DEFAULT_PORT),
        ["demo", "--no-serve"] => demo::build(&project).map(drop),
        ["demo", "--port", port] => demo::serve(&project, demo::parse_port(port)?),
        ["pack", "check"] => pack::check_built_in(&project),
        ["pack", "check", file] => pack::check(&project, file),
        ["pack", "build", file] => pack::build(&project, file, None),
        ["pack", "build", file, output] => pack::build(&project, file, Some(output)),
        ["pack", "lint", words @ ..] => lint::run(&project, words),
        ["pack", "diff", before, after] => pack::diff(before, after),
        ["pack", "dmn", file] => dmn::write(&project, file),
        ["fuzz", words @ ..] => fuzz::run_all(&project, words),
        ["bulk", words @ ..] => bulk::run_all(&project, words),
        ["mutants", words @ ..] => mutants::run_all(&project, words),
        ["messages"] => messages::write(&project),
        ["schema"] => schema::write(&project),
        ["site"] => site::build(&project).map(drop),
        ["site", "--made"] => site::build_site(&project).map(drop),
        ["breaks", words @ ..] => breaks::run(&project, words),
        ["calendar", "update", file] => calendar::update(&project, file, false),
        ["calendar", "update", file, "--write"] => calendar::update(&project, file, true),
        ["prove", words @ ..] => prove::run(&project, words),
        ["record", "verify", chain] => record::verify(chain, None),
        ["record", "verify", chain, head] => record::verify(chain, Some(head)),
        ["release", "--dry-run"] => release::rehearse(&project, false),
        ["release", "--dry-run", "--tested"] => release::rehearse(&project, true),
        ["safety"] => safety::print(&project),
        ["trace"] => trace::print(&project, false),
        ["trace", "--all"] => trace::print(&project, true),
        ["supply"] => supply::check(&project).map(|found| println!("{found}")),
        ["test"] => checks::run_all(&project),
        ["test", "--long"] => checks::run_long(&project),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        _ => bail!("this is no command of ours\n\n{HELP}"),
    }
}
