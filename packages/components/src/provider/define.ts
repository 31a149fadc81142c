import { register } from '../registration/register.ts';
import { DatakubeProvider } from './provider.ts';

register({ 'datakube-provider': DatakubeProvider });
