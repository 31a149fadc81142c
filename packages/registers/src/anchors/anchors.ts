/** A known figure about Denmark that the synthetic registers must come near. */
export interface Anchor {
  readonly figure: string;
  readonly label: string;
  readonly unit: '%' | 'per 1,000' | 'per citizen' | 'per patient' | 'ratio' | 'hours a week';
  readonly expected: number;
  /** Largest accepted distance from `expected`, in the same unit. */
  readonly tolerance: number;
  readonly source: string;
  /** Persons needed to judge it: figures about a single small municipality need a large population. */
  readonly personsNeeded: number;
}

const FOLK1A = 'Statistics Denmark, FOLK1A, 2025 Q4';
const REGIONS = 'Population of the regions, 1 January 2024';
const GENERAL_PRACTICE = 'Statistics Denmark, general practice 2023 (news 51066)';
const MIDDLE_AGE = 'Statistics Denmark, general practice 2018 (news 28451)';
const E_COMMUNICATION = 'Statistics Denmark, general practice 2019 (news 30625)';
const HOSPITALS =
  'KL, hospitals 2022: 47 % of citizens, 4 contacts each, a third have one, a tenth ten or more';
const ADMISSIONS = 'Statistics Denmark, 789,000 admissions 2021 (news 32737)';
const OUTPATIENTS = 'Statistics Denmark, 11.86 million outpatient visits 2021 (news 50937)';
const CHRONIC = 'KL, chronic disease 2023: about a million, half of those over 80, 60,000 new cases a year';
const RUKS = 'Danish Health Data Authority, RUKS 2015: COPD 175,500, type 2 diabetes 220,500';
const HOME_HELP = 'Statistics Denmark, 156,100 with home help 2022 (news 46131)';
const MEDICINE = 'Danish Health Data Authority, 2023: more than 4 million people';
const OURS = 'assumption of the generator';

const SMALL_MUNICIPALITIES: readonly string[] = ['0240', '0482', '0779'];
const LARGE = 300_000;

