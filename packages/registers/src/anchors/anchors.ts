/** A known figure about Denmark that the synthetic registers must come near. */
export interface Anchor {
  readonly figure: string;
  readonly label: string;
  readonly unit: '%' | 'per 1,000' | 'per citizen' | 'per patient' | 'ratio' | 'hours a week';
  readonly expected: number;
  /** Largest accepted distance from `expected`, in the same unit. */
  readonly tolerance: number;
  readonly source: string;
  /** Concerns so few people that it can only be judged in a large population. */
  readonly citizensNeeded?: number;
}

const FOLK1A = 'Statistics Denmark, FOLK1A, 2025 Q4';
const REGIONS = 'Population of the regions, 1 January 2024';
const GENERAL_PRACTICE = 'Statistics Denmark, general practice 2023 (news 51066)';
const MIDDLE_AGE = 'Statistics Denmark, general practice 2018 (news 28451)';
const E_COMMUNICATION = 'Statistics Denmark, general practice 2019 (news 30625)';
const HOSPITALS = 'KL, hospital contacts 2022';
const ADMISSIONS = 'Statistics Denmark, admissions 2021 (news 32737)';
const OUTPATIENTS = 'Statistics Denmark, outpatient visits 2021 (news 50937)';
const CHRONIC = 'KL, chronic disease 2023';
const RUKS = 'Danish Health Data Authority, RUKS 2015';
const HOME_HELP = 'Statistics Denmark, home help 2022 (news 46131)';
const MEDICINE = 'Danish Health Data Authority, 2023: more than 4 million people';
const OURS = 'assumption of the generator';

const LARGE = 300_000;

