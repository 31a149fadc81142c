/**
 * What people come for: relative weights, of our own making after the general pattern of the
 * registers. Codes are those of the code lists.
 */

/** Upper ages of the bands that the weights below are given for. */
export const BANDS: readonly number[] = [0, 17, 39, 64, 79, Infinity];

/** Hospital diagnoses by chapter, one weight for each band of {@link BANDS}. */
// prettier-ignore
export const HOSPITAL_CHAPTERS: Readonly<Record<string, readonly number[]>> = {
  'DA00-DB99': [6, 4, 3, 2, 2, 3],
  'DC00-DD48': [1, 2, 4, 14, 20, 14],
  'DD50-DD89': [1, 1, 1, 2, 2, 3],
  'DE00-DE90': [2, 4, 5, 6, 6, 5],
  'DF00-DF99': [0, 9, 10, 5, 2, 2],
  'DG00-DG99': [1, 4, 4, 6, 6, 5],
  'DH00-DH59': [1, 4, 2, 5, 10, 11],
  'DH60-DH95': [1, 4, 2, 4, 8, 9],
  'DI00-DI99': [1, 1, 2, 9, 14, 15],
  'DJ00-DJ99': [8, 6, 3, 4, 6, 7],
  'DK00-DK93': [3, 6, 6, 8, 7, 6],
  'DL00-DL99': [2, 5, 4, 3, 2, 2],
  'DM00-DM99': [1, 6, 8, 13, 10, 7],
  'DN00-DN99': [2, 3, 6, 7, 7, 7],
  'DO00-DO99': [0, 0, 0, 0, 0, 0],
  'DP00-DP96': [22, 0, 0, 0, 0, 0],
  'DQ00-DQ99': [8, 5, 2, 1, 1, 0],
  'DR00-DR99': [8, 9, 9, 9, 8, 9],
  'DS00-DT98': [5, 19, 14, 10, 8, 12],
  'DZ00-DZ99': [27, 12, 12, 11, 10, 8],
};
/** Weight of pregnancy and childbirth among women by band. */
export const CHILDBIRTH = { chapter: 'DO00-DO99', weights: [0, 2, 60, 4, 0, 0] };

/** Share of hospital and prescription contacts that are due to a chronic disease the person has. */
export const DUE_TO_DISEASE = 0.3;

/** The chapter and the ATC main group that each chronic disease belongs to. */
export const OF_DISEASE: Readonly<Record<string, { readonly chapter: string; readonly atc: string }>> = {
  'type-1-diabetes': { chapter: 'DE00-DE90', atc: 'A' },
  'type-2-diabetes': { chapter: 'DE00-DE90', atc: 'A' },
  kol: { chapter: 'DJ00-DJ99', atc: 'R' },
  astma: { chapter: 'DJ00-DJ99', atc: 'R' },
  osteoporose: { chapter: 'DM00-DM99', atc: 'M' },
  leddegigt: { chapter: 'DM00-DM99', atc: 'L' },
  skizofreni: { chapter: 'DF00-DF99', atc: 'N' },
  demens: { chapter: 'DF00-DF99', atc: 'N' },
};

/** Specialties in specialist practice: weights by band, and the share of women among the patients at the same age. */
// prettier-ignore
export const SPECIALTIES: Readonly<Record<string, { readonly bands: readonly number[]; readonly women: number }>> = {
  '01': { bands: [0, 0, 1, 2, 2, 1], women: 0.55 },
  '04': { bands: [3, 11, 19, 17, 18, 17], women: 0.52 },
  '05': { bands: [0, 0.3, 1, 2, 1.5, 1], women: 0.55 },
  '06': { bands: [0, 0.3, 2, 5, 5, 4], women: 0.6 },
  '07': { bands: [0, 2, 22, 12, 5, 3], women: 1 },
  '08': { bands: [0, 0.2, 1, 3, 4, 3], women: 0.47 },
  '09': { bands: [1, 1, 3, 4, 4, 3], women: 0.47 },
  '17': { bands: [0, 0.5, 3, 4, 4, 3], women: 0.52 },
  '18': { bands: [0, 1, 3, 4, 3, 2], women: 0.5 },
  '19': { bands: [8, 16, 12, 22, 38, 46], women: 0.52 },
  '21': { bands: [78, 58, 16, 19, 20, 23], women: 0.49 },
  '23': { bands: [0, 0.3, 1.5, 2, 1.5, 0.7], women: 0.58 },
  '24': { bands: [0, 1, 11, 8, 2, 1], women: 0.6 },
  '25': { bands: [18, 8, 0, 0, 0, 0], women: 0.47 },
  '26': { bands: [0, 7, 0.6, 0, 0, 0], women: 0.47 },
};

