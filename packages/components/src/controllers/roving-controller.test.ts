import { expect } from '@open-wc/testing';
import { html, LitElement, type TemplateResult } from 'lit';
import { RovingController } from './roving-controller.ts';

class Bar extends LitElement {
  static override properties = { keys: { attribute: false } };
  keys = ['a', 'b', 'c'];
  roving = new RovingController(this, 'button', (this.dataset['arrows'] ?? 'both') as 'both');

  override render(): TemplateResult {
    return html`${this.keys.map((key) => html`<button data-key=${key} ?hidden=${key === 'hidden'}>${key}</button>`)}`;
  }
}
customElements.define('test-bar', Bar);

async function bar(arrows: 'horizontal' | 'vertical' | 'both'): Promise<Bar> {
  const parent = document.createElement('div');
  parent.innerHTML = `<test-bar data-arrows="${arrows}"></test-bar>`;
  document.body.replaceChildren(parent);
  const element = parent.firstElementChild as Bar;
  await element.updateComplete;
  return element;
}

const buttons = ({ renderRoot }: Bar): HTMLButtonElement[] => [...renderRoot.querySelectorAll('button')];
const at = ({ renderRoot }: Bar): string | undefined =>
  ((renderRoot as ShadowRoot).activeElement as HTMLElement | null)?.dataset['key'];
const stops = (element: Bar): (string | undefined)[] =>
  buttons(element)
    .filter(({ tabIndex }) => tabIndex === 0)
    .map(({ dataset }) => dataset['key']);

/** Presses a key where the focus is. True where the page does not get it as well. */
function press(element: Bar, key: string, modifiers: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers });
  (element.renderRoot as ShadowRoot).activeElement?.dispatchEvent(event);
  tellFocus(element);
  return event.defaultPrevented;
}

/** A page behind another moves its focus, but tells nobody. */
function tellFocus({ renderRoot }: Bar): void {
  if (document.hasFocus()) return;
  (renderRoot as ShadowRoot).activeElement?.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
}

describe('many controls as one stop', () => {
  afterEach(() => document.body.replaceChildren());

  it('has one that can be reached, the first to begin with', async () => {
    expect(stops(await bar('both'))).to.deep.equal(['a']);
  });

  it('moves with the arrows, stops at the ends, and remembers', async () => {
    const element = await bar('both');
    element.roving.focus();
    const way = ['ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowLeft', 'Home', 'ArrowUp', 'End'].map((key) => {
      expect(press(element, key), key).to.equal(true);
      return at(element);
    });
    expect(way).to.deep.equal(['b', 'c', 'c', 'b', 'a', 'a', 'c']);
    expect(stops(element)).to.deep.equal(['c']);
  });

  for (const [arrows, taken, left] of [
    ['horizontal', 'ArrowRight', 'ArrowDown'],
    ['vertical', 'ArrowDown', 'ArrowRight'],
  ] as const) {
    it(`takes ${arrows} arrows and leaves the others to the page`, async () => {
      const element = await bar(arrows);
      element.roving.focus('a');
      expect(press(element, left)).to.equal(false);
      expect(at(element)).to.equal('a');
      expect(press(element, taken)).to.equal(true);
      expect(at(element)).to.equal('b');
    });
  }

  it('leaves every other key alone, and arrows with a modifier', async () => {
    const element = await bar('both');
    element.roving.focus('b');
    for (const key of ['Tab', 'Enter', ' ', 'Escape', 'a']) expect(press(element, key), key).to.equal(false);
    for (const modifier of ['altKey', 'ctrlKey', 'metaKey']) {
      expect(press(element, 'ArrowRight', { [modifier]: true }), modifier).to.equal(false);
    }
    expect(at(element)).to.equal('b');
  });

  it('finds its control again by name after a change, or the first where it is gone', async () => {
    const element = await bar('both');
    element.roving.focus('b');
    tellFocus(element);
    element.keys = ['x', 'b', 'c'];
    await element.updateComplete;
    expect(stops(element)).to.deep.equal(['b']);
    element.keys = ['x', 'y'];
    await element.updateComplete;
    expect(stops(element)).to.deep.equal(['x']);
    element.roving.focus('gone');
    expect(at(element)).to.equal('x');
  });

  it('passes over what cannot be seen', async () => {
    const element = await bar('both');
    element.keys = ['a', 'hidden', 'c'];
    await element.updateComplete;
    element.roving.focus('a');
    press(element, 'ArrowRight');
    expect(at(element)).to.equal('c');
  });
});
