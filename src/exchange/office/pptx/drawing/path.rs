//! Paths of SVG, as far as our own pictures use them, and what a clip leaves of them.

use crate::drawing::pen::Area;
use crate::exchange::office::pptx::shape::Command;

/// How many straight lines stand for a curve that is clipped.
const STEPS: usize = 16;

/// Reads path data: M, L, H, V, C and Z, absolute and relative. What comes behind anything else is left out.
pub fn parse(data: &str) -> Vec<Command> {
    let mut commands = Vec::new();
    let mut numbers = Numbers(data);
    let (mut x, mut y) = (0.0, 0.0);
    let mut start = (0.0, 0.0);
    let mut verb = None;
    loop {
        if let Some(letter) = numbers.verb() {
            verb = Some(letter);
            if letter.eq_ignore_ascii_case(&'z') {
                commands.push(Command::Close);
                (x, y) = start;
                continue;
            }
        } else if numbers.is_at_end() {
            return commands;
        }
        let Some(letter) = verb else { return commands };
        let (dx, dy) = if letter.is_ascii_lowercase() { (x, y) } else { (0.0, 0.0) };
        let command = match letter.to_ascii_lowercase() {
            'm' => numbers.pair().map(|(to_x, to_y)| {
                start = (to_x + dx, to_y + dy);
                // What follows without a letter is lines.
                verb = Some(if letter == 'm' { 'l' } else { 'L' });
                Command::Move(start.0, start.1)
            }),
            'l' => numbers.pair().map(|(to_x, to_y)| Command::Line(to_x + dx, to_y + dy)),
            'h' => numbers.number().map(|to_x| Command::Line(to_x + dx, y)),
            'v' => numbers.number().map(|to_y| Command::Line(x, to_y + dy)),
            'c' => numbers
                .pair()
                .zip(numbers.pair())
                .zip(numbers.pair())
                .map(|((one, other), end)| Command::Curve([one, other, end].map(|(x, y)| (x + dx, y + dy)))),
            _ => None,
        };
        let Some(command) = command else { return commands };
        if let Some(end) = command.points().last() {
            (x, y) = *end;
        }
        commands.push(command);
    }
}

/// Numbers as SVG writes them, with as little between them as can be.
struct Numbers<'a>(&'a str);

impl Numbers<'_> {
    fn skip(&mut self) {
        self.0 = self.0.trim_start_matches([' ', ',', '\n', '\t']);
    }

    fn is_at_end(&mut self) -> bool {
        self.skip();
        self.0.is_empty()
    }

    fn verb(&mut self) -> Option<char> {
        self.skip();
        let letter = self.0.chars().next().filter(char::is_ascii_alphabetic)?;
        self.0 = &self.0[1..];
        Some(letter)
    }

    fn number(&mut self) -> Option<f64> {
        self.skip();
        let mut has_point = false;
        let length = self
            .0
            .char_indices()
            .take_while(|&(at, letter)| match letter {
                '0'..='9' => true,
                '-' | '+' => at == 0,
                '.' => !std::mem::replace(&mut has_point, true),
                _ => false,
            })
            .count();
        let (number, rest) = self.0.split_at(length);
        self.0 = rest;
        number.parse().ok()
    }

    fn pair(&mut self) -> Option<(f64, f64)> {
        Some((self.number()?, self.number()?))
    }
}

/// The points of `points="x,y x,y"`.
pub fn points(text: &str) -> Vec<(f64, f64)> {
    let mut numbers = Numbers(text);
    std::iter::from_fn(|| numbers.pair()).collect()
}

/// What a clip leaves of a path whose runs go from the left to the right, as those of a curve over stages do: of a line, its
/// parts inside; of an area, what lies between the edges.
pub fn clip(commands: &[Command], area: Area, is_area: bool) -> Vec<Command> {
    let inside = |(x, y): &(f64, f64)| (area.x..=area.x + area.w).contains(x) && (area.y..=area.y + area.h).contains(y);
    if commands.iter().flat_map(|command| command.points()).all(|point| inside(&point)) {
        return commands.to_vec();
    }
    let mut clipped = Vec::new();
    for run in runs(commands) {
        // The end of an area is its way back along the middle line.
        let across = cut(&run, area.x, area.x + area.w);
        let held: Vec<(f64, f64)> = across.into_iter().map(|(x, y)| (x, y.clamp(area.y, area.y + area.h))).collect();
        for (at, (x, y)) in held.iter().enumerate() {
            clipped.push(if at == 0 { Command::Move(*x, *y) } else { Command::Line(*x, *y) });
        }
        if is_area && !held.is_empty() {
            clipped.push(Command::Close);
        }
    }
    clipped
}

