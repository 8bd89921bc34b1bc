//! Builds and runs what is compared, by turns.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::input::or_default;

/// Where and how it is measured.
pub(super) struct Bench {
    pub(super) manifest: PathBuf,
    pub(super) target: PathBuf,
    /// The file of examples that the program `codec` includes.
    pub(super) examples: PathBuf,
    pub(super) rounds: usize,
}

/// Two figures of one thing: of the generated crate, and of the reference.
pub(super) struct Pair {
    pub(super) name: &'static str,
    /// The bound that their ratio has.
    pub(super) bound: &'static str,
    pub(super) unit: Unit,
    pub(super) ours: f64,
    pub(super) theirs: f64,
}

/// What a figure counts.
#[derive(Clone, Copy)]
pub(super) enum Unit {
    Seconds,
    Milliseconds,
    Microseconds,
    Kilobytes,
    Times,
}

impl Unit {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Seconds => "s",
            Self::Milliseconds => "ms",
            Self::Microseconds => "us",
            Self::Kilobytes => "kB",
            Self::Times => "",
        }
    }

    pub(super) fn digits(self) -> usize {
        match self {
            Self::Seconds | Self::Microseconds => 2,
            Self::Milliseconds => 1,
            Self::Kilobytes | Self::Times => 0,
        }
    }
}

/// What is built on one side: the packages that are built anew, and the one that is asked for.
struct Side {
    anew: &'static [&'static str],
    package: &'static str,
}

const CRATE: [Side; 2] =
    [Side { anew: &["clarifai"], package: "clarifai" }, Side { anew: &["reference"], package: "reference" }];
const PROGRAM: [Side; 2] = [
    Side { anew: &["clarifai", "by_client"], package: "by_client" },
    Side { anew: &["reference", "by_hand"], package: "by_hand" },
];

/// What the program `codec` prints: nanoseconds and allocations, ours first.
#[derive(Deserialize)]
struct Codec {
    examples: Speed,
    list: Speed,
}

/// What the program `calls` prints: nanoseconds and allocations of a call, ours first.
#[derive(Deserialize)]
struct Calls {
    one: [f64; 2],
    many: [f64; 2],
    allocations: [f64; 2],
}

#[derive(Deserialize)]
struct Speed {
    decode: [f64; 2],
    encode: [f64; 2],
    decode_allocations: [f64; 2],
    encode_allocations: [f64; 2],
}

impl Bench {
    /// What needs no release build.
    pub(super) fn quick(&self) -> Result<Vec<Pair>, String> {
        Ok(vec![self.time("check", "check", &["check"], &CRATE)?])
    }

    pub(super) fn all(&self) -> Result<Vec<Pair>, String> {
        let mut pairs = self.quick()?;
        pairs.push(self.time("debug build with program", "debug", &["build"], &PROGRAM)?);
        pairs.push(self.time("release build with program", "release", &["build", "--release"], &PROGRAM)?);
        let size = |name: &str| {
            let path = self.target.join("release").join(name);
            let length = fs::metadata(&path).map_err(|error| format!("`{}`: {error}", path.display()))?.len();
            Ok::<_, String>(length as f64 / 1000.0)
        };
        let (ours, theirs) = (size("by_client")?, size("by_hand")?);
        pairs.push(Pair { name: "size of that program", bound: "program_size", unit: Unit::Kilobytes, ours, theirs });
        pairs.extend(self.speed()?);
        pairs.extend(self.calls()?);
        pairs.push(generation()?);
        Ok(pairs)
    }

    /// How long a build takes on each side with its dependencies built: the least time of some.
    fn time(
        &self,
        name: &'static str,
        bound: &'static str,
        command: &[&str],
        sides: &[Side; 2],
    ) -> Result<Pair, String> {
        for side in sides {
            self.cargo(command, side.package)?;
        }
        let mut least = [f64::MAX; 2];
        for _ in 0..self.rounds.max(1) {
            for (side, least) in sides.iter().zip(&mut least) {
                for package in side.anew {
                    // Both profiles, so that nothing of it is there.
                    self.cargo(&["clean"], package)?;
                    self.cargo(&["clean", "--release"], package)?;
                }
                let start = Instant::now();
                self.cargo(command, side.package)?;
                *least = least.min(start.elapsed().as_secs_f64());
            }
        }
        let [ours, theirs] = least;
        Ok(Pair { name, bound, unit: Unit::Seconds, ours, theirs })
    }

