//! The project's own tool. `cargo xtask help` lists its commands.

mod data;

fn main() -> std::process::ExitCode {
    let check = std::env::args().any(|a| a == "--check");
    match data::run(check) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(e) => {
            eprintln!("xtask: {e}");
            std::process::ExitCode::FAILURE
        }
    }
}
