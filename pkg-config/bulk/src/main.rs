//! The rules in a warehouse: the questions as functions of DataFusion, run on Ballista. `cargo xtask bulk` does it all.

#![forbid(unsafe_code)]

mod cluster;
mod functions;
mod processes;
mod referrals;
mod results;
mod rulebook;
mod said;
mod single;

use std::path::Path;

use anyhow::{Result, bail};

const HELP: &str = "\
bulk generate REFERRALS ROWS            write so many made-up referrals into a folder, as Parquet
bulk single REFERRALS ROWS RESULTS      answer in one process, in a plain loop
bulk cluster REFERRALS ROWS RESULTS     answer in SQL, on a scheduler and two executors, which it starts
bulk cluster REFERRALS ROWS RESULTS --lose-one
                                        the same, and one executor is killed half-way through each question
bulk scheduler PORT                     one of these processes
bulk executor SCHEDULER-PORT PORT GRPC-PORT FOLDER";

#[tokio::main]
async fn main() -> Result<()> {
    said::begin();
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["generate", folder, rows] => referrals::generate(Path::new(folder), rows.parse()?),
        ["single", referrals, rows, results] => single::answer(Path::new(referrals), rows.parse()?, Path::new(results)),
        ["cluster", referrals, rows, results] => cluster::answer(Path::new(referrals), rows.parse()?, Path::new(results), false).await,
        ["cluster", referrals, rows, results, "--lose-one"] => {
            cluster::answer(Path::new(referrals), rows.parse()?, Path::new(results), true).await
        }
        ["scheduler", port] => processes::schedule(port.parse()?).await,
        ["executor", scheduler, port, grpc, folder] => processes::execute(scheduler.parse()?, port.parse()?, grpc.parse()?, folder).await,
        _ => bail!("this is no command of ours\n\n{HELP}"),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_page_shows_the_sql_that_runs() {
        let page = include_str!("../README.md");
        for sql in [include_str!("../sql/due.sql"), include_str!("../sql/lateness.sql"), include_str!("../sql/difference.sql")] {
            assert!(page.contains(&format!("```sql\n{sql}```\n")), "{sql}");
        }
    }
}
