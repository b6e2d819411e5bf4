//! A cluster on this machine: one scheduler and two executors, each a process of its own.

use std::fs::{self, File};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::process::{Child, Command};
use tokio::time::{sleep, timeout};

use crate::processes::{EXECUTORS, HOST};

const READY_WITHIN: Duration = Duration::from_secs(120);
const LOOK_EVERY: Duration = Duration::from_millis(5);

/// Processes end with it.
pub struct Cluster {
    pub port: u16,
    _scheduler: Child,
    executors: Vec<Executor>,
}

struct Executor {
    process: Child,
    folder: PathBuf,
}

impl Cluster {
    /// Starts one whose processes keep what they need in a folder, and waits until it takes queries.
    pub async fn start(folder: &Path) -> Result<Self> {
        if folder.exists() {
            fs::remove_dir_all(folder)?;
        }
        fs::create_dir_all(folder)?;
        let port = free_port()?;
        let scheduler = start(folder, "scheduler", &["scheduler".to_owned(), port.to_string()])?;
        answers(port, "/healthz").await.context("the scheduler did not start")?;
        let executors = (1..=EXECUTORS).map(|number| Executor::start(folder, number, port)).collect::<Result<_>>()?;
        answers(port, "/readyz").await.context("the executors did not start")?;
        Ok(Cluster { port, _scheduler: scheduler, executors })
    }

    /// How many parts each executor has written, or is writing.
    pub fn parts(&self) -> Vec<usize> {
        self.executors.iter().map(|executor| files(&executor.folder)).collect()
    }

    /// Ends the last executor, without a word to anybody, in the midst of so manieth of its parts: and what it had done is lost too,
    /// as it is with a machine. Tells how many parts each executor had begun.
    pub async fn lose_one(&mut self, part: usize) -> Result<Vec<usize>> {
        while self.parts().last().is_none_or(|begun| *begun < part) {
            sleep(LOOK_EVERY).await;
        }
        let begun = self.parts();
        let lost = self.executors.last_mut().context("there is no executor")?;
        lost.process.kill().await?;
        fs::remove_dir_all(&lost.folder)?;
        Ok(begun)
    }
}

impl Executor {
    fn start(folder: &Path, number: usize, scheduler: u16) -> Result<Self> {
        let name = format!("executor-{number}");
        let work = folder.join(&name);
        fs::create_dir_all(&work)?;
        let ports = [scheduler, free_port()?, free_port()?].map(|port| port.to_string());
        let words = ["executor".to_owned()].into_iter().chain(ports).chain([work.display().to_string()]);
        Ok(Executor { process: start(folder, &name, &words.collect::<Vec<_>>())?, folder: work })
    }
}

/// This very program in another part, with what it says in a file of its own.
fn start(folder: &Path, name: &str, words: &[String]) -> Result<Child> {
    let said = File::create(folder.join(name).with_extension("log"))?;
    let mut command = Command::new(std::env::current_exe()?);
    Ok(command.args(words).stdout(said.try_clone()?).stderr(said).kill_on_drop(true).spawn()?)
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((HOST, 0))?.local_addr()?.port())
}

async fn answers(port: u16, path: &str) -> Result<()> {
    let ready = async {
        while !is_well(port, path).await.unwrap_or(false) {
            sleep(Duration::from_millis(50)).await;
        }
    };
    let Ok(()) = timeout(READY_WITHIN, ready).await else { bail!("{path} did not answer in time") };
    Ok(())
}

async fn is_well(port: u16, path: &str) -> std::io::Result<bool> {
    let mut stream = TcpStream::connect((HOST, port)).await?;
    stream.write_all(format!("GET {path} HTTP/1.1\r\nHost: {HOST}\r\nConnection: close\r\n\r\n").as_bytes()).await?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await?;
    Ok(answer.starts_with("HTTP/1.1 200"))
}

/// The files of results in a folder and all beneath it. One that is gone meanwhile counts for nothing.
fn files(folder: &Path) -> usize {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let count =
        |path: PathBuf| if path.is_dir() { files(&path) } else { usize::from(path.extension().is_some_and(|kind| kind == "arrow")) };
    entries.map(|entry| count(entry.path())).sum()
}
