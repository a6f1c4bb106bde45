//! What every file of an office program has: parts, what kind each is, and which part refers to which.

use crate::exchange::archive;
use crate::exchange::xml::Writer;

/// What kinds of relationships begin with.
const KINDS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
/// What content types begin with.
const TYPES: &str = "application/vnd.openxmlformats-officedocument.";

/// Where the names of elements come from.
pub const MAIN: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A file of an office program.
#[derive(Default)]
pub struct Package {
    parts: Vec<Part>,
}

struct Part {
    path: String,
    /// Behind [`TYPES`].
    content: &'static str,
    xml: String,
    /// The kind, behind [`KINDS`], and the path of another part.
    relations: Vec<(&'static str, String)>,
}

impl Package {
    /// Adds a part; its relationships are `rId1`, `rId2` and so on in their order.
    pub fn add(&mut self, path: &str, content: &'static str, xml: Writer, relations: Vec<(&'static str, String)>) {
        self.parts.push(Part { path: path.into(), content, xml: xml.finish(), relations });
    }

    /// The bytes of the file, whose first part is the one that programs open.
    pub fn finish(self) -> Vec<u8> {
        let mut types = Writer::new();
        types.open("Types", &[("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")]);
        let relations = "application/vnd.openxmlformats-package.relationships+xml";
        types.empty("Default", &[("Extension", "rels"), ("ContentType", relations)]);
        types.empty("Default", &[("Extension", "xml"), ("ContentType", "application/xml")]);
        for part in &self.parts {
            let content = [TYPES, part.content, "+xml"].concat();
            types.empty("Override", &[("PartName", &["/", &part.path].concat()), ("ContentType", &content)]);
        }
        let mut files = vec![("[Content_Types].xml".to_owned(), types.finish().into_bytes())];
        if let Some(first) = self.parts.first() {
            let root = relationships(&[("officeDocument", first.path.clone())]);
            files.push(("_rels/.rels".into(), root));
        }
        for part in self.parts {
            if !part.relations.is_empty() {
                let (folder, name) = part.path.rsplit_once('/').unwrap_or(("", &part.path));
                files.push((format!("{folder}/_rels/{name}.rels"), relationships(&part.relations)));
            }
            files.push((part.path, part.xml.into_bytes()));
        }
        archive::write(&files)
    }
}

fn relationships(relations: &[(&'static str, String)]) -> Vec<u8> {
    let mut to = Writer::new();
    to.open("Relationships", &[("xmlns", "http://schemas.openxmlformats.org/package/2006/relationships")]);
    for (at, (kind, path)) in relations.iter().enumerate() {
        let (id, kind, target) = (relation(at), [KINDS, kind].concat(), ["/", path].concat());
        to.empty("Relationship", &[("Id", &id), ("Type", &kind), ("Target", &target)]);
    }
    to.finish().into_bytes()
}

/// The name of a relationship by its place.
pub fn relation(at: usize) -> String {
    format!("rId{}", at + 1)
}
