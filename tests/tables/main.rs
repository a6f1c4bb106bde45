//! Tables as people paste and import them: what is understood, what is asked, what is refused.

mod accounts;
mod begins;
mod billed;
mod boards;
mod cohorts;
mod contracts;
mod exports;
mod foreign;
mod grids;
mod headings;
mod ledgers;
mod listings;
mod lists;
mod maps;
mod measures;
mod mixed;
mod months;
mod movements;
mod nested;
mod parts;
mod payments;
mod planned;
mod printed;
mod programs;
mod quantities;
mod rates;
mod reports;
mod running;
mod said;
mod scaled;
mod sums;
mod twofold;
mod words;
mod workbooks;

