/** Ways in which a file may be written that change none of its figures. Each gives the text anew. */
type Rewrite = (text: string) => string;

/** A figure alone in its cell, in any layout, with what stands before it. */
const FIGURE = /(^|[\t|>]|\s{2,})( *)(\d+)( *)(?=$|[\t|<\r\n]|\s{2,}|\s*$)/gm;

const figures =
  (write: (digits: string) => string): Rewrite =>
  (text) =>
    text.replace(FIGURE, (_, before, lead, digits, trail) => before + lead + write(digits) + trail);

const fullWidth = (digits: string): string =>
  digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** The line that says something, followed by other lines. */
const after =
  (word: string, more: string): Rewrite =>
  (text) =>
    text.replace(new RegExp(`^(.*${word}.*)$`, "m"), `$1\n${more}`);

const SECTION = "#* ?[一二三四五六]、(?!本年|上年|结转)";

function headAgain(text: string): string {
  const lines = text.split("\n");
  const head = lines.findIndex((line) => line.includes("勾稽关系") && line.includes("\t"));
  const at = lines.findIndex((line) => line.includes("行政执法案卷")) + 1;
  if (head < 0) return text;
  return [...lines.slice(0, at), "", ...lines.slice(head, head + 3), ...lines.slice(at)].join("\n");
}