    /// Builds a program, runs it, and reads the JSON that it prints.
    fn run<T: DeserializeOwned>(&self, name: &str) -> Result<T, String> {
        self.cargo(&["build", "--release"], name)?;
        let program = self.target.join("release").join(name);
        let output = Command::new(&program).stderr(Stdio::inherit()).output();
        let output = output.map_err(|error| format!("cannot run `{}`: {error}", program.display()))?;
        serde_json::from_slice(&output.stdout).map_err(|error| format!("`{name}`: {error}"))
    }

    fn calls(&self) -> Result<Vec<Pair>, String> {
        let Calls { one, many, allocations } = self.run("calls")?;
        let pair = |name, bound, unit, scale: f64, [ours, theirs]: [f64; 2]| Pair {
            name,
            bound,
            unit,
            ours: ours / scale,
            theirs: theirs / scale,
        };
        Ok(vec![
            pair("a call", "call", Unit::Microseconds, 1000.0, one),
            pair("a call, 32 at once", "call_of_many", Unit::Microseconds, 1000.0, many),
            pair("allocations of a call", "call_allocations", Unit::Times, 1.0, allocations),
        ])
    }

    fn speed(&self) -> Result<Vec<Pair>, String> {
        let codec: Codec = self.run("codec")?;
        let time = |name, bound, [ours, theirs]: [f64; 2]| Pair {
            name,
            bound,
            unit: Unit::Microseconds,
            ours: ours / 1000.0,
            theirs: theirs / 1000.0,
        };
        let count = |name, bound, [ours, theirs]: [f64; 2]| Pair { name, bound, unit: Unit::Times, ours, theirs };
        Ok(vec![
            time("decode all examples", "decode", codec.examples.decode),
            time("decode 1,000 models", "decode", codec.list.decode),
            time("encode all examples", "encode", codec.examples.encode),
            time("encode 1,000 models", "encode", codec.list.encode),
            count("allocations of decoding", "decode_allocations", codec.examples.decode_allocations),
            count("the same, 1,000 models", "decode_allocations", codec.list.decode_allocations),
            count("allocations of encoding", "encode_allocations", codec.examples.encode_allocations),
            count("the same, 1,000 models", "encode_allocations", codec.list.encode_allocations),
        ])
    }

    fn cargo(&self, command: &[&str], package: &str) -> Result<(), String> {
        let mut cargo = cargo();
        cargo.args(command).arg("--quiet").arg("--package").arg(package).arg("--manifest-path").arg(&self.manifest);
        cargo
            .env("CARGO_TARGET_DIR", &self.target)
            .env("CARGO_INCREMENTAL", "0")
            .env("BUDGET_EXAMPLES", &self.examples);
        // What the caller sets for its own builds would change ours.
        cargo.env_remove("CARGO_PROFILE_DEV_DEBUG").env_remove("RUSTFLAGS");
        let status = cargo.status().map_err(|error| format!("cannot run cargo: {error}"))?;
        let shown = |path: &Path| path.display().to_string();
        if status.success() {
            Ok(())
        } else {
            Err(format!("`cargo {} -p {package}` fails in `{}`", command.join(" "), shown(&self.manifest)))
        }
    }
}

/// How long the generator takes for the whole of `collection.json`, against what no generator can do without. The generator's own
/// benchmark measures both, in the profile of benchmarks: in that of development most of the time would be that of code that is
/// not optimised.
fn generation() -> Result<Pair, String> {
    let manifest = or_default(None, "Cargo.toml");
    let mut bench = cargo();
    bench.args(["bench", "--quiet", "--package", "postman-codegen", "--bench", "pipeline", "--manifest-path"]);
    bench.arg(&manifest).env("PIPELINE_BENCH_FLOOR", "1").stderr(Stdio::inherit());
    let output = bench.output().map_err(|error| format!("cannot run cargo: {error}"))?;
    let told = String::from_utf8_lossy(&output.stdout);
    let numbers: Vec<f64> = told.split_whitespace().filter_map(|number| number.parse().ok()).collect();
    let [whole, floor] = numbers[..] else { return Err("the benchmark of the generator does not run".to_owned()) };
    let (ours, theirs) = (whole / 1e6, floor / 1e6);
    Ok(Pair { name: "generation against its floor", bound: "generation", unit: Unit::Milliseconds, ours, theirs })
}

fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}
