/** Defines every element of Datakube. The provider comes first: elements inside it ask it for a client. */
import './provider/define.ts';
import './pivot-table/define.ts';
import './chart/define.ts';
import './declaration/define.ts';
import './explorer/define.ts';
import './view/define.ts';

export type * from './index.ts';
