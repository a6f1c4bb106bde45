//! Files of office programs (ECMA-376): workbooks out and in, slides out. Each is an archive of XML, always the same bytes
//! for the same content.

mod package;
pub mod pptx;
pub mod xlsx;
