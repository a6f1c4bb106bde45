//! Files that are handed out, and pictures made for it; what fails says so.

use leptos::task::spawn_local;

use crate::drawing::{Picture, raster};
use crate::i18n::charts::ChartWords;
use crate::ui::browser::file::FileError;
use crate::ui::browser::{file, paint};
use crate::ui::session::Session;

/// Says so where a file could not be handed out.
pub fn notify_handed(session: Session, handed: Result<(), FileError>) {
    if handed.is_err() {
        session.notify(session.w().download_failed);
    }
}

/// Hands out a picture as a PNG file, and says when it had to be less sharp.
pub fn save_png(session: Session, picture: Picture, name: String) {
    let words = ChartWords::of(session.lang());
    spawn_local(async move {
        let raster = raster(&picture);
        let painted = match paint::font_rules().await {
            Ok(fonts) => paint::png(&picture, &fonts, raster).await,
            Err(error) => Err(error),
        };
        match painted.map(|png| file::hand_out(&name, &png)) {
            Ok(Ok(())) if raster.reduced => session.notify((words.png_reduced)(raster.width, raster.height)),
            Ok(handed) => notify_handed(session, handed),
            Err(paint::CannotDraw) => session.notify(words.png_failed),
        }
    });
}