export const variants: Readonly<Record<string, Rewrite>> = {
  "CR LF": (text) => text.replaceAll("\n", "\r\n"),
  CR: (text) => text.replaceAll("\n", "\r"),
  BOM: (text) => `\ufeff${text}`,
  "full-width digits": figures(fullWidth),
  "units behind numbers": figures((digits) => `${digits}件`),
  "marks of footnotes behind numbers": figures((digits) => `${digits}①`),
  "footnotes of markdown behind numbers": figures((digits) => `${digits}[^1]`),
  "raised footnotes behind numbers": figures((digits) => `${digits}<sup>1</sup>`),
  "marks of direction around numbers": figures((digits) => `\u200e${digits}\u200f`),
  "soft hyphens behind numbers": figures((digits) => `${digits}\u00ad`),
  "decimal places that say nothing": figures((digits) => `${digits}.00`),
  "&nbsp; around numbers": figures((digits) => `&nbsp;${digits}&nbsp;`),
  "no-break spaces around numbers": figures((digits) => `\u00a0${digits}\u00a0`),
  "tabs at the end": (text) => text.replace(/(\t.*)$/gm, "$1\t\t"),
  "spaces at the end": (text) => text.replace(/$/gm, "  "),
  quoted: (text) => text.replace(/^/gm, "> "),
  "quoted twice": (text) => text.replace(/^/gm, ">>"),
  "lines indented by ideographic spaces": (text) => text.replace(/^(?=\S)/gm, "　　"),
  "leading empty cells lost": (text) => text.replace(/^\t+(?=\d\.)/gm, ""),
  "leading empty cells added": (text) => text.replace(/^(?=.*\t\d)/gm, "\t"),
  "tabs as four spaces": (text) => text.replaceAll("\t", "    "),
  "tabs as ideographic spaces": (text) => text.replaceAll("\t", "　"),
  "page number -4-": after("保护第三方合法权益", "-4-"),
  "page number — 5 —": after("保护第三方合法权益", "\n— 5 —\n"),
  "page number - 6 -": after("保护第三方合法权益", "\n- 6 -\n"),
  "page number 第 7 页": after("重复申请", "\n第 7 页 共 8 页\n"),
  "page number P. 8": after("重复申请", "\nP. 8\n"),
  "page number 8 / 9": after("重复申请", "8 / 9"),
  "page number ·9·": after("重复申请", "\n·9·\n"),
  "form feed": after("重复申请", "\n\f\n"),
  "blank lines between rows": (text) => text.replace(/^(.*\t.*)$/gm, "$1\n"),
  "a table cut by blank lines": (text) =>
    text.replace(/^(.*(?:重复申请|部分公开|过程性|补正后).*\t\d.*)$/gm, "$1\n\n"),
  "no blank lines": (text) => text.replace(/\n\n+/g, "\n"),
  "the head again in the middle": headAgain,
  "half-width brackets": (text) => text.replaceAll("（", "(").replaceAll("）", ")"),
  "full-width brackets": (text) => text.replaceAll("(", "（").replaceAll(")", "）"),
  "（一）、": (text) => text.replace(/([（(][一二三四五六七][）)])/g, "$1、"),
  "1、": (text) => text.replace(/(^|[\t| >])(\d)\.(?=\p{sc=Han})/gmu, "$1$2、"),
  "1．": (text) => text.replace(/(^|[\t| >])(\d)\.(?=\p{sc=Han})/gmu, "$1$2．"),
  "（1）": (text) => text.replace(/(^|[\t| >])(\d)\.(?=\p{sc=Han})/gmu, "$1（$2）"),
  "1. with a space": (text) => text.replace(/(^|[\t| >])(\d)\.(?=\p{sc=Han})/gmu, "$1$2. "),
  "no numbers before details": (text) => text.replace(/(^|[\t| >])(\d)\.(?=\p{sc=Han})/gmu, "$1"),
  "words spaced out": (text) =>
    text.replaceAll("总计", "总 计").replaceAll("自然人", "自 然 人").replaceAll("予以公开", "予以 公开"),
  "straight quotes": (text) => text.replace(/[“”]/g, '"'),
  "a note below the table": after("四、结转下年度继续办理", "注：本表数据统计至年底。"),
  "the unit above the table": (text) => text.replace(/^(#* ?三、收到和处理.*)$/m, "$1\n\n单位：件"),
  "a sentence above the table": (text) =>
    text.replace(/^(#* ?三、收到和处理.*)$/m, "$1\n\n本机关收到和处理政府信息公开申请情况如下表所示：\n"),
  "a caption above 表三": (text) =>
    text.replace(/^(#* ?三、收到和处理.*)$/m, "$1\n\n表三 收到和处理政府信息公开申请情况统计表\n"),
  "a caption above 表四": (text) =>
    text.replace(/^(#* ?四、 ?政府信息公开行政.*)$/m, "$1\n\n政府信息公开行政复议、行政诉讼情况表\n"),
};

/** Ways to write that say the same in other words; a finding may name the words. */
export const rewordings: Readonly<Record<string, Rewrite>> = {
  "一.": (text) => text.replace(/(^|[\t| >#])([一二三四五六])、/gm, "$1$2."),
  "headings marked with #": (text) => text.replace(new RegExp(`^(?=${SECTION})#* ?`, "gm"), "## "),
  "headings without #": (text) => text.replace(/^#+ /gm, ""),
  "bold headings": (text) => text.replace(new RegExp(`^(?:#+ )?(${SECTION}[^\\n\\t]*)$`, "gm"), "**$1**"),
  "labels in the words of older forms": (text) =>
    text
      .replace(/行政规范性文件(?=[\t\s|<])/g, "规范性文件")
      .replaceAll("其他法律行政法规禁止公开", "其他法律法规禁止公开")
      .replaceAll("申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "逾期不补正")
      .replaceAll("申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "逾期不缴费"),
  "部分公开 without its note": (text) => text.replace(/[（(]区分处理的[^）)\n]*[）)]/g, ""),
  "sections in other words": (text) =>
    text
      .replaceAll("主动公开政府信息情况", "主动公开政府信息的情况")
      .replaceAll("收到和处理政府信息公开申请情况", "收到和处理政府信息公开申请的情况")
      .replaceAll("政府信息公开行政复议、行政诉讼情况", "因政府信息公开工作被申请行政复议、提起行政诉讼情况")
      .replaceAll("存在的主要问题及改进情况", "政府信息公开工作存在的主要问题及改进情况")
      .replaceAll("其他需要报告的事项", "其他需要报告事项"),
  "sections in still other words": (text) =>
    text
      .replace(/^(#* ?)五、存在的主要问题及改进情况/gm, "$1五、存在问题及改进措施")
      .replace(
        /^(#* ?)四、 ?政府信息公开行政复议、行政诉讼情况/gm,
        "$1四、政府信息公开行政复议和行政诉讼情况",
      )
      .replace(
        /^(#* ?)三、收到和处理政府信息公开申请情况/gm,
        "$1三、收到和处理政府信息公开申请情况（单位：件）",
      ),
};
