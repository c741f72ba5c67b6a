// Reads the keep-lists and the filtered schemas.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const home = fileURLToPath(new URL(".", import.meta.url));

/** A fault that its reader can mend: told in one line, without a stack trace. */
export class Refused extends Error {}

/** The kinds of types in a schema, by the prefix of their Terraform addresses. */
const kinds = {
  "": "resource_schemas",
  "data.": "data_source_schemas",
  "ephemeral.": "ephemeral_resource_schemas",
};

/** The file of a provider's keep-list. */
export function keepListFile(provider) {
  return join(home, "keep", `${provider}.txt`);
}

/**
 * The entries of a provider's keep-list, each with its kind of schema and its type. The list is sorted, so that two
 * changes of it meet in review and not in a merge.
 */
export function readKeepList(provider) {
  const file = keepListFile(provider);
  const lines = readFileSync(file, "utf8").split("\n");
  const entries = [];
  lines.forEach((line, index) => {
    const text = line.trim();
    if (text === "" || text.startsWith("#")) return;
    const place = `src/bindings/keep/${provider}.txt:${index + 1}`;
    const [, prefix, type] = /^(data\.|ephemeral\.|)([a-z][a-z0-9_]*)$/.exec(text) ?? [];
    if (!type?.startsWith(`${provider}_`)) {
      throw new Refused(`got '${text}', must be a type of ${provider}, such as ${provider}_x, data.${provider}_x or `
        + `ephemeral.${provider}_x (${place})`);
    }
    const before = entries.at(-1);
    if (before && before.address >= text) {
      throw new Refused(`${text} must stand before ${before.address}, once: the list is sorted (${place})`);
    }
    entries.push({ address: text, kind: kinds[prefix], type, place });
  });
  return entries;
}

/** Finds the one filtered schema of a provider, and the version that its name says. */
export function findSchema(provider) {
  const found = readdirSync(join(home, "schemas")).flatMap((name) => {
    const version = /^(.+)-(\d+\.\d+\.\d+)\.json$/.exec(name);
    return version?.[1] === provider ? [{ file: join(home, "schemas", name), version: version[2] }] : [];
  });
  if (found.length !== 1) {
    throw new Refused(`src/bindings/schemas has ${found.length} schemas of ${provider}, must have one, named `
      + `${provider}-VERSION.json; make it with filter-schema.mjs, and remove that of the version before`);
  }
  return found[0];
}

/** Refuses a schema that does not hold what the list says, no more and no less. */
export function checkSchema(provider, schema, entries) {
  const held = new Set();
  for (const [prefix, kind] of Object.entries(kinds)) {
    for (const type of Object.keys(schema[kind] ?? {})) held.add(prefix + type);
  }
  const again = `run: node src/bindings/filter-schema.mjs ${provider} WHOLE_SCHEMA`;
  for (const { address, place } of entries) {
    if (!held.delete(address)) throw new Refused(`${address} is kept and has no schema; ${again} (${place})`);
  }
  for (const address of held) {
    throw new Refused(`${address} has a schema and is not kept; add the line '${address}' to `
      + `src/bindings/keep/${provider}.txt, or ${again}`);
  }
}
