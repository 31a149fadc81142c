/** What sort of place a municipality is, as far as its people's ages and their use of doctors go. */
export type Place = 'capital' | 'city' | 'suburb' | 'town' | 'rural' | 'island';

/**
 * How common each broad age group (0–19, 20–39, 40–64, 65–79, 80+) is there against the country as a
 * whole. Of our own making: students in the cities, families in the suburbs, older people furthest out.
 */
export const AGES_OF_PLACE: Readonly<Record<Place, readonly number[]>> = {
  capital: [0.85, 1.55, 0.9, 0.65, 0.6],
  city: [0.95, 1.35, 0.9, 0.85, 0.85],
  suburb: [1.1, 0.8, 1.05, 1.0, 1.08],
  town: [1.02, 0.95, 1.0, 1.05, 1.05],
  rural: [1.0, 0.75, 1.05, 1.25, 1.15],
  island: [0.75, 0.6, 1.0, 1.6, 1.5],
};

/** Contacts with the general practitioner against the country as a whole, at the same age and sex. */
export const PRACTICE_USE_OF_PLACE: Readonly<Record<Place, number>> = {
  capital: 0.99,
  city: 1.02,
  suburb: 0.97,
  town: 1.04,
  rural: 1.03,
  island: 1.03,
};

/** Share that keeps away from the doctor on top of what is usual at their age. */
export const KEEPS_AWAY_IN_PLACE: Readonly<Record<Place, number>> = {
  capital: 0.035,
  city: 0.01,
  suburb: 0,
  town: 0,
  rural: 0,
  island: 0,
};

/** Municipalities known to lie far from the others of their kind (Statistics Denmark, general practice 2023). */
export const PRACTICE_USE_OF_MUNICIPALITY: Readonly<Record<string, number>> = {
  '0240': 0.87, // Egedal, fewest contacts per citizen: 6.1
  '0482': 1.1, // Langeland, most: 8.6
  '0730': 1.09, // Randers
};

/**
 * Approximate population on 1 January 2024, for the synthetic population alone: not statistics.
 * Codes as in the code list `residence`.
 */
// prettier-ignore
export const MUNICIPALITIES: readonly (readonly [code: string, population: number, place: Place])[] = [
  ['0101', 658170, 'capital'],
  ['0147', 105650, 'capital'],
  ['0151', 52320, 'suburb'],
  ['0153', 39650, 'suburb'],
  ['0155', 14610, 'suburb'],
  ['0157', 75000, 'suburb'],
  ['0159', 69310, 'suburb'],
  ['0161', 23860, 'suburb'],
  ['0163', 29130, 'suburb'],
  ['0165', 27670, 'suburb'],
  ['0167', 53430, 'suburb'],
  ['0169', 58850, 'suburb'],
  ['0173', 58470, 'suburb'],
  ['0175', 44380, 'suburb'],
  ['0183', 24030, 'suburb'],
  ['0185', 43230, 'suburb'],
  ['0187', 17090, 'suburb'],
  ['0190', 42000, 'suburb'],
  ['0201', 26110, 'suburb'],
  ['0210', 41960, 'suburb'],
  ['0217', 64090, 'suburb'],
  ['0219', 54940, 'suburb'],
  ['0223', 24930, 'suburb'],
  ['0230', 58030, 'suburb'],
  ['0240', 45280, 'suburb'],
  ['0250', 46430, 'suburb'],
  ['0253', 52530, 'suburb'],
  ['0259', 62850, 'suburb'],
  ['0260', 31680, 'rural'],
  ['0265', 91900, 'suburb'],
  ['0269', 24270, 'suburb'],
  ['0270', 41520, 'rural'],
  ['0306', 33000, 'island'],
  ['0316', 74080, 'town'],
  ['0320', 37230, 'rural'],
  ['0326', 48520, 'rural'],
  ['0329', 35910, 'town'],
  ['0330', 80200, 'town'],
  ['0336', 23880, 'rural'],
  ['0340', 30300, 'rural'],
  ['0350', 29150, 'suburb'],
  ['0360', 39920, 'island'],
  ['0370', 84380, 'town'],
  ['0376', 59600, 'rural'],
  ['0390', 45220, 'rural'],
  ['0400', 39260, 'island'],
  ['0410', 40510, 'town'],
  ['0420', 40630, 'rural'],
  ['0430', 52000, 'rural'],
  ['0440', 24040, 'rural'],
  ['0450', 32210, 'rural'],
  ['0461', 209240, 'city'],
  ['0479', 59560, 'town'],
  ['0480', 29680, 'rural'],
  ['0482', 12220, 'island'],
  ['0492', 5860, 'island'],
  ['0510', 55230, 'town'],
  ['0530', 27300, 'rural'],
  ['0540', 73920, 'town'],
  ['0550', 36710, 'rural'],
  ['0561', 115670, 'town'],
  ['0563', 3350, 'island'],
  ['0573', 49520, 'rural'],
  ['0575', 42670, 'rural'],
  ['0580', 58880, 'town'],
  ['0607', 52680, 'town'],
  ['0615', 97180, 'town'],
  ['0621', 95010, 'town'],
  ['0630', 121500, 'town'],
  ['0657', 89800, 'town'],
  ['0661', 58840, 'town'],
  ['0665', 19120, 'rural'],
  ['0671', 20720, 'rural'],
  ['0706', 44160, 'rural'],
  ['0707', 36880, 'rural'],
  ['0710', 49480, 'suburb'],
  ['0727', 23820, 'suburb'],
  ['0730', 99600, 'town'],
  ['0740', 101070, 'town'],
  ['0741', 3620, 'island'],
  ['0746', 65220, 'suburb'],
  ['0751', 367350, 'city'],
  ['0756', 42160, 'rural'],
  ['0760', 56400, 'rural'],
  ['0766', 47940, 'town'],
  ['0773', 19750, 'rural'],
  ['0779', 44330, 'town'],
  ['0787', 42920, 'town'],
  ['0791', 98000, 'town'],
  ['0810', 36500, 'rural'],
  ['0813', 58080, 'town'],
  ['0820', 36430, 'rural'],
  ['0825', 1780, 'island'],
  ['0840', 31270, 'rural'],
  ['0846', 41710, 'rural'],
  ['0849', 38190, 'rural'],
  ['0851', 223290, 'city'],
  ['0860', 63210, 'town'],
];
