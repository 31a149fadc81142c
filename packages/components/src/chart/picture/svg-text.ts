import type { Paint } from './paint.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** A picture as the text of an SVG file. */
export function svgText(picture: Paint): string {
  return `${HEAD}${element({
    ...picture,
    attributes: { xmlns: 'http://www.w3.org/2000/svg', ...picture.attributes },
  })}\n`;
}

function element({ tag, attributes, children, text }: Paint): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  const content = escaped(text) + children.map(element).join('');
  return content === '' ? `<${tag}${written.join('')}/>` : `<${tag}${written.join('')}>${content}</${tag}>`;
}

/** Characters that mean something in XML as references; those it does not allow are left out. */
function escaped(text: string): string {
  return text.replace(FORBIDDEN, '').replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

// What XML 1.0 does not allow, whoever wrote it.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/gu;
