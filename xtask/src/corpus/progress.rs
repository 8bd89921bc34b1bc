//! A bar on stderr while a stage runs; nothing when that is no terminal.

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

/// One stage of the command, from its beginning on.
pub(super) struct Progress {
    bar: ProgressBar,
    start: Instant,
}

impl Progress {
    pub(super) fn start(stage: &'static str, steps: usize) -> Self {
        let bar = ProgressBar::new(steps as u64).with_message(stage);
        if let Ok(style) = ProgressStyle::with_template("{msg:>12} {wide_bar} {pos}/{len} {elapsed}") {
            bar.set_style(style);
        }
        bar.enable_steady_tick(Duration::from_millis(500));
        Self { bar, start: Instant::now() }
    }

    pub(super) fn step(&self) {
        self.bar.inc(1);
    }

    /// Takes the bar away, and gives the seconds that the stage took.
    pub(super) fn finish(self) -> f64 {
        self.bar.finish_and_clear();
        self.start.elapsed().as_secs_f64()
    }
}
