import { slipsAreFound } from "./suite.ts";

slipsAreFound("padded", "word");
