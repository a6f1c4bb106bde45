//! The three browsers, each behind the WebDriver of its kind: one process a browser, with a profile of its own.

use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Stdio;

use fantoccini::wd::{Capabilities, WebDriverCompatibleCommand};
use fantoccini::{Client, ClientBuilder};
use http::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use rustix::process::{Pid, Signal, kill_process};
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::net::TcpStream;
use tokio::process::{Child, Command};
use url::{ParseError, Url};

use crate::Patience;

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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wish {
    /// The language that the person reads, such as "en-US".
    pub language: &'static str,
    /// Whether the system is dark.
    pub dark: bool,
    /// Whether sites may store anything.
    pub storage: bool,
}

impl Default for Wish {
    fn default() -> Self {
        Wish { language: "en-US", dark: false, storage: true }
    }
}

/// A running driver. Dropped, it takes its browser and the profile with it.
pub struct Driver {
    process: Child,
    /// The display of a browser that needs one: windows that share one take the keyboard from each other.
    display: Option<Child>,
    /// Outlives the process.
    profile: TempDir,
}

impl Driver {
    /// Starts the driver and a browser with an empty profile.
    pub async fn start(engine: Engine, wish: Wish) -> (Self, Client) {
        let profile = tempfile::Builder::new().prefix("orbita-browser-").tempdir().expect("a folder for the profile");
        let port = free_port();
        let mut command = engine.command(port, profile.path(), wish);
        let mut display = None;
        if engine == Engine::WebKit {
            let (process, name) = open_display().await;
            command.env("DISPLAY", name);
            display = Some(process);
        }
        let process = command
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("the driver of {engine:?} does not start: {error}"));
        let driver = Driver { process, display, profile };
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
}

impl Drop for Driver {
    fn drop(&mut self) {
        let pids = [self.process.id(), self.display.as_ref().and_then(Child::id)];
        pids.into_iter().flatten().for_each(end_family);
    }
}

/// Opens a display in memory; it chooses its own number.
async fn open_display() -> (Child, String) {
    let mut display = Command::new("Xvfb")
        .args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("Xvfb is installed");
    let number = display.stdout.take().expect("its output is piped");
    let number = BufReader::new(number).lines().next_line().await.ok().flatten().expect("the number of the display");
    (display, format!(":{number}"))
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
    /// All of them.
    pub const ALL: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];

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
                // Without a graphics processor, composing layers costs more than painting them.
                command.env("WEBKIT_DISABLE_COMPOSITING_MODE", "1");
                command.env("GTK_THEME", if wish.dark { "Adwaita:dark" } else { "Adwaita" });
                // It speaks the language of the locale, whose name is all that matters: the plain one stands in for it.
                let locale = format!("{}.UTF-8", wish.language.replace('-', "_"));
                symlink("/usr/lib/locale/C.utf8", profile.join(&locale)).expect("a link in an empty folder");
                command.env("LOCPATH", profile).env("LC_ALL", locale);
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
                    // All pages are of one site: processes apart from each other guard nothing.
                    "--disable-site-isolation-trials",
                    // Scripts go from place to place faster than Chromium lets pages do.
                    "--disable-ipc-flooding-protection",
                ],
                "prefs": { "intl.accept_languages": wish.language, "download.default_directory": profile,
                    "profile.default_content_setting_values.cookies": if wish.storage { 1 } else { 2 } },
            } }),
            Engine::Firefox => json!({ "moz:firefoxOptions": {
                "args": ["-headless"],
                "prefs": {
                    "intl.accept_languages": wish.language,
                    // A script ends before code that is optimised meanwhile would pay.
                    "javascript.options.wasm_optimizingjit": false,
                    "ui.systemUsesDarkTheme": i32::from(wish.dark),
                    "browser.download.folderList": 2,
                    "browser.download.dir": profile,
                    "network.cookie.cookieBehavior": if wish.storage { 0 } else { 2 },
                    // Nobody is there to answer whether the storage may last.
                    "dom.storageManager.prompt.testing": true,
                    "dom.storageManager.prompt.testing.allow": false,
                },
            } }),
            Engine::WebKit => {
                json!({ "webkitgtk:browserOptions": { "binary": small_browser(), "args": ["--automation", format!("--enable-html5-local-storage={}", wish.storage)] } })
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

/// A question to Chromium beyond what WebDriver has words for: a method of its protocol, and what goes with it.
#[derive(Debug)]
pub struct Ask(pub &'static str, pub Value);

impl WebDriverCompatibleCommand for Ask {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(json!({ "cmd": self.0, "params": self.1 }).to_string()))
    }
}
