import type { Tick } from './value-scale.ts';

/**
 * As many ticks as their numbers have room for, still at round numbers: every second, fourth, fifth or tenth of them,
 * whichever leaves steps of 1, 2 or 5. The first and last where no others are left.
 *
 * @param place - where a tick stands along the axis
 * @param room - how far apart two ticks must be
 */
export function ticksApart<T extends Tick>(
  ticks: readonly T[],
  place: (tick: T) => number,
  room: number,
): readonly T[] {
  const [first, second, last] = [ticks[0], ticks[1], ticks.at(-1)];
  if (!first || !second || !last) return ticks;
  const step = second.value - first.value;
  const gap = Math.abs(place(second) - place(first));
  for (const every of [1, 2, 4, 5, 10, 20]) {
    if (gap * every < room || !isRound(step * every)) continue;
    const kept = ticks.filter(({ value }) => isWhole(value / (step * every)));
    if (kept.length > 1) return kept;
  }
  return Math.abs(place(last) - place(first)) >= room ? [first, last] : [first];
}

function isRound(step: number): boolean {
  const digit = step / 10 ** Math.floor(Math.log10(step) + 1e-9);
  return [1, 2, 5].some((round) => Math.abs(digit - round) < 1e-6);
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-6;
}
