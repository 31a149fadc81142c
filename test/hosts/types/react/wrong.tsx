// Compiled, never run: what a portal in React may not write.
import type {} from '@datakube/components/react';
import type { ReactElement } from 'react';

export const right: ReactElement = (
  <datakube-provider environment="/" texts={{ explorer: { da: { undo: 'Tilbage' } } }}>
    <datakube-pivot-table
      className="wide"
      swapped
      ondatakube-cell-select={({ cell }) => cell.value?.toFixed(0)}
      ondatakube-sort-change={({ sort }) => sort}
    />
  </datakube-provider>
);

export const wrong: ReactElement[] = [
  // @ts-expect-error -- a cube is named by a string
  <datakube-explorer cube={7} />,
  // @ts-expect-error -- there is no such property
  <datakube-explorer cubes="x" />,
  // @ts-expect-error -- the layout can only be read
  <datakube-pivot-table layout={null} />,
  // @ts-expect-error -- the event is of another kind
  <datakube-explorer ondatakube-query-change={(event: MouseEvent) => event.clientX} />,
  // @ts-expect-error -- there is no such element
  <datakube-map />,
];
