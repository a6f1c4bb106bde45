//! What a person does with Orbita, in three browsers.

mod axe;
mod cards;
mod checkpoints;
mod choices;
mod compare;
mod damage;
mod emotion;
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
mod rate;
mod saving;
mod second_curve;
mod stages;
