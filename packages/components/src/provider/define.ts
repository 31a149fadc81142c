import { register } from '../registration/register.ts';
import { DatakubeProvider } from './provider.ts';

register({ 'datakube-provider': DatakubeProvider });

// Whoever imports the element has its types and those of its events.
export type * from '../index.ts';
