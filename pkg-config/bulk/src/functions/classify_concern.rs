//! `classify_concern(area, as_of, concerns, concerns_identified_at, referral_received_at, immediate_action_at)`: by when, on which
//! timescale, and is that settled? The same rules and the same loop as the package's `timeColumns`.

use std::sync::Arc;

use datafusion::arrow::array::{Array, ArrayRef, BooleanArray, Date32Array, StringArray, StructArray};
use datafusion::arrow::datatypes::{DataType, Date32Type, Field, Fields};
use datafusion::common::cast::{as_boolean_array, as_date32_array, as_string_array, as_struct_array};
use datafusion::common::{Result, exec_err, plan_err};
use datafusion::logical_expr::{ColumnarValue, ScalarFunctionArgs, ScalarUDFImpl, Signature, Volatility};
use safeguarding_rules::classify_concern::{Columns, Timetable};

use super::refused;
use super::timetables::{Whose, with_timetable};

#[derive(Debug, PartialEq, Eq, Hash)]
pub struct ClassifyConcern {
    signature: Signature,
}

impl ClassifyConcern {
    pub fn new() -> Self {
        ClassifyConcern { signature: Signature::user_defined(Volatility::Immutable) }
    }
}

impl ScalarUDFImpl for ClassifyConcern {
    fn name(&self) -> &str {
        "classify_concern"
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    /// A moment is no day: at what hour in London it was would be lost in silence.
    fn coerce_types(&self, told: &[DataType]) -> Result<Vec<DataType>> {
        let [area, as_of, concerns, days @ ..] = told else { return plan_err!("expected {EXPECTED}") };
        let is_text = matches!(area, DataType::Utf8 | DataType::Utf8View | DataType::LargeUtf8 | DataType::Dictionary(..) | DataType::Null);
        let are_days = days.len() == 3 && [as_of].into_iter().chain(days).all(|day| matches!(day, DataType::Date32 | DataType::Null));
        let DataType::Struct(facts) = concerns else { return plan_err!("expected {EXPECTED}") };
        if !is_text || !are_days || facts.iter().any(|fact| *fact.data_type() != DataType::Boolean) {
            return plan_err!("expected {EXPECTED}");
        }
        let day = DataType::Date32;
        Ok(vec![DataType::Utf8, day.clone(), concerns.clone(), day.clone(), day.clone(), day])
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Ok(DataType::Struct(answered()))
    }

    fn invoke_with_args(&self, told: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let arrays = told.args.iter().map(|value| value.to_array(told.number_rows)).collect::<Result<Vec<_>>>()?;
        let cases = Cases {
            areas: as_string_array(&arrays[0])?,
            as_of: as_date32_array(&arrays[1])?,
            concerns: as_struct_array(&arrays[2])?,
            moments: [as_date32_array(&arrays[3])?, as_date32_array(&arrays[4])?, as_date32_array(&arrays[5])?],
        };
        Ok(ColumnarValue::Array(Arc::new(cases.answer()?.into_array())))
    }
}

const EXPECTED: &str = "an area as text, a day, a struct of yes or no (true, false, and null for not known), and three days: \
    when the concern was identified, when the referral was received, and when the need for immediate action arose";

fn answered() -> Fields {
    Fields::from(vec![
        Field::new("due_by", DataType::Date32, true),
        Field::new("timescale", DataType::Utf8, true),
        Field::new("most_urgent_timescale", DataType::Utf8, true),
        Field::new("settled", DataType::Boolean, true),
    ])
}

/// Cases beside each other, as the query hands them over.
struct Cases<'c> {
    areas: &'c StringArray,
    as_of: &'c Date32Array,
    concerns: &'c StructArray,
    moments: [&'c Date32Array; 3],
}

/// What is answered of each; a timescale by its place among the names.
struct Answers {
    due_by: Vec<Option<i32>>,
    timescale: Vec<Option<usize>>,
    most_urgent: Vec<Option<usize>>,
    settled: Vec<bool>,
    names: Vec<String>,
}

impl Cases<'_> {
    fn answer(&self) -> Result<Answers> {
        let rows = self.areas.len();
        let [timescale, most_urgent] = [(); 2].map(|()| vec![None; rows]);
        let mut answers = Answers { due_by: vec![None; rows], timescale, most_urgent, settled: vec![true; rows], names: Vec::new() };
        for (whose, rows) in self.groups() {
            with_timetable(&whose, |timetable| self.decide(&rows, timetable, &mut answers))?;
        }
        Ok(answers)
    }

