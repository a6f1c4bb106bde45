//! One map or one chart of a hosted project and nothing else, for another page to show.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::hosted_file;
use super::wrong::Wrong;
use crate::charts::{Look, Sheet};
use crate::edit::draft::JourneyDraft;
use crate::exchange::picture;
use crate::handover::economy::Economy;
use crate::handover::site::Embed;
use crate::i18n::Lang;
use crate::model::Engagement;
use crate::ui::browser::element;
use crate::ui::parts::{Figure, live};
use crate::ui::session::{Session, use_session};

/// What is drawn: the SVG text, what it says in words, and what stands above it.
struct Drawn {
    svg: String,
    summary: String,
    titles: Option<(String, String)>,
}

/// The part, as large as the page that shows it.
#[component]
pub fn Embedded(
    /// Which part.
    part: Embed,
) -> impl IntoView {
    let session = use_session();
    session.preview();
    let project = RwSignal::new(None::<Result<Engagement, Wrong>>);
    spawn_local(async move {
        let fetched = hosted_file::fetched(session).await.map(|fetched| fetched.engagement);
        // The page may have gone.
        _ = project.try_set(Some(fetched));
    });
    let node = NodeRef::<leptos::html::Main>::new();
    let size = element::size_of(Signal::derive_local(move || node.get().map(|node| (*node).clone())));
    let drawn = move || {
        let look =
            if session.is_dark() { (&picture::Look::DARK, Look::DARK) } else { (&picture::Look::LIGHT, Look::LIGHT) };
        let (lang, size) = (session.lang.get(), size.get());
        project.with(|project| match project {
            None => None,
            Some(Err(wrong)) => Some(Err(wrong.text(session))),
            Some(Ok(project)) => Some(draw(project, part, look, lang, size).ok_or_else(|| nothing(session))),
        })
    };
    view! {
        <main class="embedded" node_ref=node>
            {live(move || match drawn() {
                None => view! { <p class="later" role="status">{session.w().part_coming}</p> }.into_any(),
                Some(Err(why)) => view! { <p class="later" role="alert">{why}</p> }.into_any(),
                Some(Ok(drawn)) => shown(drawn),
            })}
        </main>
    }
}

fn nothing(session: Session) -> String {
    session.travel().no_such_part.into()
}

fn shown(Drawn { svg, summary, titles }: Drawn) -> AnyView {
    let svg = RwSignal::new(svg);
    view! {
        {titles
            .map(|(title, subtitle)| {
                view! {
                    <h1 class="chart-title">{title}</h1>
                    <p class="chart-subtitle">{subtitle}</p>
                }
            })}
        <div role="img" aria-label=summary>
            <Figure svg=Signal::from(svg) class="embedded-figure" />
        </div>
    }
    .into_any()
}

/// A part of a project, in a size; `None` where it has none such.
fn draw(
    project: &Engagement,
    part: Embed,
    (map_look, look): (&picture::Look, Look),
    lang: Lang,
    (width, height): (f64, f64),
) -> Option<Drawn> {
    match part {
        Embed::Map(number) => {
            let (id, journey) = project.journeys().nth(number - 1)?;
            let draft = JourneyDraft::of(project, id)?;
            let summary = lang.words().title_or(&journey.title, lang.words().untitled_map).to_owned();
            Some(Drawn { svg: picture::svg(&draft, map_look, lang).svg, summary, titles: None })
        }
        Embed::Chart(kind) => {
            let titled = Economy::of(project, lang, true)?.chart(kind)?;
            let own = titled.chart.height(width);
            // The titles take two lines.
            let height = own.max((height - 72.0).min(width));
            let sheet = Sheet { width, height, look, lang: lang.code() };
            let titles = Some((titled.title, titled.subtitle));
            Some(Drawn { svg: titled.chart.draw(&sheet).svg, summary: titled.summary, titles })
        }
    }
}
