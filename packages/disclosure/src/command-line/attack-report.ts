import type { ContributorAttack } from '../attack/contributor-attack.ts';
import type { TableAttack } from '../attack/attack-table.ts';

/** All that is said about a table that was attacked. */
export interface AttackFacts extends Omit<TableAttack, 'contributors'> {
  readonly contributors: ContributorAttack | null;
  readonly bound: number;
  readonly possibilities: number;
  readonly knownPrimary: boolean;
  readonly seconds: number;
  readonly method: string;
}

/** The facts in words: what it comes to, then the figures. */
export function attackReport(facts: AttackFacts): string {
  const { contributors, possibilities } = facts;
  const lines = [
    verdict(facts),
    '',
    line(facts.hidden, 'cells are hidden'),
    line(facts.primary, 'cells are primary'),
    line(facts.determined, 'primary cells are determined by published ones'),
    line(facts.exact, 'primary cells can be recovered exactly, those included'),
    line(
      facts.narrow,
      `primary cells are left with fewer than ${possibilities} whole numbers, those included`,
    ),
    line(facts.undecided, 'primary cells were not decided in time'),
  ];
  if (contributors) {
    lines.push(
      line(contributors.persons, 'people are alone in a hidden inner cell'),
      line(contributors.examined, 'of them attacked to the end'),
      line(contributors.successful, 'of them find out about others'),
      line(contributors.exact, 'further primary cells become exact for somebody'),
      line(contributors.narrow, 'further primary cells become too narrow for somebody'),
    );
  }
  lines.push(
    '',
    `${facts.seconds} s of processor time, ${facts.programs} linear programs. ${capital(facts.method)}.`,
    '',
  );
  return lines.join('\n');
}

function verdict(facts: AttackFacts): string {
  const { narrow, undecided, contributors, bound, possibilities } = facts;
  const marks = facts.knownPrimary ? ', which hidden ones are primary' : '';
  const known = `who knows the published cells${marks} and that hidden ones are at least ${bound}`;
  const left = `${possibilities} or more whole numbers for every primary cell`;
  if (narrow > 0) return `Not safe: an attacker ${known} gets too close to ${narrow} primary cells.`;
  if (undecided > 0) return `Not known to be safe: the time ran out before an attacker ${known} was done.`;
  if (contributors && contributors.successful > 0) {
    return `Not safe: an attacker ${known} is left with ${left}, but ${people(contributors.successful)} out about others.`;
  }
  if (contributors && contributors.examined < contributors.persons) {
    return `Not known to be safe: an attacker ${known} is left with ${left}, but the time ran out before all people who know themselves were done.`;
  }
  return `Withstands this attack: an attacker ${known}${contributors ? ', and possibly himself,' : ''} is left with ${left}.`;
}

function people(number: number): string {
  return number === 1 ? '1 person who knows himself finds' : `${number} people who know themselves find`;
}

function line(number: number, what: string): string {
  return `${String(number).padStart(7)}  ${what}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
