import type { Cube, Language } from '@datakube/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons/icon.ts';
import { formatDate } from '../localisation/format.ts';
import { fill } from '../localisation/texts.ts';
import type { View } from '../state/index.ts';
import { texts } from './view.texts.ts';

/** What a reader can be given around a table. */
export type Control = 'view' | 'download';

/** The names in an attribute that this version knows. */
export function readControls(text: string): ReadonlySet<Control> {
  const known: readonly Control[] = ['view', 'download'];
  const named = text.split(/\s+/);
  return new Set(known.filter((control) => named.includes(control)));
}

/** What stands above. `view` is null where the reader does not turn it. */
export interface Head {
  readonly title: string;
  readonly view: View | null;
  readonly canDownload: boolean;
}

/** The title, and what the reader can do. */
export function head(
  { title, view, canDownload }: Head,
  acts: { readonly show: (view: View) => void; readonly download: (origin: HTMLElement) => void },
  language: Language,
): TemplateResult {
  const text = texts[language];
  const turn = (to: View): TemplateResult =>
    html`<button
      class="button small"
      type="button"
      aria-pressed=${String(view === to)}
      @click=${() => acts.show(to)}
    >
      ${icon(to)}${text[to]}
    </button>`;
  return html`<header>
    <p class="title" id="title" part="title">${title}</p>
    ${
      view === null && !canDownload
        ? nothing
        : html`<div class="tools">
            ${
              view === null
                ? nothing
                : html`<span class="segments" role="group" aria-label=${text.shown}
                    >${turn('table')}${turn('chart')}</span
                  >`
            }
            ${
              canDownload
                ? html`<button
                    class="button small"
                    type="button"
                    aria-haspopup="menu"
                    @click=${(event: Event) => acts.download(event.currentTarget as HTMLElement)}
                  >
                    ${icon('download')}${text.download}
                  </button>`
                : nothing
            }
          </div>`
    }
  </header>`;
}

/** When the numbers were published, and the way to what is to be known of them. Their source stands with them. */
export function foot(
  { release, declaration }: Cube,
  told: boolean,
  tell: () => void,
  language: Language,
): TemplateResult {
  const text = texts[language];
  return html`<div class="foot" part="source">
      <span>${fill(text.updated, { date: formatDate(release.published, language) })}</span>
      <button class="why" type="button" aria-expanded=${String(told)} @click=${tell}>${text.about}</button>
    </div>
    ${
      told
        ? html`<datakube-declaration
            open
            .declaration=${declaration}
            .release=${release.id}
            .published=${release.published}
          ></datakube-declaration>`
        : nothing
    }`;
}
