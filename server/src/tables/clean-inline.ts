const ENTITIES: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"' };

/** What a cell says, without the marks of markdown and HTML around it. `text` is trimmed. */
export function cleanInline(text: string): string {
  if (!/[&<*_`\\]/.test(text)) return text;
  return text
    .replace(/<[^<>]{0,200}>/g, " ")
    .replace(/&(?:nbsp|emsp|ensp|thinsp|#160|#xa0);/gi, " ")
    .replace(/&(?:lt|gt|amp|quot);/gi, (entity) => ENTITIES[entity.toLowerCase()] ?? entity)
    .replace(/\*\*|__|`/g, "")
    .replace(/\\([|*_`\\])/g, "$1")
    .trim();
}
