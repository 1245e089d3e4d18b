import { slipsAreFound } from "./suite.ts";

slipsAreFound("html", "flat");
