import { html, render, type TemplateResult } from 'lit';
import { icon } from '../../icons/icon.ts';
import { controls } from '../../styles/controls.ts';
import { dialogStyles } from './dialog.styles.ts';
import type { ToolHost } from './tool-host.ts';

/** A dialog over a table: what stands in it, and how it is closed. */
export interface TableDialog {
  /** Draws the content anew. */
  readonly show: (content: TemplateResult) => void;
  readonly close: () => void;
}

/** Opens a dialog in the table's shadow root, whose tokens it takes. Focus goes back to the place it came from. */
export function openDialog(
  host: ToolHost,
  title: string,
  closeLabel: string,
  content: TemplateResult,
): TableDialog {
  const root = host.place.getRootNode() as ShadowRoot;
  for (const { styleSheet } of [controls, dialogStyles]) {
    if (styleSheet && !root.adoptedStyleSheets.includes(styleSheet)) root.adoptedStyleSheets.push(styleSheet);
  }
  const container = document.createElement('div');
  host.place.append(container);
  const dialog = (): HTMLDialogElement | null => container.querySelector('dialog');
  const close = (): void => dialog()?.close();
  const show = (inside: TemplateResult): void => {
    render(
      html`<dialog
        class="dialog"
        part="dialog"
        lang=${host.language}
        aria-labelledby="dialog-title"
        @close=${onClose}
        @keydown=${contain}
        @click=${(event: Event) => event.target === event.currentTarget && close()}
      >
        <header>
          <h2 id="dialog-title">${title}</h2>
          <button class="button quiet icon-only" type="button" aria-label=${closeLabel} @click=${close}>
            ${icon('close')}
          </button>
        </header>
        ${inside}
      </dialog>`,
      container,
    );
  };
  const onClose = (): void => {
    container.remove();
    host.view.focus();
  };
  show(content);
  dialog()!.showModal();
  return { show, close };
}

/** What is typed in the dialog is not for the table around it. */
function contain(event: KeyboardEvent): void {
  event.stopPropagation();
}
