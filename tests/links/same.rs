//! Whether two projects are the same but for their ids, told from their JSON: a record or a field that a link leaves out is
//! missing there, whatever it is called.

use std::collections::HashMap;

use orbita::model::Engagement;
use serde_json::Value;

/// What ids become: those of the first project and of the second, met in the same order.
fn names(one: &Value, other: &Value) -> HashMap<u64, u64> {
    fn list<'v>(value: &'v Value, path: &[&str]) -> Vec<&'v Value> {
        let found = path.iter().try_fold(value, |value, key| value.get(key));
        found.and_then(Value::as_array).map(|all| all.iter().collect()).unwrap_or_default()
    }
    fn walk(project: &Value) -> Vec<u64> {
        let id = |value: &Value| value.as_u64().expect("an id");
        let mut ids = Vec::new();
        for journey in list(project, &["head", "journeys"]).into_iter().map(id) {
            ids.push(journey);
            let of = journey.to_string();
            let lanes: Vec<u64> = list(project, &["journeys", &of, "lanes"]).into_iter().map(id).collect();
            ids.extend(&lanes);
            for stage in list(project, &["journeys", &of, "stages"]).into_iter().map(id) {
                ids.push(stage);
                for lane in &lanes {
                    let cell = list(project, &["stages", &stage.to_string(), "cells", &lane.to_string()]);
                    ids.extend(cell.into_iter().map(id));
                }
            }
        }
        for table in ["scenarios", "initiatives", "accounts"] {
            let records = project.get(table).and_then(Value::as_object);
            let mut rows: Vec<u64> = records.into_iter().flatten().map(|(id, _)| id.parse().expect("an id")).collect();
            rows.sort_unstable();
            ids.extend(rows);
        }
        ids
    }
    walk(one).into_iter().zip(walk(other)).collect()
}

/// A project with other ids.
fn renamed(mut project: Value, names: &HashMap<u64, u64>) -> Value {
    fn id(value: &mut Value, names: &HashMap<u64, u64>) {
        if let Some(new) = value.as_u64().and_then(|old| names.get(&old)) {
            *value = (*new).into();
        }
    }
    fn ids(value: Option<&mut Value>, names: &HashMap<u64, u64>) {
        value.and_then(Value::as_array_mut).into_iter().flatten().for_each(|one| id(one, names));
    }
    fn keys(value: Option<&mut Value>, names: &HashMap<u64, u64>) {
        if let Some(table) = value.and_then(Value::as_object_mut) {
            let rows = std::mem::take(table);
            let key = |old: String| old.parse().ok().and_then(|old| names.get(&old)).map_or(old, u64::to_string);
            table.extend(rows.into_iter().map(|(old, row)| (key(old), row)));
        }
    }
    ids(project.pointer_mut("/head/journeys"), names);
    project["head"]["next"] = 0.into();
    for table in ["journeys", "stages", "lanes", "cards", "details", "scenarios", "initiatives", "accounts"] {
        keys(project.get_mut(table), names);
        let rows = project.get_mut(table).and_then(Value::as_object_mut);
        for (_, row) in rows.into_iter().flatten() {
            ids(row.get_mut("stages"), names);
            ids(row.get_mut("lanes"), names);
            ids(row.get_mut("initiatives"), names);
            if let Some(friction) = row.get_mut("friction") {
                id(friction, names);
            }
            if let Some(cells) = row.get_mut("cells") {
                keys(Some(cells), names);
                cells.as_object_mut().into_iter().flatten().for_each(|(_, cell)| ids(Some(cell), names));
            }
        }
    }
    project
}

/// Fails where two projects differ in anything but their ids.
pub fn assert_same(one: &Engagement, other: &Engagement) {
    let json = |engagement| serde_json::to_value(engagement).expect("JSON");
    let (one, other) = (json(one), json(other));
    let names = names(&one, &other);
    assert_eq!(renamed(one, &names), renamed(other, &HashMap::new()));
}
