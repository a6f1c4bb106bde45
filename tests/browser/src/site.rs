//! Serves the build as any static host would, and from places where the app must work too.

use std::path::PathBuf;

use axum::Router;
use axum::response::Html;
use axum::routing::get;
use tokio::net::TcpListener;
use tower_http::services::{ServeDir, ServeFile};

/// The app in a sub-folder.
pub const SUB_FOLDER: &str = "/clients/a-b/map/";

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
fn style() -> PathBuf {
    let files = std::fs::read_dir(dist()).expect("dist/ can be listed").flatten().map(|entry| entry.path());
    let mut styles = files.filter(|path| path.extension().is_some_and(|kind| kind == "css"));
    styles.next().expect("dist/ holds a style sheet")
}

/// Where the project lies.
pub fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Serves the build on a free port for as long as the runtime lives; returns the origin.
pub async fn serve() -> String {
    let files = ServeDir::new(dist());
    let router = Router::new()
        .nest_service(SUB_FOLDER.trim_end_matches('/'), files.clone())
        .route_service("/bench/style.css", ServeFile::new(style()))
        .nest_service("/bench/kernel", ServeDir::new(project().join("target/kernel")))
        .nest_service("/bench", ServeDir::new(project().join("tests/browser/bench")))
        .route(EMPTY, get(async || Html("<!doctype html><title>Empty</title>")))
        .route(PHONE, get(async || Html(PHONE_PAGE)))
        .fallback_service(files);
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("the address of a bound port");
    tokio::spawn(axum::serve(listener, router).into_future());
    format!("http://{address}")
}
