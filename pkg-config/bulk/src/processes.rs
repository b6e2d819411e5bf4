//! What a cluster is made of: a scheduler and executors, each a process of its own, with our functions in its registry.

use std::net::SocketAddr;
use std::sync::Arc;

use anyhow::Result;
use ballista_core::registry::BallistaFunctionRegistry;
use ballista_core::utils::default_session_builder;
use ballista_executor::executor_process::{ExecutorProcessConfig, start_executor_process};
use ballista_scheduler::cluster::BallistaCluster;
use ballista_scheduler::config::SchedulerConfig;
use ballista_scheduler::scheduler_process::start_server;
use datafusion::execution::FunctionRegistry;

use crate::functions;

pub const HOST: &str = "127.0.0.1";
pub const EXECUTORS: usize = 2;
/// An executor says so often that it lives, and counts as lost once it has said nothing for so long.
const HEARTBEAT_SECONDS: u64 = 1;
const LOST_AFTER_SECONDS: u64 = 20;

/// Plans queries and hands their parts to executors. It is ready once all executors are there.
pub async fn schedule(port: u16) -> Result<()> {
    let config = SchedulerConfig {
        bind_host: HOST.to_owned(),
        external_host: HOST.to_owned(),
        bind_port: port,
        min_ready_executors: EXECUTORS,
        executor_timeout_seconds: LOST_AFTER_SECONDS,
        no_executors_grace_period_seconds: LOST_AFTER_SECONDS,
        expire_dead_executor_interval_seconds: HEARTBEAT_SECONDS,
        override_session_builder: Some(Arc::new(|config| {
            let mut state = default_session_builder(config)?;
            for function in functions::all() {
                state.register_udf(function)?;
            }
            Ok(state)
        })),
        ..SchedulerConfig::default()
    };
    let cluster = BallistaCluster::new_from_config(&config).await?;
    Ok(start_server(cluster, SocketAddr::new(HOST.parse()?, port), Arc::new(config)).await?)
}

/// Works on one part at a time, and keeps what it came to in a folder.
pub async fn execute(scheduler_port: u16, port: u16, grpc_port: u16, folder: &str) -> Result<()> {
    let mut registry = BallistaFunctionRegistry::default();
    registry.scalar_functions.extend(functions::all().map(|function| (function.name().to_owned(), function)));
    let config = ExecutorProcessConfig {
        external_host: Some(HOST.to_owned()),
        port,
        grpc_port,
        scheduler_host: HOST.to_owned(),
        scheduler_port,
        vcores: 1,
        work_dir: Some(folder.to_owned()),
        executor_heartbeat_interval_seconds: HEARTBEAT_SECONDS,
        override_function_registry: Some(Arc::new(registry)),
        ..ExecutorProcessConfig::default()
    };
    Ok(start_executor_process(Arc::new(config)).await?)
}
