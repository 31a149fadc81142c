/** The version of this library, as its package names it. */
export const version: string = '0.1.0';
