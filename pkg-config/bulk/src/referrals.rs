//! What a referral is in the warehouse: its columns, and made-up ones in Parquet.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Result;
use datafusion::arrow::array::{ArrayRef, BooleanArray, Date32Array, Int64Array, RecordBatch, StringArray, StructArray};
use datafusion::arrow::datatypes::{DataType, Field, Fields, Schema};
use datafusion::parquet::arrow::ArrowWriter;
use datafusion::parquet::basic::Compression;
use datafusion::parquet::file::properties::WriterProperties;

/// Each the area whose documents answer.
pub const AUTHORITIES: [&str; 5] = ["bracknell-forest", "county-durham", "hampshire", "northamptonshire", "riverbridge"];
/// True, false, and null where it is not known.
pub const CONCERNS: [&str; 8] = [
    "serious_risk",
    "penetrative_sexual_abuse",
    "forensic_evidence_required",
    "immediate_action_required",
    "particularly_complex",
    "immediate_protection_needed",
    "others_considered",
    "complex_reason",
];
/// As many files, each a part of its own for whoever works.
pub const PARTS: usize = 16;
const ROWS_AT_ONCE: usize = 65_536;
/// 1 January 2022, and so many days from there.
const FIRST_DAY: i32 = 18_993;
const DAYS: u64 = 1_640;

/// Writes so many referrals, the same every time.
pub fn generate(folder: &Path, referrals: usize) -> Result<()> {
    fs::create_dir_all(folder)?;
    let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
    let of_a_part = referrals.div_ceil(PARTS);
    for part in 0..PARTS {
        let (first, end) = ((part * of_a_part).min(referrals), ((part + 1) * of_a_part).min(referrals));
        let file = File::create(file_of(folder, part))?;
        let mut writer = ArrowWriter::try_new(file, schema(), Some(properties.clone()))?;
        for from in (first..end).step_by(ROWS_AT_ONCE) {
            writer.write(&made(from..(from + ROWS_AT_ONCE).min(end))?)?;
        }
        writer.close()?;
    }
    Ok(())
}

/// Where a part of them stands.
pub fn file_of(folder: &Path, part: usize) -> PathBuf {
    folder.join(format!("part-{part:02}.parquet"))
}

fn concerns() -> Fields {
    CONCERNS.map(|name| Field::new(name, DataType::Boolean, true)).into_iter().collect()
}

fn schema() -> Arc<Schema> {
    let days = ["concerns_identified_at", "referral_received_at", "immediate_action_at", "held_on"];
    let others = [
        Field::new("referral", DataType::Int64, false),
        Field::new("authority", DataType::Utf8, false),
        Field::new("concerns", DataType::Struct(concerns()), false),
    ];
    Arc::new(Schema::new(others.into_iter().chain(days.map(|name| Field::new(name, DataType::Date32, true))).collect::<Vec<_>>()))
}

/// What is made up of one referral, each by a number of its own that follows no order.
struct Drawn(u64);

impl Drawn {
    /// The finisher of SplitMix64.
    fn number(&self, which: u64) -> u64 {
        let mut mixed = (self.0 << 4 | which).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ mixed >> 31
    }

    fn authority(&self) -> &'static str {
        AUTHORITIES[(self.number(0) % AUTHORITIES.len() as u64) as usize]
    }

    /// One in four not known, and one in four of the others a yes; that others were considered, and a reason, is said of half.
    fn concern(&self, place: usize) -> Option<bool> {
        let number = self.number(8 + place as u64);
        if place >= CONCERNS.len() - 2 { Some(number % 2 == 0) } else { (number % 4 > 0).then_some(number / 4 % 4 == 0) }
    }

    fn identified(&self) -> i32 {
        FIRST_DAY + (self.number(1) % DAYS) as i32
    }

    fn received(&self) -> i32 {
        self.identified() + (self.number(2) % 3) as i32
    }

    fn acted(&self) -> i32 {
        self.received() + (self.number(3) % 2) as i32
    }

    fn held(&self) -> i32 {
        self.received() + (self.number(4) % 8) as i32
    }

    /// Known but for one in so many.
    fn told(&self, which: u64, one_in: u64, day: i32) -> Option<i32> {
        (self.number(which) / 64 % one_in > 0).then_some(day)
    }
}

fn made(rows: std::ops::Range<usize>) -> Result<RecordBatch> {
    let drawn = || rows.clone().map(|row| Drawn(row as u64));
    let concerns_of = |place: usize| Arc::new(drawn().map(|row| row.concern(place)).collect::<BooleanArray>()) as ArrayRef;
    let days = |day: fn(&Drawn) -> Option<i32>| Arc::new(drawn().map(|row| day(&row)).collect::<Date32Array>()) as ArrayRef;
    let columns: Vec<ArrayRef> = vec![
        Arc::new(rows.clone().map(|row| row as i64).collect::<Int64Array>()),
        Arc::new(StringArray::from_iter_values(drawn().map(|row| row.authority()))),
        Arc::new(StructArray::new(concerns(), (0..CONCERNS.len()).map(concerns_of).collect(), None)),
        days(|row| row.told(1, 51, row.identified())),
        days(|row| row.told(2, 31, row.received())),
        days(|row| row.told(3, 3, row.acted())),
        days(|row| row.told(4, 20, row.held())),
    ];
    Ok(RecordBatch::try_new(schema(), columns)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_referrals_are_made_every_time_and_in_any_parts() {
        let whole = made(0..100).unwrap();
        assert_eq!(whole, made(0..100).unwrap());
        assert_eq!(whole.slice(60, 40), made(60..100).unwrap());
    }
}
