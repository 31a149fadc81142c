import type { TupleEntry } from '@datakube/contract';
import { fill } from '../../localisation/texts.ts';
import { item, nameOf, request, type Item, type Scene } from './menu-items.ts';
import { alongWith, membersAt } from './places.ts';

/** What lies below and beside the members of a place, as far as the page around the table can show it. */
export function drillItems(scene: Scene): readonly Item[] {
  const { layout } = scene.host.frame;
  return membersAt(layout, scene.at).flatMap((entry) => drillOf(scene, entry));
}

/** Keeps the members of a place, or leaves them out: all that are selected together. */
export function filterItems(scene: Scene): readonly Item[] {
  const { host, at, text } = scene;
  if (!host.table.offers.filter) return [];
  return membersAt(host.frame.layout, at).flatMap((entry) => {
    const entries = alongWith(host.frame.layout, entry, host.view.selection);
    const name = nameOf(scene, entries);
    const { dimension, level } = entry;
    const asked = { dimension, level, members: entries.map(({ code }) => code) };
    return [
      request('keep', fill(text.keep, { name }), { kind: 'keep', ...asked }),
      request('leave-out', fill(text.leaveOut, { name }), { kind: 'leave-out', ...asked }),
    ];
  });
}

function drillOf(scene: Scene, entry: TupleEntry): readonly Item[] {
  const { host, text } = scene;
  const { dimension, level, code } = entry;
  const offer = host.table.offers.drill?.[dimension];
  if (!offer) return [];
  const name = nameOf(scene, [entry]);
  const drill = { kind: 'drill', dimension, level, member: code } as const;
  const below = offer.down[level];
  const items: Item[] = [];
  if (below !== undefined) {
    const label = fill(text.drillDown, { level: levelName(scene, dimension, below), name });
    items.push(request('drill-down', label, { ...drill, by: null }));
  }
  if (offer.across.length > 0) {
    const others = offer.across.map((by) =>
      request('drill-across', host.frame.info.dimensionName(by), { ...drill, by }),
    );
    const label = fill(text.drillAcrossOf, { name });
    items.push(
      item('drill-across', fill(text.drillAcross, { name }), { kind: 'menu', label, items: others }),
    );
  }
  if (offer.up !== null) {
    const label = fill(text.drillUp, { level: levelName(scene, dimension, offer.up) });
    items.push(request('drill-up', label, { kind: 'drill-up', dimension }));
  }
  return items;
}

/** The name of a level inside a sentence. */
function levelName({ host }: Scene, dimension: string, level: string): string {
  const known = host.table.dimensionInfo
    .find(({ id }) => id === dimension)
    ?.levels.find(({ id }) => id === level);
  const name = known?.name[host.language] ?? level;
  return name.charAt(0).toLocaleLowerCase(host.language) + name.slice(1);
}
