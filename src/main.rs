//! Mounts the app, nothing else.

fn main() {
    orbita::ui::mount();
}
