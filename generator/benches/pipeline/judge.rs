//! What the times must not exceed.

use std::any::Any;
use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use postman_codegen::config::Config;
use postman_codegen::generate;
use postman_codegen::source::Source;

use super::{STAGES, json, print, synthetic};

/// The whole may take this many times the floor.
const MOST_TIMES_FLOOR: f64 = 3.0;
/// How often both are measured.
const ROUNDS: usize = 15;

/// How many requests the small and the large collection have.
const SMALL: usize = 1_000;
const LARGE: usize = 10_000;
/// A request of the large one may take this many times as long as a request of the small one.
const MOST_GROWTH: f64 = 1.5;
/// How often both are measured.
const GROWTH_ROUNDS: usize = 3;

/// Prints every judgement; the status says whether all are good.
pub(crate) fn all() -> ExitCode {
    // Both are made before one of them can end the run.
    let good = [floor(), growth()];
    if good.contains(&false) { ExitCode::FAILURE } else { ExitCode::SUCCESS }
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

fn growth() -> bool {
    let config = Config::default();
    let sources = [SMALL, LARGE].map(|requests| Source::new("synthetic.json", synthetic::collection(requests)));
    let whole = |source: &Source| Box::new(generate(source, &config).expect("a crate"));
    let [small, large] = times(GROWTH_ROUNDS, [&|| whole(&sources[0]), &|| whole(&sources[1])]);
    let (small, large) = (each(small, SMALL), each(large, LARGE));
    let growth = large.as_secs_f64() / small.as_secs_f64();
    println!(
        "a request of {LARGE} / of {SMALL}: {} / {} = {growth:.2}, must be below {MOST_GROWTH}",
        shown(large),
        shown(small)
    );
    growth < MOST_GROWTH
}

fn each(time: Duration, count: usize) -> Duration {
    time.div_f64(count as f64)
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
