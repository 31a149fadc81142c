import { PUBLIC, type User } from './user.ts';

/** The sandbox's users. All are made up; nobody needs a password to be one of them. */
export const STAND_IN_USERS: readonly (User & { readonly id: string; readonly name: string })[] = [
  {
    id: 'kommunal-analytiker',
    name: 'Karen Kommunal',
    roles: [PUBLIC, 'municipality'],
    own: [{ dimension: 'residence', member: '0846' }],
  },
  { id: 'regional-analytiker', name: 'Rasmus Regional', roles: [PUBLIC, 'region'], own: [] },
  { id: 'praktiserende-laege', name: 'Lea Læge', roles: [PUBLIC, 'general-practice'], own: [] },
  { id: 'forsker', name: 'Frede Forsker', roles: [PUBLIC, 'research'], own: [] },
];
