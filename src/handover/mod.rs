//! What is handed over: the workbook, the slides, the report as one page, and the folder that hosts a client's page. Each is
//! put together from tables, pictures, charts and words, and knows no browser.

pub mod economy;
mod initiatives;
pub mod report;
pub mod site;
pub mod slides;
pub mod workbook;
