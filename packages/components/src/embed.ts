/**
 * What a page loads from an environment with one script tag. Elements that name no environment use the one
 * this file came from: `https://environment.example/sdk/datakube.js` belongs to `https://environment.example/`.
 */
import './define.ts';
import { setHomeEnvironment } from './provider/home-environment.ts';

setHomeEnvironment(new URL('..', import.meta.url).href);

export * from './index.ts';
