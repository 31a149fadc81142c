import { DatakubeProvider } from './provider.ts';

if (!customElements.get('datakube-provider')) customElements.define('datakube-provider', DatakubeProvider);
