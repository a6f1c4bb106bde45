//! A link as a QR code, to be scanned off a screen.

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

/// Beyond version 25 (117 modules a side) the cameras of phones fail at a screen.
const LARGEST: u8 = 25;

/// What stays light around the code, in modules, as the standard asks.
const QUIET: i32 = 4;

/// A QR code as one path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The side of the square, in modules: the `viewBox` of the path.
    pub side: u32,
    /// The dark modules, as the `d` of an SVG path.
    pub path: String,
}

/// The code of an address; `None` for one that is too long to be scanned.
pub fn picture(address: &str) -> Option<Picture> {
    let segments = QrSegment::make_segments(address);
    // A screen has no stains: as little correction as leaves the modules large, more where it is free.
    let largest = Version::new(LARGEST);
    let code = QrCode::encode_segments_advanced(&segments, QrCodeEcc::Low, Version::MIN, largest, None, true).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|&x| code.get_module(x, y)).count() as i32;
            if run > 0 {
                path.push_str(&format!("M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET));
            }
            x += run.max(1);
        }
    }
    Some(Picture { side: (code.size() + 2 * QUIET) as u32, path })
}
