//! `lapor pack` and `lapor coverage` as a civil servant runs them: real folders, real files, exit status and what is said.

// Tests may unwrap; the helpers here are part of them.
#![allow(clippy::restriction, reason = "a test may panic")]

mod build;
mod common;
mod coverage;
mod faults;
mod new;
mod operations;
mod round_trip;
mod trial;
