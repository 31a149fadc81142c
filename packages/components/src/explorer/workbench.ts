import type { Cube } from '@datakube/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { MemberDirectory } from '../controllers/member-directory.ts';
import { formatNumber } from '../localisation/format.ts';
import { fill } from '../localisation/texts.ts';
import type { Estimate, Zone } from '../state/index.ts';
import { shortDeed, type Deed } from './deed.ts';
import type { Origin } from './exploration.ts';
import { texts } from './explorer.texts.ts';
import { fieldsOf } from './field-list/fields-of.ts';
import type { MenuScene } from './menus/menu-scene.ts';
import { sizeWords } from './size-words.ts';
import { chipsOf } from './zone/chips-of.ts';

/** The zones as they are read: sides of the table first. */
const ZONES_SHOWN: readonly Zone[] = ['rows', 'columns', 'filters', 'measures'];

/** What stands around the answer. */
export interface WorkbenchParts {
  readonly scene: MenuScene;
  readonly title: string;
  readonly origin: Origin | null;
  readonly undoes: Deed | null;
  readonly redoes: Deed | null;
  readonly canDownload: boolean;
  readonly size: Estimate;
  /** Cells that are given out at most. */
  readonly limit: number;
  readonly members: MemberDirectory;
}

/** Head, tools, fields and zones around a table, and the declaration below it. */
export function workbench(parts: WorkbenchParts, answer: TemplateResult): TemplateResult {
  const { state, cube, language } = parts.scene;
  return html`${head(parts)}
    <datakube-toolbar
      .undoes=${inWords(parts.undoes, parts.scene)}
      .redoes=${inWords(parts.redoes, parts.scene)}
      .canDownload=${parts.canDownload}
      .view=${state.view}
    ></datakube-toolbar>
    <div class="body">
      <datakube-field-list
        class="fields"
        .fields=${fieldsOf(state, cube, language, parts.members)}
      ></datakube-field-list>
      <div class="main">
        <div class="zones">
          ${ZONES_SHOWN.map(
            (zone) =>
              html`<datakube-zone
                .zone=${zone}
                .chips=${chipsOf(state, cube, zone, language, parts.scene.nameOf)}
              ></datakube-zone>`,
          )}
        </div>
        ${estimateLine(parts)} ${answer}
      </div>
    </div>
    <datakube-declaration
      class="about"
      .declaration=${cube.declaration}
      .release=${cube.release.id}
      .published=${cube.release.published}
    ></datakube-declaration>`;
}

function head({ scene: { cube, language }, title, origin }: WorkbenchParts): TemplateResult {
  const text = texts[language];
  return html`<header class="head" part="head">
    <div class="names">
      <p class="kicker">${cube.name[language]}</p>
      <h2>${title}</h2>
    </div>
    <div class="standing">
      <slot name="state"
        >${origin ? fill(origin.changed ? text.originChanged : text.origin, { name: origin.name[language] }) : nothing}</slot
      >
      ${cube.synthetic ? html`<span class="tag">${text.synthetic}</span>` : nothing}
    </div>
  </header>`;
}

/** How large the table is, before it is asked for. */
function estimateLine({ scene: { language }, size, limit }: WorkbenchParts): TemplateResult {
  const { cells } = size;
  const named = fill(texts[language].limit, { limit: formatNumber(limit, language) });
  return html`<p class="estimate ${cells > limit ? 'over' : ''}" part="estimate">
    <span>${sizeWords(size, language)}</span>${cells * NEAR > limit ? html`<span>${named}</span>` : nothing}
  </p>`;
}

/** The limit is named from a tenth of it. */
const NEAR = 10;

function inWords(
  deed: Deed | null,
  { cube, language }: { cube: Cube; language: MenuScene['language'] },
): string | null {
  return deed === null ? null : shortDeed(deed, cube, language);
}
