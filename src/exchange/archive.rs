//! Archives: written without packing, read packed or not, with limits on everything that they claim.
//!
//! After PKWARE's APPNOTE 6.3: local headers, a central directory, its end record. No encryption, no parts, no Zip64.

use miniz_oxide::inflate::decompress_to_vec_with_limit;

/// The largest archive that is read; it may contain recordings, which are not unpacked.
pub const MOST_PACKED: usize = 256 << 20;

/// The most that is unpacked of an archive, in all.
pub const MOST_UNPACKED: usize = 24 << 20;

/// The most files in an archive.
const MOST_FILES: usize = 20_000;

/// Why an archive, or a file of it, is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is no archive.
    NotAnArchive,
    /// The archive is damaged, or packed in a way that nobody uses.
    Damaged,
    /// A password protects it.
    Encrypted,
    /// It is, or unpacks to, more than is read.
    TooLarge,
    /// The archive holds no file of that name.
    NoFile,
}

const LOCAL: [u8; 4] = *b"PK\x03\x04";
const CENTRAL: [u8; 4] = *b"PK\x01\x02";
const END: [u8; 4] = *b"PK\x05\x06";

/// The length of the end record without its comment, and the longest comment.
const END_LENGTH: usize = 22;
const LONGEST_COMMENT: usize = 65_535;

/// The first of January 1980, the earliest day of the format: the same content is the same file.
const DAY: [u8; 4] = [0, 0, 0x21, 0];

/// An archive of files as they are, in their order.
pub fn write(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let (mut archive, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in files {
        let offset = archive.len() as u32;
        let length = (content.len() as u32).to_le_bytes();
        // Version 2.0; names in UTF-8; stored.
        let mut common = vec![20, 0, 0, 8, 0, 0];
        common.extend(DAY);
        common.extend(crc32(content).to_le_bytes());
        common.extend(length);
        common.extend(length);
        common.extend((name.len() as u16).to_le_bytes());
        common.extend([0, 0]);
        archive.extend(LOCAL);
        archive.extend(&common);
        archive.extend(name.bytes());
        archive.extend(content);
        directory.extend(CENTRAL);
        directory.extend([20, 0]);
        directory.extend(&common);
        // No comment, first disk, no attributes.
        directory.extend([0; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend(name.bytes());
    }
    let count = (files.len() as u16).to_le_bytes();
    let (offset, length) = (archive.len() as u32, directory.len() as u32);
    archive.extend(directory);
    archive.extend(END);
    archive.extend([0; 4]);
    archive.extend(count);
    archive.extend(count);
    archive.extend(length.to_le_bytes());
    archive.extend(offset.to_le_bytes());
    archive.extend([0, 0]);
    archive
}

/// An archive that is read file by file.
pub struct Archive<'a> {
    bytes: &'a [u8],
    files: Vec<File>,
    /// How much may still be unpacked.
    left: usize,
}

/// A file as described by the directory.
struct File {
    name: String,
    method: u16,
    is_encrypted: bool,
    crc: u32,
    packed: usize,
    unpacked: usize,
    offset: usize,
}

impl<'a> Archive<'a> {
    /// Reads the directory of an archive.
    ///
    /// # Errors
    /// [`Fault`] where it is none, is too large, or is damaged.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Fault> {
        if bytes.len() > MOST_PACKED {
            return Err(Fault::TooLarge);
        }
        let tail = bytes.len().saturating_sub(END_LENGTH + LONGEST_COMMENT);
        let end = bytes[tail..].windows(4).rposition(|window| window == END).ok_or(Fault::NotAnArchive)? + tail;
        let count = usize::from(u16_at(bytes, end + 10)?);
        let mut at = u32_at(bytes, end + 16)? as usize;
        if count > MOST_FILES {
            return Err(Fault::TooLarge);
        }
        let mut files = Vec::with_capacity(count);
        for _ in 0..count {
            if slice(bytes, at, 4)? != CENTRAL {
                return Err(Fault::Damaged);
            }
            let [name, extra, comment] = [28, 30, 32].map(|offset| u16_at(bytes, at + offset).map(usize::from));
            let (name, extra, comment) = (name?, extra?, comment?);
            files.push(File {
                name: String::from_utf8_lossy(slice(bytes, at + 46, name)?).replace('\\', "/"),
                is_encrypted: u16_at(bytes, at + 8)? & 1 == 1,
                method: u16_at(bytes, at + 10)?,
                crc: u32_at(bytes, at + 16)?,
                packed: u32_at(bytes, at + 20)? as usize,
                unpacked: u32_at(bytes, at + 24)? as usize,
                offset: u32_at(bytes, at + 42)? as usize,
            });
            at += 46 + name + extra + comment;
        }
        Ok(Archive { bytes, files, left: MOST_UNPACKED })
    }

    /// The names of the files.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(|file| file.name.as_str())
    }

    /// The content of a file; of two with one name the first. The name counts in any case of letters, as programs on Windows
    /// write it.
    ///
    /// # Errors
    /// [`Fault::NoFile`] where it is not there; else as the file is damaged, locked, or more than may be unpacked.
    pub fn read(&mut self, name: &str) -> Result<Vec<u8>, Fault> {
        let named = |file: &&File| file.name == name;
        let alike = |file: &&File| is_alike(&file.name, name);
        let file = self.files.iter().find(named).or_else(|| self.files.iter().find(alike)).ok_or(Fault::NoFile)?;
        if file.is_encrypted {
            return Err(Fault::Encrypted);
        }
        if file.unpacked > self.left {
            return Err(Fault::TooLarge);
        }
        if slice(self.bytes, file.offset, 4)? != LOCAL {
            return Err(Fault::Damaged);
        }
        // The local header has a name and extras of its own.
        let name = usize::from(u16_at(self.bytes, file.offset + 26)?);
        let extra = usize::from(u16_at(self.bytes, file.offset + 28)?);
        let packed = slice(self.bytes, file.offset + 30 + name + extra, file.packed)?;
        let content = match file.method {
            0 => packed.to_vec(),
            8 => decompress_to_vec_with_limit(packed, file.unpacked).map_err(|_| Fault::Damaged)?,
            _ => return Err(Fault::Damaged),
        };
        if content.len() != file.unpacked || crc32(&content) != file.crc {
            return Err(Fault::Damaged);
        }
        self.left -= content.len();
        Ok(content)
    }
}