/** Tolerances hold room for what differs on purpose (years, definitions) and for chance at 60,000 citizens. */
export const anchors: readonly Anchor[] = [
  { figure: 'age-0-17', label: 'Citizens aged 0–17', unit: '%', expected: 18.9, tolerance: 0.6, source: FOLK1A },
  { figure: 'age-18-39', label: 'Citizens aged 18–39', unit: '%', expected: 28.7, tolerance: 0.6, source: FOLK1A },
  { figure: 'age-40-64', label: 'Citizens aged 40–64', unit: '%', expected: 31.4, tolerance: 0.6, source: FOLK1A },
  { figure: 'age-65-79', label: 'Citizens aged 65–79', unit: '%', expected: 15.1, tolerance: 0.6, source: FOLK1A },
  { figure: 'age-80', label: 'Citizens aged 80 and over', unit: '%', expected: 5.9, tolerance: 0.4, source: FOLK1A },
  { figure: 'women', label: 'Women among citizens', unit: '%', expected: 50.3, tolerance: 0.7, source: FOLK1A },
  { figure: 'region-1084', label: 'Citizens in Region Hovedstaden', unit: '%', expected: 32.1, tolerance: 0.8, source: REGIONS },
  { figure: 'region-1085', label: 'Citizens in Region Sjælland', unit: '%', expected: 14.3, tolerance: 0.8, source: REGIONS },
  { figure: 'region-1083', label: 'Citizens in Region Syddanmark', unit: '%', expected: 20.8, tolerance: 0.8, source: REGIONS },
  { figure: 'region-1082', label: 'Citizens in Region Midtjylland', unit: '%', expected: 22.9, tolerance: 0.8, source: REGIONS },
  { figure: 'region-1081', label: 'Citizens in Region Nordjylland', unit: '%', expected: 9.9, tolerance: 0.8, source: REGIONS },
  { figure: 'moves', label: 'Moves to another municipality in a year', unit: '%', expected: 5.5, tolerance: 0.7, source: OURS },
  { figure: 'nursing-home', label: 'Citizens in nursing homes', unit: '%', expected: 0.7, tolerance: 0.15, source: OURS },
  { figure: 'chronic', label: 'Citizens with a chronic disease', unit: '%', expected: 18, tolerance: 2, source: `${CHRONIC}: about a million, nearly one in five` },
  { figure: 'chronic-80', label: 'The same, aged 80 and over', unit: '%', expected: 50, tolerance: 5, source: `${CHRONIC}: half` },
  { figure: 'chronic-new', label: 'New cases of chronic disease in a year', unit: 'per 1,000', expected: 10.2, tolerance: 3, source: `${CHRONIC}: 60,000` },
  { figure: 'disease-kol', label: 'Citizens with COPD', unit: '%', expected: 3.1, tolerance: 0.5, source: `${RUKS}: 175,500` },
  { figure: 'disease-type-2-diabetes', label: 'Citizens with type 2 diabetes', unit: '%', expected: 3.9, tolerance: 1, source: `${RUKS}: 220,500, rising since` },
  { figure: 'practice-seen', label: 'Citizens who see their general practitioner in a year', unit: '%', expected: 85, tolerance: 2, source: GENERAL_PRACTICE },
  { figure: 'practice-seen-0101', label: 'The same in København', unit: '%', expected: 81.2, tolerance: 3, source: GENERAL_PRACTICE },
  { figure: 'practice-seen-0779', label: 'The same in Skive', unit: '%', expected: 88.1, tolerance: 3, source: GENERAL_PRACTICE, citizensNeeded: LARGE },
  { figure: 'practice-contacts', label: 'Contacts with the general practitioner', unit: 'per citizen', expected: 7.1, tolerance: 0.5, source: 'Statistics Denmark: about 41 million a year' },
  { figure: 'practice-contacts-0101', label: 'The same in København', unit: 'per citizen', expected: 6.3, tolerance: 0.5, source: GENERAL_PRACTICE },
  { figure: 'practice-contacts-0240', label: 'The same in Egedal, the lowest', unit: 'per citizen', expected: 6.1, tolerance: 0.5, source: GENERAL_PRACTICE, citizensNeeded: LARGE },
  { figure: 'practice-contacts-0482', label: 'The same in Langeland, the highest', unit: 'per citizen', expected: 8.6, tolerance: 0.8, source: GENERAL_PRACTICE, citizensNeeded: LARGE },
  { figure: 'practice-seen-women', label: 'Women 30–59 who see their general practitioner', unit: '%', expected: 90.4, tolerance: 2.5, source: MIDDLE_AGE },
  { figure: 'practice-seen-men', label: 'Men 30–59 who see their general practitioner', unit: '%', expected: 76, tolerance: 2.5, source: MIDDLE_AGE },
  { figure: 'practice-contacts-women', label: 'Contacts of women 30–59', unit: 'per citizen', expected: 8.2, tolerance: 0.6, source: MIDDLE_AGE },
  { figure: 'practice-women-to-men', label: 'Contacts of women 30–59 to those of men', unit: 'ratio', expected: 1.74, tolerance: 0.15, source: MIDDLE_AGE },
  { figure: 'practice-written', label: 'Citizens who write to their general practitioner', unit: '%', expected: 35.7, tolerance: 3, source: E_COMMUNICATION },
  { figure: 'practice-telephone', label: 'Citizens who telephone their general practitioner', unit: '%', expected: 55.5, tolerance: 3, source: E_COMMUNICATION },
  { figure: 'hospital-seen', label: 'Citizens at hospital in a year', unit: '%', expected: 47, tolerance: 2.5, source: HOSPITALS },
  { figure: 'hospital-stays', label: 'Hospital contacts of those', unit: 'per patient', expected: 4.2, tolerance: 0.6, source: `${HOSPITALS}: 4, or 12.6 million in all` },
  { figure: 'hospital-one', label: 'Patients with a single contact', unit: '%', expected: 33.3, tolerance: 4, source: `${HOSPITALS}: a third` },
  { figure: 'hospital-ten', label: 'Patients with ten or more', unit: '%', expected: 10, tolerance: 2.5, source: `${HOSPITALS}: a tenth` },
  { figure: 'admissions', label: 'Admissions', unit: 'per 1,000', expected: 135, tolerance: 12, source: `${ADMISSIONS}: 789,000` },
  { figure: 'admissions-1085', label: 'Admissions in Region Sjælland', unit: 'per 1,000', expected: 152, tolerance: 18, source: ADMISSIONS },
  { figure: 'admissions-1082', label: 'Admissions in Region Midtjylland', unit: 'per 1,000', expected: 121, tolerance: 15, source: ADMISSIONS },
  { figure: 'admissions-women', label: 'Women among admissions', unit: '%', expected: 53.5, tolerance: 2, source: ADMISSIONS },
  { figure: 'outpatient', label: 'Outpatient visits', unit: 'per citizen', expected: 2.03, tolerance: 0.2, source: `${OUTPATIENTS}: 11.86 million` },
  { figure: 'outpatient-planned', label: 'Planned among outpatient visits', unit: '%', expected: 90, tolerance: 1, source: OUTPATIENTS },
  { figure: 'prescriptions', label: 'Citizens who redeem a prescription in a year', unit: '%', expected: 70, tolerance: 4, source: MEDICINE },
  { figure: 'home-help', label: 'Citizens with home help in a month', unit: 'per 1,000', expected: 26.3, tolerance: 3.5, source: `${HOME_HELP}: 156,100` },
  { figure: 'home-help-hours', label: 'Granted home help', unit: 'hours a week', expected: 3.2, tolerance: 0.5, source: HOME_HELP },
  { figure: 'home-help-under-2', label: 'Recipients with less than 2 hours', unit: '%', expected: 67, tolerance: 3, source: HOME_HELP },
  { figure: 'home-help-over-20', label: 'Recipients with 20 hours or more', unit: '%', expected: 2, tolerance: 1, source: HOME_HELP },
];
