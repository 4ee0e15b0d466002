/** Ids that are the same on every server of this family. Sources: docs/protocol section 3.16; H-ENUM and WF samples. */
export const wellKnownIds = {
  /** The built-in administrator. */
  administrator: '54F3D26011D2896560009A8E67019608',
  /** The group that every user belongs to. */
  everyone: 'C82C6B1011D2894CC0009D9F29718E4F',
  /** The guest of anonymous login, and the group of that name. */
  publicGuest: '294DEDC011D2F1D56000D98E67019608',
} as const;