    /// The rows of each area and day.
    fn groups(&self) -> Vec<(Whose, Vec<usize>)> {
        let mut groups: Vec<((Option<&str>, Option<i32>), Vec<usize>)> = Vec::new();
        for (row, whose) in self.areas.iter().zip(self.as_of).enumerate() {
            match groups.iter_mut().find(|(known, _)| *known == whose) {
                Some((_, rows)) => rows.push(row),
                None => groups.push((whose, vec![row])),
            }
        }
        let owned = |(area, as_of): (Option<&str>, Option<i32>)| (area.map(str::to_owned), as_of.and_then(Date32Type::to_naive_date_opt));
        groups.into_iter().map(|(whose, rows)| (owned(whose), rows)).collect()
    }

    fn decide(&self, rows: &[usize], timetable: &mut Timetable, answers: &mut Answers) -> Result<()> {
        let facts = self.facts(rows, timetable)?;
        let days = |place: usize| rows.iter().map(|row| day(self.moments[place], *row)).collect::<Result<Vec<u32>>>();
        let [identified, received, action] = [days(0)?, days(1)?, days(2)?];
        let columns =
            Columns { facts: &facts, concerns_identified_at: &identified, referral_received_at: &received, immediate_action_at: &action };
        let first = answers.names.len();
        answers.names.extend(timetable.timescales().iter().map(|timescale| timescale.id()));
        let named = |place: Option<u8>| place.map(|place| first + usize::from(place));
        let told = timetable.time(columns, 0, |case, due| {
            let row = rows[case];
            answers.due_by[row] = i32::try_from(due.due_by).ok().filter(|day| *day > 0);
            answers.timescale[row] = named(due.timescale);
            answers.most_urgent[row] = named(due.most_urgent_timescale);
            answers.settled[row] = due.settled;
        });
        told.map_err(refused)
    }

    /// The facts of these rows as bits. What is null is not known, and never a no.
    fn facts(&self, rows: &[usize], timetable: &Timetable) -> Result<Vec<u32>> {
        let mut facts = vec![0; rows.len()];
        for (field, values) in self.concerns.fields().iter().zip(self.concerns.columns()) {
            let Some([yes, no]) = bits(field.name(), timetable.facts()) else {
                return exec_err!("{} is no fact of these documents: expected {}", field.name(), names(timetable.facts()).join(", "));
            };
            let values = as_boolean_array(values)?;
            for (bits, row) in facts.iter_mut().zip(rows) {
                if self.concerns.is_valid(*row) && values.is_valid(*row) {
                    *bits |= if values.value(*row) { yes } else { no };
                }
            }
        }
        Ok(facts)
    }
}

impl Answers {
    fn into_array(self) -> StructArray {
        let Answers { due_by, timescale, most_urgent, settled, names } = self;
        let named = |places: Vec<Option<usize>>| -> ArrayRef {
            Arc::new(places.into_iter().map(|place| place.map(|place| &names[place])).collect::<StringArray>())
        };
        let columns = [Arc::new(Date32Array::from(due_by)) as ArrayRef, named(timescale), named(most_urgent)];
        StructArray::new(answered(), columns.into_iter().chain([Arc::new(BooleanArray::from(settled)) as ArrayRef]).collect(), None)
    }
}

/// Behind the facts: are all others considered, and is a reason for a longer time on record?
const BEHIND: [&str; 2] = ["others_considered", "complex_reason"];

/// The names that a struct of facts may have, in the order of their bits.
fn names(facts: &[String]) -> Vec<String> {
    facts.iter().map(|fact| snake(fact)).chain(BEHIND.map(str::to_owned)).collect()
}

/// The bits of a yes and of a no.
fn bits(name: &str, facts: &[String]) -> Option<[u32; 2]> {
    let place = names(facts).iter().position(|known| known == name)?;
    let behind = place.checked_sub(facts.len());
    Some(behind.map_or([1 << (2 * place), 2 << (2 * place)], |behind| [1 << (2 * facts.len() + behind), 0]))
}

/// `seriousRisk` as SQL and packs write it: `serious_risk`.
fn snake(name: &str) -> String {
    let words = name.chars().flat_map(|c| c.is_uppercase().then_some('_').into_iter().chain(c.to_lowercase()));
    words.collect()
}

/// Days after 1 January 1970, and 0 where it is not known: whatever lies before is no day of a case.
fn day(days: &Date32Array, row: usize) -> Result<u32> {
    match days.is_valid(row).then(|| days.value(row)) {
        None => Ok(0),
        Some(day) => u32::try_from(day).ok().filter(|day| *day > 0).map_or_else(|| exec_err!("expected days after 1 January 1970"), Ok),
    }
}
