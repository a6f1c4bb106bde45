//! What a person does with Orbita, in three browsers.

mod axe;
mod cards;
mod choices;
mod csv;
mod damage;
mod emotion;
mod export;
mod files;
mod friction;
mod keyboard;
mod lanes;
mod library;
mod maps;
mod names;
mod origin;
mod phone;
mod pointer;
mod print;
mod saving;
mod stages;
