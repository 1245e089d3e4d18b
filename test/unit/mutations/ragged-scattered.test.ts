import { slipsAreFound } from "./suite.ts";

slipsAreFound("ragged", "scattered");
