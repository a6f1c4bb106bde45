//! The words of the library.
