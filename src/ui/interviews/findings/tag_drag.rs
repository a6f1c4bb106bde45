//! Tags that are dragged together into groups. By keyboard the form of a tag does the same.

use leptos::{ev, prelude::*};

use crate::edit::{Command, TagInput};
use crate::interviews::codebook::GroupId;
use crate::interviews::text::TagId;
use crate::model::Key;
use crate::ui::browser::element;
use crate::ui::desk::{Desk, Outcome};

/// How far a pointer goes before it drags, in pixels.
const FAR: i32 = 12;

/// Where a tag would go if it were dropped now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Onto {
    /// To another tag, and into a group with it.
    Tag(TagId),
    /// Into a group, or out of any.
    Group(Option<GroupId>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Way {
    tag: TagId,
    from: (i32, i32),
    is_far: bool,
    onto: Option<Onto>,
}

/// A tag on its way. Copies are the same.
#[derive(Clone, Copy)]
pub struct TagDrag {
    desk: Desk,
    way: RwSignal<Option<Way>>,
}

impl TagDrag {
    /// Follows the pointer for as long as the running view is there.
    pub fn new(desk: Desk) -> Self {
        let drag = TagDrag { desk, way: RwSignal::new(None) };
        let listeners = [
            window_event_listener(ev::pointermove, move |event| drag.follow((event.client_x(), event.client_y()))),
            window_event_listener(ev::pointerup, move |_| drag.drop()),
            window_event_listener(ev::pointercancel, move |_| drag.give_up()),
            window_event_listener(ev::keydown, move |event| {
                if event.key() == "Escape" {
                    drag.give_up();
                }
            }),
        ];
        on_cleanup(move || listeners.into_iter().for_each(|listener| listener.remove()));
        drag
    }

    /// A pointer was pressed on a tag. A finger scrolls instead.
    pub fn begin(self, tag: TagId, event: &ev::PointerEvent) {
        if event.button() == 0 && event.pointer_type() != "touch" && self.desk.may_edit() {
            let from = (event.client_x(), event.client_y());
            self.way.set(Some(Way { tag, from, is_far: false, onto: None }));
        }
    }

    /// Whether the tag is on its way.
    pub fn is_under_way(self, tag: TagId) -> bool {
        self.way.with(|way| way.is_some_and(|way| way.is_far && way.tag == tag))
    }

    /// Whether it would be dropped there.
    pub fn is_onto(self, onto: Onto) -> bool {
        self.way.with(|way| way.is_some_and(|way| way.onto == Some(onto)))
    }

    fn follow(self, (x, y): (i32, i32)) {
        let Some(way) = self.way.try_get_untracked().flatten() else { return };
        let is_far = way.is_far || (x - way.from.0).abs().max((y - way.from.1).abs()) >= FAR;
        let onto = if is_far { self.onto(way.tag, x, y) } else { None };
        let now = Way { is_far, onto, ..way };
        if now != way {
            self.way.set(Some(now));
        }
    }

    /// What a tag would be dropped on; where it would stay as it is, nothing.
    fn onto(self, tag: TagId, x: i32, y: i32) -> Option<Onto> {
        let number = |selector: &str, name: &str| {
            let number = element::at(x, y, selector).and_then(|found| found.get_attribute(name));
            number.map(|number| number.parse::<u32>().ok())
        };
        let group = number("[data-group]", "data-group")?.map(GroupId);
        let over = number("[data-tag-row]", "data-tag-row").flatten().map(TagId);
        let own = self.desk.peek(|e| e.tag(tag).and_then(|tag| tag.group));
        match over {
            Some(over) if over == tag => None,
            // Only tags without a group make a new one.
            Some(over) if group.is_none() => Some(Onto::Tag(over)),
            _ => (own != group).then_some(Onto::Group(group)),
        }
    }

    fn drop(self) {
        let way = self.way.try_get_untracked().flatten();
        self.give_up();
        let Some(Way { tag, onto: Some(onto), .. }) = way else { return };
        match onto {
            Onto::Group(group) => {
                self.desk.dispatch(Command::SetTag(tag, TagInput::Group(group)));
            }
            Onto::Tag(with) => {
                let name =
                    self.desk.peek(|e| [tag, with].map(|id| e.tag(id).map_or(String::new(), |tag| tag.name.clone())));
                let made = self.desk.dispatch(Command::JoinTags(tag, with, name.join(", ")));
                if let Outcome::Done(Some(Key::Group(group))) = made {
                    // What they have in common has a better name.
                    element::soon(format!("[data-group='{}'] .theme-name", group.0), |field| {
                        element::focus(&field);
                        element::select_all(&field);
                    });
                }
            }
        }
        self.desk.seal();
    }

    fn give_up(self) {
        if self.way.try_with_untracked(Option::is_some) == Some(true) {
            self.way.set(None);
        }
    }
}
