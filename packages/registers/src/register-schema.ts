import type { RegisterSchema } from './register-table.ts';

/**
 * Tables and columns of the registers. All tables are sorted by person; within a person by year or
 * month, and `resident_year` has the person's attributes in each year. Columns with codes hold the
 * index of the leaf member in the code list named here.
 */
export const registerSchema = {
  /**
   * One row per person. `birth_month` and `residence` months are 0–11; `death_month` is a month of the
   * calendar, or the number of months (36) for those alive at the end.
   */
  person: { person: 'int32', sex: 'uint8', birth_year: 'uint16', birth_month: 'uint8', death_month: 'uint8' },
  /** One row per spell in a municipality, from this month of the calendar. */
  residence_history: { person: 'int32', from_month: 'uint8', municipality: 'uint8' },
  /**
   * One row per person and year in which the person was alive. Attributes as at 31 December, or at
   * death. `diseases` is a bit mask over `chronic-disease`; `resident` is 0 for those who died in the year.
   */
  resident_year: {
    person: 'int32',
    year: 'uint8',
    municipality: 'uint8',
    age_group: 'uint8',
    sex: 'uint8',
    nursing_home: 'uint8',
    diseases: 'uint8',
    resident: 'uint8',
  },
  /** Every contact with a doctor, a hospital or home care: the union of the four registers below. */
  contact: { person: 'int32', month: 'uint8', sector: 'uint8', contact_type: 'uint8', bed_days: 'uint8' },
  /** Landspatientregisteret. */
  hospital_contact: {
    person: 'int32',
    month: 'uint8',
    contact_type: 'uint8',
    bed_days: 'uint8',
    diagnosis_chapter: 'uint8',
  },
  /** Sygesikringsregisteret: general practice and out-of-hours doctors; `specialty` is of `practice-specialty`. */
  practice_contact: { person: 'int32', month: 'uint8', specialty: 'uint8', contact_type: 'uint8' },
  /** Specialist practice; `specialty` is of `specialty`. */
  specialist_contact: {
    person: 'int32',
    month: 'uint8',
    specialty: 'uint8',
    contact_type: 'uint8',
    diagnosis_chapter: 'uint8',
    referral: 'uint8',
  },
  /** Lægemiddelstatistikregisteret: prescriptions redeemed, by ATC main group. */
  prescription: { person: 'int32', month: 'uint8', atc_group: 'uint8' },
  /** One row per person, month and kind of help. `minutes_per_week` is granted time, not delivered. */
  home_care: { person: 'int32', month: 'uint8', contact_type: 'uint8', minutes_per_week: 'uint16' },
} as const satisfies RegisterSchema;

export type RegisterName = keyof typeof registerSchema;
