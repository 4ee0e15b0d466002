/** A line of the text format: `name{labels} value`. */
const sample = /^([a-z_0-9]+)(?:\{(.*)\})? (\S+)$/;

/** Every sample, by its name with its labels in order of their names. */
export function samplesOf(text: string): ReadonlyMap<string, number> {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const [, name = '', labels = '', value = ''] = sample.exec(line) ?? [];
      if (name === '') throw new Error(`no sample: ${line}`);
      const sorted = labels.match(/[a-z_]+="(?:[^"\\]|\\.)*"/g)?.sort() ?? [];
      return [`${name}{${sorted.join(',')}}`, Number(value.replace('Inf', 'Infinity'))];
    }),
  );
}
