import { slipsAreFound } from "./suite.ts";

slipsAreFound("tab", "pipe");
