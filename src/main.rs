//! The program comes with its commands.

fn main() {}
