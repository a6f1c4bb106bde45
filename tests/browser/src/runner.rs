//! Runs scripts, several at once, in browsers that they hand on to each other.
//!
//! The usual runner of tests has no end at which the last browsers could be closed. A script that fails is run once more when
//! the others are done, by itself: three browsers at once can starve each other on a small machine. What passes only then is
//! listed as unsteady, with what it said at first.

use std::any::Any;
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::panic;
use std::pin::{Pin, pin};
use std::process::ExitCode;
use std::sync::Mutex;
use std::thread;
use std::time::Duration;

use tokio::runtime::{Builder, Runtime};
use tokio::time::{Instant, timeout};

use crate::driver::Engine;
use crate::pool::Pool;

/// How long one script may take in one browser.
const LONGEST_SCRIPT: Duration = Duration::from_secs(420);

/// Of how many scripts one may need a second go. When more fail, it is not the machine.
const SCRIPTS_A_SECOND_GO: usize = 50;

const USAGE: &str = "give words that the names of scripts hold; --list; --test-threads NUMBER (or RUST_TEST_THREADS)";

/// Their scripts go through hundreds of places or thousands of actions.
const LONG_MODULES: [&str; 2] = ["leaving::", "monkey::"];

/// What a person does, in one of the browsers.
pub struct Script {
    name: String,
    engine: Engine,
    run: Run,
}

/// What a script does.
type Run = fn(Engine) -> Pin<Box<dyn Future<Output = ()>>>;

impl Script {
    /// The script of a function, for each of the browsers.
    pub fn in_three_browsers(module: &str, function: &str, run: Run) -> [Self; 3] {
        Engine::ALL.map(|engine| Self::new(module, function, engine, run))
    }

    /// The script of a function that would find the same in every browser.
    pub fn in_one_browser(module: &str, function: &str, run: Run) -> Self {
        Self::new(module, function, Engine::Chromium, run)
    }

    /// The first part of a module's path is the program.
    fn new(module: &str, function: &str, engine: Engine, run: Run) -> Self {
        let module = module.split_once("::").map_or(module, |(_, module)| module);
        let name = format!("{module}::{function}::{}", format!("{engine:?}").to_lowercase());
        Script { name, engine, run }
    }

    fn takes_minutes(&self) -> bool {
        LONG_MODULES.iter().any(|module| self.name.starts_with(module))
    }
}

/// What the command line asks for.
struct Wanted {
    words: Vec<String>,
    threads: usize,
    list: bool,
}

impl Wanted {
    fn read() -> Option<Self> {
        let threads = std::env::var("RUST_TEST_THREADS").ok().and_then(|number| number.parse().ok());
        let threads = threads.or_else(|| Some(thread::available_parallelism().ok()?.get())).unwrap_or(1);
        let mut wanted = Wanted { words: Vec::new(), threads, list: false };
        let mut words = std::env::args().skip(1);
        while let Some(word) = words.next() {
            match word.split_once('=').unwrap_or((&word, "")) {
                ("--list", "") => wanted.list = true,
                ("--test-threads", "") => wanted.threads = words.next()?.parse().ok()?,
                ("--test-threads", number) => wanted.threads = number.parse().ok()?,
                (option, _) if option.starts_with('-') => return None,
                _ => wanted.words.push(word),
            }
        }
        Some(wanted)
    }

    fn includes(&self, script: &Script) -> bool {
        self.words.is_empty() || self.words.iter().any(|word| script.name.contains(word))
    }
}

