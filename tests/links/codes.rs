//! QR codes, read back by another program.

use orbita::exchange::link::{PLACE, qr, write};

use super::everything;

/// What a camera reads.
fn scanned(picture: &qr::Picture) -> String {
    const MODULE: usize = 4;
    let side = picture.side as usize;
    let mut dark = vec![vec![false; side]; side];
    for run in picture.path.split_terminator('z') {
        let numbers: Vec<usize> = run
            .split(|c: char| !c.is_ascii_digit())
            .filter(|number| !number.is_empty())
            .map(|number| number.parse().expect("a number"))
            .collect();
        let [x, y, width, 1, back] = numbers[..] else { panic!("{run}") };
        assert_eq!(width, back);
        dark[y][x..x + width].fill(true);
    }
    let shade = |x: usize, y: usize| if dark[y / MODULE][x / MODULE] { 0 } else { 255 };
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(side * MODULE, side * MODULE, shade);
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1);
    grids[0].decode().expect("a code").1
}

#[test]
fn a_code_is_read_as_the_address() {
    for length in [10, 200, 1_000] {
        let address: String =
            format!("https://example.org/{PLACE}o1.").chars().chain("aZ9-_".chars().cycle()).take(length).collect();
        assert_eq!(scanned(&qr::picture(&address).expect("a code")), address);
    }
}

#[test]
fn an_address_that_no_camera_reads_has_no_code() {
    let text = write(&everything()).expect("small");
    assert!(text.len() > 1_300);
    assert_eq!(qr::picture(&text), None);
}
