// Makes Java sources: of cdktf from its npm package, of a provider from its filtered schema.

import { execFile } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, readdirSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { checkSchema, findSchema, readKeepList } from "./keep-list.mjs";

const run = promisify(execFile);

/** Writes the Java sources and resources of cdktf itself below the folder. */
export async function generateCdktf({ npm, folder, tell }) {
  tell("Java from the npm package");
  await pacmak(npm, join(npm, "node_modules", "cdktf"), folder);
}

/** Writes the Java sources and resources of a provider below the folder. */
export async function generateProvider({ provider, npm, folder, tell }) {
  const { file, version } = findSchema(provider);
  const schema = JSON.parse(readFileSync(file, "utf8"));
  checkSchema(provider, Object.values(schema.provider_schemas)[0], readKeepList(provider));

  const project = join(folder, "npm-package");
  mkdirSync(project, { recursive: true });
  tell("TypeScript from the schema");
  await writeTypeScript({ provider, version, schema, npm, project });
  tell("JavaScript and its jsii assembly from TypeScript");
  await tool(npm, "jsii", ["--silence-warnings=reserved-word"], project);
  // The index that loads a type's code when it is first used, instead of all code at each start.
  renameSync(join(project, "lib", "lazy-index.js"), join(project, "lib", "index.js"));
  dropSourceMaps(join(project, "lib"));
  tell("Java from the assembly");
  await pacmak(npm, project, folder);
}

async function writeTypeScript({ provider, version, schema, npm, project }) {
  const require = createRequire(join(npm, "node_modules", "@cdktf", "provider-generator", "package.json"));
  const { CodeMaker, TerraformProviderConstraint, TerraformProviderGenerator } = require("@cdktf/provider-generator");
  const { ConstructsMakerProviderTarget, LANGUAGES } = require("@cdktf/commons");
  const { CUSTOM_DEFAULTS } = require("./lib/get/generator/custom-defaults.js");

  const code = new CodeMaker();
  const generator = new TerraformProviderGenerator(code, schema);
  const [name] = Object.keys(schema.provider_schemas);
  const target = new ConstructsMakerProviderTarget(
    new TerraformProviderConstraint(`hashicorp/${provider}@${version}`), LANGUAGES[0]);
  for (const model of generator.buildResourceModels(name, target)) {
    addNulls(CUSTOM_DEFAULTS, model.attributes, model.schema.block);
  }
  // The models are made anew: the generator keeps the class names of what it has made.
  const fresh = new TerraformProviderGenerator(code, schema);
  fresh.generate(target);
  await code.save(project);

  renameSync(join(project, "providers", provider), join(project, "src"));
  symlinkSync(join(npm, "node_modules"), join(project, "node_modules"), "dir");
  writeFileSync(join(project, "package.json"), JSON.stringify(packageJson(provider, version, npm), null, 2));
  writeFileSync(join(project, ".npmignore"), "*.ts\n*.md\n*.tsbuildinfo\ntsconfig.json\n!.jsii\ndist\n");
  writeFileSync(join(project, "README.md"), `# Bindings of hashicorp/${provider} ${version}\n`);
}

/**
 * Terraform wants every key of an object in JSON, also of those that the user leaves out; the generator writes null for
 * those that it has on a list of its own, which is older than the providers. The list is completed from the schema.
 */
function addNulls(defaults, attributes, block) {
  for (const attribute of attributes) {
    const own = block.attributes?.[attribute.terraformName];
    const inner = block.block_types?.[attribute.terraformName]?.block;
    const fields = attribute.type.struct?.attributes ?? [];
    if (inner) addNulls(defaults, fields, inner);
    if (own?.type && (own.optional || own.required)) addObjectNulls(defaults, fields);
  }
}

function addObjectNulls(defaults, fields) {
  for (const field of fields) {
    defaults[field.terraformFullName] ??= null;
    addObjectNulls(defaults, field.type.struct?.attributes ?? []);
  }
}

function packageJson(provider, version, npm) {
  const versionOf = (name) => JSON.parse(readFileSync(join(npm, "node_modules", name, "package.json"), "utf8")).version;
  const needs = { cdktf: versionOf("cdktf"), constructs: versionOf("constructs") };
  return {
    name: `@cdktf/provider-${provider}`,
    version,
    description: `Bindings of hashicorp/${provider}`,
    author: { name: "streamfleet" },
    license: "MPL-2.0",
    repository: { type: "git", url: "generated" },
    main: "lib/index.js",
    types: "lib/index.d.ts",
    stability: "stable",
    jsii: {
      outdir: "dist",
      tsc: { outDir: "lib", rootDir: "src" },
      targets: {
        java: {
          package: `com.hashicorp.cdktf.providers.${provider}`,
          maven: { groupId: "io.streamfleet", artifactId: `cdktf-provider-${provider}` },
        },
      },
    },
    dependencies: needs,
    peerDependencies: needs,
  };
}

/**
 * jsii puts source maps into the JavaScript, twice its size; the jsii kernel unpacks and loads all of it at each start.
 */
function dropSourceMaps(folder) {
  for (const name of readdirSync(folder, { recursive: true })) {
    if (!name.endsWith(".js")) continue;
    const file = join(folder, name);
    writeFileSync(file, readFileSync(file, "utf8").replace(/^\/\/# sourceMappingURL=data:.*$/gm, ""));
  }
}

async function pacmak(npm, project, folder) {
  const out = join(folder, "pacmak");
  await tool(npm, "jsii-pacmak", ["--targets", "java", "--code-only", "--no-fingerprint", "--no-npmignore",
    "--outdir", out, project], folder);
  cpSync(join(out, "java", "src", "main", "resources"), join(folder, "classes"), { recursive: true });
  renameSync(join(out, "java", "src", "main", "java"), join(folder, "java"));
}

async function tool(npm, name, args, cwd) {
  const script = join(npm, "node_modules", name, "bin", name);
  try {
    await run(process.execPath, [script, ...args], { cwd, maxBuffer: 1 << 28 });
  } catch (error) {
    throw new Error(`${name} failed:\n${error.stdout ?? ""}${error.stderr ?? error.message}`);
  }
}
