//! The three browsers, each behind the WebDriver of its kind: one process a test, with a profile of its own.

use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use rustix::process::{Pid, Signal, kill_process};
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::net::TcpStream;
use tokio::process::{Child, Command};

use crate::Patience;

/// How long one test may take in one browser.
const LONGEST_TEST: Duration = Duration::from_secs(120);

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKit, in GTK's small browser; it needs a display.
    WebKit,
}

/// What the browser tells pages of the person.
#[derive(Clone, Copy, Debug)]
pub struct Wish {
    /// The language that the person reads, such as "en-US".
    pub language: &'static str,
    /// Whether the system is dark.
    pub dark: bool,
}

impl Default for Wish {
    fn default() -> Self {
        Wish { language: "en-US", dark: false }
    }
}

/// Runs a test, but not for ever.
pub async fn run(test: impl Future<Output = ()>) {
    tokio::time::timeout(LONGEST_TEST, test).await.expect("the test ends in time");
}

/// A running driver. Dropped, it takes its browser and the profile with it.
pub struct Driver {
    process: Child,
    /// Outlives the process.
    profile: TempDir,
}

impl Driver {
    /// Starts the driver and a browser with an empty profile.
    pub async fn start(engine: Engine, wish: Wish) -> (Self, Client) {
        let profile = tempfile::Builder::new().prefix("orbita-browser-").tempdir().expect("a folder for the profile");
        let port = free_port();
        let process = engine
            .command(port, profile.path(), wish)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("the driver of {engine:?} does not start: {error}"));
        let driver = Driver { process, profile };
        let patience = Patience::default();
        while TcpStream::connect(("127.0.0.1", port)).await.is_err() {
            assert!(!patience.is_over().await, "the driver of {engine:?} does not answer");
        }
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(engine.capabilities(driver.profile.path(), wish))
            .connect(&format!("http://127.0.0.1:{port}"))
            .await
            .unwrap_or_else(|error| panic!("{engine:?} does not start: {error}"));
        (driver, client)
    }

    /// A folder that goes when the browser goes.
    pub fn folder(&self) -> &Path {
        self.profile.path()
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if let Some(pid) = self.process.id() {
            end_family(pid);
        }
    }
}

/// Ends a process with all its descendants: a driver that is only killed itself leaves its browser behind.
fn end_family(pid: u32) {
    let threads = std::fs::read_dir(format!("/proc/{pid}/task")).into_iter().flatten().flatten();
    let children: String =
        threads.filter_map(|thread| std::fs::read_to_string(thread.path().join("children")).ok()).collect();
    if let Some(pid) = i32::try_from(pid).ok().and_then(Pid::from_raw) {
        // One that has ended by itself is as good.
        let _ = kill_process(pid, Signal::KILL);
    }
    children.split_whitespace().filter_map(|child| child.parse().ok()).for_each(end_family);
}

impl Engine {
    fn command(self, port: u16, profile: &Path, wish: Wish) -> Command {
        match self {
            Engine::Chromium => {
                let mut command = Command::new("chromedriver");
                command.arg(format!("--port={port}"));
                command
            }
            Engine::Firefox => {
                let mut command = Command::new("geckodriver");
                command.arg(format!("--port={port}")).arg(format!("--websocket-port={}", free_port()));
                command.arg("--profile-root").arg(profile);
                command
            }
            Engine::WebKit => {
                let mut command = Command::new("WebKitWebDriver");
                command.arg(format!("--port={port}"));
                for place in ["HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"] {
                    command.env(place, profile);
                }
                command.env("GTK_THEME", if wish.dark { "Adwaita:dark" } else { "Adwaita" });
                command.env("LANGUAGE", wish.language.replace('-', "_"));
                command
            }
        }
    }

    fn capabilities(self, profile: &Path, wish: Wish) -> Capabilities {
        let options = match self {
            Engine::Chromium => json!({ "goog:chromeOptions": {
                "args": [
                    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
                    "--disable-background-networking", "--disable-component-update",
                    format!("--user-data-dir={}", profile.display()),
                    if wish.dark { "--force-dark-mode" } else { "--mute-audio" },
                ],
                "prefs": { "intl.accept_languages": wish.language, "download.default_directory": profile },
            } }),
            Engine::Firefox => json!({ "moz:firefoxOptions": {
                "args": ["-headless"],
                "prefs": {
                    "intl.accept_languages": wish.language,
                    "ui.systemUsesDarkTheme": i32::from(wish.dark),
                    "browser.download.folderList": 2,
                    "browser.download.dir": profile,
                },
            } }),
            Engine::WebKit => {
                json!({ "webkitgtk:browserOptions": { "binary": small_browser(), "args": ["--automation"] } })
            }
        };
        match options {
            Value::Object(options) => options,
            _ => unreachable!("written as an object above"),
        }
    }
}

/// GTK's small browser lies beside its library, in a folder named by the machine and the version.
fn small_browser() -> String {
    let folders = |path: &str| std::fs::read_dir(path).into_iter().flatten().flatten().map(|entry| entry.path());
    folders("/usr/lib")
        .flat_map(|machine| folders(&machine.to_string_lossy()))
        .filter(|folder| folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with("webkit2gtk-4.")))
        .map(|folder| folder.join("MiniBrowser"))
        .find(|browser| browser.exists())
        .expect("MiniBrowser is installed with webkit2gtk-driver")
        .to_string_lossy()
        .into_owned()
}

fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("the address of a bound port").port()
}
