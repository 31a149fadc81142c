export interface Licence {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly text: string;
}
export function licenceOf(module: string): Licence | null;
export function noticesOf(licences: readonly Licence[]): string;
