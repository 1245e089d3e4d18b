import { describe, expect, test } from "vitest";
import { agencyName, mayBeSame } from "../../../server/src/workspace/agency.ts";

describe("one agency under two spellings", () => {
  test.each([
    ["老城区西关街道办事处", "老城区西关街道办事处"],
    ["老城区 西关街道 办事处", "老城区西关街道办事处"],
    ["洛阳市老城区西关街道办事处", "西关街道办事处"],
    ["西关街道", "老城区西关街道办事处"],
    ["上城区人民政府南星街道办事处", "上城区南星街道"],
    ["老城区人民政府办公室", "老城区人民政府"],
    ["老城区政府办公室", "老城区人民政府办公室"],
    ["河南省洛阳市老城区人民政府", "老城区人民政府"],
    ["偃师区信访局", "信访局"],
    ["西工区城市管理局", "洛阳市西工区城市管理局"],
    ["河南省人民政府", "河南省人民政府办公厅"],
    ["洛阳市市政府办公室", "洛阳市政府办公室"],
    ["洛阳市政府", "洛阳市人民政府"],
    ["人力资源和社会保障局", "老城区人力资源社会保障局"],
  ])("%s and %s", (a, b) => {
    const [one, other] = [agencyName(a), agencyName(b)];
    expect(one.stem).toBe(other.stem);
    expect(mayBeSame(one, other)).toBe(true);
  });
});

describe("two agencies", () => {
  test.each([
    ["老城区财政局", "西工区财政局"],
    ["洛阳市人民政府", "老城区人民政府"],
    ["洛阳市老城区人民政府", "洛阳市西工区人民政府"],
    ["西关街道办事处", "南关街道办事处"],
    ["洛阳市公安局", "洛阳市公安局老城分局"],
    ["老城区人民政府", "老城区财政局"],
    ["市场监督管理局", "城市管理局"],
    ["河南省人民政府办公厅", "河南省教育厅"],
    ["和平区财政局", "西和县财政局"],
    ["人力资源和社会保障局", "医疗保障局"],
  ])("%s and %s", (a, b) => {
    const [one, other] = [agencyName(a), agencyName(b)];
    expect(one.stem === other.stem && mayBeSame(one, other)).toBe(false);
  });
});

test.each(["办公室", "人民政府", "区", ""])("a name of nothing else stays a name: %s", (written) => {
  expect(agencyName(written).core).toBe(written);
});
