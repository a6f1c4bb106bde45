//! Customer satisfaction index: satisfaction weighted by importance.

use crate::figure::{Field, Figure, Must, NoFigure, figure};

/// One attribute as rated.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rated {
    /// How important it is, not negative; only the proportions count.
    pub importance: f64,
    /// How satisfied, on the scale of the survey.
    pub satisfaction: f64,
}

/// How an index is scaled (F48).
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum IndexScale {
    /// 100 mean / highest score: 10 to 100 on a scale from 1 to 10 (TLF, UKCSI).
    OfHighest {
        /// The highest score.
        highest: f64,
    },
    /// 100 (mean − lowest) / (highest − lowest): 0 to 100.
    OfRange {
        /// The lowest score.
        lowest: f64,
        /// The highest score.
        highest: f64,
    },
}

impl IndexScale {
    fn ends(self) -> Figure<(f64, f64)> {
        let (lowest, highest) = match self {
            IndexScale::OfHighest { highest } => (0.0, highest),
            IndexScale::OfRange { lowest, highest } => (lowest, highest),
        };
        Field::Low.number(lowest)?;
        Field::High.number(highest)?;
        Field::Low.require(lowest < highest, Must::StayBelow(Field::High))?;
        Ok((lowest, highest))
    }
}

fn weighted_mean(rated: &[Rated], lowest: f64, highest: f64) -> Figure {
    let (mut sum, mut weights) = (0.0, 0.0);
    for Rated { importance, satisfaction } in rated {
        Field::Importance.not_negative(*importance)?;
        Field::Score.number(*satisfaction)?;
        let on_scale = *satisfaction >= lowest && *satisfaction <= highest;
        Field::Score.require(on_scale, Must::NotExceed(Field::High))?;
        sum += importance * satisfaction;
        weights += importance;
    }
    if weights == 0.0 { Err(NoFigure::NothingToShare) } else { figure(sum / weights) }
}

/// Satisfaction index: Σ importance x satisfaction / Σ importance, scaled to 100 (F48). Weights
/// that average 1 give the same.
///
/// # Errors
/// [`NoFigure::NothingToShare`] without any importance; importance must not be negative, scores lie
/// on the scale.
pub fn satisfaction_index(rated: &[Rated], scale: IndexScale) -> Figure {
    let (lowest, highest) = scale.ends()?;
    let mean = weighted_mean(rated, lowest, highest)?;
    figure(100.0 * (mean - lowest) / (highest - lowest))
}

/// One person's ratings.
#[derive(Debug, Clone, PartialEq)]
pub struct Respondent {
    /// The attributes, in the same order for everybody.
    pub rated: Vec<Rated>,
    /// Weight of the person, as revenue or role; 1 for all alike.
    pub weight: f64,
}

/// The index of several people, both ways (F49).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PeopleIndex {
    /// Weighted mean of each person's own index: asks everyone what matters to them.
    pub of_individuals: f64,
    /// Index of the mean importance and mean satisfaction: mixes whose importance is whose.
    pub of_means: f64,
}

/// Satisfaction index over people, by individuals and by pooled means, which differ (F49).
///
/// # Errors
/// As [`satisfaction_index`]; everybody must rate the same attributes, weights must not be negative
/// nor all 0.
pub fn satisfaction_of_people(people: &[Respondent], scale: IndexScale) -> Figure<PeopleIndex> {
    let attributes = people.first().map_or(0, |person| person.rated.len());
    let mut pooled = vec![Rated { importance: 0.0, satisfaction: 0.0 }; attributes];
    let (mut individuals, mut weights) = (0.0, 0.0);
    for person in people {
        Field::Weight.not_negative(person.weight)?;
        Field::Answers.require(person.rated.len() == attributes, Must::MatchLength)?;
        individuals += person.weight * satisfaction_index(&person.rated, scale)?;
        weights += person.weight;
        for (mean, rated) in pooled.iter_mut().zip(&person.rated) {
            mean.importance += person.weight * rated.importance;
            mean.satisfaction += person.weight * rated.satisfaction;
        }
    }
    if weights == 0.0 {
        return Err(NoFigure::NothingToShare);
    }
    let weights = figure(weights)?;
    let (lowest, highest) = scale.ends()?;
    for mean in &mut pooled {
        mean.importance /= weights;
        // A mean of scores on the scale lies on it, but for the last digit.
        mean.satisfaction = (mean.satisfaction / weights).clamp(lowest, highest);
    }
    Ok(PeopleIndex { of_individuals: figure(individuals / weights)?, of_means: satisfaction_index(&pooled, scale)? })
}
