import fc from "fast-check";

/** The same cases in every run, so that a run that fails fails again. A number of its own per day would find more. */
fc.configureGlobal({ seed: 20231231 });
