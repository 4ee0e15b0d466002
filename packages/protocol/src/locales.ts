/**
 * Locale names of a login (`en_us`) and the numbers (Windows language identifiers) that `GET /sessions` reports.
 * Source: docs/protocol sections 3.1 and 3.4 for the fields; the numbers are Microsoft's published MS-LCID table.
 */
export const localeIds: Readonly<Record<string, number>> = {
  ar_sa: 1025,
  da_dk: 1030,
  de_ch: 2055,
  de_de: 1031,
  el_gr: 1032,
  en_gb: 2057,
  en_us: 1033,
  es_es: 3082,
  fi_fi: 1035,
  fr_ca: 3084,
  fr_ch: 4108,
  fr_fr: 1036,
  he_il: 1037,
  hu_hu: 1038,
  it_it: 1040,
  ja_jp: 1041,
  ko_kr: 1042,
  nb_no: 1044,
  nl_nl: 1043,
  pl_pl: 1045,
  pt_br: 1046,
  pt_pt: 2070,
  ru_ru: 1049,
  sv_se: 1053,
  th_th: 1054,
  tr_tr: 1055,
  zh_cn: 2052,
  zh_tw: 1028,
};

/** The language identifier of a locale name in any case, with `_` or `-`; 1033 (`en_us`) for a name that is not known. */
export function localeId(name: string | undefined): number {
  const key = (name ?? '').toLowerCase().replace('-', '_');
  return Object.hasOwn(localeIds, key) ? (localeIds[key] ?? 1033) : 1033;
}
