import { expect, test } from "vitest";
import { inspect } from "../../../server/src/features/inspect.ts";
import { parseText } from "../../../server/src/report/parse.ts";
import { reportText, row } from "../rules/report-text.ts";

const text = reportText({ cells: row("表三", "三(一)", "3 1 0 0 0 0 5") });
const [report] = parseText(text, "plaintext").reports;

test("a figure's relations with their operands, each with its place in the text", () => {
  const figure = report?.figures.get("表三/三(一)/自然人");
  const inspection = report && figure && inspect(report, figure);
  expect(inspection).toMatchObject({ cell: "表三 （一）予以公开/自然人", value: "3", unsure: false });
  const [along, down] = inspection?.relations ?? [];
  expect(along?.status).toBe("fails");
  expect(along?.left.map(({ label, value, isSelf }) => [label, value, isSelf])).toEqual([
    ["自然人", "3", true],
    ["商业企业", "1", false],
    ["科研机构", "0", false],
    ["社会公益组织", "0", false],
    ["法律服务机构", "0", false],
    ["其他", "0", false],
  ]);
  expect(along?.right).toMatchObject([{ label: "总计", value: "5", isSelf: false }]);
  expect(down?.left).toHaveLength(21);
  for (const { span, value } of [...(along?.left ?? []), ...(down?.right ?? [])]) {
    expect(text.slice(span?.start, span?.end)).toBe(value);
  }
});

test("a figure without relations says which cell it is", () => {
  const figure = report?.figures.get("表二/规章/现行有效件数");
  expect(report && figure && inspect(report, figure)).toMatchObject({
    cell: "表二 第二十条第（一）项 规章/现行有效件数",
    relations: [],
  });
});

test("in a row with a figure too few nothing is said of a column, and what is not known is no blank", () => {
  const short = reportText({ cells: row("表三", "三(七)", "9 0 0 0 0 0 9") }).replace(
    "1.属于国家秘密\t0\t0",
    "1.属于国家秘密\t0",
  );
  const [report] = parseText(short, "plaintext").reports;
  const inspected = (name: string): ReturnType<typeof inspect> => {
    const figure = report?.figures.get(name);
    return report && figure && inspect(report, figure);
  };
  const table = report?.tables.find(({ id }) => id === "表三");
  const [unsure = ""] = table?.uncertain ?? [];
  expect(inspected(unsure)).toMatchObject({ cell: "表三 （三）不予公开 1.属于国家秘密", unsure: true });
  expect(inspected(unsure)?.relations.map(({ title }) => title)).toEqual([
    "The six kinds of applicant make the total",
  ]);
  const column = unsure.replace(/三\(三\)1/, "三(七)");
  const sum = inspected(column)?.relations.at(1)?.left ?? [];
  expect(sum.filter(({ span }) => span === undefined)).toMatchObject([{ label: "", value: "not certain" }]);
});
