import { register } from '../registration/register.ts';
import { DatakubeMenu } from './menu.ts';

register({ 'datakube-menu': DatakubeMenu });
