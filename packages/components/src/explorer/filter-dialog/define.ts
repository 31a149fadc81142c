import { register } from '../../registration/register.ts';
import { DatakubeFilterDialog } from './filter-dialog.ts';

export { filterChoice } from './filter-choice.ts';

// Loaded when a filter is first chosen: a table is shown without it.
register({ 'datakube-filter-dialog': DatakubeFilterDialog });
