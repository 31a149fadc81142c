import type { ChartTable } from '@datakube/charts';
import { html, type TemplateResult } from 'lit';

/** The values of a chart as a plain table, with the words that are read aloud where no number is shown. */
export function tableTemplate(
  { columns, rows }: ChartTable,
  words: { readonly caption: string; readonly name: string; readonly value: string },
): TemplateResult {
  return html`
    <div class="scroll" role="region" aria-label=${words.caption} tabindex="0">
      <table>
        <caption class="visually-hidden">
          ${words.caption}
        </caption>
        <thead>
          <tr>
            <th scope="col">${words.name}</th>
            ${columns.map((column) => html`<th scope="col">${column || words.value}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ label, cells }) =>
              html`<tr>
                <th scope="row">${label}</th>
                ${cells.map(({ kind, text, spoken }) =>
                  kind === 'shown'
                    ? html`<td data-kind=${kind}>${text}</td>`
                    : html`<td data-kind=${kind}>
                        <span aria-hidden="true">${text}</span><span class="visually-hidden">${spoken}</span>
                      </td>`,
                )}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  `;
}
