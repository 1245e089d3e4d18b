const ENTITIES: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"' };

/** Soft hyphens, marks of direction and blanks of no width: nobody sees them, and a copied web page is full of them. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
/** What programs that make tables from spreadsheets write where there was nothing. */
const NO_VALUE = /^(?:NaN|nan|Unnamed: \d{1,3}(?:_level_\d)?)$/;

/** True of every text that is changed at all. */
const TO_CLEAN = /[&<*_`\\\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|^(?:NaN|nan|Unn)/;

/** What a cell says, without the marks of markdown and HTML around it. `text` is trimmed. */
export function cleanInline(text: string): string {
  if (!TO_CLEAN.test(text)) return text;
  return asRead(
    text
      .replace(/<sup>[^<>]{0,12}<\/sup>/gi, "")
      .replace(/<[^<>]{0,200}>/g, " ")
      .replace(/&(?:nbsp|emsp|ensp|thinsp|#160|#xa0);/gi, " ")
      .replace(/&(?:lt|gt|amp|quot);/gi, (entity) => ENTITIES[entity.toLowerCase()] ?? entity)
      .replace(/\*\*|__|`/g, "")
      .replace(/\\([|*_`\\])/g, "$1")
      .trim(),
  );
}

/** The text of a cell without what is there for no reader. */
export function asRead(text: string): string {
  const seen = text.replace(INVISIBLE, "").trim();
  return NO_VALUE.test(seen) ? "" : seen;
}
