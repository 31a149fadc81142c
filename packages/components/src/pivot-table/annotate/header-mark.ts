import type { HeaderNote } from './header-notes.ts';

const drawn = new WeakMap<HTMLElement, HeaderNote>();

/**
 * Writes a note beside a header's label, and takes away another that stood there. The words are drawn where
 * they fit; they are read out wherever they stand.
 */
export function markHeader(header: HTMLElement, note: HeaderNote | null, name: string): void {
  // A header that folds is named, so that the words of its button are left out.
  if (note && header.hasAttribute('aria-expanded'))
    header.setAttribute('aria-label', `${name}, ${note.spoken}`);
  const before = drawn.get(header);
  if (before === note || (!before && !note)) return;
  const label = header.querySelector('.label')!;
  label.querySelector('.note')?.remove();
  label.classList.toggle('noted', note !== null);
  header.toggleAttribute('data-own', note?.own === true);
  if (!note) {
    drawn.delete(header);
    return;
  }
  drawn.set(header, note);
  label.append(noteElement(note));
}

function noteElement({ marks, words }: HeaderNote): HTMLElement {
  const element = document.createElement('span');
  element.className = 'note';
  const mark = document.createElement('span');
  mark.textContent = ` ${marks}`;
  const word = document.createElement('span');
  word.textContent = words && ` ${words}`;
  element.append(mark, word);
  return element;
}
