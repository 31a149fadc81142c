"""Reads the files of an answer with pandas and openpyxl, and compares each cell with what is expected."""

import json
import sys
import warnings

import openpyxl
import pandas as pd

warnings.filterwarnings("ignore")
expected = json.load(open("expected.json"))
lines, measures, danish = expected["lines"], expected["measures"], expected["language"] == "da"


def number(text, decimals="."):
    return None if text == "" else float(str(text).replace(decimals, "."))


def table(name, **options):
    return pd.read_csv(name, dtype=str, keep_default_na=False, encoding="utf-8-sig", **options)


plain = table("answer.csv-plain")
sheet = table("answer.csv", sep=";" if danish else ",")
sdmx = table("answer.sdmx-csv")
cells = pd.read_excel("answer.xlsx", sheet_name="Data", dtype=object, keep_default_na=False)
assert len(sdmx) == len(cells) == len(lines)
for at, line in enumerate(lines):
    row, measure = divmod(at, len(measures))
    for frame, title, decimals in (
        (plain, measures[measure], "."),
        (sheet, expected["titles"][measure], "," if danish else "."),
    ):
        assert number(frame.iloc[row][title], decimals) == line["value"], line
        assert frame.iloc[row][title + "_status"] == line["status"], line
    assert number(sdmx.iloc[at]["OBS_VALUE"]) == line["value"], line
    assert sdmx.iloc[at]["CONF_STATUS"] == ("C" if line["status"] == "suppressed" else "F"), line
    cell = cells.iloc[at]
    assert number(cell["value"]) == line["value"] and cell["status"] == line["status"], line
    assert cell["measure"] == line["measure"] and cell["flags"] == " ".join(line["flags"]), line
    assert all(cell[dimension] == code for dimension, code in line["codes"].items()), line

hidden, looks = {"[skjult]", "[hidden]"}, set()
for worksheet in openpyxl.load_workbook("answer.xlsx"):
    assert worksheet.sheet_state == "visible"
    for row in worksheet.iter_rows():
        for cell in row:
            assert cell.data_type in ("s", "n", "inlineStr"), cell.value
            if worksheet.title in ("Tabel", "Table") and cell.value in hidden:
                looks.add((cell.style_id, cell.fill.patternType, cell.number_format))
assert len(looks) <= 1, looks
print(len(lines), file=sys.stdout)
