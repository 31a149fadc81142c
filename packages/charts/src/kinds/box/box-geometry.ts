import { positionScale, type PositionScale } from '../../geometry/position-scale.ts';
import type { Plot } from '../../geometry/upright-scale.ts';
import type { ChartValue } from '../../model/chart-value.ts';
import type { Distribution } from './distribution.ts';

/** Size of the hatch that stands for hidden values, left of the scale: the same for all. */
export const STUB = { width: 14, height: 12 } as const;
export const BOX_HEIGHT = 18;

const pitch = 44;
const axisHeight = 22;
const gap = 8;
const gutter = STUB.width + 8;

export interface BoxPlace {
  readonly y: number;
  /** Ends of the whiskers, edges of the box, and the median; null where values are drawn one by one. */
  readonly box: {
    readonly least: number;
    readonly lower: number;
    readonly median: number;
    readonly upper: number;
    readonly most: number;
  } | null;
  readonly dots: readonly number[];
  /** The member that stands out: on the scale, or left of it where hidden; null where there is neither. */
  readonly own: { readonly x: number; readonly hidden: boolean } | null;
  /** True where nothing of the group is shown. */
  readonly empty: boolean;
}

export interface BoxGeometry {
  readonly width: number;
  readonly height: number;
  readonly plot: Plot;
  readonly names: number;
  /** Middle of the hatch for what is hidden. */
  readonly stub: number;
  readonly ticks: PositionScale['ticks'];
  readonly places: readonly BoxPlace[];
}

/** Room that texts need, in pixels: measured by the caller, so that geometry knows no fonts. */
export interface BoxRoom {
  readonly width: number;
  readonly top: number;
  readonly names: number;
  /** Of the widest number of a tick. */
  readonly tick: number;
  readonly decimals: number;
  readonly zero: boolean;
}

/** Boxes on one scale, one below the other. Made from the values shown alone. */
export function boxGeometry(groups: readonly Distribution[], room: BoxRoom): BoxGeometry {
  const anyStub = groups.some(
    ({ own, shown, hidden }) => own?.value.kind === 'hidden' || (shown.length === 0 && hidden > 0),
  );
  const left = room.names + gap + (anyStub ? gutter : 0);
  const right = Math.max(left + 60, room.width - 8);
  const bottom = room.top + pitch * groups.length;
  const stub = room.names + gap + STUB.width / 2;

  const numbers = groups.flatMap(({ shown }) => shown.map(({ value }) => value));
  const { at: scale, ticks } = positionScale(
    numbers,
    { left, right, width: room.width },
    room.tick,
    room.decimals,
    room.zero,
  );

  const ownPlace = (value: ChartValue | undefined): BoxPlace['own'] => {
    if (value?.kind === 'shown') return { x: scale(value.value), hidden: false };
    return value?.kind === 'hidden' ? { x: stub, hidden: true } : null;
  };
  return {
    width: room.width,
    height: bottom + axisHeight,
    plot: { left, right, top: room.top, bottom },
    names: room.names,
    stub,
    ticks,
    places: groups.map(({ box, shown, own }, index): BoxPlace => ({
      y: room.top + pitch * (index + 0.5),
      box: box && {
        least: scale(box.least),
        lower: scale(box.lower),
        median: scale(box.median),
        upper: scale(box.upper),
        most: scale(box.most),
      },
      dots: box ? [] : shown.map(({ value }) => scale(value)),
      own: ownPlace(own?.value),
      empty: shown.length === 0,
    })),
  };
}