/// Whether two names differ in the case of letters at most. Most differ at once, and there may be very many.
fn is_alike(one: &str, other: &str) -> bool {
    one.chars().flat_map(char::to_lowercase).eq(other.chars().flat_map(char::to_lowercase))
}

fn slice(bytes: &[u8], at: usize, length: usize) -> Result<&[u8], Fault> {
    let end = at.checked_add(length).ok_or(Fault::Damaged)?;
    bytes.get(at..end).ok_or(Fault::Damaged)
}

fn u16_at(bytes: &[u8], at: usize) -> Result<u16, Fault> {
    let two = slice(bytes, at, 2)?;
    Ok(u16::from_le_bytes([two[0], two[1]]))
}

fn u32_at(bytes: &[u8], at: usize) -> Result<u32, Fault> {
    let four = slice(bytes, at, 4)?;
    Ok(u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
}

/// CRC-32 of ISO 3309, as archives use it.
pub fn crc32(bytes: &[u8]) -> u32 {
    const TABLE: [u32; 256] = {
        let mut table = [0; 256];
        let mut at = 0;
        while at < 256 {
            let (mut rest, mut bit) = (at as u32, 0);
            while bit < 8 {
                rest = if rest & 1 == 1 { 0xedb8_8320 ^ (rest >> 1) } else { rest >> 1 };
                bit += 1;
            }
            table[at] = rest;
            at += 1;
        }
        table
    };
    !bytes.iter().fold(!0_u32, |crc, byte| TABLE[((crc ^ u32::from(*byte)) & 0xff) as usize] ^ (crc >> 8))
}

#[cfg(test)]
mod tests {
    use miniz_oxide::deflate::compress_to_vec;
    use proptest::prelude::*;

    use super::*;

    /// An archive of one packed file, as other programs write it.
    fn packed(name: &str, content: &[u8], claims: usize) -> Vec<u8> {
        let packed = compress_to_vec(content, 6);
        let mut archive = write(&[(name.into(), packed.clone())]);
        let directory = archive.len() - END_LENGTH - 46 - name.len();
        for (at, value) in [(10, 8_u32), (16, crc32(content)), (24, claims as u32)] {
            let bytes = value.to_le_bytes();
            let length = if at == 10 { 2 } else { 4 };
            archive[directory + at..directory + at + length].copy_from_slice(&bytes[..length]);
        }
        archive
    }

    #[test]
    fn the_check_sum_is_that_of_the_standard() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
    }

    #[test]
    fn packed_files_are_read() {
        let content = "Двойная запись. ".repeat(100);
        let archive = packed("project.qde", content.as_bytes(), content.len());
        let mut archive = Archive::open(&archive).expect("an archive");
        assert_eq!(archive.read("Project.QDE"), Ok(content.into_bytes()), "in any case of letters");
        assert_eq!(archive.read("other"), Err(Fault::NoFile));
    }

    #[test]
    fn what_unpacks_to_more_than_it_claims_is_refused() {
        let bomb = packed("a", &vec![0; 5_000_000], 1000);
        assert_eq!(Archive::open(&bomb).expect("an archive").read("a"), Err(Fault::Damaged));
        let honest = packed("a", &vec![0; MOST_UNPACKED + 1], MOST_UNPACKED + 1);
        assert_eq!(Archive::open(&honest).expect("an archive").read("a"), Err(Fault::TooLarge));
        let half = packed("a", &vec![0; MOST_UNPACKED / 2 + 1], MOST_UNPACKED / 2 + 1);
        let mut twice = Archive::open(&half).expect("an archive");
        assert!(twice.read("a").is_ok());
        assert_eq!(twice.read("a"), Err(Fault::TooLarge), "all files together");
    }

    #[test]
    fn locked_and_damaged_archives_are_refused() {
        let mut archive = write(&[("a".into(), b"content".to_vec())]);
        assert_eq!(Archive::open(b"PK").err(), Some(Fault::NotAnArchive));
        let at = archive.len() - END_LENGTH - 47;
        archive[at + 8] |= 1;
        assert_eq!(Archive::open(&archive).expect("an archive").read("a"), Err(Fault::Encrypted));
        archive[at + 8] &= !1;
        archive[32] ^= 1;
        assert_eq!(Archive::open(&archive).expect("an archive").read("a"), Err(Fault::Damaged));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn files_go_there_and_back(files in prop::collection::vec(("[a-z]{1,9}", prop::collection::vec(any::<u8>(), 0..300)), 0..5)) {
            let bytes = write(&files);
            let mut archive = Archive::open(&bytes).expect("an archive");
            prop_assert_eq!(archive.names().map(String::from).collect::<Vec<_>>(), files.iter().map(|file| file.0.clone()).collect::<Vec<_>>());
            for (at, (name, content)) in files.iter().enumerate() {
                if files[..at].iter().all(|file| file.0 != *name) {
                    prop_assert_eq!(&archive.read(name).expect("a file"), content);
                }
            }
        }

        #[test]
        fn damaged_archives_never_break_the_reader(at in any::<prop::sample::Index>(), to in any::<u8>(), cut in any::<prop::sample::Index>()) {
            let mut bytes = packed("project.qde", &[7; 300], 300);
            let place = at.index(bytes.len());
            bytes[place] = to;
            bytes.truncate(cut.index(bytes.len()) + 1);
            if let Ok(mut archive) = Archive::open(&bytes) {
                let _ = archive.read("project.qde");
            }
        }
    }
}
