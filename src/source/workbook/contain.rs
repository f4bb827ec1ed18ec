//! Keeps a panic of the workbook library from ending the program.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::Once;

use super::bad_workbook;
use crate::diag::SourceProblem;

thread_local! {
    /// Whether this thread reads a workbook just now.
    static READING: Cell<bool> = const { Cell::new(false) };
}

static QUIET: Once = Once::new();

/// Runs a piece of the workbook library. Its error, and a panic on bytes that it did not expect, both mean a workbook
/// that cannot be opened; what was being read is not used again.
pub(super) fn contained<T, E: ToString>(read: impl FnOnce() -> Result<T, E>) -> Result<T, SourceProblem> {
    QUIET.call_once(quieten);
    let before = READING.replace(true);
    let result = catch_unwind(AssertUnwindSafe(read));
    READING.set(before);
    match result {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(error)) => Err(bad_workbook(error)),
        Err(_) => Err(bad_workbook("the file is damaged")),
    }
}

/// Leaves out the message that a panic prints, but only for those that are contained here.
fn quieten() {
    let print = take_hook();
    set_hook(Box::new(move |panic| {
        if !READING.get() {
            print(panic);
        }
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_a_problem_of_the_file() {
        let result = contained(|| -> Result<(), String> { panic!("index out of bounds") });
        assert_eq!(result, Err(bad_workbook("the file is damaged")));
        assert_eq!(contained(|| Err::<(), _>("password")), Err(bad_workbook("password")));
        assert_eq!(contained(|| Ok::<_, String>(1)), Ok(1));
    }
}
