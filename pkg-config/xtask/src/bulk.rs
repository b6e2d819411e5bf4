//! The rules in a warehouse: ten million made-up referrals, asked in SQL of a cluster on this machine, and held to one process.

use crate::command::{cargo, program, run, run_and_read, say};
use crate::project::Project;
use anyhow::{Context, Result, bail, ensure};
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

const REFERRALS: usize = 10_000_000;
const QUESTIONS: [&str; 3] = ["due", "lateness", "difference"];
/// What each way is called, its command, and what it says beside the referrals and the results.
const WAYS: [(&str, &str, &[&str]); 3] =
    [("one process", "single", &[]), ("a cluster", "cluster", &[]), ("a cluster that loses an executor", "cluster", &["--lose-one"])];

/// What a way of asking said that it took.
struct Took {
    question: String,
    decisions: f64,
    seconds: f64,
}

/// Asks of ten million referrals, or of as many as `--rows=` says.
pub fn run_all(project: &Project, words: &[&str]) -> Result<()> {
    let referrals = match words {
        [] => REFERRALS,
        [word] => word.strip_prefix("--rows=").context("bulk takes --rows=NUMBER alone")?.parse()?,
        _ => bail!("bulk takes --rows=NUMBER alone"),
    };
    println!("{}", compare(project, referrals)?);
    Ok(())
}

/// Within the tests.
pub fn check(project: &Project) -> Result<String> {
    compare(project, REFERRALS)
}

fn compare(project: &Project, rows: usize) -> Result<String> {
    let bulk = make(project)?;
    let kept = project.target.join("bulk/run");
    let folder = |way: usize| kept.join(format!("results-{way}"));
    let referrals = kept.join("referrals");
    say(&format!("making up {rows} referrals in {}", referrals.display()));
    let mend = "What it says above is in the way.";
    run(program(&bulk, &kept).arg("generate").arg(&referrals).arg(rows.to_string()), mend)?;
    let mut table = format!("{:<34} {:<12} {:>10} {:>16}\n", "", "", "seconds", "decisions/s");
    for (way, (name, command, further)) in WAYS.iter().enumerate() {
        say(&format!("asking {name}"));
        let mut asked = program(&bulk, &kept);
        asked.arg(command).arg(&referrals).arg(rows.to_string()).arg(folder(way)).args(*further);
        for Took { question, decisions, seconds } in took(&run_and_read(&mut asked, mend)?)? {
            table += &format!("{name:<34} {question:<12} {seconds:>10.2} {:>16.0}\n", decisions / seconds);
        }
        for question in QUESTIONS {
            differs(&result(&folder(0), question), &result(&folder(way), question))?;
        }
    }
    println!("\n{rows} referrals\n{table}");
    Ok(format!("{rows} referrals, {} questions: the same in {} ways", QUESTIONS.len(), WAYS.len()))
}

/// The program, made and tested by its own lock file, which names some 330 crates that nothing else here needs.
fn make(project: &Project) -> Result<PathBuf> {
    let (folder, built) = (project.pkg_config().join("bulk"), project.target.join("bulk"));
    fs::create_dir_all(built.join("run"))?;
    say("compiling Apache DataFusion and Ballista, from crates.io: on two processors that takes half an hour, once");
    let mend = "The compiler's message above says what to change in pkg-config/bulk.";
    run(cargo(&folder).args(["build", "--profile=bulk", "--target-dir"]).arg(&built), mend)?;
    run(cargo(&folder).args(["test", "--quiet", "--profile=bulk", "--target-dir"]).arg(&built), "A test of pkg-config/bulk failed.")?;
    Ok(built.join("bulk/bulk").with_extension(std::env::consts::EXE_EXTENSION))
}

fn took(told: &str) -> Result<Vec<Took>> {
    let of_line = |line: &str| -> Result<Took> {
        let [question, decisions, seconds] = line.split(' ').collect::<Vec<_>>()[..] else { bail!("it said what it took as {line}") };
        Ok(Took { question: question.to_owned(), decisions: decisions.parse()?, seconds: seconds.parse()? })
    };
    let took: Vec<Took> = told.lines().filter_map(|line| line.strip_prefix("took ")).map(of_line).collect::<Result<_>>()?;
    let questions: Vec<&str> = took.iter().map(|took| took.question.as_str()).collect();
    ensure!(questions == QUESTIONS, "it answered {questions:?}");
    Ok(took)
}

fn result(folder: &Path, question: &str) -> PathBuf {
    folder.join(question).with_extension("csv")
}

/// Fails where two files differ, and names the first line that does.
fn differs(one: &Path, other: &Path) -> Result<()> {
    let lines = |file: &Path| -> Result<_> {
        Ok(BufReader::new(File::open(file).with_context(|| format!("there is no {}", file.display()))?).lines())
    };
    let (mut these, mut those) = (lines(one)?, lines(other)?);
    for number in 1.. {
        match (these.next().transpose()?, those.next().transpose()?) {
            (None, None) if number > 1 => return Ok(()),
            (this, that) if this == that && this.is_some() => {}
            (this, that) => {
                let [this, that] = [this, that].map(|line| line.unwrap_or_else(|| "nothing".to_owned()));
                bail!("line {number}: {} says {this}, and {} says {that}", one.display(), other.display())
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_is_named_by_its_line() {
        let folder = std::env::temp_dir().join(format!("bulk-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let written = |name: &str, text: &str| {
            fs::write(folder.join(name), text).unwrap();
            folder.join(name)
        };
        let first = written("first", "a\nb\n");
        let told = |text: &str| differs(&first, &written("second", text)).err().map(|error| error.to_string());
        assert_eq!(told("a\nb\n"), None);
        for (text, line) in [("a\nc\n", 2), ("a\n", 2), ("a\nb\nc\n", 3), ("", 1)] {
            assert!(told(text).unwrap().starts_with(&format!("line {line}: ")), "{text}");
        }
        let nothing = written("nothing", "");
        assert!(differs(&nothing, &nothing).is_err());
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn each_question_is_to_say_what_it_took() {
        let told = "took due 10 0.5\nand more\ntook lateness 10 1\ntook difference 20 1\n";
        assert_eq!(took(told).unwrap().iter().map(|took| took.decisions / took.seconds).collect::<Vec<_>>(), [20.0, 10.0, 20.0]);
        assert!(took("took due 10 0.5\n").is_err());
    }
}