/** Tolerances hold room for what differs on purpose (years, definitions) and for chance at 60,000 citizens. */
export const anchors: readonly Anchor[] = [
  ...from(FOLK1A, '%', [
    ['age-0-17', 'Citizens aged 0–17', 18.9, 0.6],
    ['age-18-39', 'Citizens aged 18–39', 28.7, 0.6],
    ['age-40-64', 'Citizens aged 40–64', 31.4, 0.6],
    ['age-65-79', 'Citizens aged 65–79', 15.1, 0.6],
    ['age-80', 'Citizens aged 80 and over', 5.9, 0.4],
    ['women', 'Women among citizens', 50.3, 0.7],
  ]),
  ...from(REGIONS, '%', [
    ['region-1084', 'Citizens in Region Hovedstaden', 32.1, 0.8],
    ['region-1085', 'Citizens in Region Sjælland', 14.3, 0.8],
    ['region-1083', 'Citizens in Region Syddanmark', 20.8, 0.8],
    ['region-1082', 'Citizens in Region Midtjylland', 22.9, 0.8],
    ['region-1081', 'Citizens in Region Nordjylland', 9.9, 0.8],
  ]),
  ...from(OURS, '%', [
    ['moves', 'Moves to another municipality in a year', 5.5, 0.7],
    ['nursing-home', 'Citizens in nursing homes', 0.7, 0.15],
  ]),
  ...from(CHRONIC, '%', [
    ['chronic', 'Citizens with a chronic disease', 18, 2],
    ['chronic-80', 'The same, aged 80 and over', 50, 5],
  ]),
  ...from(CHRONIC, 'per 1,000', [['chronic-new', 'New cases of chronic disease in a year', 10.2, 3]]),
  ...from(RUKS, '%', [
    ['disease-kol', 'Citizens with COPD', 3.1, 0.5],
    ['disease-type-2-diabetes', 'Citizens with type 2 diabetes', 3.9, 1],
  ]),
  ...from(GENERAL_PRACTICE, '%', [
    ['practice-seen', 'Citizens who see their general practitioner in a year', 85, 2],
    ['practice-seen-0101', 'The same in København', 81.2, 3],
    ['practice-seen-0779', 'The same in Skive', 88.1, 3],
  ]),
  ...from('Statistics Denmark: about 41 million a year', 'per citizen', [
    ['practice-contacts', 'Contacts with the general practitioner', 7.1, 0.5],
  ]),
  ...from(GENERAL_PRACTICE, 'per citizen', [
    ['practice-contacts-0101', 'The same in København', 6.3, 0.5],
    ['practice-contacts-0240', 'The same in Egedal, the lowest', 6.1, 0.5],
    ['practice-contacts-0482', 'The same in Langeland, the highest', 8.6, 0.8],
  ]),
  ...from(MIDDLE_AGE, '%', [
    ['practice-seen-women', 'Women 30–59 who see their general practitioner', 90.4, 2.5],
    ['practice-seen-men', 'Men 30–59 who see their general practitioner', 76, 2.5],
  ]),
  ...from(MIDDLE_AGE, 'per citizen', [['practice-contacts-women', 'Contacts of women 30–59', 8.2, 0.6]]),
  ...from(MIDDLE_AGE, 'ratio', [
    ['practice-women-to-men', 'Contacts of women 30–59 to those of men', 1.74, 0.15],
  ]),
  ...from(E_COMMUNICATION, '%', [
    ['practice-written', 'Citizens who write to their general practitioner', 35.7, 3],
    ['practice-telephone', 'Citizens who telephone their general practitioner', 55.5, 3],
  ]),
  ...from(HOSPITALS, '%', [['hospital-seen', 'Citizens at hospital in a year', 47, 2.5]]),
  ...from(HOSPITALS, 'per patient', [['hospital-stays', 'Hospital contacts of those', 4.2, 0.6]]),
  ...from(HOSPITALS, '%', [
    ['hospital-one', 'Patients with a single contact', 33.3, 4],
    ['hospital-ten', 'Patients with ten or more', 10, 2.5],
  ]),
  ...from(ADMISSIONS, 'per 1,000', [['admissions', 'Admissions', 135, 12]]),
  ...from(ADMISSIONS, 'per 1,000', [
    ['admissions-1085', 'Admissions in Region Sjælland', 152, 18],
    ['admissions-1082', 'Admissions in Region Midtjylland', 121, 15],
  ]),
  ...from(ADMISSIONS, '%', [['admissions-women', 'Women among admissions', 53.5, 2]]),
  ...from(OUTPATIENTS, 'per citizen', [['outpatient', 'Outpatient visits', 2.03, 0.2]]),
  ...from(OUTPATIENTS, '%', [['outpatient-planned', 'Planned among outpatient visits', 90, 1]]),
  ...from(MEDICINE, '%', [['prescriptions', 'Citizens who redeem a prescription in a year', 70, 4]]),
  ...from(HOME_HELP, 'per 1,000', [['home-help', 'Citizens with home help in a month', 26.3, 3.5]]),
  ...from(HOME_HELP, 'hours a week', [['home-help-hours', 'Granted home help', 3.2, 0.5]]),
  ...from(HOME_HELP, '%', [
    ['home-help-under-2', 'Recipients with less than 2 hours', 67, 3],
    ['home-help-over-20', 'Recipients with 20 hours or more', 2, 1],
  ]),
];

type Figure = readonly [figure: string, label: string, expected: number, tolerance: number];

function from(source: string, unit: Anchor['unit'], figures: readonly Figure[]): Anchor[] {
  return figures.map(([figure, label, expected, tolerance]) => {
    const small = SMALL_MUNICIPALITIES.some((code) => figure.endsWith(code));
    return { figure, label, unit, expected, tolerance, source, personsNeeded: small ? LARGE : 0 };
  });
}
