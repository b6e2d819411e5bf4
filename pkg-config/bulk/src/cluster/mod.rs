//! The three questions as SQL, asked of a cluster.

mod machine;

use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use ballista::prelude::{SessionConfigExt, SessionContextExt};
use datafusion::arrow::array::RecordBatch;
use datafusion::arrow::util::display::{ArrayFormatter, FormatOptions};
use datafusion::common::cast::{as_boolean_array, as_date32_array, as_int64_array, as_string_array};
use datafusion::execution::SessionStateBuilder;
use datafusion::prelude::{ParquetReadOptions, SessionConfig, SessionContext};

use crate::functions;
use crate::referrals::PARTS;
use crate::results::{self, DIFFERENCE, DUE, Dues, LATENESS};
use machine::Cluster;

const QUESTIONS: [(&str, &str, usize); 3] = [
    (DUE, include_str!("../../sql/due.sql"), 1),
    (LATENESS, include_str!("../../sql/lateness.sql"), 1),
    (DIFFERENCE, include_str!("../../sql/difference.sql"), 2),
];
/// The part in whose midst an executor is lost: half of its share.
const HALF_WAY: usize = PARTS / 4;

/// Asks all three, writes what they came to, and says how long each took. Where one executor is to be lost, it is lost half-way
/// through each question.
pub async fn answer(referrals: &Path, rows: usize, results: &Path, lose_one: bool) -> Result<()> {
    for (question, sql, decisions) in QUESTIONS {
        let mut cluster = Cluster::start(&results.join("cluster")).await?;
        let context = connect(cluster.port, referrals).await?;
        let started = Instant::now();
        let asked = ask(&context, sql);
        let batches = if lose_one {
            tokio::pin!(asked);
            tokio::select! {
                over = &mut asked => {
                    over?;
                    bail!("{question} was over before an executor could be stopped: ask of more referrals");
                }
                begun = cluster.lose_one(HALF_WAY) => println!("one executor is killed; parts begun by each: {:?} of {PARTS}", begun?),
            }
            asked.await?
        } else {
            asked.await?
        };
        results::took(question, decisions * rows, started.elapsed());
        println!("parts that each executor keeps: {:?}", cluster.parts());
        if question == DUE { dues(&batches, rows)?.write(results)? } else { results::write(results, question, table(&batches)?)? }
    }
    Ok(())
}

/// A session that knows the referrals and our functions. Whatever is registered before it becomes one of Ballista's is dropped by it.
async fn connect(port: u16, referrals: &Path) -> Result<SessionContext> {
    let config =
        SessionConfig::new_with_ballista().with_target_partitions(PARTS).set_usize("ballista.scheduler.max_partitions_per_task", 1);
    let state = SessionStateBuilder::new().with_default_features().with_config(config).build();
    let context = SessionContext::remote_with_state(&format!("df://{}:{port}", crate::processes::HOST), state).await?;
    for function in functions::all() {
        context.register_udf((*function).clone());
    }
    let folder = referrals.to_str().context("the path of the referrals is no text")?;
    context.register_parquet("referrals", folder, ParquetReadOptions::default()).await?;
    Ok(context)
}

async fn ask(context: &SessionContext, sql: &str) -> Result<Vec<RecordBatch>> {
    Ok(context.sql(sql).await?.collect().await?)
}

fn dues(batches: &[RecordBatch], rows: usize) -> Result<Dues> {
    let mut dues = Dues::of(rows);
    for batch in batches {
        let referrals = as_int64_array(batch.column(0))?;
        let (days, timescales, settled) =
            (as_date32_array(batch.column(1))?, as_string_array(batch.column(2))?, as_boolean_array(batch.column(3))?);
        for (((referral, day), timescale), settled) in referrals.iter().zip(days).zip(timescales).zip(settled) {
            dues.tell(
                referral.context("a referral has no number")?,
                day,
                timescale,
                settled.context("it is not said whether it is settled")?,
            )?;
        }
    }
    Ok(dues)
}

/// The heading and the rows, as text with commas.
fn table(batches: &[RecordBatch]) -> Result<Vec<String>> {
    let mut lines = Vec::new();
    for batch in batches.iter().filter(|batch| batch.num_rows() > 0) {
        if lines.is_empty() {
            lines.push(batch.schema().fields().iter().map(|field| field.name().as_str()).collect::<Vec<_>>().join(","));
        }
        let options = FormatOptions::default();
        let columns = batch.columns().iter().map(|column| ArrayFormatter::try_new(column, &options)).collect::<Result<Vec<_>, _>>()?;
        lines.extend(
            (0..batch.num_rows()).map(|row| columns.iter().map(|column| column.value(row).to_string()).collect::<Vec<_>>().join(",")),
        );
    }
    Ok(lines)
}
