import { addressOf, hashComments, readable, TOKEN, type SharedView } from './snippet.ts';

/** The numbers in Python 3, with nothing but its own library. */
export function pythonSnippet(view: SharedView): string {
  return `${hashComments(view.remarks)}import csv, io, json, os, urllib.request

query = ${readable(view.query, literal, '    ')}

request = urllib.request.Request(
    ${JSON.stringify(addressOf(view))},
    data=json.dumps(query).encode(),
    headers={"Content-Type": "application/json", "Accept-Language": "${view.language}"},
)
if os.environ.get("${TOKEN}"):
    request.add_header("Authorization", "Bearer " + os.environ["${TOKEN}"])
with urllib.request.urlopen(request) as answer:
    text = answer.read().decode("utf-8")

cells = list(csv.DictReader(io.StringIO(text, newline="")))
for cell in cells:
    cell.pop("datakube_disclosure", None)
    for measure in query["measures"]:
        # None where there is no number, never 0: the status says why.
        cell[measure] = float(cell[measure]) if cell[measure] else None
    print(json.dumps(cell, ensure_ascii=False))
`;
}

/** Plain data as Python writes it, on one line. */
function literal(value: unknown): string {
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (value === null) return 'None';
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value === 'object') {
    const entries = Object.entries(value).filter(([, each]) => each !== undefined);
    return `{${entries.map(([key, each]) => `${JSON.stringify(key)}: ${literal(each)}`).join(', ')}}`;
  }
  // Texts and numbers are the same in Python as in JSON.
  return JSON.stringify(value);
}
