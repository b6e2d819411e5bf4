use datafusion::arrow::array::RecordBatch;
use datafusion::arrow::util::pretty::pretty_format_batches;
use datafusion::common::cast::{as_boolean_array, as_date32_array, as_string_array, as_struct_array};
use datafusion::prelude::{SessionConfig, SessionContext};
use serde_json::{Value, json};

use super::*;
use crate::referrals::{self, AUTHORITIES, CONCERNS};
use crate::results::day;
use crate::rulebook::RULEBOOK;

async fn asked(context: &SessionContext, sql: &str) -> Result<Vec<RecordBatch>, DataFusionError> {
    for function in all() {
        context.register_udf((*function).clone());
    }
    context.sql(sql).await?.collect().await
}

async fn told(sql: &str) -> String {
    match asked(&SessionContext::new(), sql).await {
        Ok(batches) => pretty_format_batches(&batches).unwrap().to_string(),
        Err(error) => error.to_string(),
    }
}

#[tokio::test]
async fn one_referral_is_due_as_its_documents_say() {
    let due = |concerns: &str| format!("SELECT classify_concern('generic', NULL, {concerns}, NULL, DATE '2026-03-06', NULL)['due_by']");
    assert!(told(&due("named_struct('serious_risk', true)")).await.contains("2026-03-06"));
    assert!(told(&due("named_struct('others_considered', true)")).await.contains("2026-03-11"));
    // Of what nobody told, the sooner holds.
    assert!(told(&due("named_struct('serious_risk', CAST(NULL AS BOOLEAN))")).await.contains("2026-03-06"));
}

#[tokio::test]
async fn what_means_nothing_is_refused() {
    let due = |area: &str, concerns: &str, day: &str| format!("SELECT classify_concern('{area}', NULL, {concerns}, NULL, {day}, NULL)");
    let sound = "named_struct('serious_risk', true)";
    for (sql, expected) in [
        (due("generic", "named_struct('seriousness', true)", "NULL"), "expected serious_risk, "),
        (due("generic", "named_struct('serious_risk', 'perhaps')", "NULL"), "a struct of yes or no"),
        (due("generic", sound, "TIMESTAMP '2026-03-06T23:30:00'"), "three days"),
        (due("generic", sound, "DATE '1969-12-31'"), "days after 1 January 1970"),
        (due("atlantis", sound, "NULL"), "area"),
    ] {
        let told = told(&sql).await;
        assert!(told.contains(expected), "{sql}: {told}");
    }
}

#[tokio::test]
async fn any_question_is_answered_in_full() {
    let told = told(r#"SELECT answer('list-deadlines', '{"area": "county-durham", "meetingType": "strategy"}') AS said"#).await;
    assert!(told.contains("because"), "{told}");
}

/// One of many, as the whole question takes it.
fn facts(batch: &RecordBatch, row: usize) -> Value {
    let concerns = as_struct_array(batch.column_by_name("concerns").unwrap()).unwrap();
    let is_told = |name: &str| {
        let told = as_boolean_array(concerns.column_by_name(name).unwrap()).unwrap();
        told.iter().nth(row).flatten()
    };
    let camel = |name: &str| {
        let (first, rest) = name.split_once('_').unwrap();
        first.to_owned() + &rest.split('_').map(|word| word[..1].to_uppercase() + &word[1..]).collect::<String>()
    };
    let when = |name: &str| {
        let days = as_date32_array(batch.column_by_name(name).unwrap()).unwrap();
        days.iter().nth(row).flatten().map(day)
    };
    json!({
        "area": as_string_array(batch.column_by_name("authority").unwrap()).unwrap().value(row),
        "concerns": CONCERNS[..6].iter().filter_map(|name| Some((camel(name), is_told(name)?.into()))).collect::<serde_json::Map<_, Value>>(),
        "othersConsidered": is_told("others_considered") == Some(true),
        "complexReason": is_told("complex_reason").filter(|told| *told).map(|_| "Three families in two areas"),
        "concernsIdentifiedAt": when("concerns_identified_at"),
        "referralReceivedAt": when("referral_received_at"),
        "immediateActionAt": when("immediate_action_at"),
    })
}

#[tokio::test]
async fn columns_say_what_the_whole_answer_says() {
    let folder = std::env::temp_dir().join(format!("referrals-{}", std::process::id()));
    referrals::generate(&folder, 1_000).unwrap();
    let context =
        SessionContext::new_with_config(SessionConfig::new().set_bool("datafusion.execution.parquet.schema_force_view_types", false));
    context.register_parquet("referrals", folder.to_str().unwrap(), Default::default()).await.unwrap();
    let sql = "SELECT *, classify_concern(authority, NULL, concerns, concerns_identified_at, referral_received_at, immediate_action_at) AS due FROM referrals";
    let batches = asked(&context, sql).await.unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    let mut areas = Vec::new();
    for batch in &batches {
        let due = as_struct_array(batch.column_by_name("due").unwrap()).unwrap();
        let (days, settled) = (as_date32_array(due.column(0)).unwrap(), as_boolean_array(due.column(3)).unwrap());
        let [timescales, most_urgent] = [1, 2].map(|place| as_string_array(due.column(place)).unwrap());
        for row in 0..batch.num_rows() {
            let facts = facts(batch, row);
            let whole: Value = serde_json::from_str(&RULEBOOK.answer("classify-concern", &facts.to_string()).unwrap()).unwrap();
            let [day, timescale, urgent] = [
                days.iter().nth(row).flatten().map(day),
                timescales.iter().nth(row).flatten().map(str::to_owned),
                most_urgent.iter().nth(row).flatten().map(str::to_owned),
            ];
            let answer = &whole["answer"];
            assert_eq!(
                json!([day, timescale, urgent, settled.value(row)]),
                json!([answer["dueBy"], answer["timescale"], answer["mostUrgentTimescale"], whole["settled"]]),
                "{facts}"
            );
            areas.push(facts["area"].as_str().unwrap().to_owned());
        }
    }
    areas.sort();
    areas.dedup();
    assert_eq!(areas, AUTHORITIES);
}
