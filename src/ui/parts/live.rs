//! Pieces of views, each of one type for all uses of its kind: every closure type of its own that a view is built from costs
//! kilobytes of code in the page.

use leptos::prelude::*;

use super::rows;
use crate::interviews::text::TagId;
use crate::model::quantity::{CardId, InitiativeId, InterviewId, LaneId, ParagraphId, StageId, StatementId};
use crate::ui::alive::Alive;

/// A text, an attribute or a piece of view that follows what it reads.
pub type Live<T> = Box<dyn FnMut() -> T + Send>;

/// What a view can show, as one of few kinds.
pub trait Piece {
    /// The kind.
    type Kind;
    /// Itself as that kind.
    fn kind(self) -> Self::Kind;
}

macro_rules! pieces {
    ($($piece:ty => $kind:ty: $turn:expr;)*) => {$(
        impl Piece for $piece {
            type Kind = $kind;
            fn kind(self) -> $kind {
                let turn: fn($piece) -> $kind = $turn;
                turn(self)
            }
        }
    )*};
}

pieces! {
    bool => bool: |flag| flag;
    String => String: |text| text;
    &'static str => String: String::from;
    Option<String> => Option<String>: |text| text;
    Option<&'static str> => Option<String>: |text| text.map(String::from);
    AnyView => Option<AnyView>: Some;
    Option<AnyView> => Option<AnyView>: |view| view;
}

/// Follows what `read` reads.
pub fn live<P: Piece>(mut read: impl FnMut() -> P + Send + 'static) -> Live<P::Kind> {
    Box::new(move || read().kind())
}

/// Shows what `view` builds while `when` holds.
pub fn shown<V: IntoAny>(
    when: impl Fn() -> bool + Send + Sync + 'static,
    mut view: impl FnMut() -> V + Send + 'static,
) -> Live<Option<AnyView>> {
    let when = Memo::new(move |_| when());
    live(move || when.get().then(|| view().into_any()))
}

/// Answers an event for as long as the view is there. Browsers send some to elements that are being taken away: a blur to the
/// field that has the keyboard.
pub fn on<E: 'static>(mut answer: impl FnMut(E) + 'static) -> Box<dyn FnMut(E)> {
    let view = Alive::here();
    Box::new(move |event| {
        if view.is() {
            answer(event);
        }
    })
}

/// An id that rows are kept by.
pub trait RowId: Copy + 'static {
    /// The id's number.
    fn number(self) -> u32;
    /// The id with a number.
    fn of(number: u32) -> Self;
}

macro_rules! row_ids {
    ($($id:ident)*) => {$(
        impl RowId for $id {
            fn number(self) -> u32 {
                self.0
            }
            fn of(number: u32) -> Self {
                Self(number)
            }
        }
    )*};
}

row_ids! { StageId LaneId CardId InitiativeId InterviewId ParagraphId StatementId TagId }

/// A view for each id; a change of the list moves, adds and removes views and builds none anew.
pub fn each<I: RowId, V: IntoAny>(
    ids: impl Fn() -> Vec<I> + Send + 'static,
    view: impl Fn(I) -> V + Send + Sync + 'static,
) -> AnyView {
    rows(move || ids().into_iter().map(I::number).collect(), move |number| view(I::of(number)).into_any())
}
