import { DatakubeMenu } from './menu.ts';

if (!customElements.get('datakube-menu')) customElements.define('datakube-menu', DatakubeMenu);
