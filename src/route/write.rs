//! The address of a place, written.

use super::{InterviewsView, Route, is_view};

impl Route {
    /// The address of this place.
    pub fn hash(&self) -> String {
        let hash = self.hash_of_kept();
        if self.engagement().is_some_and(is_view) { hash.replacen("#/e/", "#/", 1) } else { hash }
    }

    fn hash_of_kept(&self) -> String {
        match self {
            Route::Library | Route::Unknown => "#/".into(),
            Route::Journey { engagement, journey: None } => format!("#/e/{engagement}/journey"),
            Route::Journey { engagement, journey: Some(journey) } => format!("#/e/{engagement}/journey/{journey}"),
            Route::Frictions { engagement } => format!("#/e/{engagement}/journey/frictions"),
            Route::Economics { engagement, scenario, initiative, part } => {
                // An initiative stands in its part, which needs no word.
                let part =
                    part.word().filter(|_| initiative.is_none()).map(|word| format!("/{word}")).unwrap_or_default();
                let scenario = scenario.map(|id| format!("/{id}")).unwrap_or_default();
                let initiative = initiative.map(|id| format!("/initiative/{id}")).unwrap_or_default();
                format!("#/e/{engagement}/economics{part}{scenario}{initiative}")
            }
            Route::Interviews { engagement, view: InterviewsView::All(findings) } => {
                format!("#/e/{engagement}/interviews/{}", findings.name())
            }
            Route::Interviews { engagement, view: InterviewsView::One { interview, quote } } => {
                let interview = interview.map(|id| format!("/{id}")).unwrap_or_default();
                let quote = quote.map(|id| format!("/quote/{}", id.0)).unwrap_or_default();
                format!("#/e/{engagement}/interviews{interview}{quote}")
            }
        }
    }
}
