//! The rules that every file of an office program keeps, checked by a reader of XML that is not ours.

use std::collections::BTreeMap;

use orbita::exchange::archive::Archive;
use roxmltree::Document;

/// The parts of a file by their paths. Fails where the file breaks a rule: XML that is not well-formed, a part without a
/// content type, a relationship that leads nowhere, a reference to a relationship that is not there.
pub fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut archive = Archive::open(bytes).expect("an archive");
    let names: Vec<String> = archive.names().map(String::from).collect();
    let text =
        |archive: &mut Archive, name: &str| String::from_utf8(archive.read(name).expect("a part")).expect("UTF-8");
    let parts: BTreeMap<String, String> = names.iter().map(|name| (name.clone(), text(&mut archive, name))).collect();
    assert_eq!(parts.len(), names.len(), "a part twice");
    assert_eq!(names[0], "[Content_Types].xml");
    let documents: BTreeMap<&str, Document> = parts
        .iter()
        .map(|(name, text)| (name.as_str(), Document::parse(text).unwrap_or_else(|error| panic!("{name}: {error}"))))
        .collect();

    let types = &documents["[Content_Types].xml"];
    let all = |tag: &str, key: &str| -> Vec<String> {
        let elements = types
            .descendants()
            .filter(|node| node.has_tag_name(("http://schemas.openxmlformats.org/package/2006/content-types", tag)));
        elements.map(|node| node.attribute(key).expect("an attribute").to_owned()).collect()
    };
    let named = all("Override", "PartName");
    for part in &named {
        assert!(parts.contains_key(&part[1..]), "{part} has a type and is missing");
    }
    for name in names.iter().skip(1) {
        let is_named = named.contains(&format!("/{name}"));
        assert!(is_named || name.ends_with(".rels"), "{name} has no type of its own");
    }

    for (name, document) in &documents {
        let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
        let file = name.rsplit('/').next().unwrap_or(name);
        let relations = parts.get(&format!("{folder}/_rels/{file}.rels"));
        let ids: Vec<String> = relations.map_or_else(Vec::new, |text| {
            let document = Document::parse(text).expect("XML");
            let relations = document.root_element().children().filter(|node| node.is_element());
            relations
                .map(|node| {
                    let target = node.attribute("Target").expect("a target");
                    let path = target.strip_prefix('/').expect("a path from the root");
                    assert!(parts.contains_key(path), "{name} refers to {path}, which is missing");
                    node.attribute("Id").expect("an id").to_owned()
                })
                .collect()
        });
        for node in document.descendants() {
            for attribute in
                node.attributes().filter(|one| one.namespace().is_some_and(|space| space.ends_with("/relationships")))
            {
                assert!(ids.contains(&attribute.value().to_owned()), "{name}: {} leads nowhere", attribute.value());
            }
        }
    }
    drop(documents);
    parts
}
