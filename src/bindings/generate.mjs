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
  // Beside its peer, as npm lays them out, so that jsii finds the one from the other.
  const project = join(folder, "node_modules", "cdktf");
  mkdirSync(project, { recursive: true });
  cpSync(join(npm, "node_modules", "cdktf"), project, { recursive: true });
  symlinkSync(join(npm, "node_modules", "constructs"), join(folder, "node_modules", "constructs"), "dir");
  lighten(join(project, "lib"));
  tell("Java from the npm package");
  await pacmak(npm, project, folder);
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
  nameTypes(join(project, "lib"), join(folder, "java"));
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
 * Writes the names of types into the Java classes: each class asks the other process for its own when it is loaded, and what it
 * asks for stands in the JavaScript.
 */
function nameTypes(lib, java) {
  const types = new Map();
  for (const file of filesIn(lib, ".js")) {
    for (const [, name, type] of readFileSync(file, "utf8").matchAll(/^(\w+)\.tfResourceType = "(\w+)";$/gm)) {
      if (types.has(name)) throw new Error(`two types have the class ${name}: ${types.get(name)} and ${type}`);
      types.set(name, type);
    }
  }
  for (const file of filesIn(java, ".java")) {
    const text = readFileSync(file, "utf8");
    const named = text.replace(/(?<=\bTF_RESOURCE_TYPE = ).*\.(\w+)\.class, "tfResourceType".*(?=;$)/m, (_, name) => {
      if (!types.has(name)) throw new Error(`the type of the class ${name} is not in its JavaScript`);
      return JSON.stringify(types.get(name));
    });
    if (named !== text) writeFileSync(file, named);
  }
}

/**
 * Takes from cdktf what costs time at each synthesis and gives nothing to it: the trace of where each token was made, for which
 * it has no switch; the making of zip files, which is loaded where one is made; source maps; the search for
 * other stacks where there is one, and for tokens where there can be none.
 */
function lighten(lib) {
  replaceIn(join(lib, "tokens", "private", "stack-trace.js"),
    "function captureStackTrace(below) {\n", "function captureStackTrace(below) {\n    return [];\n");
  replaceIn(join(lib, "private", "fs.js"),
    'const archiver = require("archiver");\n', 'const archiver = (...options) => require("archiver")(...options);\n');
  // Node has it no longer for long, and remarks so from 24 on.
  replaceIn(join(lib, "terraform-output.js"), "(0, util_2.isArray)(object)", "Array.isArray(object)");
  prepareOnlySeveral(join(lib, "app.js"));
  keepPlainValues(join(lib, "tokens", "private"));
  dropSourceMaps(lib);
}

/**
 * Has an app of one stack not resolve it a first time, to find what it takes from other stacks.
 */
function prepareOnlySeveral(file) {
  replaceIn(file, "stacks.forEach((stack) => stack.prepareStack());",
    "stacks.forEach((stack) => stacks.length > 1 ? stack.prepareStack() : stack.ensureBackendExists());");
}

/**
 * Has values that hold no token stay what they are, which most do: a context is made, and expressions are searched for, for the
 * others alone. A token in a string is written TfToken[...], or as a number so large that it has an exponent; two more stand for
 * whole maps.
 */
function keepPlainValues(folder) {
  const file = join(folder, "resolve.js");
  replaceIn(file, "function resolve(obj, options) {\n", `function isPlain(value) {
    return typeof value === "boolean" || (typeof value === "string" && !value.includes("TfToken[") &&
        !value.includes("e+") && !value.includes(" Map Token Value"));
}
function resolve(obj, options) {
    if (isPlain(obj)) {
        return obj;
    }
`);
  replaceIn(file, "makeContext()[0].resolve(key)", "isPlain(key) ? key : makeContext()[0].resolve(key)");
  replaceIn(file, "const value = makeContext(key)[0].resolve(obj[key]);",
    "const given = obj[key];\n        const value = isPlain(given) ? given : makeContext(key)[0].resolve(given);");
  replaceIn(file, "(x, i) => makeContext(`${i}`)[0].resolve(x)", "(x, i) => isPlain(x) ? x : makeContext(`${i}`)[0].resolve(x)");
  replaceIn(join(folder, "encoding.js"), 'typeof x === "string" && TokenString.forMapToken(x).test()',
    "x.includes(exports.BEGIN_MAP_TOKEN_MARKER) && TokenString.forMapToken(x).test()");
}

function replaceIn(file, known, better) {
  const text = readFileSync(file, "utf8");
  if (text.split(known).length !== 2) throw new Error(`${file} does not hold once: ${known}`);
  writeFileSync(file, text.replace(known, () => better));
}

/**
 * jsii puts source maps into the JavaScript, twice its size; the jsii kernel unpacks and loads all of it at each start.
 */
function dropSourceMaps(folder) {
  for (const file of filesIn(folder, ".js")) {
    writeFileSync(file, readFileSync(file, "utf8").replace(/^\/\/# sourceMappingURL=data:.*$/gm, ""));
  }
}

function filesIn(folder, ending) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name));
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
