import { register } from '../registration/register.ts';
import { DatakubeDeclaration } from './declaration.ts';

register({ 'datakube-declaration': DatakubeDeclaration });

// Whoever imports the element has its types and those of its events.
export type * from '../index.ts';
