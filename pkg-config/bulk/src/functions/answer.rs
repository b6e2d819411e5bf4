//! `answer(question, facts)`: any question, from its facts as JSON to its whole answer as JSON.

use std::sync::Arc;

use datafusion::arrow::array::StringArray;
use datafusion::arrow::datatypes::DataType;
use datafusion::common::Result;
use datafusion::common::cast::as_string_array;
use datafusion::logical_expr::{ColumnarValue, ScalarFunctionArgs, ScalarUDFImpl, Signature, Volatility};

use super::refused;
use crate::rulebook::RULEBOOK;

#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Answer {
    signature: Signature,
}

impl Answer {
    pub fn new() -> Self {
        Answer { signature: Signature::exact(vec![DataType::Utf8; 2], Volatility::Immutable) }
    }
}

impl ScalarUDFImpl for Answer {
    fn name(&self) -> &str {
        "answer"
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Ok(DataType::Utf8)
    }

    fn invoke_with_args(&self, told: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let arrays = ColumnarValue::values_to_arrays(&told.args)?;
        let [questions, facts] = [as_string_array(&arrays[0])?, as_string_array(&arrays[1])?];
        let answer =
            |(question, facts): (Option<&str>, Option<&str>)| question.zip(facts).map(|(question, facts)| RULEBOOK.answer(question, facts));
        let answers: StringArray =
            questions.iter().zip(facts).map(|row| answer(row).transpose()).collect::<Result<_, _>>().map_err(refused)?;
        Ok(ColumnarValue::Array(Arc::new(answers)))
    }
}
