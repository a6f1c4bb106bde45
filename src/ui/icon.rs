//! The icons: 16 px grid, strokes of 1.5 px, round joins.

use leptos::prelude::*;

/// Which icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say what they show")]
pub enum Sign {
    Actions,
    AddColumn,
    AddRow,
    Backstage,
    Chart,
    Check,
    Clock,
    ChevronUp,
    ChevronDown,
    ChevronLeft,
    ChevronRight,
    Close,
    Delete,
    Download,
    Emotion,
    Free,
    Friction,
    Lock,
    Map,
    Moon,
    More,
    Opportunities,
    Play,
    Plus,
    Pulse,
    Redo,
    Return,
    Rows,
    Search,
    Speech,
    Sun,
    Table,
    Thoughts,
    Touchpoints,
    Undo,
    Upload,
    Warning,
}

impl Sign {
    fn path(self) -> &'static str {
        match self {
            Sign::AddColumn => "M2.5 2.5h4v11h-4zM11.5 5.5v5M9 8h5",
            Sign::AddRow => "M2.5 2.5h11v4h-11zM8 9v5M5.5 11.5h5",
            Sign::Actions => "M2 13h3.5V9.5H9V6h3.5V3H14",
            Sign::Backstage => "M2 3.5h12M3 3.5v9M13 3.5v9M6 3.5c0 4-1 6-3 7M10 3.5c0 4 1 6 3 7",
            Sign::Chart => "M2 2v12h12M4.5 10.5L8 6.5l2.5 2.5L14 4",
            Sign::Check => "M3 8.5l3.2 3.2L13 5",
            Sign::Clock => "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 4.8V8l2.2 1.6",
            Sign::ChevronUp => "M4.5 9.5L8 6l3.5 3.5",
            Sign::ChevronDown => "M4.5 6.5L8 10l3.5-3.5",
            Sign::ChevronLeft => "M10 3.5L5.5 8l4.5 4.5",
            Sign::ChevronRight => "M6 3.5L10.5 8 6 12.5",
            Sign::Lock => "M4 7.5h8v6H4zM5.5 7.5V5.25a2.5 2.5 0 0 1 5 0V7.5",
            Sign::Close => "M4 4l8 8M12 4l-8 8",
            Sign::Delete => "M2.5 4.5h11M6 4.5V2.5h4v2M4 4.5l.7 9h6.6l.7-9M6.7 7v4M9.3 7v4",
            Sign::Download => "M8 2.5v7.5M4.8 7L8 10.2 11.2 7M2.5 13.5h11",
            Sign::Emotion => "M1.5 11C4 11 4.5 4 8 4s3 5 6.5 5",
            Sign::Free => "M3 4h10M3 8h10M3 12h6",
            Sign::Friction => "M8 2.5l6 11H2zM8 6.5v3M8 11.4v.2",
            Sign::Map => "M1.5 4h13M1.5 8h13M1.5 12h13M6 2v12M10.5 2v12",
            Sign::Moon => "M13.5 9.5A6 6 0 0 1 6.5 2.5a5.6 5.6 0 1 0 7 7z",
            Sign::More => "M3.4 8h.2M7.9 8h.2M12.4 8h.2",
            Sign::Opportunities => "M8 1.5v4M8 10.5v4M1.5 8h4M10.5 8h4",
            Sign::Play => "M5 3.5v9l7-4.5z",
            Sign::Plus => "M8 3v10M3 8h10",
            Sign::Pulse => "M3.5 13V8.5M8 13V3M12.5 13V6",
            Sign::Redo => "M10.5 3.5l3 3-3 3M13 6.5H6a3.5 3.5 0 0 0 0 7h2.5",
            Sign::Return => "M13 3.5v4a2 2 0 0 1-2 2H3.5M6.5 6.5l-3 3 3 3",
            Sign::Rows => "M2 4h12M4 8h8M6 12h4",
            Sign::Search => "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.3 10.3L14 14",
            Sign::Speech => "M2.5 3h11v8H7l-3 2.5V11H2.5z",
            Sign::Sun => {
                "M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM8 1.2v1.4M8 13.4v1.4M1.2 8h1.4M13.4 8h1.4M3.2 3.2l1 1M11.8 11.8l1 1M12.8 3.2l-1 1M4.2 11.8l-1 1"
            }
            Sign::Table => "M2 3h12v10H2zM2 6.5h12M6.5 6.5V13",
            Sign::Thoughts => "M6.5 4C4 5 3 6.6 3 9v2.5h3.2V8.7H4.4M13 4c-2.5 1-3.5 2.6-3.5 5v2.5h3.2V8.7h-1.8",
            Sign::Touchpoints => "M5 2h6v12H5zM7.3 11.8h1.4",
            Sign::Undo => "M5.5 3.5l-3 3 3 3M3 6.5h7a3.5 3.5 0 0 1 0 7H7.5",
            Sign::Upload => "M8 10.2V2.7M4.8 5.7L8 2.5l3.2 3.2M2.5 10.5v3h11v-3",
            Sign::Warning => "M8 2.5l6 11H2zM8 6.5v3M8 11.4v.2",
        }
    }
}

/// An icon. It is never the only name of a control.
#[component]
pub fn Icon(
    /// Which one.
    sign: Sign,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
            <path d=sign.path() />
        </svg>
    }
}
