import type { Cube, Language } from '@datakube/contract';
import {
  keptWords,
  levelPath,
  nameOfDimension,
  type ExplorerState,
  type NameOf,
  type Zone,
} from '../../state/index.ts';
import { nameOfField } from '../announcement.ts';
import type { Chip } from './zone.ts';

/** The fields of a zone as its chips show them. */
export function chipsOf(
  state: ExplorerState,
  cube: Cube,
  zone: Zone,
  language: Language,
  nameOf: NameOf,
): readonly Chip[] {
  switch (zone) {
    case 'rows':
    case 'columns':
      return state[zone].map((field) => ({
        id: field.dimension,
        name: nameOfDimension(cube, field.dimension, language),
        detail: levelPath(field, cube, language),
      }));
    case 'filters':
      return state.filters.map((field) => ({
        id: field.dimension,
        name: nameOfDimension(cube, field.dimension, language),
        detail: keptWords(field, cube, language, nameOf),
      }));
    case 'measures':
      return state.measures.map((id) => ({ id, name: nameOfField(cube, id, language), detail: '' }));
  }
}
