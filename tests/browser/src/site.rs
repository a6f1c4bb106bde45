//! Serves the build as any static host would, and from places where the app must work too.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::Router;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::middleware::{self, Next};
use axum::response::{Html, IntoResponse};
use axum::routing::get;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Notify, watch};
use tokio::time::sleep;
use tower_http::services::ServeDir;

/// The app in a sub-folder.
pub const SUB_FOLDER: &str = "/clients/a-b/map/";

/// The app together with the files of the person's folder, as a consultant hosts it.
pub const HOSTED: &str = "/hosted/";

/// The app in a frame as large as a phone: not every browser lets its window become so narrow.
pub const PHONE: &str = "/phone";

/// A page of the site without the app.
pub const EMPTY: &str = "/empty";

const PHONE_PAGE: &str = "<!doctype html><html lang=\"en\"><title>A phone</title>\
    <body style=\"margin:0\"><iframe title=\"Phone\" src=\"/\" style=\"border:0;width:390px;height:844px\"></iframe>";

/// Where the build lies.
pub fn dist() -> PathBuf {
    let dist = project().join("dist");
    assert!(dist.join("index.html").exists(), "dist/ is missing; make it with scripts/build");
    dist
}

/// The style sheet of the build, for a page that shows the same by other means.
fn styles() -> String {
    let files = std::fs::read_dir(dist()).expect("dist/ can be listed").flatten().map(|entry| entry.path());
    let mut sheets: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|kind| kind == "css")).collect();
    sheets.sort();
    assert_eq!(sheets.len(), 2, "the sheet of the frame, and that of the screens");
    sheets.iter().map(|sheet| std::fs::read_to_string(sheet).expect("a sheet")).collect()
}

/// Where the project lies.
pub fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A site that is being served.
pub struct Site {
    /// Its origin.
    pub origin: String,
    plug: Arc<Notify>,
    worker: Arc<AtomicBool>,
    held: watch::Sender<Option<&'static str>>,
}

impl Site {
    /// Lets pages have a worker for next time. It fetches the whole app: scripts that end before a next time go without.
    pub fn offer_worker(&self) {
        self.worker.store(true, Ordering::Relaxed);
    }

    /// What is named like this is on its way from now on, and does not come.
    pub fn hold(&self, name: &'static str) {
        self.held.send_replace(Some(name));
    }

    /// What is on its way comes.
    pub fn let_come(&self) {
        self.held.send_replace(None);
    }

    /// Takes the site from the network: nothing answers from now on.
    pub async fn unplug(&self) {
        self.plug.notify_one();
        let address = self.origin.trim_start_matches("http://");
        while TcpStream::connect(address).await.is_ok() {
            sleep(Duration::from_millis(10)).await;
        }
    }
}

/// Serves the build on a free port for as long as the runtime lives, in one folder together with the files in `beside`.
pub async fn serve(beside: &Path) -> Site {
    let files = ServeDir::new(dist());
    let hosted = ServeDir::new(beside).fallback(files.clone());
    let router = Router::new()
        .nest_service(SUB_FOLDER.trim_end_matches('/'), files.clone())
        .nest_service(HOSTED.trim_end_matches('/'), hosted)
        .route("/bench/style.css", get(async || ([(CONTENT_TYPE, "text/css")], styles())))
        .nest_service("/bench/kernel", ServeDir::new(project().join("target/kernel")))
        .nest_service("/bench", ServeDir::new(project().join("tests/browser/bench")))
        .route(EMPTY, get(async || Html("<!doctype html><title>Empty</title>")))
        .route(PHONE, get(async || Html(PHONE_PAGE)))
        .fallback_service(files);
    let worker = Arc::new(AtomicBool::new(false));
    let offered = worker.clone();
    let router = router.layer(middleware::from_fn(move |request: Request, next: Next| {
        let is_held_back = request.headers().contains_key("service-worker") && !offered.load(Ordering::Relaxed);
        async move { if is_held_back { StatusCode::NOT_FOUND.into_response() } else { next.run(request).await } }
    }));
    let (held, coming) = watch::channel(None::<&'static str>);
    let router = router.layer(middleware::from_fn(move |request: Request, next: Next| {
        let mut coming = coming.clone();
        async move {
            let path = request.uri().path().to_owned();
            let is_free = |held: &Option<&str>| !held.is_some_and(|name| path.contains(name));
            // It fails when nobody is left to let it come.
            _ = coming.wait_for(is_free).await;
            next.run(request).await
        }
    }));
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("the address of a bound port");
    let plug = Arc::new(Notify::new());
    let pulled = plug.clone();
    let serving = axum::serve(listener, router).with_graceful_shutdown(async move { pulled.notified().await });
    tokio::spawn(serving.into_future());
    Site { origin: format!("http://{address}"), plug, worker, held }
}
