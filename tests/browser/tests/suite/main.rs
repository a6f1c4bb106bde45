//! What a person does with Orbita, in three browsers.

mod cards;
mod emotion;
mod friction;
mod keyboard;
mod lanes;
mod maps;
mod pointer;
mod stages;
