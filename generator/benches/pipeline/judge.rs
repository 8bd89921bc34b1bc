//! What the times must not exceed.

use std::any::Any;
use std::env;
use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use super::size::{self, Cost};
use super::{STAGES, json, print};

/// The whole may take this many times the floor.
const MOST_TIMES_FLOOR: f64 = 3.0;
/// How often both are measured.
const ROUNDS: usize = 15;
/// How a process is told to measure the whole and its floor alone, for `cargo xtask budget`.
const VARIABLE: &str = "PIPELINE_BENCH_FLOOR";

/// How many requests the small and the large collection have.
const SMALL: usize = 10_000;
const LARGE: usize = 100_000;
/// A request of the large one may take this many times the time and the memory of a request of the small one.
const MOST_GROWTH: f64 = 1.3;

/// Prints every judgement; the status says whether all are good.
pub(crate) fn all() -> ExitCode {
    // Both are made before one of them can end the run.
    let good = [floor(), growth()];
    if good.contains(&false) { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// Whether this process is to measure the whole and its floor alone.
pub(crate) fn asked() -> bool {
    env::var_os(VARIABLE).is_some()
}

/// Prints the nanoseconds of the whole and of its floor.
pub(crate) fn report() -> ExitCode {
    let [whole, floor] = times(ROUNDS, [&|| Box::new(STAGES.whole()), &|| Box::new(STAGES.floor())]);
    println!("{} {}", whole.as_nanos(), floor.as_nanos());
    ExitCode::SUCCESS
}

fn floor() -> bool {
    let syntax = STAGES.syntax();
    let [whole, floor, bare] = times(
        ROUNDS,
        [&|| Box::new(STAGES.whole()), &|| Box::new(STAGES.floor()), &|| {
            Box::new((json(&STAGES.source), print(&syntax)))
        }],
    );
    let ratio = whole.as_secs_f64() / floor.as_secs_f64();
    println!("whole / floor: {} / {} = {ratio:.2}, must be below {MOST_TIMES_FLOOR}", shown(whole), shown(floor));
    let bare_ratio = whole.as_secs_f64() / bare.as_secs_f64();
    println!("whole / floor without making syntax of the files: {} / {} = {bare_ratio:.2}", shown(whole), shown(bare));
    ratio < MOST_TIMES_FLOOR
}

/// Each size has a process of its own, since the peak of the memory is that of a process.
fn growth() -> bool {
    let (Some(small), Some(large)) = (size::measured(SMALL), size::measured(LARGE)) else {
        println!("no collection of {SMALL} or {LARGE} requests could be measured");
        return false;
    };
    for (requests, cost) in [(SMALL, &small), (LARGE, &large)] {
        let [whole, lower] = [cost.time, cost.lower].map(shown);
        println!("{requests} requests: {whole}, of it {lower} to lower, {} MB at the peak", cost.peak / 1_000_000);
    }
    let growth = |of: fn(&Cost) -> f64| of(&large) / of(&small) / (LARGE as f64 / SMALL as f64);
    let time = growth(|cost| cost.time.as_secs_f64());
    // Types are inferred of all requests together, so that this is where what is not linear would hide.
    let lower = growth(|cost| cost.lower.as_secs_f64());
    let memory = growth(|cost| cost.peak as f64);
    println!(
        "a request of {LARGE} / of {SMALL}: time {time:.2}, to lower {lower:.2}, memory {memory:.2}, must be below {MOST_GROWTH}"
    );
    [time, lower, memory].iter().all(|growth| *growth < MOST_GROWTH)
}

/// What each task takes, without what its result takes to be dropped. The least of all rounds, since whatever else the machine
/// does only adds to it.
fn times<const N: usize>(rounds: usize, tasks: [&dyn Fn() -> Box<dyn Any>; N]) -> [Duration; N] {
    let mut least = [Duration::MAX; N];
    for _ in 0..rounds {
        for (task, least) in tasks.iter().zip(&mut least) {
            let start = Instant::now();
            let result = black_box(task());
            *least = start.elapsed().min(*least);
            drop(result);
        }
    }
    least
}

fn shown(time: Duration) -> String {
    format!("{time:.1?}")
}
