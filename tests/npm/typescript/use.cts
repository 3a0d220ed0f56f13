// By `require`.

import lapor = require("lapor");

export const due = async (): Promise<string> => (await lapor.load()).calendarAdd({ from: "2026-12-22", length: 3 }).due;
export const ours = (thrown: unknown): boolean => thrown instanceof lapor.LaporError;