/// The runs of a path as points.
fn runs(commands: &[Command]) -> Vec<Vec<(f64, f64)>> {
    let mut runs: Vec<Vec<(f64, f64)>> = Vec::new();
    for command in commands {
        match (*command, runs.last_mut()) {
            (Command::Move(x, y), _) => runs.push(vec![(x, y)]),
            (Command::Line(x, y), Some(run)) => run.push((x, y)),
            (Command::Curve([one, other, end]), Some(run)) => {
                let from = run.last().copied().unwrap_or(one);
                for step in 1..=STEPS {
                    let t = step as f64 / STEPS as f64;
                    let weights = [
                        (1.0 - t) * (1.0 - t) * (1.0 - t),
                        3.0 * t * (1.0 - t) * (1.0 - t),
                        3.0 * t * t * (1.0 - t),
                        t * t * t,
                    ];
                    let at = |axis: fn(&(f64, f64)) -> f64| {
                        [from, one, other, end].iter().zip(weights).map(|(point, weight)| axis(point) * weight).sum()
                    };
                    run.push((at(|point| point.0), at(|point| point.1)));
                }
            }
            _ => (),
        }
    }
    runs
}

/// The part of a run between two places along x; each step between two points is cut where it crosses them.
fn cut(run: &[(f64, f64)], from: f64, to: f64) -> Vec<(f64, f64)> {
    let mut kept: Vec<(f64, f64)> = Vec::new();
    let mut keep = |point: (f64, f64)| {
        if kept.last() != Some(&point) {
            kept.push(point);
        }
    };
    for pair in run.windows(2) {
        let [(x0, y0), (x1, y1)] = [pair[0], pair[1]];
        if x0.max(x1) < from || x0.min(x1) > to {
            continue;
        }
        let at = |x: f64| if x1 == x0 { y0 } else { y0 + (x - x0) / (x1 - x0) * (y1 - y0) };
        for (x, y) in [(x0, y0), (x1, y1)] {
            let held = x.clamp(from, to);
            keep((held, if held == x { y } else { at(held) }));
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_read_as_svg_writes_them() {
        use Command::*;
        assert_eq!(
            parse("M1 2h3.5V-4H.5l1-1z"),
            [Move(1.0, 2.0), Line(4.5, 2.0), Line(4.5, -4.0), Line(0.5, -4.0), Line(1.5, -5.0), Close]
        );
        assert_eq!(parse("M6 3c0 4-1 6-3 7"), [Move(6.0, 3.0), Curve([(6.0, 7.0), (5.0, 9.0), (3.0, 10.0)])]);
        assert_eq!(parse("M1,2 3,4A1 1"), [Move(1.0, 2.0), Line(3.0, 4.0)]);
        assert_eq!(parse("M"), []);
        assert_eq!(points("1,2 3,-4.5"), [(1.0, 2.0), (3.0, -4.5)]);
    }

    #[test]
    fn a_clip_leaves_what_lies_inside() {
        use Command::*;
        let area = |y: f64, h: f64| Area { x: 2.0, y, w: 6.0, h };
        let line = parse("M0 0L10 10");
        assert_eq!(clip(&line, area(0.0, 10.0), false), [Move(2.0, 2.0), Line(8.0, 8.0)]);
        let hill = parse("M0 0L5 10L10 0V5H0Z");
        let above = clip(&hill, area(0.0, 5.0), true);
        assert!(
            above
                .iter()
                .flat_map(|command| command.points())
                .all(|(x, y)| (2.0..=8.0).contains(&x) && (0.0..=5.0).contains(&y))
        );
        assert_eq!(above.last(), Some(&Close));
        assert_eq!(clip(&parse("M3 3H7"), area(0.0, 10.0), false), [Move(3.0, 3.0), Line(7.0, 3.0)]);
    }
}
