#!/usr/bin/env node
// Takes from a provider's whole schema what its keep-list names: node src/bindings/filter-schema.mjs PROVIDER
// WHOLE_SCHEMA [VERSION]. For whoever upgrades a provider or adds a line to its list; the build reads only what this
// has written. The whole schema is what `terraform providers schema -json` prints in a folder that requires the
// provider.

import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Refused, home, readKeepList } from "./keep-list.mjs";

const documentation = new Set(["description", "description_kind", "deprecation_message"]);

/** A copy with sorted keys and without the documentation of an attribute, a block or a schema. */
function copy(holder) {
  const keys = Object.keys(holder).filter((key) => !documentation.has(key)).sort();
  return Object.fromEntries(keys.map((key) => [key, copies[key]?.(holder[key]) ?? holder[key]]));
}

const each = (one) => (map) => Object.fromEntries(Object.keys(map).sort().map((name) => [name, one(map[name])]));

// Only below these keys is something that has documentation. What lies elsewhere is data: a network security rule has a
// real field named description, inside of its type.
const copies = { block: copy, nested_type: copy, attributes: each(copy), block_types: each(copy) };

function versionOf(whole, name, given) {
  const version = given ?? whole.provider_versions?.[name];
  if (!/^\d+\.\d+\.\d+$/.test(version ?? "")) {
    throw new Refused(`the schema names no version of ${name}: give it as the third argument, such as 7.45.0`);
  }
  return version;
}

function filter(provider, file, given) {
  const whole = JSON.parse(readFileSync(file, "utf8"));
  const name = Object.keys(whole.provider_schemas).find((source) => source.endsWith(`/${provider}`));
  if (!name) {
    throw new Refused(`${file} has no provider ${provider}, only ${Object.keys(whole.provider_schemas).join(", ")}`);
  }
  const version = versionOf(whole, name, given);
  const schema = whole.provider_schemas[name];
  const kept = { provider: copy(schema.provider) };
  for (const { kind, type, place } of readKeepList(provider)) {
    if (!schema[kind]?.[type]) throw new Refused(`${provider} ${version} has no ${type} in its ${kind} (${place})`);
    (kept[kind] ??= {})[type] = copy(schema[kind][type]);
  }
  return { name, version, kept };
}

/** One type a line, so that a difference between two versions can be read. */
function print({ name, version, kept }) {
  const types = (kind) => Object.entries(kept[kind])
    .map(([type, schema]) => `\n${JSON.stringify(type)}: ${JSON.stringify(schema)}`).join(",");
  const body = Object.keys(kept).sort()
    .map((kind) => `\n${JSON.stringify(kind)}: `
      + (kind === "provider" ? JSON.stringify(kept.provider) : `{${types(kind)}}`));
  return `{"format_version": "1.0",\n"provider_versions": {${JSON.stringify(name)}: ${JSON.stringify(version)}},\n`
    + `"provider_schemas": {${JSON.stringify(name)}: {${body}}}}\n`;
}

const [provider, file, version, ...rest] = process.argv.slice(2);
if (!file || rest.length) {
  console.error("usage: node src/bindings/filter-schema.mjs PROVIDER WHOLE_SCHEMA [VERSION]");
  process.exit(2);
}
try {
  const filtered = filter(provider, file, version);
  const text = print(filtered);
  const folder = join(home, "schemas");
  for (const old of readdirSync(folder)) {
    if (new RegExp(`^${provider}-[\\d.]+\\.json$`).test(old)) rmSync(join(folder, old));
  }
  const target = `${provider}-${filtered.version}.json`;
  writeFileSync(join(folder, target), text);
  console.log(`src/bindings/schemas/${target}: ${Math.round(text.length / 1000)} KB`);
} catch (error) {
  if (!(error instanceof Refused) && error.code !== "ENOENT") throw error;
  console.error(error.message);
  process.exit(1);
}
