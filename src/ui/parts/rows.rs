//! Lists whose rows outlive a change of the list: rows come, go and move, none is built anew, and as few as can move.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::Rndr;
use leptos::tachys::renderer::types::{Element, Node, Placeholder};
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};

use crate::arrange::{in_order, map_of};

/// What a row is built by.
type Build<K> = Arc<dyn Fn(K) -> AnyView + Send + Sync>;

/// A row for each id of a list, in its order. The framework's own list loses the order where rows come and turn around at once.
pub fn rows<K>(ids: impl Fn() -> Vec<K> + Send + 'static, row: impl Fn(K) -> AnyView + Send + Sync + 'static) -> AnyView
where
    K: Clone + Ord + Send + Sync + 'static,
{
    list(Box::new(ids), Arc::new(row))
}

fn list<K: Clone + Ord + Send + Sync + 'static>(ids: Box<dyn Fn() -> Vec<K> + Send>, row: Build<K>) -> AnyView {
    // A row belongs to the list, not to the state of the list it came with.
    let owner = Owner::current().unwrap_or_default();
    (move || Rows { ids: ids(), row: row.clone(), owner: owner.clone() }).into_any()
}

/// A list as it shall be.
struct Rows<K> {
    ids: Vec<K>,
    row: Build<K>,
    owner: Owner,
}

/// A list as it stands on the page.
struct MountedRows<K> {
    rows: Vec<ListRow<K>>,
    /// Stands behind the last row.
    end: Placeholder,
    parent: Option<Element>,
}

/// A row on the page. What it shows goes before what it reads.
struct ListRow<K> {
    id: K,
    view: AnyViewState,
    _owner: Owner,
}

impl<K> Rows<K> {
    fn row(&self, id: K) -> ListRow<K>
    where
        K: Clone,
    {
        let owner = self.owner.with(Owner::new);
        let view = owner.with(|| (self.row)(id.clone()).build());
        ListRow { id, view, _owner: owner }
    }
}

impl<K: Clone + Ord + 'static> Render for Rows<K> {
    type State = MountedRows<K>;

    fn build(self) -> MountedRows<K> {
        let rows = self.ids.iter().map(|id| self.row(id.clone())).collect();
        MountedRows { rows, end: Rndr::create_placeholder(), parent: None }
    }

    fn rebuild(self, mounted: &mut MountedRows<K>) {
        // What is the same at both ends stays as it is.
        let is_same = |(row, id): &(&ListRow<K>, &K)| row.id == **id;
        let head = mounted.rows.iter().zip(&self.ids).take_while(is_same).count();
        let behind = mounted.rows[head..].iter().rev().zip(self.ids[head..].iter().rev());
        let tail = behind.take_while(is_same).count();
        let ids = &self.ids[head..self.ids.len() - tail];

        let old: Vec<ListRow<K>> = mounted.rows.drain(head..mounted.rows.len() - tail).collect();
        let known = map_of(old.iter().enumerate().map(|(at, row)| (row.id.clone(), at)));
        let mut old: Vec<Option<ListRow<K>>> = old.into_iter().map(Some).collect();
        let found = ids.iter().map(|id| known.get(id).and_then(|at| Some((*at, old[*at].take()?))));
        let found: Vec<Option<(usize, ListRow<K>)>> = found.collect();
        for mut gone in old.into_iter().flatten() {
            gone.view.unmount();
        }
        let places: Vec<Option<usize>> = found.iter().map(|row| row.as_ref().map(|(at, _)| *at)).collect();
        let new = ids.iter().zip(found).map(|(id, row)| row.map_or_else(|| self.row(id.clone()), |(_, row)| row));
        let new: Vec<ListRow<K>> = new.collect();
        mounted.rows.splice(head..head, new);

        // From the last to the first, so that what a row stands before is where it belongs.
        for (at, stays) in in_order(&places).into_iter().enumerate().rev() {
            if !stays {
                mounted.place(head + at);
            }
        }
    }
}

impl<K> MountedRows<K> {
    /// Puts a row before the next one.
    fn place(&mut self, at: usize) {
        let Some(parent) = &self.parent else { return };
        let (rows, behind) = self.rows.split_at_mut(at + 1);
        let view = &mut rows[at].view;
        if !behind.first().is_some_and(|next| next.view.insert_before_this(view)) {
            view.mount(parent, Some(self.end.as_ref()));
        }
    }
}

impl<K> Mountable for MountedRows<K> {
    fn unmount(&mut self) {
        self.rows.iter_mut().for_each(|row| row.view.unmount());
        self.end.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.parent = Some(parent.clone());
        self.rows.iter_mut().for_each(|row| row.view.mount(parent, marker));
        self.end.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        match self.rows.first() {
            Some(row) => row.view.insert_before_this(child),
            None => self.end.insert_before_this(child),
        }
    }

    fn elements(&self) -> Vec<Element> {
        self.rows.iter().flat_map(|row| row.view.elements()).collect()
    }
}

// A list is built in the page: what makes text of views, and takes it up again, is never asked of it.

impl<K: Clone + Ord + Send + Sync + 'static> AddAnyAttr for Rows<K> {
    type Output<A: Attribute> = Self;

    fn add_any_attr<A: Attribute>(self, _: A) -> Self::Output<A> {
        self
    }
}

impl<K: Clone + Ord + Send + Sync + 'static> RenderHtml for Rows<K> {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(self, _: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {}

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> MountedRows<K> {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
