//! What a call over the C ABI costs more than a native one: `cargo xtask c --cost`.
//!
//! One request of 1 KB with an answer of 3 KB, asked natively and through `lapor_call` by turns in one process; a turn is timed from the
//! request to the answer's release, and its text is looked at. The difference is taken turn by turn, so that what the machine does beside
//! falls on both. Fails if its median is above the budget.

#![allow(clippy::restriction, reason = "a bench may panic")]

use lapor::{Answer, EngineHandle, LAPOR_OK, lapor_answer_free, lapor_answer_json, lapor_call, lapor_engine_new};
use lapor_core::Engine;
use std::hint::black_box;
use std::ptr;
use std::time::Instant;

const OP: &str = "matter.suggest";
const REQUEST: &[u8] = include_bytes!("../../tests/cost/request.json");
const TURNS: usize = 40_000;

/// In microseconds.
const BUDGET: f64 = 1.0;

fn native(engine: &Engine) -> usize {
    black_box(engine.call(black_box(OP), black_box(REQUEST))).json().len()
}

fn over_c(engine: *mut EngineHandle) -> usize {
    let (mut answer, mut json, mut len): (*mut Answer, _, usize) = (ptr::null_mut(), ptr::null(), 0);
    let op = black_box(OP);
    let request = black_box(REQUEST);
    // SAFETY: a live engine, slices that live through the call, local outputs; the answer is freed once, after its last use. The functions
    // come out of black_box, so that they are called as C calls them.
    unsafe {
        let call = black_box(lapor_call as unsafe extern "C" fn(_, _, _, _, _, _) -> _);
        let status = call(
            engine.cast_const(),
            op.as_ptr().cast(),
            op.len(),
            request.as_ptr().cast(),
            request.len(),
            &raw mut answer,
        );
        assert_eq!(status, LAPOR_OK);
        let read = black_box(lapor_answer_json as unsafe extern "C" fn(_, _, _) -> _);
        assert_eq!(read(answer.cast_const(), &raw mut json, &raw mut len), LAPOR_OK);
        black_box(lapor_answer_free as unsafe extern "C" fn(_))(answer);
    }
    len
}

fn timed(body: impl FnOnce() -> usize) -> f64 {
    let start = Instant::now();
    black_box(body());
    start.elapsed().as_nanos() as f64 / 1000.0
}

/// The quarter, the half and three quarters of the values.
fn quartiles(mut values: Vec<f64>) -> [f64; 3] {
    values.sort_by(f64::total_cmp);
    [1, 2, 3].map(|quarter| values[values.len() * quarter / 4])
}

fn show(what: &str, values: Vec<f64>) -> f64 {
    let [low, median, high] = quartiles(values);
    println!("{what:<24}{median:>9.2} µs   ({low:.2} to {high:.2}: the middle half)");
    median
}

fn main() {
    let (mut engine, mut error) = (ptr::null_mut(), ptr::null_mut());
    // SAFETY: no packs, local outputs.
    assert_eq!(unsafe { lapor_engine_new(ptr::null(), 0, &raw mut engine, &raw mut error) }, LAPOR_OK);
    // SAFETY: a live engine. The same for both: another copy of its tables would lie elsewhere in memory, and that alone makes a difference.
    let core = unsafe { &*engine }.inner();
    let out = native(&core);
    assert_eq!(out, over_c(engine));
    println!("{TURNS} turns of {OP}: {} bytes in, {out} bytes out", REQUEST.len());
    for _ in 0..TURNS / 10 {
        native(&core);
        over_c(engine);
    }
    let (mut alone, mut c, mut more) = (Vec::new(), Vec::new(), Vec::new());
    for turn in 0..TURNS {
        // who is first finds the caches as the other left them: each is first every second time
        let (a, b) = if turn % 2 == 0 {
            let a = timed(|| native(&core));
            (a, timed(|| over_c(engine)))
        } else {
            let b = timed(|| over_c(engine));
            (timed(|| native(&core)), b)
        };
        alone.push(a);
        c.push(b);
        more.push(b - a);
    }
    show("native Engine::call", alone);
    show("lapor_call", c);
    let cost = show("difference", more);
    // SAFETY: comes from lapor_engine_new and is not used any more.
    unsafe { lapor::lapor_engine_free(engine) };
    assert!(cost <= BUDGET, "{cost:.2} µs a call are above the budget of {BUDGET} µs");
}
