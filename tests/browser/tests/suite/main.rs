//! What a person does with Orbita, in three browsers.

mod keyboard;
