//! Holds the library against what shares nothing with it, and over whole spaces of facts: one table of what was reached.

use crate::command::{cargo, node, program, run_and_read, say};
use crate::project::Project;
use crate::tools::{ensure_dsntk, ensure_engines, ensure_npm_packages_of, set_up_python};
use crate::{authored, calendar, dmn, package};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// How far a proof goes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// Within the tests.
    Test,
    /// By itself.
    Whole,
    /// Before a release. What is done is kept, and the next run goes on from there.
    Long,
}

impl Pace {
    /// What a proof in Rust is told of it.
    const fn word(self) -> &'static str {
        match self {
            Pace::Test => "test",
            Pace::Whole => "whole",
            Pace::Long => "long",
        }
    }

    const fn of<T: Copy>(self, test: T, whole: T, long: T) -> T {
        match self {
            Pace::Test => test,
            Pace::Whole => whole,
            Pace::Long => long,
        }
    }
}

/// Makes the package and proves; with `--made` the one that is there is taken.
pub fn run(project: &Project, words: &[&str]) -> Result<()> {
    let mut pace = Pace::Whole;
    let mut made = false;
    for word in words {
        match *word {
            "--quick" => pace = Pace::Test,
            "--long" => pace = Pace::Long,
            "--made" => made = true,
            other => bail!("{other} is nothing that prove knows: it takes --quick, --long and --made"),
        }
    }
    if !made {
        package::make(project)?;
    }
    println!("\n{}", prove(project, pace)?);
    Ok(())
}

/// How a program says what it reached, on a line of its own.
const REACHED: &str = "reached: ";

struct Goal {
    wanted: &'static str,
    command: Command,
}

struct Row {
    wanted: &'static str,
    command: String,
    reached: Result<String>,
}

/// Proves each goal, prints the table, and fails on any shortfall. Nothing is left out because something before it fell short.
pub fn prove(project: &Project, pace: Pace) -> Result<String> {
    let started = Instant::now();
    let rows: Vec<Row> = goals(project, pace)?.into_iter().map(|goal| reach(project, goal)).collect();
    println!("\n{:<8} {:<64} {:<72} command", "", "goal", "figure reached");
    for Row { wanted, command, reached } in &rows {
        let (standing, figure) = reached.as_ref().map_or(("SHORT", "see above"), |figure| ("reached", figure));
        println!("{standing:<8} {wanted:<64} {figure:<72} {command}");
    }
    let short = rows.iter().filter(|row| row.reached.is_err()).count();
    if short > 0 {
        bail!("{short} of {} proofs fell short", rows.len());
    }
    Ok(format!("{} proofs in {:.0} s", rows.len(), started.elapsed().as_secs_f32()))
}

fn reach(project: &Project, Goal { wanted, mut command }: Goal) -> Row {
    let shown = shown(project, &command);
    println!("\n{wanted}: {shown}");
    let started = Instant::now();
    let told = run_and_read(&mut command, "The lines above say what fell short.");
    let figure = |told: String| told.lines().rev().find_map(|line| line.strip_prefix(REACHED)).map(str::to_owned);
    let reached = told.and_then(|told| figure(told).context("it did not say what it reached"));
    match &reached {
        Ok(_) => say(&format!("{:.1} s", started.elapsed().as_secs_f32())),
        Err(error) => eprintln!("{error:#}"),
    }
    Row { wanted, command: shown, reached }
}

/// A command as it is typed from the project's folder.
fn shown(project: &Project, command: &Command) -> String {
    let root = format!("{}/", project.root.display());
    let settings = command.get_envs().filter_map(|(name, value)| Some(format!("{}={}", name.to_string_lossy(), value?.to_string_lossy())));
    let words = [command.get_program()].into_iter().chain(command.get_args()).map(|word| word.to_string_lossy().into_owned());
    settings.chain(words).map(|word| word.replace(&root, "")).collect::<Vec<_>>().join(" ")
}

/// What each proof is, and how far it goes.
fn goals(project: &Project, pace: Pace) -> Result<Vec<Goal>> {
    ensure_npm_packages_of(project, PROOFS)?;
    let tools = Tools { project, python: set_up_python(project)?, kept: project.target.join("proofs") };
    fs::create_dir_all(&tools.kept)?;
    let counted = calendar::count_out(&tools.kept)?;
    let packs = tools.kept.join("packs.json");
    fs::write(&packs, serde_json::to_string(&authored::built_in(project)?)?)?;
    let tables = dmn::write_all(project, &tools.kept)?;
    let goal = |wanted, command| Goal { wanted, command };
    // The same commit is always judged alike: what is drawn now is left to those who go looking.
    let drawn = (pace != Pace::Test).then(|| goal("nor in cases from a seed that is drawn now", tools.drawn(pace)));
    let goals = [
        goal("no answer differs from the second reading", tools.second_reading(pace)),
        goal("each wrong value planted in the second reading is found", tools.planted()),
        goal(
            "working days are those of `holidays`, hours are elapsed hours",
            tools.python("proofs/working_days.py", &[&counted, &project.installed()]),
        ),
        goal("working days are those of `date-holidays`", tools.node("working-days.mjs", &[&counted])),
        goal("no unknown protects less, whatever it turns out to be", tools.rust(pace, "space::every_way_of_few_facts")),
        goal("nor at the threshold of any route", tools.rust(pace, "space::every_way_of_each_threshold")),
        goal("no worry leads to a less protective route", tools.rust(pace, "space::every_way_of_many_facts_that_are_known")),
        goal("whatever pack the checker takes keeps the laws", tools.rust(pace, "generated::whatever_the_checker_takes_keeps_the_laws")),
        goal("the packs are complete, reachable, monotone and silent", tools.python("proofs/solve.py", &[&packs])),
        goal("a pack that is spoilt in any one place is noticed", tools.rust(pace, "mutants::whatever_is_spoilt_in_a_pack_is_noticed")),
        goal("decision tables as DMN are valid, and other engines answer alike", tools.tables(pace, &packs, &tables)?),
        goal("Node answers as the library does natively, to the byte", tools.one_answer(pace)),
        goal("whatever is handed to the package, it answers or says what is wrong", tools.hostile(pace)),
    ];
    // Each takes a compilation: within the tests, that each can still be made is all.
    let broken = (pace != Pace::Test).then(|| goal("what brings a hazard about is noticed by the test named for it", tools.breaks(pace)));
    let engines = if pace == Pace::Long { Some(goal("and so do three engines", tools.in_engines()?)) } else { None };
    let fuzzed = (pace == Pace::Long).then(|| goal("whatever bytes are read, they are taken or refused", tools.fuzz()));
    Ok(goals.into_iter().chain(drawn).chain(broken).chain(fuzzed).chain(engines).collect())
}

