// The page of examples/web as its README sets it up.

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** Runs the README's steps as written, from the root of the project, at a port that is free. The last one serves the page; its address. */
export async function follow() {
  const { LAPOR_STEPS, LAPOR_ROOT } = process.env;
  const steps = spawn("bash", ["-c", `set -euo pipefail\n${LAPOR_STEPS}`], {
    cwd: LAPOR_ROOT,
    env: { ...process.env, PORT: "0" },
    // a group of its own, which ends as a whole
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const close = () => process.kill(-steps.pid);
  for await (const line of createInterface(steps.stdout)) {
    if (line.startsWith("http://")) return { address: line, close };
  }
  throw new Error("the steps of examples/web/README.md ended without an address");
}
