#!/usr/bin/env node
// Makes the classes of one artefact of bindings, where they are not there yet or their inputs have changed. Maven runs
// it: node build.mjs ARTEFACT CACHE JAVAC VERSIONS CLASSPATH
//
// CACHE/ARTEFACT then holds java (the sources), classes (what the jar is made of) and fingerprint (of all inputs);
// CACHE/npm-* holds the generators. Without a change nothing is run, and no network is needed.

import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { generateCdktf, generateProvider } from "./generate.mjs";
import { Refused, findSchema, home, keepListFile } from "./keep-list.mjs";

// Loading the generator runs `terraform version` and reports its faults, though it needs no Terraform; with this name
// it finds none, on every machine. jsii prints ten lines about Node 20's age.
process.env.TERRAFORM_BINARY_NAME = "terraform-is-not-needed";
process.env.CDKTF_LOG_LEVEL = "off";
process.env.CHECKPOINT_DISABLE = "1";
process.env.JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION = "20";

const started = Date.now();

function tellFor(artefact) {
  return (words) => console.log(`bindings of ${artefact}: ${words} (${Math.round((Date.now() - started) / 1000)} s)`);
}

/** A hash of what the classes are made of: the generators' lock, these scripts, schema and list, the libraries. */
function fingerprintOf(artefact, versions) {
  const inputs = ["package-lock.json", "build.mjs", "generate.mjs", "keep-list.mjs"].map((name) => join(home, name));
  if (artefact !== "cdktf") inputs.push(findSchema(artefact).file, keepListFile(artefact));
  const hash = createHash("sha256").update(versions);
  // Windows may check texts out with other line ends.
  for (const input of inputs) {
    hash.update(`\n${basename(input)}\n`).update(readFileSync(input, "utf8").replaceAll("\r\n", "\n"));
  }
  return hash.digest("hex");
}

function read(file) {
  return existsSync(file) ? readFileSync(file, "utf8").trim() : "";
}

/** Installs the generators, once for each lock, and gives their folder. */
function installGenerators(cache, tell) {
  const lock = readFileSync(join(home, "package-lock.json"));
  const folder = join(cache, `npm-${createHash("sha256").update(lock).digest("hex").slice(0, 12)}`);
  if (existsSync(folder)) return folder;
  const scratch = `${folder}.${process.pid}`;
  mkdirSync(scratch, { recursive: true });
  try {
    for (const name of ["package.json", "package-lock.json", ".npmrc"]) {
      writeFileSync(join(scratch, name), readFileSync(join(home, name)));
    }
    tell("installing the generators with npm (170 MB on disk, once)");
    const npm = spawnSync("npm", ["ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund"],
      { cwd: scratch, stdio: ["ignore", "inherit", "inherit"], shell: process.platform === "win32" });
    if (npm.status !== 0) {
      throw new Refused("npm ci failed: the first build of the bindings needs npm and its registry");
    }
    moveTo(scratch, folder);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  for (const name of readdirSync(cache)) {
    if (/^npm-[0-9a-f]{12}$/.test(name) && name !== basename(folder)) {
      rmSync(join(cache, name), { recursive: true, force: true });
    }
  }
  return folder;
}

/** Another build may have been faster: then its result stays. */
function moveTo(scratch, folder) {
  try {
    renameSync(scratch, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
}

/** Compiles with what the class path holds; the generated code is not ours, so its warnings say nothing. */
function compile(javac, classpath, folder, tell) {
  tell("classes from Java");
  const sources = readdirSync(join(folder, "java"), { recursive: true }).filter((name) => name.endsWith(".java"));
  const list = join(folder, "sources.txt");
  const quoted = (path) => `"${path.replaceAll("\\", "/")}"\n`;
  writeFileSync(list, sources.sort().map((name) => quoted(join(folder, "java", name))).join(""));
  try {
    execFileSync(javac, ["-J-XX:+UseSerialGC", "--release", "17", "-encoding", "UTF-8", "-proc:none", "-nowarn",
      "-XDignore.symbol.file", "-Xlint:none", "-g:none", "-cp", classpath,
      "-d", join(folder, "classes"), `@${list}`], { stdio: ["ignore", "pipe", "pipe"], maxBuffer: 1 << 28 });
  } catch (error) {
    const said = String(error.stderr ?? error.message).split("\n").slice(0, 20).join("\n");
    throw new Refused(`javac failed:\n${said}`);
  }
}

async function build(artefact, cache, javac, versions, classpath) {
  const tell = tellFor(artefact);
  const fingerprint = fingerprintOf(artefact, versions);
  const place = join(cache, artefact);
  if (read(join(place, "fingerprint")) === fingerprint) return;

  const npm = installGenerators(cache, tell);
  const folder = `${place}.${process.pid}`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "classes"), { recursive: true });
  try {
    await (artefact === "cdktf"
      ? generateCdktf({ npm, folder, tell })
      : generateProvider({ provider: artefact, npm, folder, tell }));
    compile(javac, classpath, folder, tell);
    for (const name of readdirSync(folder)) {
      if (name !== "java" && name !== "classes") rmSync(join(folder, name), { recursive: true, force: true });
    }
    writeFileSync(join(folder, "fingerprint"), `${fingerprint}\n`);
    if (read(join(place, "fingerprint")) !== fingerprint) rmSync(place, { recursive: true, force: true });
    moveTo(folder, place);
    tell("done");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const [artefact, cache, ...others] = process.argv.slice(2);
try {
  if (Number(process.versions.node.split(".")[0]) < 20) {
    throw new Refused(`Node.js is ${process.version}, must be 20 or newer: see https://nodejs.org/en/download`);
  }
  await build(artefact, resolve(cache), ...others);
} catch (error) {
  console.error(`bindings of ${artefact}: ${error instanceof Refused ? error.message : error.stack}`);
  process.exit(1);
}