/// Where the proofs stand that are no part of the second reading.
const PROOFS: &str = "tests/proofs";

struct Tools<'p> {
    project: &'p Project,
    python: PathBuf,
    kept: PathBuf,
}

impl Tools<'_> {
    fn python(&self, script: &str, words: &[&Path]) -> Command {
        let mut command = program(&self.python, &self.project.root);
        command.arg(self.project.root.join("tests").join(script)).args(words);
        command
    }

    fn node(&self, script: &str, words: &[&Path]) -> Command {
        let mut command = node(&self.project.root);
        command.arg(self.project.root.join(PROOFS).join(script)).args(words);
        command
    }

    /// A proof that is a test too, at nearly the speed of a release.
    fn rust(&self, pace: Pace, test: &str) -> Command {
        let mut command = cargo(&self.project.root);
        command.args(["test", "--quiet", "--profile=prove", "--test=proofs", "--", "--nocapture", "--exact", test]);
        command.env("SAFEGUARDING_PROOF", pace.word());
        command
    }

    fn compared(&self, cases: u32) -> Command {
        let mut command = self.python("reference/compare.py", &[&self.project.installed()]);
        command.args(["--cases", &cases.to_string()]);
        command
    }

    /// The same cases every time.
    fn second_reading(&self, pace: Pace) -> Command {
        let mut command = self.compared(pace.of(30_000, 250_000, 100_000_000));
        command.args(["--seed", "proved"]);
        if pace == Pace::Long {
            command.arg("--progress").arg(self.kept.join("second-reading.json"));
        }
        command
    }

    /// Others every time, from a seed that is printed.
    fn drawn(&self, pace: Pace) -> Command {
        self.compared(pace.of(0, 50_000, 1_000_000))
    }

    fn breaks(&self, pace: Pace) -> Command {
        let mut command = cargo(&self.project.root);
        command.args(["xtask", "breaks"]);
        if pace == Pace::Whole {
            command.arg("--every=9");
        }
        command
    }

    fn fuzz(&self) -> Command {
        let mut command = cargo(&self.project.root);
        command.args(["xtask", "fuzz"]);
        command
    }

    /// Within the tests those of the practice guide, on which every partnership's stand; before a release in a second engine too.
    fn tables(&self, pace: Pace, packs: &Path, tables: &Path) -> Result<Command> {
        let mut command = self.node("dmn.mjs", &[&self.project.installed(), packs, tables]);
        command.arg(pace.of(1 << 13, 1 << 12, 1 << 16).to_string());
        if pace == Pace::Test {
            command.arg("multi-agency-meetings");
        }
        if pace == Pace::Long {
            command.env("SAFEGUARDING_DSNTK", ensure_dsntk(self.project)?);
        }
        Ok(command)
    }

    /// The same values every time; before a release more than anybody waits for.
    fn hostile(&self, pace: Pace) -> Command {
        let mut command = self.node("hostile-door.mjs", &[&self.project.installed()]);
        command.arg(pace.of(5_000, 30_000, 1_000_000).to_string()).args(["--seed", "16"]);
        if pace == Pace::Long {
            command.arg("--progress").arg(self.kept.join("hostile-door.json"));
        }
        command
    }

    fn one_answer(&self, pace: Pace) -> Command {
        let mut command = self.node("one-answer.mjs", &[&self.project.installed()]);
        command.arg(pace.of(300, 2_000, 2_000).to_string());
        command
    }

    /// Far more of the same; the tests in engines ask some of them.
    fn in_engines(&self) -> Result<Command> {
        let mut command = node(&self.project.root);
        command.arg(self.project.root.join("tests/engines/long/one-answer.test.mjs"));
        command.envs(ensure_engines(self.project)?);
        command.env("SAFEGUARDING_PROGRESS", self.kept.join("one-answer.json"));
        Ok(command)
    }

    fn planted(&self) -> Command {
        self.python("reference/plant.py", &[&self.project.installed()])
    }
}
