import type { SharedView } from './snippet.ts';

/** The view as a component of React 19. */
export function reactSnippet({ environment, cube, link }: SharedView): string {
  const properties = { environment, cube, ...(link === '' ? {} : { link }) };
  const lines = Object.entries(properties).map(
    // In braces a text is a text of JavaScript: in quotation marks JSX would read entities in it.
    ([name, value]) => `      ${name}={${JSON.stringify(value)}}`,
  );
  return `import '@datakube/components/view';
import type {} from '@datakube/components/react';

export function SharedView() {
  return (
    <datakube-view
${lines.join('\n')}
    />
  );
}
`;
}
