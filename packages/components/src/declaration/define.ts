import { DatakubeDeclaration } from './declaration.ts';

if (!customElements.get('datakube-declaration')) {
  customElements.define('datakube-declaration', DatakubeDeclaration);
}
