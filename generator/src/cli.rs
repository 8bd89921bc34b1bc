//! What the programs that run the generator share: how they read files, say what is the matter, and tell what they did.
//!
//! It is there with the feature `cli`, which is on by default; who only uses the library turns it off. Nothing that is
//! printed to a terminal holds a control character that a file or its name brought along.

mod command;
mod console;
mod input;
mod summary;

pub use command::{command_line, file_name, way};
pub use console::{Failure, Format, complain, print, print_error};
pub use input::{Environments, environments_of, is_stdin, read, read_config, read_environments, read_known, shown};
pub use summary::{Mode, Outcome, Read, Summary, settle};
