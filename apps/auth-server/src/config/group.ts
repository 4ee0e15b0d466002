import { z } from 'zod';

export const seconds = z.int().positive();

/** `{}` where a group of settings is missing, so that each setting's own default applies. */
export function group<Shape extends z.ZodRawShape>(shape: Shape, text: string) {
  return z
    .strictObject(shape)
    .prefault({} as never)
    .describe(text); // every setting in a group has a default
}
