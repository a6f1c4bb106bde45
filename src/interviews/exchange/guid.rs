//! Identifiers of other programs, made from what we know a thing by: a second export has the same.

/// A GUID for a text such as `project/tag/7`: 128 bits of FNV-1a in the form of a custom UUID (version 8, RFC 9562). Not
/// secret, and no more random than the text.
pub fn guid(key: &str) -> String {
    const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    let hash = key.bytes().fold(OFFSET, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME));
    // The last letters of a key move the low bits only; folding lets them be seen everywhere.
    let mixed = (hash ^ (hash >> 61)).wrapping_mul(PRIME | 1 << 73);
    let hash = mixed ^ (mixed >> 67);
    let stamped = (hash & !(0xf << 76) & !(0b11 << 62)) | 8 << 76 | 0b10 << 62;
    let hex = format!("{stamped:032X}");
    [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-")
}

/// A GUID as GUIDs are compared: without braces, in capitals.
pub fn key(guid: &str) -> String {
    guid.trim().trim_start_matches('{').trim_end_matches('}').to_uppercase()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn guids_are_stable_and_apart() {
        assert_eq!(guid("tag/1"), guid("tag/1"));
        let all: BTreeSet<String> = (0..10_000).map(|number| guid(&format!("project/tag/{number}"))).collect();
        assert_eq!(all.len(), 10_000);
        let some = guid("a");
        let form: Vec<usize> = some.split('-').map(str::len).collect();
        assert_eq!(form, [8, 4, 4, 4, 12]);
        assert!(some.bytes().all(|byte| byte == b'-' || byte.is_ascii_hexdigit()));
        assert_eq!(&some[14..15], "8", "version");
        assert!("89AB".contains(&some[19..20]), "variant");
        assert_eq!(key("{ab-1}"), "AB-1");
    }
}
