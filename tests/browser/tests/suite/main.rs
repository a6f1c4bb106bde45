//! What a person does with Orbita, in three browsers.

mod axe;
mod cards;
mod choices;
mod csv;
mod damage;
mod emotion;
mod entry;
mod export;
mod files;
mod find;
mod friction;
mod keyboard;
mod lanes;
mod library;
mod maps;
mod names;
mod origin;
mod paste;
mod phone;
mod pointer;
mod present;
mod print;
mod saving;
mod stages;
mod workshop;
