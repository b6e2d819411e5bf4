//! The one door for everything: `cargo xtask build | sizes | demo | test | help`.
#![forbid(unsafe_code)]

mod checks;
mod command;
mod count;
mod demo;
mod package;
mod project;
mod tools;

use anyhow::{Result, bail};
use project::Project;
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask build              make the npm package in pkg-config/dist/ and print its sizes
cargo xtask sizes              print what each dependency costs in the binary
cargo xtask demo               make everything and serve the page (--port N, default 8190)
cargo xtask demo --no-serve    make the page in target/demo/ without serving it
cargo xtask test               run every test
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
        ["sizes"] => package::attribute(&project),
        ["demo"] => demo::serve(&project, demo::DEFAULT_PORT),
        ["demo", "--no-serve"] => demo::build(&project).map(drop),
        ["demo", "--port", port] => demo::serve(&project, demo::parse_port(port)?),
        ["test"] => checks::run_all(&project),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        _ => bail!("this is no command of ours\n\n{HELP}"),
    }
}
