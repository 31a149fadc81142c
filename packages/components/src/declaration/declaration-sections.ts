import type { Declaration, Language } from '@datakube/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDate } from '../localisation/format.ts';
import { texts } from './declaration.texts.ts';

/** The whole declaration: the same eight headings, in the same order, for every cube. */
export function declarationSections(declaration: Declaration, language: Language): TemplateResult {
  const text = texts[language];
  const { content, access } = declaration;
  return html`<div class="whole">
    ${section(
      text.content,
      html`<p>${declaration.summary[language]}</p>
        ${facts([
          [text.unit, content.unit[language]],
          [text.period, content.period[language]],
          [text.codeSystems, content.codeSystems[language]],
        ])}`,
    )}
    ${section(text.sources, sources(declaration, language))}
    ${section(text.completeness, html`<p>${declaration.coverage[language]}</p>`)}
    ${section(text.caveats, caveats(declaration, language))}
    ${section(text.method, html`<p>${declaration.method[language]}</p>`)}
    ${section(text.disclosure, html`<p>${declaration.disclosure[language]}</p>`, 'disclosure')}
    ${section(
      text.access,
      facts([
        [text.legalBasis, access.legalBasis[language]],
        [text.controller, access.controller[language]],
        [text.accessTo, access.access[language]],
        [text.contact, access.contact[language]],
      ]),
    )}
    ${section(text.changes, changes(declaration, language))}
  </div>`;
}

/** `id` makes the heading a place that focus can be led to. */
function section(heading: string, content: TemplateResult, id = ''): TemplateResult {
  return html`<section>
    <h4 id=${id || nothing} tabindex=${id ? -1 : nothing}>${heading}</h4>
    ${content}
  </section>`;
}

function facts(entries: readonly (readonly [string, string])[]): TemplateResult {
  return html`<dl>
    ${entries.map(
      ([term, fact]) =>
        html`<div>
          <dt>${term}</dt>
          <dd>${fact}</dd>
        </div>`,
    )}
  </dl>`;
}

function sources(declaration: Declaration, language: Language): TemplateResult {
  const text = texts[language];
  return html`<ul class="sources">
    ${declaration.sources.map(
      ({ name, deliveredBy, latest, frequency }) =>
        html`<li>
          <strong>${name[language]}</strong>
          ${facts([
            [text.deliveredBy, deliveredBy[language]],
            [text.latest, formatDate(latest, language)],
            [text.frequency, frequency[language]],
          ])}
        </li>`,
    )}
  </ul>`;
}

function caveats(declaration: Declaration, language: Language): TemplateResult {
  const text = texts[language];
  if (declaration.caveats.length === 0) return html`<p>${text.noCaveats}</p>`;
  return html`<ul class="caveats">
    ${declaration.caveats.map(
      ({ mark, concerns, text: caveat }) =>
        html`<li>
          <span class="mark">${mark ? text[`letter_${mark}`] : ''}</span
          ><strong>${concerns[language]}</strong>${mark ? `, ${text[`mark_${mark}`]}` : ''}.
          ${caveat[language]}
        </li>`,
    )}
  </ul>`;
}

function changes(declaration: Declaration, language: Language): TemplateResult {
  const text = texts[language];
  if (declaration.changes.length === 0) return html`<p>${text.noChanges}</p>`;
  return facts(
    declaration.changes.map((change) => [formatDate(change.date, language), change.text[language]]),
  );
}
