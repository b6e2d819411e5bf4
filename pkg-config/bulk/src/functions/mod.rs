//! The questions as functions of DataFusion, each from Arrow arrays to an Arrow array.

mod answer;
mod classify_concern;
#[cfg(test)]
mod tests;
mod timetables;

use std::sync::Arc;

use datafusion::common::DataFusionError;
use datafusion::logical_expr::ScalarUDF;

/// All of them, for whoever plans or runs a query.
pub fn all() -> [Arc<ScalarUDF>; 2] {
    [Arc::new(classify_concern::ClassifyConcern::new().into()), Arc::new(answer::Answer::new().into())]
}

/// What the rules refuse, as DataFusion hands it on.
fn refused(error: safeguarding_rules::Error) -> DataFusionError {
    DataFusionError::Execution(error.to_string())
}
