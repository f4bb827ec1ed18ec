//! The `congkhai` program; everything is in the library.

use std::process::ExitCode;

/// A quarter of a build's time went into the system's allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    congkhai::cli::main()
}
