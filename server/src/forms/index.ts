import { form2019 } from "./2019.ts";
import { form2021 } from "./2021.ts";
import type { Form } from "./form.ts";

/** Newest first. */
export const forms: readonly Form[] = [form2021, form2019];

/** The form that a report year asks for; without a year the newest. */
export function formForYear(year: number | undefined): Form {
  return year !== undefined && year <= 2020 ? form2019 : form2021;
}
