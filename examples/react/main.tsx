import type { DatakubeExplorer, ExplorerState, QueryChangeEvent } from '@datakube/components';
import type {} from '@datakube/components/react';
import { type ReactElement, StrictMode, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { signIn } from '../sign-in.ts';

/** A portal that embeds the explorer, signs in by itself, keeps a view and comes back to it. */
function Portal(): ReactElement {
  const explorer = useRef<DatakubeExplorer>(null);
  const [dark, setDark] = useState(false);
  const [kept, setKept] = useState<ExplorerState | null>(null);
  const [asked, setAsked] = useState('Ingen ændringer endnu');

  const onQueryChange = ({ query }: QueryChangeEvent): void => {
    const dimensions = [...(query.rows ?? []), ...(query.columns ?? [])].map(({ dimension }) => dimension);
    setAsked(`Sidst spurgt: ${dimensions.join(' × ')}`);
  };

  return (
    <div data-datakube-theme={dark ? 'dark' : 'light'}>
      <h1>Eksempelportal i React</h1>
      <p className="notice">Alle borgere i tallene er opdigtede.</p>
      <div className="bar">
        <button type="button" aria-pressed={dark} onClick={() => setDark(!dark)}>
          Mørkt udseende
        </button>
        <button type="button" onClick={() => setKept(explorer.current?.state ?? null)}>
          Gem visning
        </button>
        <button
          type="button"
          disabled={kept === null}
          onClick={() => explorer.current && (explorer.current.state = kept)}
        >
          Vis gemt visning
        </button>
        <p role="status">{asked}</p>
      </div>
      <datakube-explorer
        ref={explorer}
        cube="sundhedsdata-paa-tvaers"
        getToken={signIn}
        ondatakube-query-change={onQueryChange}
      />
    </div>
  );
}

createRoot(document.querySelector('#portal')!).render(
  <StrictMode>
    <Portal />
  </StrictMode>,
);
