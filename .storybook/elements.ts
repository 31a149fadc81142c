import type { CustomElement, Declaration, Package } from 'custom-elements-manifest/schema.js';
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';
import { manifestFile, writeManifestIfStale } from '../scripts/manifest.mjs';
import type { ElementDoc, Named } from './element-doc.ts';

const id = 'virtual:datakube-elements';

/** What the elements are, from their doc comments: `import elements from 'virtual:datakube-elements'`. */
export function elements(): Plugin {
  return {
    name: 'datakube-elements',
    resolveId: (source) => (source === id ? `\0${id}` : null),
    load: async (source) => {
      if (source !== `\0${id}`) return null;
      await writeManifestIfStale();
      const manifest = JSON.parse(await readFile(manifestFile, 'utf8')) as Package;
      return `export default ${JSON.stringify(elementDocs(manifest))};`;
    },
  };
}

function elementDocs({ modules }: Package): ElementDoc[] {
  const declarations = modules.flatMap(({ declarations = [] }) => declarations);
  const isElement = (found: Declaration): found is Declaration & CustomElement & { tagName: string } =>
    'tagName' in found && found.tagName !== undefined;
  return declarations.filter(isElement).map((element) => ({
    tagName: element.tagName,
    summary: element.summary ?? '',
    description: element.description ?? '',
    properties: (element.members ?? [])
      .filter((member) => member.kind === 'field')
      .filter(({ privacy, static: shared }) => privacy === undefined && !shared)
      .map((field) => ({
        ...named(field),
        type: field.type?.text ?? '',
        usual: field.default ?? '',
        attribute: 'attribute' in field && typeof field.attribute === 'string' ? field.attribute : '',
      })),
    methods: (element.members ?? [])
      .filter((member) => member.kind === 'method')
      .filter(({ privacy, description }) => privacy === undefined && description)
      .map(named),
    events: (element.events ?? []).map(named),
    slots: (element.slots ?? []).map(named),
    parts: (element.cssParts ?? []).map(named),
    cssProperties: (element.cssProperties ?? []).map(named),
  }));
}

function named({ name, description }: { readonly name: string; readonly description?: string }): Named {
  return { name, description: description ?? '' };
}
