use axum::{Router, extract::Path, http::StatusCode, routing::post};
use safeguarding_rules::Rulebook;
use std::{env, io, sync::Arc};
use tokio::net::TcpListener;

/// POST /classify-concern with the facts as JSON gives the decision as JSON, or says which field to mend.
#[tokio::main]
async fn main() -> io::Result<()> {
    let rules = Arc::new(Rulebook::built_in());
    let answer = move |Path(question): Path<String>, facts: String| async move {
        let refused = |refusal: safeguarding_rules::Error| format!("{}: {}", refusal.path(), refusal.message());
        rules.answer(&question, &facts).map_err(|refusal| (StatusCode::UNPROCESSABLE_ENTITY, refused(refusal)))
    };
    let address = env::args().nth(1).unwrap_or_else(|| "127.0.0.1:3000".to_owned());
    let listener = TcpListener::bind(address).await?;
    println!("Ask at http://{}", listener.local_addr()?);
    axum::serve(listener, Router::new().route("/{question}", post(answer))).await
}
