import { register } from '../registration/register.ts';
import { DatakubeChart } from './chart.ts';

register({ 'datakube-chart': DatakubeChart });