/// Runs the scripts that the command line names, all if it names none, and tells how each went.
pub fn main(mut scripts: Vec<Script>) -> ExitCode {
    let Some(wanted) = Wanted::read() else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    let all = scripts.len();
    scripts.retain(|script| wanted.includes(script));
    if wanted.list {
        scripts.iter().for_each(|script| println!("{}: test", script.name));
        return ExitCode::SUCCESS;
    }
    if scripts.is_empty() {
        eprintln!("no script has a name with {:?} in it", wanted.words);
        return ExitCode::FAILURE;
    }
    // Browsers are handed on within an engine. Scripts of one module wait alike: those that mostly wait run beside others. What
    // takes minutes begins first: at the end it would run alone.
    scripts.sort_by_cached_key(|script| (script.engine as usize, !script.takes_minutes(), spread(&script.name)));
    println!("\nrunning {} tests", scripts.len());
    note_places();
    let (count, begin) = (scripts.len(), Instant::now());
    let (failed, unsteady) = run(scripts, wanted.threads.max(1));
    for (title, list) in [("unsteady", &unsteady), ("failures", &failed)] {
        println!("\n{title}: {}", list.len());
        list.iter().for_each(|Failure { script, said }| println!("    {}: {said}", script.name));
    }
    println!(
        "\n{} passed; {} failed; {} filtered out; finished in {:.2}s\n",
        count - failed.len(),
        failed.len(),
        all - count,
        begin.elapsed().as_secs_f64()
    );
    if failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// A number that neighbours in a list do not share, and the same in each run.
fn spread(name: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    name.hash(&mut hasher);
    hasher.finish()
}

/// A script that failed, and what it said.
struct Failure {
    script: Script,
    said: String,
}

/// Runs scripts on so many threads; returns those that failed, and those that passed at their second go.
fn run(scripts: Vec<Script>, threads: usize) -> (Vec<Failure>, Vec<Failure>) {
    // The connection to a browser lives on the runtime that made it, and the browser outlives the script.
    let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime");
    let pool = Pool::open();
    let second_goes = scripts.len().div_ceil(SCRIPTS_A_SECOND_GO);
    let (waiting, failed) = (Mutex::new(scripts.into_iter()), Mutex::new(Vec::new()));
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(script) = { waiting.lock().expect("nothing panics in it").next() } {
                    if let Err(said) = outcome(&script, &runtime) {
                        failed.lock().expect("nothing panics in it").push(Failure { script, said });
                    }
                }
            });
        }
    });
    let failed = failed.into_inner().expect("nothing panics in it");
    if failed.len() > second_goes {
        return (failed, Vec::new());
    }
    // What a browser has of the scripts before must fail no script twice: a second go begins with a new one.
    drop(pool);
    failed.into_iter().partition(|failure| outcome(&failure.script, &runtime).is_err())
}

/// Where scripts panicked last, by the names of their threads: a panic's words do not tell.
static PLACES: Mutex<BTreeMap<String, String>> = Mutex::new(BTreeMap::new());

/// Notes where a script panics, and tells it as ever.
fn note_places() {
    let report = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        if let (Some(name), Some(place)) = (thread::current().name(), panic.location()) {
            PLACES.lock().expect("nothing panics in it").insert(name.into(), place.to_string());
        }
        report(panic);
    }));
}

/// Runs a script on a thread of its name; returns where it failed and what it said.
fn outcome(script: &Script, runtime: &Runtime) -> Result<(), String> {
    let begin = Instant::now();
    let thread = thread::Builder::new().name(script.name.clone());
    let outcome = thread::scope(|scope| {
        let run = || runtime.block_on(in_time((script.run)(script.engine)));
        thread.spawn_scoped(scope, run).expect("a thread").join()
    });
    let word = if outcome.is_ok() { "ok" } else { "FAILED" };
    println!("test {} ... {word} <{:.1}s>", script.name, begin.elapsed().as_secs_f64());
    outcome.map_err(|panic| {
        let place = PLACES.lock().expect("nothing panics in it").remove(&script.name).unwrap_or_default();
        format!("{place}: {}", words(panic.as_ref()).replace('\n', " "))
    })
}

/// The words of a panic.
fn words(panic: &(dyn Any + Send)) -> &str {
    let said = panic.downcast_ref::<String>().map(String::as_str);
    said.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("it panicked without a word")
}

/// Runs a script, but not for ever.
async fn in_time(script: impl Future<Output = ()>) {
    // Pinned here, a script that takes too long is dropped by the panic, as any that fails.
    let mut script = pin!(script);
    if timeout(LONGEST_SCRIPT, &mut script).await.is_err() {
        panic!("the script takes longer than {LONGEST_SCRIPT:?}");
    }
}
