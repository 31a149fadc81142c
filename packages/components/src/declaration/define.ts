import { register } from '../registration/register.ts';
import { DatakubeDeclaration } from './declaration.ts';

register({ 'datakube-declaration': DatakubeDeclaration });
