//! Referrals as the loop takes them, field by field beside each other.

use std::fs::File;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use datafusion::arrow::array::{Array, ArrayRef, Date32Array, RecordBatch};
use datafusion::common::cast::{as_boolean_array, as_date32_array, as_int64_array, as_string_array, as_struct_array};
use datafusion::parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use safeguarding_rules::classify_concern::{Columns, Timetable};
use safeguarding_rules_many::{Dues, time};

use crate::referrals::{AUTHORITIES, CONCERNS, PARTS, file_of};

const ROWS_AT_ONCE: usize = 65_536;

/// The facts of a concern in the order of `CONCERNS`, but for the two that stand behind them.
const FACTS: [&str; CONCERNS.len() - 2] = [
    "seriousRisk",
    "penetrativeSexualAbuse",
    "forensicEvidenceRequired",
    "immediateActionRequired",
    "particularlyComplex",
    "immediateProtectionNeeded",
];

/// Referrals beside each other.
#[derive(Default)]
pub struct Cases {
    pub referrals: Vec<i64>,
    authorities: Vec<usize>,
    facts: Vec<u32>,
    /// When the concern was identified, the referral received, and the need for immediate action arose; 0 where it is not known.
    moments: [Vec<u32>; 3],
    pub held_on: Vec<Option<i32>>,
}

/// What is decided of each.
pub struct Answers {
    due_by: Vec<u32>,
    timescales: Vec<u8>,
    pub settled: Vec<u8>,
}

/// Reads all files, so many rows at once.
pub fn each(referrals: &Path, mut tell: impl FnMut(Cases) -> Result<()>) -> Result<()> {
    for part in 0..PARTS {
        let file = File::open(file_of(referrals, part))?;
        for batch in ParquetRecordBatchReaderBuilder::try_new(file)?.with_batch_size(ROWS_AT_ONCE).build()? {
            tell(Cases::read(&batch?)?)?;
        }
    }
    Ok(())
}

impl Cases {
    fn read(batch: &RecordBatch) -> Result<Self> {
        let column = |name: &str| batch.column_by_name(name).with_context(|| format!("there is no column {name}"));
        let authority = |name: &str| AUTHORITIES.iter().position(|known| *known == name).with_context(|| format!("who is {name}?"));
        let moment = |name: &str| -> Result<Vec<u32>> { Ok(days(column(name)?)?.iter().map(|day| day.unwrap_or(0) as u32).collect()) };
        Ok(Cases {
            referrals: as_int64_array(column("referral")?)?.values().to_vec(),
            authorities: as_string_array(column("authority")?)?.iter().flatten().map(authority).collect::<Result<_>>()?,
            facts: facts(column("concerns")?)?,
            moments: [moment("concerns_identified_at")?, moment("referral_received_at")?, moment("immediate_action_at")?],
            held_on: days(column("held_on")?)?.iter().collect(),
        })
    }

    /// Those of one authority.
    pub fn of(&self, authority: usize) -> Cases {
        let mut cases = Cases::default();
        for row in (0..self.referrals.len()).filter(|row| self.authorities[*row] == authority) {
            cases.referrals.push(self.referrals[row]);
            cases.authorities.push(authority);
            cases.facts.push(self.facts[row]);
            for (days, all) in cases.moments.iter_mut().zip(&self.moments) {
                days.push(all[row]);
            }
            cases.held_on.push(self.held_on[row]);
        }
        cases
    }

    pub fn decide(&self, timetable: &mut Timetable) -> Result<Answers> {
        ensure!(timetable.facts() == FACTS, "these documents ask for other facts: {:?}", timetable.facts());
        let [concerns_identified_at, referral_received_at, immediate_action_at] = &self.moments;
        let columns = Columns { facts: &self.facts, concerns_identified_at, referral_received_at, immediate_action_at };
        let mut due_by = vec![0; self.facts.len()];
        let [mut timescales, mut most_urgent, mut settled] = [(); 3].map(|()| vec![0; self.facts.len()]);
        let mut dues = Dues { due_by: &mut due_by, timescales: &mut timescales, most_urgent: &mut most_urgent, settled: &mut settled };
        time(timetable, columns, 0, &mut dues)?;
        Ok(Answers { due_by, timescales, settled })
    }
}

impl Answers {
    pub fn due_by(&self, place: usize) -> Option<i32> {
        i32::try_from(self.due_by[place]).ok().filter(|day| *day > 0)
    }

    pub fn timescale<'n>(&self, place: usize, names: &'n [String]) -> Option<&'n str> {
        self.timescales[place].checked_sub(1).map(|place| names[usize::from(place)].as_str())
    }
}

fn days(column: &ArrayRef) -> Result<&Date32Array> {
    Ok(as_date32_array(column)?)
}

/// Two bits a fact, and behind them one each: others were considered, and a reason is on record.
fn facts(concerns: &ArrayRef) -> Result<Vec<u32>> {
    let concerns = as_struct_array(concerns)?;
    let mut facts = vec![0; concerns.len()];
    for (place, name) in CONCERNS.iter().enumerate() {
        let told = as_boolean_array(concerns.column_by_name(name).with_context(|| format!("there is no concern {name}"))?)?;
        let [yes, no] = if place < FACTS.len() { [1 << (2 * place), 2 << (2 * place)] } else { [1 << (FACTS.len() + place), 0] };
        for (bits, told) in facts.iter_mut().zip(told) {
            *bits |= told.map_or(0, |told| if told { yes } else { no });
        }
    }
    Ok(facts)
}
