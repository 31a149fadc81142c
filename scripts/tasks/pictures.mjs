// A picture of every story, on one sheet to look at; those that are kept in test/pictures are compared.
// `npm run pictures -- --accept` keeps them as they are now; `npm run pictures -- line` takes those of one name alone.
import { takeAllPictures } from '../../test/pictures/take-all.ts';

const args = process.argv.slice(2);
const only = args.find((arg) => !arg.startsWith('--')) ?? '';
process.exitCode = (await takeAllPictures(args.includes('--accept'), only)) ? 1 : 0;
