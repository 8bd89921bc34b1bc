//! What a large collection costs: time, and the memory at its peak, each measured in a process of its own.

use std::env;
use std::fs;
use std::hint::black_box;
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use postman_codegen::config::Config;
use postman_codegen::render::Templates;
use postman_codegen::source::Source;
use postman_codegen::{lower, parse, render};

use super::synthetic;

/// How a process is told what to measure.
const VARIABLE: &str = "PIPELINE_BENCH_REQUESTS";

/// What one run cost.
pub(crate) struct Cost {
    pub(crate) time: Duration,
    /// Of that, what lowering takes, most of which is inferring types.
    pub(crate) lower: Duration,
    /// The most memory that the process had, in bytes; 0 where the system does not tell.
    pub(crate) peak: u64,
}

/// The number of requests, if this process is to measure one run.
pub(crate) fn asked() -> Option<usize> {
    env::var(VARIABLE).ok()?.parse().ok()
}

/// Measures one run, and prints what [`measured`] reads.
pub(crate) fn report(requests: usize) -> ExitCode {
    let source = Source::new("synthetic.json", synthetic::collection(requests));
    let start = Instant::now();
    let templates = Templates::embedded().expect("templates without mistakes");
    let Ok((collection, _)) = parse(&source) else { return ExitCode::FAILURE };
    let lowering = Instant::now();
    let (api, found) = lower(&collection, &Config::default());
    let lower = lowering.elapsed();
    let tree = black_box(render(&api, &templates));
    println!("{} {} {}", start.elapsed().as_nanos(), lower.as_nanos(), peak().unwrap_or(0));
    drop(black_box(found));
    if tree.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Measures one run in another process.
pub(crate) fn measured(requests: usize) -> Option<Cost> {
    let output = Command::new(env::current_exe().ok()?).env(VARIABLE, requests.to_string()).output().ok()?;
    let told = String::from_utf8(output.stdout).ok().filter(|_| output.status.success())?;
    let numbers: Vec<u64> = told.split_whitespace().map(|number| number.parse().ok()).collect::<Option<_>>()?;
    let [time, lower, peak] = numbers[..] else { return None };
    Some(Cost { time: Duration::from_nanos(time), lower: Duration::from_nanos(lower), peak })
}

fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok()? * 1024)
}