/** Chapters a specialty finds, by weight. */
export const SPECIALIST_CHAPTERS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  '01': { 'DM00-DM99': 60, 'DG00-DG99': 25, 'DR00-DR99': 15 },
  '04': { 'DL00-DL99': 62, 'DC00-DD48': 22, 'DA00-DB99': 10, 'DR00-DR99': 6 },
  '05': { 'DZ00-DZ99': 55, 'DM00-DM99': 25, 'DR00-DR99': 20 },
  '06': { 'DM00-DM99': 92, 'DR00-DR99': 8 },
  '07': { 'DN00-DN99': 55, 'DO00-DO99': 15, 'DZ00-DZ99': 20, 'DC00-DD48': 10 },
  '08': { 'DI00-DI99': 45, 'DE00-DE90': 20, 'DK00-DK93': 15, 'DJ00-DJ99': 12, 'DD50-DD89': 8 },
  '09': { 'DK00-DK93': 60, 'DC00-DD48': 20, 'DI00-DI99': 10, 'DR00-DR99': 10 },
  '17': { 'DG00-DG99': 70, 'DR00-DR99': 25, 'DI00-DI99': 5 },
  '18': { 'DM00-DM99': 75, 'DS00-DT98': 25 },
  '19': { 'DH00-DH59': 92, 'DZ00-DZ99': 8 },
  '21': { 'DH60-DH95': 66, 'DJ00-DJ99': 24, 'DR00-DR99': 10 },
  '23': { 'DC00-DD48': 65, 'DL00-DL99': 25, 'DZ00-DZ99': 10 },
  '24': { 'DF00-DF99': 95, 'DZ00-DZ99': 5 },
  '25': { 'DJ00-DJ99': 40, 'DL00-DL99': 20, 'DK00-DK93': 15, 'DQ00-DQ99': 10, 'DR00-DR99': 15 },
  '26': { 'DF00-DF99': 96, 'DZ00-DZ99': 4 },
};

/** How people come to a specialty: eye and ear doctors can be seen without a referral. */
export const REFERRALS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  '19': { 'almen-praksis': 8, sygehus: 4, speciallaege: 3, 'uden-henvisning': 85 },
  '21': { 'almen-praksis': 10, sygehus: 3, speciallaege: 2, 'uden-henvisning': 85 },
};
export const USUAL_REFERRALS: Readonly<Record<string, number>> = {
  'almen-praksis': 84,
  sygehus: 9,
  speciallaege: 7,
  'uden-henvisning': 0,
};

/** Forms of contact in specialist practice. */
export const SPECIALIST_CONTACT_TYPES: Readonly<Record<string, number>> = {
  konsultation: 90,
  telefon: 6,
  'e-konsultation': 4,
};

/** Forms of contact with out-of-hours doctors. */
export const OUT_OF_HOURS_CONTACT_TYPES: Readonly<Record<string, number>> = {
  telefon: 62,
  konsultation: 32,
  hjemmebesoeg: 6,
};

/** Prescriptions by ATC main group, one weight for each band of {@link BANDS}. */
// prettier-ignore
export const ATC_GROUPS: Readonly<Record<string, readonly number[]>> = {
  A: [8, 6, 8, 13, 14, 14],
  B: [0, 0.3, 1, 4, 9, 12],
  C: [0.5, 1, 4, 24, 33, 30],
  D: [18, 12, 8, 5, 4, 4],
  G: [0, 12, 26, 7, 4, 4],
  H: [2, 3, 3, 4, 4, 4],
  J: [36, 18, 12, 7, 5, 5],
  L: [0, 0.5, 1, 1.5, 1.5, 1],
  M: [1, 4, 8, 8, 6, 5],
  N: [3, 22, 20, 17, 14, 17],
  P: [2, 2, 1, 0.7, 0.5, 0.3],
  R: [18, 16, 9, 8, 7, 6],
  S: [12, 4, 2, 3, 5, 6],
  V: [0.1, 0.1, 0.1, 0.2, 0.2, 0.2],
};
/** What men redeem of a group against women: contraceptives and hormones are few among them. */
export const ATC_GROUPS_OF_MEN: Readonly<Record<string, number>> = { G: 0.25 };
